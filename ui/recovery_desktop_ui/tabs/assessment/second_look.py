"""A gentle line below a form where two answers do not fit together; it never stands in the way of saving."""

from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.second_look import Around, is_looked_at, remarks
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.base import Record
from recovery_desktop.records.substances import Substance
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import hold, row
from recovery_desktop_ui.parts.message import announce
from recovery_desktop_ui.parts.texts import text


class SecondLook(QWidget):
    """Follows one form; hidden while everything fits."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self._words = text("", "body", "care", wrap=True)
        self._words.setObjectName(f"{form.model._meta.table_name}.second_look")
        line = row(hold(row(Icon("eye", "care"))), self._words, gap=8)
        line.setStretch(1, 1)
        self.setLayout(line)
        form.shown.connect(lambda _row: self._look(tells=False))
        form.saved.connect(lambda _name: self._look(tells=True))
        self.hide()

    def _look(self, tells: bool) -> None:
        record = self._form.row
        found = " ".join(_remarks(record)) if record is not None else ""
        is_new = bool(found) and found != self._words.text()
        self._words.setText(found)
        self.setVisible(bool(found))
        if tells and is_new:
            announce(self, found)


def second_look(form: Form) -> list[QWidget]:
    """The line for a form, if there is anything to compare in its rows."""
    return [SecondLook(form)] if is_looked_at(form.model._meta.table_name) else []


def _remarks(record: Record) -> tuple[str, ...]:
    assessment: Any = record
    while not isinstance(assessment, Assessment):
        owner = type(assessment).owner()
        assessment = getattr(assessment, owner.name)
    client = assessment.episode.client
    rows = Substance.select().where(Substance.assessment == assessment)
    asked_on = assessment.started_on or today()
    around = Around(today(), asked_on, client.birth_date, client.sex, tuple(_values(each) for each in rows))
    return remarks(type(record)._meta.table_name, _values(record), around)


def _values(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.described()}
