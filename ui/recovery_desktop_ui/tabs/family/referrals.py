"""Referrals to others, each with its next step and with what came of it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.referral_steps import next_step, state
from recovery_desktop.records.base import Record
from recovery_desktop.records.family import Referral
from recovery_desktop.records.goals import Need, NeedReferral
from recovery_desktop.records.practice import Resource
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.across import across
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.helps_with import HelpsWith
from recovery_desktop_ui.editing.needs_answered import needs_answered
from recovery_desktop_ui.editing.pointers import options_for
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.editing.remark import Remark
from recovery_desktop_ui.parts.icons import tone_of
from recovery_desktop_ui.parts.layouts import Columns, col, hold
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.parts.texts import text


def referral_form(form: Form) -> QWidget:
    """All fields of a referral. Choosing from the directory fills in name and phone."""
    form.saved.connect(lambda name: _take_over(form) if name == "resource" else None)
    form.saved.connect(lambda name: _date_result(form) if name == "result" else None)
    form.row_made.connect(lambda _row: _take_over(form))
    directory = FromDirectory(form)
    return hold(
        col(
            Columns(*directory.parts, least=216, gap=16, shares=(1, 2)),
            Remark(
                form,
                _("Nobody has verified this entry for a year: call there before the client goes."),
                lambda row: row.resource is not None and not row.resource.is_verified(today()),
                "referral.verify",
            ),
            Columns(form.field("recipient"), form.field("phone"), least=216, gap=16, shares=(2, 1)),
            form.field("reason"),
            across(form, "status", "made_on", "appointment_on"),
            Columns(form.field("result"), form.field("result_on"), least=216, gap=16, shares=(2, 1)),
            needs_answered(form, NeedReferral),
            gap=14,
        )
    )


class FromDirectory:
    """The entries of the directory to choose from: those that help with the need the referral answers, if there are
    any, or with the area that is chosen."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._helps = HelpsWith("referral.area")
        self._all = options_for(form, "resource")
        self._helps.chosen.connect(form.renew_options)
        form.shown.connect(self._follow)
        labelled = hold(col(text(_("Helps with"), "caption", "quiet"), self._helps, None, gap=3))
        self.parts = labelled, form.field("resource", options=self._options)

    def _options(self) -> Sequence[tuple[int | None, str]]:
        area, named = self._helps.area, getattr(self._form.row, "resource_id", None)
        fitting = {named, *(one.id for one in Resource.select() if not area or area in one.needs)}
        return [(number, words) for number, words in self._all() if number in fitting]

    def _follow(self, referral: Record | None) -> None:
        needs = Need.select().join(NeedReferral).where(NeedReferral.referral == referral) if referral else ()
        helped = {area for one in Resource.select() for area in one.needs}
        self._helps.show_area(next((need.domain for need in needs if need.domain in helped), ""))
        self._form.renew_options()


def _take_over(form: Form) -> None:
    """Writes the recipient and phone of the entry that was chosen; what was typed by hand stays."""
    referral: Any = form.row
    entry = referral.resource
    if entry is None:
        return
    known = list(Resource.select())
    from_directory = {"recipient": {one.name for one in known}, "phone": {one.phone for one in known}}
    chosen = {"recipient": entry.name, "phone": entry.phone}
    taken = {
        name: words
        for name, words in chosen.items()
        if words != getattr(referral, name) and getattr(referral, name) in {"", *from_directory[name]}
    }
    _write(form, **taken)


def _date_result(form: Form) -> None:
    """A result without a day is of today."""
    referral: Any = form.row
    if referral.result.strip() and referral.result_on is None:
        _write(form, result_on=today())


def _write(form: Form, **values: Any) -> None:
    if values and form.row is not None:
        row = form.row
        form.keeper.attempt(lambda: form.keeper.save(row, **values))
        for name, value in values.items():
            form.rows[name].put(value)


def take_next_step(rows: RecordList, referral: Referral) -> None:
    """Writes the next state with today's day; where more is to be written, the cursor goes there."""
    step = next_step(as_entry(referral), today())
    if step is None or not rows.keeper.flush():
        return
    if step.changes:
        rows.keeper.attempt(lambda: rows.keeper.save(referral, **step.changes))
        rows.refresh()
    if step.then:
        rows.reveal(Referral, referral.id, step.then)


def referral_words(referral: Referral) -> RowWords:
    """A referral in one line; one whose result is not known asks for it."""
    entry = as_entry(referral)
    mark, said = state(entry, today())
    step = next_step(entry, today())
    resource = referral.resource
    return RowWords(
        referral.recipient or (resource.name if resource else "") or _("No recipient yet"),
        joined([referral.reason, referral.result], " → "),
        said,
        mark,
        dim=mark == "closed",
        tone=tone_of(mark),
        step=step.words if step else "",
    )
