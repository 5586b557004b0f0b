"""A line to search with: a glass before the words."""

from PySide6.QtWidgets import QLineEdit

from recovery_desktop_ui.parts.tokens import px

_GLASS = 30  # room for it


class SearchLine(QLineEdit):
    """The line itself."""

    def __init__(self, key: str, ghost: str, name: str = "") -> None:
        """`key` is its object name, `ghost` stands in the empty line, `name` is what a screen reader says, if more."""
        super().__init__()
        self.setObjectName(key)
        self.setProperty("glyph", "search")
        self.setTextMargins(px(_GLASS), 0, px(6), 0)
        self.setPlaceholderText(ghost)
        self.setAccessibleName(name or ghost)
