"""The notice that goes with what is disclosed, as plain frozen values, and the regulation's own words for it."""

from dataclasses import dataclass
from functools import cache

from recovery_desktop.assets import resources


@dataclass(frozen=True)
class Notice:
    """The notice of 42 CFR 2.32, with a clear explanation of what the client agreed to."""

    statement: str
    source: str = ""
    client: str = ""
    record: str = ""
    to: str = ""
    address: str = ""
    discloser: str = ""
    what: str = ""
    not_included: str = ""
    purpose: str = ""
    signed: str = ""
    until: str = ""


@cache
def regulation() -> dict[str, str]:
    """The statements of 42 CFR 2.32 word for word, and where they stand."""
    import tomli

    words: dict[str, str] = tomli.loads((resources() / "regulations" / "42-cfr-2.32.toml").read_text("utf-8"))
    return words
