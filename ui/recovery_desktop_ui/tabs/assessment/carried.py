"""Says of a section that it was carried over from the assessment before, until it is kept or changed."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from recovery_desktop.dates import long_date
from recovery_desktop.records.assessment import Assessment, Carried, Section
from recovery_desktop.records.base import Record
from recovery_desktop.records.carrying import CARRIED
from recovery_desktop.text import _
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.sheet import Sheet
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.groups import PAGE_WIDE
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import beside, hold, no_wider, row
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import px

KEPT = "kept"


class CarriedBar(QWidget):
    """Stands above a section of the assessment; hidden where nothing waits to be reviewed."""

    def __init__(self, keeper: Keeper, models: tuple[type[Carried], ...]) -> None:
        """`models` are the section and its lists."""
        super().__init__()
        self._keeper, self._models = keeper, models
        self._assessment: Assessment | None = None
        self._words = text("", "body", wrap=True)
        keep = button(_("Keep it as it is"), "plain", "check", does=self._keep)
        keep.setObjectName("carried.keep")
        says = row(Icon("repeat", "care"), self._words, gap=10)
        says.setStretch(1, 1)
        inside = beside(hold(says), keep, gap=16)
        inside.setContentsMargins(px(14), px(8), px(14), px(8))
        self.setLayout(no_wider(Card(inside, "care_soft"), px(PAGE_WIDE)))
        self.setObjectName("carried")
        keeper.changed.connect(self._follow)
        self.hide()

    def show_assessment(self, opened: OpenClient) -> None:
        """Looks whether something in this assessment waits to be reviewed."""
        self._assessment = opened.assessment
        self._say()

    def _follow(self, model: type[Record], _number: int) -> None:
        if model in self._models:
            self._say()

    def _say(self) -> None:
        waits = self._assessment is not None and next(self._waiting(), None) is not None
        if waits:
            day = long_date(before_of(self._assessment)) if before_of(self._assessment) else ""
            since = _("Carried over from {day}, not yet reviewed.") if day else _("Carried over, not yet reviewed.")
            hint = _("Ask again and change what is different, or keep it.")
            self._words.setText(f"{since.format(day=day)} {hint}")
        self.setVisible(waits)

    def _waiting(self) -> Iterator[Carried]:
        for model in self._models:
            yield from carried_rows(model, self._assessment)

    def _keep(self) -> None:
        """All of the section was gone through and holds still; one step to undo."""
        if self._keeper.flush():
            self._keeper.attempt(self._keep_all)

    def _keep_all(self) -> None:
        with self._keeper.history.group(_("keep what was carried over")):
            for each in list(self._waiting()):
                self._keeper.save(each, review=KEPT)


def carried_rows(model: type[Carried], assessment: Assessment | None) -> Any:
    """The rows of an assessment that wait to be reviewed."""
    return model.select().where((model.owner() == assessment) & (model.review == CARRIED))


def before_of(assessment: Assessment | None) -> Any:
    """The day of the assessment before this one; None when it is not known."""
    if assessment is None:
        return None
    same = (Assessment.episode == assessment.episode) & (Assessment.id < assessment.id)
    before = Assessment.select().where(same).order_by(Assessment.id.desc()).first()
    return (before.completed_on or before.started_on) if before is not None else None


def with_carried(sheet: Sheet, models: tuple[type[Carried], ...]) -> Sheet:
    """A section with the bar above it, which is filled along with it."""
    bar = CarriedBar(sheet.keeper, models)
    layout = sheet.layout()
    assert isinstance(layout, QBoxLayout)
    layout.insertWidget(0, bar)
    sheet.also_filled.append(bar.show_assessment)
    for form in sheet.forms:
        if issubclass(form.model, Section):
            sheet.keeper.changed.connect(partial(_show_day, form))
    return sheet


def _show_day(form: Form, model: type[Record], number: int) -> None:
    """The day on which the section was asked, which moved on when what was carried was kept or changed."""
    if form.row is None or (model, number) != (form.model, form.row.id):
        return
    stored: Any = model.get_or_none(model.id == number)
    shown, focused = form.rows["asked_on"], QApplication.focusWidget()
    if stored is not None and not (focused is not None and shown.isAncestorOf(focused)):
        shown.put(stored.asked_on)
