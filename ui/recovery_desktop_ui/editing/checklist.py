"""Questions one below the other, answered by one key each; what only matters after an answer stands below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from recovery_desktop.records.fields import Asked, Choice
from recovery_desktop_ui.editing.field_row import FieldRow
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.generated import generated_field
from recovery_desktop_ui.parts.editors.base import NotYet
from recovery_desktop_ui.parts.editors.segments import QuestionEditor
from recovery_desktop_ui.parts.layouts import beside, col, hold, no_wider, rule
from recovery_desktop_ui.parts.tab_order import focus_first
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import is_large, px, space

_WIDE = 720  # a question and its answers further apart are hard to follow across


@dataclass(frozen=True)
class Then:
    """A question or a number, and the fields that matter once it is answered with yes or more than none, or with one of
    `answers`."""

    name: str
    follow: tuple[str, ...]
    answers: tuple[str, ...] = ("yes",)


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
        self.is_list = len(asks) > 1  # so that there is another question to go on to
        # one grid for all: lines with layouts of their own, each as high as its width asks, are dear to lay out
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(space(16))
        self._grid.setVerticalSpacing(space(5))
        self._grid.setColumnStretch(0, 1)
        for ask in asks:
            self._add(ask)
        self.setLayout(no_wider(hold(self._grid), px(_WIDE)))
        self._grid.setContentsMargins(0, 0, 0, 0)

    def _add(self, ask: Asks) -> None:
        if isinstance(ask, str):
            self._add_question(ask)
            return
        self._add_question(ask.name)
        inner = [self._following(name) for name in ask.follow]
        self._add_wide(Followed(self._form, ask, inner))

    def _add_question(self, name: str) -> None:
        """A question with its answers at the right, or below it for large text."""
        field, label = self._question(name)
        if is_large():
            self._add_wide(label)
            self._add_wide(field)
        else:
            self._grid.addWidget(label, self._grid.rowCount(), 0)
            self._grid.addWidget(field, self._grid.rowCount() - 1, 1)
        self._add_wide(rule())

    def _add_wide(self, widget: QWidget) -> None:
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def _following(self, name: str) -> QWidget:
        """A question that follows from another's answer, or any other field under its label."""
        if isinstance(self._form.model.described()[name], Asked):
            field, label = self._question(name)
            return hold(col(beside(label, field), rule(), gap=5, pad=(0, 5, 0, 0)))
        other = generated_field(self._form, name)
        self._stops.append(other)
        return hold(col(other, pad=(0, 2, 0, 8)))

    def _question(self, name: str) -> tuple[FieldRow, QWidget]:
        described = self._form.model.described()[name]
        assert isinstance(described, Asked)
        editor = QuestionEditor(described)
        self.letters = tuple(editor.letters.values())
        field = self._form.field(name, editor=editor, bare=True)
        self._stops.append(field)
        editor.stepped.connect(partial(self._step, field))
        return field, _label(field, described.help)

    def _step(self, field: FieldRow, step: int) -> None:
        """To the next question that is shown, or what followed from this one's answer."""
        at = self._stops.index(field)
        beyond = self._stops[at + 1 :] if step > 0 else self._stops[at - 1 :: -1] if at else []
        following = next((stop for stop in beyond if stop.isVisible()), None)
        if following is not None:
            focus_first(following)


class Followed(QWidget):
    """What matters after an answer only; shown with that answer, and where something stands in it already."""

    def __init__(self, form: Form, ask: Then, lines: Sequence[QWidget], *, indent: int = 24) -> None:
        super().__init__()
        self._form, self._ask = form, ask
        self.setLayout(col(*lines, gap=0, pad=(indent, 0, 0, 0)))
        self._fields: list[FieldRow] = []
        for line in lines:
            self._fields += line.findChildren(FieldRow)
        form.rows[ask.name].editor.edited.connect(self._follow)
        form.shown.connect(self._follow)
        self.hide()

    def _follow(self, _row: object = None) -> None:
        asked = self._form.rows[self._ask.name]
        self.setVisible(_is_there(asked, self._ask.answers) or any(_holds_something(field) for field in self._fields))


def _is_there(field: FieldRow, answers: Sequence[str]) -> bool:
    value = _value(field)
    return value in answers if isinstance(field.described, Choice) else bool(value)


def _holds_something(field: FieldRow) -> bool:
    return bool(field.editor.typed())


def _value(field: FieldRow) -> Any:
    try:
        return field.editor.value()
    except NotYet:
        return None


def _label(field: FieldRow, help: str) -> QWidget:
    label = text(field.label, wrap=True)
    label.setBuddy(field.editor.target())
    label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    return hold(col(label, text(help, "caption", "quiet", wrap=True), gap=0)) if help else label
