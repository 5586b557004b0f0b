"""Checks on care around the plan: rights, who is responsible, how much care, safety, what comes after."""

import datetime
from collections.abc import Iterator

from recovery_desktop.dates import short_date
from recovery_desktop.plans.care_decisions import is_unexplained
from recovery_desktop.plans.consent import first_missing, force_of, missing
from recovery_desktop.plans.due import open_gates
from recovery_desktop.plans.joint_sessions import closed_people, is_private
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.readiness_checks.looked import Gap, Looked, at, is_blank, said_of, without
from recovery_desktop.plans.safety_answers import in_brief, is_private_step, private_action, unanswered_alerts
from recovery_desktop.plans.short import short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.aftercare import AftercareStep, DischargeCriterion, PreventionEntry
from recovery_desktop.records.client import LevelOfCare
from recovery_desktop.records.family import FamilySession
from recovery_desktop.records.sessions import CAME, Contact
from recovery_desktop.text import N_, _

_RECEIPTS = {
    "rights_explained_on": N_("not noted when the client’s rights were explained"),
    "privacy_notice_on": N_("not noted when the privacy notice was given"),
}
_NOT_HELD = ("declined", "contraindicated", "cancelled")


def rights_explained(looked: Looked) -> Iterator[Gap]:
    """The days are noted on which rights were explained and the privacy notice was given."""
    for field, words in _RECEIPTS.items():
        if looked.episode[field] is None:
            yield at(looked.episode, field, _(words))


def rights_before_first_visit(looked: Looked) -> Iterator[Gap]:
    """Both were done before the first visit, or on its day."""
    first = min((row["held_on"] for row in _visits(looked)), default=None)
    for field, words in _RECEIPTS.items():
        day: datetime.date | None = looked.episode[field]
        if day is None:
            yield at(looked.episode, field, _(words))
        elif first is not None and day > first:
            late = _("{what}: {day}, after the first visit on {first}")
            label = looked.episode.field(field).label
            said = late.format(what=label, day=short_date(day), first=short_date(first))
            yield at(looked.episode, field, said)


def responsible_counselor(looked: Looked) -> Iterator[Gap]:
    """One counselor is responsible."""
    if looked.episode.ref("counselor") is None:
        yield at(looked.episode, "counselor", _("no responsible counselor is named"))


def level_of_care(looked: Looked) -> Iterator[Gap]:
    """How much care was decided: what, when, by whom and with which tool; a reason where the guide said otherwise."""
    rows = [row for row in looked.episode.rows("levels_of_care") if row["chosen"]]
    if not rows:
        yield without(LevelOfCare, _("not decided how much care"))
        return
    last = rows[-1]
    has_tool = not (is_blank(last, "guide_edition") and is_blank(last, "outside_tool"))
    lacks = {
        "decided_on": _("no day") if last["decided_on"] is None else "",
        "decided_by": _("not said by whom") if last.ref("decided_by") is None else "",
        "outside_tool": "" if has_tool else _("no tool named"),
        "reason_for_difference": _("no reason for the difference") if is_unexplained(last) else "",
    }
    missing_here = [field for field, words in lacks.items() if words]
    if missing_here:
        words = _("decision on how much care: {lacks}").format(lacks=joined(lacks[field] for field in missing_here))
        yield at(last, missing_here[0], words)


def safety_answered(looked: Looked) -> Iterator[Gap]:
    """No safety answer and no safety step is open; of what is private no word is said."""
    for alert, row in unanswered_alerts(looked.episode):
        words = said_of(short(in_brief(alert, row["given_on"], looked.today)), _("no response recorded"))
        yield at(row, "responses", words)
    for row in open_gates(looked.episode):
        what = private_action() if is_private_step(row) else row["action"] or row["finding"]
        yield at(row, "status", said_of(short(what), _("safety step open")))


def releases_complete(looked: Looked) -> Iterator[Gap]:
    """Every release that was not revoked and has not ended has all that it needs, and is signed."""
    for row in looked.client.rows("releases"):
        force = force_of(row, looked.today)
        if force in ("unsigned", "incomplete"):
            lacks = missing(row)
            words = _("not signed") if force == "unsigned" else _("lacks {elements}").format(elements=joined(lacks))
            name = short(row["recipient"]) or _("Release")
            yield at(row, "signed_on" if force == "unsigned" else first_missing(row), said_of(name, words))


def family_sessions_explained(looked: Looked) -> Iterator[Gap]:
    """Family sessions are planned or held, or it is said why not; of one that is not held for a private reason no
    word is asked."""
    rows, closed = looked.episode.rows("family_sessions"), closed_people(looked.client)
    if not rows and not closed and not any(row["kind"] == "family" for row in _visits(looked)):
        yield without(FamilySession, _("no family session is planned, and not said why not"))
    for row in rows:
        if row["status"] in _NOT_HELD and is_blank(row, "outcome") and not is_private(row, closed):
            name = _("Family session: {kind}").format(kind=lower_first(row.shown("kind")))
            yield at(row, "outcome", said_of(name, _("not said why it was not held")))


def discharge_criteria_discussed(looked: Looked) -> Iterator[Gap]:
    """It is agreed with the client when this treatment is done."""
    rows = looked.episode.rows("discharge_criteria")
    if not rows:
        yield without(DischargeCriterion, _("not agreed when this treatment is done"))
    for row in rows:
        if row["discussed_on"] is None:
            yield at(row, "discussed_on", said_of(short(row["statement"]), _("not talked through with the client")))


def aftercare_begun(looked: Looked) -> Iterator[Gap]:
    """What comes after is begun: at least one step."""
    if not looked.episode.rows("aftercare_steps"):
        yield without(AftercareStep, _("no step of continuing care is planned"))


def overdose_plan(looked: Looked) -> Iterator[Gap]:
    """The relapse-prevention plan says what to do in an overdose."""
    if not any(row["kind"] == "overdose" for row in looked.episode.rows("prevention_entries")):
        yield without(PreventionEntry, _("nothing is written on what to do in an overdose"), "overdose")


def care_planned_in_notes(looked: Looked) -> Iterator[Gap]:
    """A note of a contact says how care is planned: at least one contact that was kept has a note."""
    if not any(not is_blank(row, "note") for row in _visits(looked)):
        yield without(Contact, _("no contact has a note yet"))


def _visits(looked: Looked) -> list[Entry]:
    return [row for row in looked.episode.rows("contacts") if row["held_on"] and row["attendance"] in CAME]
