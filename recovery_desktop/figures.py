"""Numbers as people read them: all digits that count and none that do not."""


def figure(value: float | None) -> str:
    """1234567 as "1,234,567", 23450.75 as "23,450.75", 1.5 as "1.5"; empty for no number."""
    if value is None:
        return ""
    return f"{value:,.4f}".rstrip("0").rstrip(".")
