"""The forms of a service and of a safety step, and what their lines say."""

from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import in_quotes, joined, lower_first
from recovery_desktop.plans.safety_answers import is_private_step, private_action
from recovery_desktop.records.goals import NeedSafetyStep, NeedService
from recovery_desktop.records.therapies import OPEN_GATE, SafetyStep, Service
from recovery_desktop.text import N_, _
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.checklist import Followed, Then
from recovery_desktop_ui.editing.composing import After, Fields, composed_form, part
from recovery_desktop_ui.editing.dose import dose_row, dose_words
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.needs_answered import needs_answered
from recovery_desktop_ui.editing.remark import Remark
from recovery_desktop_ui.editing.tests_counted import brief_of_service
from recovery_desktop_ui.parts.layouts import col, hold
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.therapies.from_library import NameOfService

_SAFETY_STEP = (
    part("", Fields(("action", "finding"))),
    part(
        N_("What was done"),
        Fields(("status",)),
        Fields(("done_on", "done_by")),
        Fields(("response",)),
        Fields(("gate",)),
    ),
)
_DECIDED = (
    Fields(("decision", "decided_on")),
    Fields(("decision_reason",)),
    After(Then("decision", ("alternative",), answers=("declined", "advised_against"))),
    After(Then("decision", ("deferred_until", "look_again_on"), answers=("deferred", "declined"))),
)
_KIND = (part("", Fields(("modality",))),)
_OFFERED = (
    part(
        N_("Why it was offered"),
        Fields(("because_of", "reason")),
        Fields(("evidence", "evidence_source", "rules")),
    ),
)
_GIVEN = (part("", Fields(("formats", "places", "day_times")), Fields(("provider", "starts_on", "ends_on"))),)
_GIVEN_WHEN = ("", "open", "accepted", "deferred")
_CHANGED = (part("", Fields(("change_reason",))),)


def safety_step_form(form: Form) -> QWidget:
    """What is to be done, and what was; what makes it a response is said beforehand."""
    words = _(
        "It is a response, and the sign goes away, once it says what was done, by whom and when, and that it is done, "
        "declined or to be watched for."
    )
    needs = needs_answered(form, NeedSafetyStep)
    return hold(col(composed_form(form, _SAFETY_STEP), text(words, "caption", "quiet", wrap=True), needs, gap=14))


def _never_due(row: Service) -> bool:
    """Whether something is to be brought up again and has no day on which it would be."""
    return row.decision in ("deferred", "declined") and bool(row.deferred_until) and row.look_again_on is None


def _decision(form: Form) -> QWidget:
    words = _("Give it a day in “Ask again on”: words alone do not bring it up in what is due.")
    remark = Remark(form, words, _never_due, f"{form.name}.never_due")
    return hold(col(composed_form(form, (part(N_("What the client decided"), *_DECIDED),)), remark, gap=10))


def service_form(form: Form) -> QWidget:
    """All fields of a service."""
    name = NameOfService(form)  # first: the cursor goes to the first field that is made
    kind, offered, changed = (composed_form(form, parts) for parts in (_KIND, _OFFERED, _CHANGED))
    return hold(col(name, kind, _decision(form), offered, _way(form), changed, gap=20))


def decision_form(form: Form) -> QWidget:
    """What is entered where a suggestion is decided on: the decision, and the way it is given once it is accepted."""
    return hold(col(_decision(form), _way(form), gap=20))


def _way(form: Form) -> QWidget:
    given = hold(col(text(_("How it is given"), "strong"), dose_row(form), gap=12))
    needs = needs_answered(form, NeedService)
    way = hold(col(given, composed_form(form, _GIVEN), gap=20))
    return hold(col(Followed(form, Then("decision", (), answers=_GIVEN_WHEN), [way], indent=0), needs, gap=20))


def step_words(row: SafetyStep) -> RowWords:
    """What is to be done and why; what became of it at the right."""
    entry = as_entry(row)
    is_open = row.status in OPEN_GATE
    state = joined([lower_first(entry.shown("status") or _("Open")), short_date(row.done_on)], " ")
    mark, tone = ("alarm", "alarm") if is_open else ("done" if row.status == "done" else "closed", "quiet")
    if is_private_step(entry):
        return RowWords(private_action(), "", state, mark, tone=tone)
    return RowWords(row.action, row.finding, state, mark, tone=tone)


def service_words(row: Service) -> RowWords:
    """Its name, what the tests say that it rewards, how often and how long, the client's reason; since when at the
    right."""
    entry = as_entry(row)
    way = joined([dose_words(row), lower_first(entry.shown("formats")), row.provider], " · ")
    is_off = row.decision in ("declined", "advised_against")
    reason = in_quotes(row.decision_reason) if row.decision != "accepted" else ""
    instead = _("instead: {what}").format(what=row.alternative) if row.alternative else ""
    changed = _("changed: {reason}").format(reason=row.change_reason) if row.change_reason else ""
    sub = joined([reason, instead, changed, brief_of_service(row), way or row.because_of], " · ")
    return RowWords(row.name, sub, again(row) or _span(row), dim=is_off)


def again(row: Service) -> str:
    """When a service that was put off or declined is to be brought up again, in words; empty when not."""
    until = row.deferred_until or short_date(row.look_again_on)
    return _("again {when}").format(when=until) if row.decision in ("deferred", "declined") and until else ""


def _span(row: Service) -> str:
    if row.ends_on:
        return _("until {day}").format(day=short_date(row.ends_on))
    return _("from {day}").format(day=short_date(row.starts_on)) if row.starts_on else ""
