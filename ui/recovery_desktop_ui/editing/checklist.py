"""Questions one below the other, answered by one key each; what only matters after an answer stands below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from recovery_desktop.records.fields import Asked
from recovery_desktop_ui.editing.field_row import FieldRow
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.generated import generated_field
from recovery_desktop_ui.parts.editors.base import NotYet
from recovery_desktop_ui.parts.editors.segments import QuestionEditor
from recovery_desktop_ui.parts.layouts import beside, col, hold, no_wider, rule
from recovery_desktop_ui.parts.tab_order import focus_first
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import px

_WIDE = 720  # a question and its answers further apart are hard to follow across


@dataclass(frozen=True)
class Then:
    """A question or a number, and the fields that matter once it is answered with yes or more than none."""

    name: str
    follow: tuple[str, ...]


Asks = str | Then


def names_of(asks: Sequence[Asks]) -> Iterator[str]:
    """The fields of a list of questions, in their order."""
    for each in asks:
        yield from (each,) if isinstance(each, str) else (each.name, *each.follow)


class Checklist(QWidget):
    """A list of questions of one form; the keys also go on to its next list."""

    def __init__(self, form: Form, asks: Sequence[Asks], stops: list[QWidget]) -> None:
        """`stops` are those of the lists above this one; its own are added."""
        super().__init__()
        self._form, self._stops = form, stops
        self.letters: tuple[str, ...] = ()  # the keys that answer, in this language
        lines = [self._lines(each) for each in asks]
        self.setLayout(no_wider(hold(col(*lines, gap=0)), px(_WIDE)))

    def _lines(self, ask: Asks) -> QWidget:
        if isinstance(ask, str):
            return self._line(ask)
        line = self._line(ask.name)
        return hold(col(line, Followed(self._form, ask.name, [self._line(name) for name in ask.follow]), gap=0))

    def _line(self, name: str) -> QWidget:
        """A question with its answers at the right; any other field under its label."""
        described = self._form.model.described()[name]
        if not isinstance(described, Asked):
            field = generated_field(self._form, name)
            self._stops.append(field)
            return hold(col(field, pad=(0, 6, 0, 8)))
        editor = QuestionEditor(described)
        self.letters = tuple(editor.letters.values())
        field = self._form.field(name, editor=editor, bare=True)
        self._stops.append(field)
        editor.stepped.connect(partial(self._step, field))
        return hold(col(beside(_question(field, described.help), field), rule(), gap=5, pad=(0, 5, 0, 0)))

    def _step(self, field: FieldRow, step: int) -> None:
        """To the next question that is shown, or what followed from this one's answer."""
        at = self._stops.index(field)
        beyond = self._stops[at + 1 :] if step > 0 else self._stops[at - 1 :: -1] if at else []
        following = next((stop for stop in beyond if stop.isVisible()), None)
        if following is not None:
            focus_first(following)


class Followed(QWidget):
    """What matters after an answer only; shown with that answer, and where something stands in it already."""

    def __init__(self, form: Form, question: str, lines: Sequence[QWidget]) -> None:
        super().__init__()
        self._form, self._question = form, question
        self.setLayout(col(*lines, gap=0, pad=(24, 0, 0, 0)))
        self._fields: list[FieldRow] = []
        for line in lines:
            self._fields += line.findChildren(FieldRow)
        form.rows[question].editor.edited.connect(self._follow)
        form.shown.connect(self._follow)
        self.hide()

    def _follow(self, _row: object = None) -> None:
        asked = self._form.rows[self._question]
        self.setVisible(is_there(asked) or any(_holds_something(field) for field in self._fields))


def is_there(field: FieldRow) -> bool:
    """Whether a question is answered with yes, or a number is more than none."""
    value = _value(field)
    return value == "yes" if isinstance(field.described, Asked) else bool(value)


def _holds_something(field: FieldRow) -> bool:
    return bool(field.editor.typed())


def _value(field: FieldRow) -> Any:
    try:
        return field.editor.value()
    except NotYet:
        return None


def _question(field: FieldRow, help: str) -> QWidget:
    label = text(field.label, wrap=True)
    label.setBuddy(field.editor.target())
    label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    return hold(col(label, text(help, "caption", "quiet", wrap=True), gap=0)) if help else label
