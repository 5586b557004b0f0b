"""Editors in which a value is typed on one line; the plain one takes the text as it is."""

import re
from contextlib import suppress
from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.fields import Described
from recovery_desktop_ui.parts.editors.base import Editor, NotYet, checked
from recovery_desktop_ui.parts.editors.entry import Entry, reading_width
from recovery_desktop_ui.parts.editors.spelled import SpelledEntry

_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class TypedEditor(Editor):
    """A line that reads what is typed in its own way, and on leaving writes it as everybody reads it."""

    def __init__(self, field: Described, entry: Entry) -> None:
        super().__init__()
        self.field, self._entry = field, entry
        entry.textEdited.connect(self._was_edited)
        self.fill_with(entry)

    def _read(self, text: str) -> Any:
        """The value a text means, or what the field is to find fault with."""
        raise NotImplementedError

    def _write(self, value: Any) -> str:
        """A value as it stands in the line; empty for the empty value."""
        raise NotImplementedError

    def _was_edited(self) -> None:
        self.edited.emit()

    def _show(self, text: str) -> None:
        """Writes a text into the line, with its beginning in sight."""
        if self._entry.text() != text:
            self._entry.setText(text)
            self._entry.setCursorPosition(0)

    def put(self, value: Any) -> None:
        if not self._is_typing(value):
            # even the same text: nothing typed in another row can be taken back here
            self._entry.setText(self._write(value))
            self._entry.setCursorPosition(0)

    def _is_typing(self, value: Any) -> bool:
        """Whether the person is just typing this very value: then the text and the cursor are left alone."""
        try:
            return self._entry.hasFocus() and bool(self.value() == value)
        except NotYet:
            return False

    def value(self) -> Any:
        return checked(self.field, self._read(self._entry.text()))

    def typed(self) -> str:
        return self._entry.text()

    def put_typed(self, text: str) -> None:
        self._show(text)

    def target(self) -> QWidget:
        return self._entry

    def leave(self) -> None:
        with suppress(NotYet):  # what cannot be read stays as it was typed
            self._show(self._write(self.value()))
        super().leave()


class LineEditor(TypedEditor):
    """Free text on one line. `look="row"` shows an underline alone; `ghost` stands in the empty line."""

    def __init__(self, field: Described, *, look: str | None = None, ghost: str = "") -> None:
        super().__init__(field, SpelledEntry(look, ghost))
        self._entry.setMaximumWidth(reading_width(self._entry.fontMetrics()))

    def _read(self, text: str) -> str:
        return _BREAKS.sub(" ", text)  # a pasted line break is shown as a blank, and is meant as one

    def _write(self, value: str) -> str:
        return value
