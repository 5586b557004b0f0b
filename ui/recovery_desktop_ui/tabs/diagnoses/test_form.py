"""The form of a test, in the order in which one types it: same as last time, kind, for what, result."""

from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.records.base import Record
from recovery_desktop.records.diagnoses import TestResult
from recovery_desktop.text import N_, _
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.checklist import Followed, Then
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.editors.going_on import NumberedChoice
from recovery_desktop_ui.parts.layouts import Columns, col, hold

SAME = "test_result.same"
_FOUND = ("negative", "positive", "normal", "abnormal", "invalid")
_TOLD = ("positive", "abnormal")
_SHORT = {"declined": N_("Declined")}


def test_form(form: Form) -> QWidget:
    """What was tested for and what came of it; a value where one was found, and whether it is confirmed."""
    same = _SameAsLastTime(form)
    kind = form.field("kind", editor=NumberedChoice(TestResult.kind))
    what = Columns(form.field("tested_for"), form.field("taken_on", past=True), least=280, shares=(3, 2))
    result = form.field("result", editor=NumberedChoice(TestResult.result, _SHORT))
    value = Followed(form, Then("result", ("value",), answers=_FOUND), [form.field("value")], indent=0)
    confirmed = Followed(form, Then("result", ("confirmed",), answers=_TOLD), [form.field("confirmed")], indent=0)
    found = Columns(value, confirmed, least=280)
    return hold(col(same, kind, what, result, found, form.field("note"), gap=16))


class _SameAsLastTime(QWidget):
    """Enters kind and substances of the test before, and goes on to the result; gone once either stands there."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self._last: TestResult | None = None
        self._press = button("", glyph="repeat", does=self._take)
        self._press.setObjectName(SAME)
        self.setLayout(col(self._press, gap=0))
        form.shown.connect(self._follow)
        form.saved.connect(lambda _name: self._follow(form.row))

    def _follow(self, row: Record | None) -> None:
        self._last = _before(row) if isinstance(row, TestResult) and not (row.kind or row.tested_for) else None
        if self._last is not None:
            kind = lower_first(as_entry(self._last).shown("kind"))
            words = _("Same as last time: {test}").format(test=joined([kind, self._last.tested_for]))
            self._press.setText(words)
            self._press.setAccessibleName(words)
        self.setVisible(self._last is not None)

    def _take(self) -> None:
        form, last = self._form, self._last
        row = form.row
        if row is None or last is None or not form.keeper.flush():
            return
        form.focus("result")
        form.keeper.attempt(lambda: form.keeper.save(row, kind=last.kind, tested_for=last.tested_for))
        form.refresh()
        form.saved.emit("kind")


def _before(row: TestResult) -> TestResult | None:
    """The newest test that says what it was for."""
    every = TestResult.select().where((TestResult.episode == row.episode) & (TestResult.id != row.id))
    told = [each for each in every if each.taken_on and (each.kind or each.tested_for)]
    return max(told, key=lambda each: (each.taken_on, each.id), default=None)
