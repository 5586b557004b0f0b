"""The form of a diagnosis: its code, what it is called, how it stands, and who made it when."""

import datetime

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.diagnoses import Diagnosis
from recovery_desktop.text import N_, _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.checklist import Then
from recovery_desktop_ui.editing.composing import After, Fields, Questions, Wide, composed_form, part
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import Columns, beside, col, hold
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.diagnoses.coding import CodeNote, code_field

_BELOW = (
    part("", Fields(("kind", "role", "status")), Questions(("provisional",))),
    part(
        N_("How it stands"),
        After(Then("kind", ("severity", "remission"), answers=("use_disorder", "mental", "medical"))),
        After(Then("kind", ("substance", "topics_met"), answers=("use_disorder",))),
        After(Then("kind", ("onset",), answers=("mental", "medical"))),
        Wide("specifiers"),
    ),
    part(
        N_("Who and when"),
        Fields(("diagnosed_by", "diagnosed_on")),
        Fields(("to_be_confirmed_by", "review_on")),
        Fields(("entered_by", "entered_on")),
    ),
    part("", Fields(("basis",))),
)
_FOUR_WEEKS = datetime.timedelta(weeks=4)


def diagnosis_form(form: Form) -> QWidget:
    """The code and the name first: choosing a code fills both."""
    code, code_set, name = code_field(form), form.field("code_set"), form.field("name")
    head = hold(col(Columns(code, code_set, least=240), CodeNote(form), name, gap=12))
    return hold(col(head, composed_form(form, _BELOW), FourWeeks(form), gap=20))


class FourWeeks(QWidget):
    """For a mood or anxiety diagnosis that began with use: look again about four weeks without it (TIP 42)."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        words = _(
            "It began with the use or after it. Keep it provisional and look again after about four weeks without use; "
            "whoever is severely ill is not made to wait (TIP 42)."
        )
        again = button(_("Look again in four weeks"), "plain", "calendar", does=self._plan)
        again.setObjectName("diagnosis.four_weeks")
        self.setLayout(beside(text(words, "body", "care", wrap=True), again))
        form.shown.connect(lambda _row: self._follow())
        form.saved.connect(lambda _name: self._follow())
        self.hide()

    def _follow(self) -> None:
        row = self._form.row
        self.setVisible(isinstance(row, Diagnosis) and waits_for_review(row))

    def _plan(self) -> None:
        row = self._form.row
        if row is not None and self._form.keeper.flush():
            values = {"review_on": today() + _FOUR_WEEKS, "provisional": "yes"}
            self._form.keeper.attempt(lambda: self._form.keeper.save(row, **values))
            self._form.refresh()


def waits_for_review(row: Diagnosis) -> bool:
    """Whether a condition of the mind came with use and no day is set to look at it again."""
    came_with_use = row.onset in ("after", "same")
    return row.kind == "mental" and came_with_use and row.review_on is None and row.status in ("", "active")
