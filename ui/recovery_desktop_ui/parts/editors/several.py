"""Any number of choices as chips; what is chosen shows a tick, and is kept in the order it was chosen."""

import json

from recovery_desktop.records.fields import Several
from recovery_desktop.text import _
from recovery_desktop_ui.parts.editors.base import checked
from recovery_desktop_ui.parts.editors.roving import Option, RovingEditor

_GAP = 6


class SeveralEditor(RovingEditor):
    """Chips: arrows and letters move, Space turns one on or off, Delete turns it off."""

    def __init__(self, field: Several) -> None:
        super().__init__({code: _(label) for code, label in field.labels.items()}, {}, "chip", _GAP)
        self.field = field
        self._chosen: list[str] = []
        self._mark()

    def put(self, value: list[str]) -> None:
        self._chosen = list(value)
        self._mark()

    def value(self) -> list[str]:
        codes: list[str] = checked(self.field, list(self._chosen))
        return codes

    def typed(self) -> str:
        return json.dumps(self._chosen) if self._chosen else ""

    def put_typed(self, text: str) -> None:
        self.put([code for code in json.loads(text or "[]") if code in self.field.labels])

    def press(self, option: Option) -> None:
        if option.code in self._chosen:
            self._chosen.remove(option.code)
        else:
            self._chosen.append(option.code)
        self._mark()
        self.edited.emit()

    def empty(self) -> None:
        if self.resting.code in self._chosen:
            self.press(self.resting)

    def take_letter(self, letter: str) -> bool:
        found = self.next_by_letter(self.resting, letter)
        if found is not None:
            self.move_to(found)
        return found is not None

    def _mark(self) -> None:
        for option in self.options:
            is_on = option.code in self._chosen
            option.setChecked(is_on)
            option.setProperty("glyph", "check" if is_on else "plus")  # the same width, on or off
            option.update()
