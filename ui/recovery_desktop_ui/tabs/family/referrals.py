"""Referrals to others, each with what came of it."""

from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined
from recovery_desktop.records.family import NOT_ATTENDED_YET, Referral
from recovery_desktop.text import _
from recovery_desktop.when import when
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.across import across
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.pointers import pointer_field
from recovery_desktop_ui.parts.icons import tone_of
from recovery_desktop_ui.parts.layouts import Columns, col, hold
from recovery_desktop_ui.parts.row_head import RowWords


def referral_form(form: Form) -> QWidget:
    """All fields of a referral. Choosing from the directory fills in name and phone where they are empty."""
    form.saved.connect(lambda name: _take_over(form) if name == "resource" else None)
    form.row_made.connect(lambda _row: _take_over(form))
    from_directory = pointer_field(form, "resource")
    return hold(
        col(
            Columns(from_directory, form.field("recipient"), form.field("phone"), least=216, gap=16),
            form.field("reason"),
            across(form, "status", "made_on", "appointment_on"),
            Columns(form.field("result"), form.field("result_on"), least=216, gap=16, shares=(2, 1)),
            gap=14,
        )
    )


def _take_over(form: Form) -> None:
    """Fills the recipient and phone in from the directory; what was typed stays."""
    referral: Any = form.row
    entry = referral.resource
    if entry is None:
        return
    taken = {"recipient": entry.name, "phone": entry.phone}
    missing = {name: words for name, words in taken.items() if words and not getattr(referral, name)}
    if missing:
        form.keeper.attempt(lambda: form.keeper.save(referral, **missing))
        for name, words in missing.items():
            form.rows[name].put(words)


def referral_words(referral: Referral) -> RowWords:
    """A referral in one line; one whose result is not known asks for it."""
    mark, state = _state(referral)
    resource = referral.resource
    return RowWords(
        referral.recipient or (resource.name if resource else "") or _("No recipient yet"),
        joined([referral.reason, referral.result], " → "),
        state,
        mark,
        dim=mark == "closed",
        tone=tone_of(mark),
    )


def _state(referral: Referral) -> tuple[str, str]:
    status = referral.described()["status"].shown(referral.status)
    if referral.status not in NOT_ATTENDED_YET:
        if not referral.result.strip():
            return "care", _("{status}: what came of it?").format(status=status)
        kind = "done" if referral.status == "attended" else "closed"
        return kind, joined([status, short_date(referral.result_on)], " ")
    appointment = referral.appointment_on
    if appointment is not None and appointment < today():
        return "care", _("appointment {day}: what came of it?").format(day=short_date(appointment))
    return "started", joined([status or _("Not made yet"), when(appointment, today()) if appointment else ""], ", ")
