"""A telephone number: anything is taken; ten figures are written as people here write them."""

import re

from recovery_desktop.records.fields import Line
from recovery_desktop_ui.parts.editors.line import LineEditor

_TEN = re.compile(r"(?:\+?1[-. ]?)?\(?(\d{3})\)?[-. ]?(\d{3})[-. ]?(\d{4})", re.ASCII)


def phone_of(text: str) -> str:
    """A number in its usual form; what is no plain number keeps its words, with single blanks."""
    words = " ".join(text.split())
    found = _TEN.fullmatch(words)
    return "-".join(found.groups()) if found else words


class PhoneEditor(LineEditor):
    """A line that tidies a telephone number on leaving and refuses none."""

    field: Line

    def _read(self, text: str) -> str:
        return phone_of(super()._read(text))
