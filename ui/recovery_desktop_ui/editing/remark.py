"""A sentence below a field that comes and goes with what the row says."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.texts import text


class Remark(QWidget):
    """Shows `words` while `holds` says so of the form's row."""

    def __init__(self, form: Form, words: str, holds: Callable[[Any], bool], name: str) -> None:
        super().__init__()
        self._form, self._holds = form, holds
        label = text(words, "body", "care", wrap=True)
        label.setObjectName(name)
        self.setLayout(col(label, gap=0))
        form.shown.connect(lambda _row: self._follow())
        form.saved.connect(lambda _name: self._follow())
        self.hide()

    def _follow(self) -> None:
        self.setVisible(self._form.row is not None and self._holds(self._form.row))
