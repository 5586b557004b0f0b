"""A time of day: 9, 930, 9:30, 9.30 pm and 21h are all understood, and written as 09:30."""

import re
from typing import Any

from recovery_desktop.records.fields import Clock
from recovery_desktop_ui.parts.editors.entry import Entry
from recovery_desktop_ui.parts.editors.line import TypedEditor
from recovery_desktop_ui.parts.tokens import px

_TIME = re.compile(r"(\d{1,2})(?:[:.,h]?(\d\d))?h?(am?|pm?)?", re.ASCII)


def clock_of(text: str) -> str | None:
    """The time that a text names, as 09:30, or None."""
    words = re.sub(r"\s", "", text.casefold())
    words = words.replace("a.m", "am").replace("p.m", "pm").rstrip(".")
    found = _TIME.fullmatch(words)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "")[:1]
    if half and hour == 12:
        hour = 0
    if half == "p" and hour < 12:
        hour += 12
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


class ClockEditor(TypedEditor):
    """A time of day; arrow keys go by five minutes, page keys by hours."""

    def __init__(self, field: Clock, *, look: str | None = None) -> None:
        super().__init__(field, Entry(look, "", self._step))
        self._entry.setMaximumWidth(px(160))

    def _read(self, text: str) -> Any:
        return clock_of(text) or text.strip()

    def _write(self, value: str) -> str:
        return value

    def _step(self, steps: int, is_large: bool) -> None:
        start = clock_of(self._entry.text())
        if start is None:
            return
        minutes = int(start[:2]) * 60 + int(start[3:])
        minutes = (minutes + steps * 60 if is_large else (minutes // 5 + steps) * 5) % (24 * 60)
        self._show(f"{minutes // 60:02}:{minutes % 60:02}")
        self.edited.emit()
