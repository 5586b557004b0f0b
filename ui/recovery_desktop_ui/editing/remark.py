"""A sentence below a field that comes and goes with what the row says."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.texts import text


class Saying(QWidget):
    """Shows what `says` makes of the form's row, unless that is nothing."""

    def __init__(self, form: Form, says: Callable[[Any], str], name: str) -> None:
        super().__init__()
        self._form, self._says = form, says
        self._label = text("", "body", "care", wrap=True)
        self._label.setObjectName(name)
        self.setLayout(col(self._label, gap=0))
        form.shown.connect(lambda _row: self._follow())
        form.saved.connect(lambda _name: self._follow())
        self.hide()

    def _follow(self) -> None:
        words = self._says(self._form.row) if self._form.row is not None else ""
        self._label.setText(words)
        self.setVisible(bool(words))


class Remark(Saying):
    """Shows `words` while `holds` says so of the form's row."""

    def __init__(self, form: Form, words: str, holds: Callable[[Any], bool], name: str) -> None:
        super().__init__(form, lambda row: words if holds(row) else "", name)
