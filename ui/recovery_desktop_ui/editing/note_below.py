"""The small line below a field, or below several that stand on one line: help, or what is wrong."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import row
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import role_of

if TYPE_CHECKING:
    from recovery_desktop_ui.editing.field_row import FieldRow


class NoteBelow(QWidget):
    """A small line: what is wrong, with a sign, or else a word of help."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = Icon("triangle-alert", "care", 14)
        self._note = text("", "caption", "quiet", wrap=True)
        layout = row(self._sign, self._note, gap=5)
        layout.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def say(self, problem: str, help: str = "") -> None:
        """Shows a problem, or help, or nothing at all."""
        self._sign.setVisible(bool(problem))
        self._note.setText(problem or help)
        self._note.setForegroundRole(role_of("care" if problem else "quiet"))
        self.setVisible(bool(problem or help))


class SharedNote(NoteBelow):
    """What is wrong with the first of several bare fields that has something wrong."""

    def __init__(self, *rows: "FieldRow") -> None:
        super().__init__()
        self._problems = dict.fromkeys((each.name for each in rows), "")
        for each in rows:
            each.told.connect(partial(self._hear, each.name))
        self.say("")

    def _hear(self, name: str, problem: str) -> None:
        self._problems[name] = problem
        self.say(next(filter(None, self._problems.values()), ""))
