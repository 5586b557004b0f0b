"""A gentle line where two answers do not fit together; it never stands in the way of saving."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from recovery_desktop.plans.second_look import Around, is_looked_at, remarks
from recovery_desktop.records.assessment import Administration, Assessment
from recovery_desktop.records.base import Record
from recovery_desktop.records.substances import Substance
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.composing import Part, parts_of
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import Item, col, hold, row
from recovery_desktop_ui.parts.message import announce
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import px

_MARGIN = 16  # pixels around the line when it is scrolled to
_ALCOHOL = ("audit", "audit-c")  # both begin with how often one drinks; 0 is never


class _Line(QWidget):
    """One place for the remarks; hidden while they stand elsewhere or everything fits."""

    def __init__(self) -> None:
        super().__init__()
        self.words = text("", "body", "care", wrap=True)
        line = row(hold(row(Icon("eye", "care"))), self.words, gap=8)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.hide()

    def come_into_sight(self) -> None:
        """Scrolls to the line where the field with the cursor stays in sight as well."""
        around, focused = self.parentWidget(), QApplication.focusWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea) and focused is not None and around.isAncestorOf(focused):
            ends = [each.mapTo(around, QPoint(0, at)).y() for each in (self, focused) for at in (0, each.height())]
            if max(ends) - min(ends) < around.viewport().height() - 2 * px(_MARGIN):
                around.ensureWidgetVisible(self, 0, px(_MARGIN))


class SecondLook(QObject):
    """Follows one form. A new remark stands below the part in which somebody types, where it is seen; when the form is
    opened the remarks stand at its head."""

    def __init__(self, form: Form) -> None:
        super().__init__(form)
        self._form, self._said = form, ""
        self.head = self._at = _Line()
        self._lines: dict[str, _Line] = {}  # by field, the line below its part
        self._place(self.head)
        form.shown.connect(self._open)
        form.saved.connect(self._follow)

    def below(self, names: Iterable[str]) -> QWidget:
        """The line to stand below a part with these fields."""
        line = _Line()
        self._lines |= dict.fromkeys(names, line)
        return line

    def _open(self, record: Record | None) -> None:
        self._say(" ".join(_remarks(record)) if record is not None else "", self.head)

    def _follow(self, name: str) -> None:
        found = " ".join(_remarks(self._form.row)) if self._form.row is not None else ""
        if found != self._said:
            self._say(found, self._lines.get(name, self.head))
            if found:
                announce(self._at, found)
                QTimer.singleShot(0, self._at, self._at.come_into_sight)

    def _say(self, found: str, line: _Line) -> None:
        self._said = found
        self._place(line)
        line.words.setText(found)
        line.setVisible(bool(found))

    def _place(self, line: _Line) -> None:
        self._at.hide()
        self._at.words.setObjectName("")
        self._at = line
        line.words.setObjectName(f"{self._form.model._meta.table_name}.second_look")


def with_second_look(form: Form, parts: Sequence[Part]) -> list[Item]:
    """The parts of a form one below the other, with the places for what does not fit if there is anything to compare
    in its rows."""
    items = parts_of(form, parts)
    if not is_looked_at(form.model._meta.table_name):
        return items
    look = SecondLook(form)
    names = ((name for block in each.blocks for name in block.names()) for each in parts)
    placed = (hold(col(item, look.below(those), gap=8)) for item, those in zip(items, names, strict=True))
    return [look.head, *placed]


def _remarks(record: Record) -> tuple[str, ...]:
    assessment: Any = record
    while not isinstance(assessment, Assessment):
        owner = type(assessment).owner()
        assessment = getattr(assessment, owner.name)
    client = assessment.episode.client
    rows = Substance.select().where(Substance.assessment == assessment)
    asked_on = assessment.started_on or today()
    grid = tuple(_values(each) for each in rows)
    around = Around(today(), asked_on, client.birth_date, client.sex, grid, _never_drinks(assessment.episode))
    return remarks(type(record)._meta.table_name, _values(record), around)


def _never_drinks(episode: Record) -> str:
    """The newest questionnaire on alcohol, if its first answer is never."""
    query = Administration.select().where((Administration.episode == episode) & Administration.instrument.in_(_ALCOHOL))
    newest = query.order_by(Administration.given_on.desc(nulls="last"), Administration.id.desc()).first()
    return (newest.name or newest.instrument.upper()) if newest is not None and newest.responses.get("1") == 0 else ""


def _values(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.described()}
