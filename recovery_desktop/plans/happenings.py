"""All that happened in a client's care, one thing after the other, each with where it stands in the record.

What is about violence at home, and counseling notes, are not among it: who looks at the screen beside the client may
read along.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from recovery_desktop.figures import figure
from recovery_desktop.plans.hours_of_care import day_after, hours_a_week, hours_of_care
from recovery_desktop.plans.joint_sessions import is_held
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.plan_diagnoses import is_of_violence
from recovery_desktop.plans.plan_findings import is_private
from recovery_desktop.plans.safety_answers import is_private_step
from recovery_desktop.plans.short import goal_title, short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.base import Record
from recovery_desktop.records.fields import Choices
from recovery_desktop.records.sessions import CAME
from recovery_desktop.records.therapies import OPEN_GATE
from recovery_desktop.text import N_, _, ngettext

KINDS: Choices = {
    "care": N_("Care and plan"),
    "setback": N_("Setbacks and crises"),
    "safety": N_("Safety"),
    "goal": N_("Goals"),
    "diagnosis": N_("Diagnoses"),
    "service": N_("Level of care and services"),
    "score": N_("Questionnaires"),
    "test": N_("Tests"),
    "contact": N_("Sessions"),
    "family": N_("Family"),
    "referral": N_("Referrals"),
    "follow_up": N_("Follow-ups"),
}
"""In the order in which what happened on one day is told."""
ENDINGS = ("met", "changed", "paused", "dropped")
_LETTERS = 64


@dataclass(frozen=True)
class Happening:
    """One thing of one day, of one of the KINDS, with where it stands; `is_bad` where something was missed or went
    wrong."""

    on: datetime.date
    kind: str
    words: str
    is_bad: bool
    episode: int
    model: type[Record]
    number: int
    field: str


_Told = tuple[datetime.date | None, str, str, Entry, str, bool]


def happenings(client: Entry, today: datetime.date) -> tuple[Happening, ...]:
    """Of all episodes until today, the earliest first."""
    return tuple(one for episode in client.rows("episodes") for one in of_episode(episode, today))


def of_episode(episode: Entry, today: datetime.date) -> tuple[Happening, ...]:
    """Of one episode until today, the earliest first."""
    found = [
        Happening(on, kind, words, is_bad, episode.number, entry.model, entry.number, field)
        for tell in _TELLERS
        for on, kind, words, entry, field, is_bad in tell(episode)
        if on is not None and on <= today
    ]
    order = list(KINDS)
    return tuple(sorted(found, key=lambda one: (one.on, order.index(one.kind))))


def _care(episode: Entry) -> Iterator[_Told]:
    source = lower_first(episode.shown("referral_source"))
    intake = _("Intake, referred by: {source}").format(source=source) if source else _("Intake")
    yield episode["intake_on"], "care", intake, episode, "intake_on", False
    if episode["admitted_on"] != episode["intake_on"]:
        yield episode["admitted_on"], "care", _("Admitted"), episode, "admitted_on", False
    for row in episode.rows("plan_versions"):
        is_bad = row["reason"] == "setback"
        words = _("Plan version {number}").format(number=row["number"])
        reason = lower_first(row.shown("reason")) if row["number"] != 1 else ""
        told = joined([words, reason], ": ")
        yield row["dated_on"], "setback" if is_bad else "care", told, row, "reason", is_bad
    for row in episode.rows("levels_of_care"):
        chosen = lower_first(row.shown("chosen"))
        if chosen:
            words = _("Level of care: {level}").format(level=chosen)
            yield row["decided_on"], "service", words, row, "chosen", False
    reason = lower_first(episode.shown("discharge_reason"))
    discharged = _("Discharged: {reason}").format(reason=reason) if reason else _("Discharged")
    yield episode["discharged_on"], "care", discharged, episode, "discharged_on", False


def _diagnoses(episode: Entry) -> Iterator[_Told]:
    for row in episode.rows("diagnoses"):
        if is_of_violence(row):
            continue
        words = _("Diagnosis: {what}").format(what=row["name"])
        yield row["diagnosed_on"] or row["entered_on"], "diagnosis", words, row, "name", False


def _services(episode: Entry) -> Iterator[_Told]:
    """Services as they begin and end, with what care comes to from then on."""
    in_all = {stretch.since: stretch.hours for stretch in hours_of_care(episode)}
    for row in episode.rows("services"):
        if row["decision"] != "accepted":
            continue
        for day, words, field in (
            (row["starts_on"], _("Begins: {service}"), "starts_on"),
            (day_after(row), _("Ended: {service}"), "ends_on"),
        ):
            counted = hours_a_week(row) and day in in_all
            now = _hours(in_all[day]) if counted and day is not None else ""
            yield day, "service", joined([words.format(service=row["name"]), now], "; "), row, field, False


def _hours(hours: float) -> str:
    words = ngettext("now {hours} hour of care a week", "now {hours} hours of care a week", round(hours))
    return words.format(hours=figure(hours))


def _scores(episode: Entry) -> Iterator[_Told]:
    for row in episode.rows("administrations"):
        if not is_private(row):
            yield row["given_on"], "score", _score(row), row, "given_on", False


def _score(row: Entry) -> str:
    total = next((score for score in row.rows("scores") if not score["scale"]), None)
    value = figure(total["value"]) if total and total["value"] is not None else ""
    name = joined([row["name"] or row["instrument"], value], " ")
    return joined([name, total["band"] if total else ""])


def _tests(episode: Entry) -> Iterator[_Told]:
    for row in episode.rows("test_results"):
        what = joined([row.shown("kind") or _("Test"), row["tested_for"]], ": ")
        words = joined([what, lower_first(row.shown("result"))])
        yield row["taken_on"], "test", words, row, "result", row["result"] == "missed"


def _contacts(episode: Entry) -> Iterator[_Told]:
    for row in episode.rows("contacts"):
        kind = row.shown("kind") or _("Contact")
        attendance = "" if row["attendance"] in CAME else lower_first(row.shown("attendance"))
        words = joined([joined([kind, attendance]), short(row["note"], _LETTERS)], ": ")
        is_crisis = row["kind"] == "crisis"
        is_bad = is_crisis or row["attendance"] == "missed"
        yield row["held_on"], "setback" if is_crisis else "contact", words, row, "held_on", is_bad


def _family(episode: Entry) -> Iterator[_Told]:
    for row in episode.rows("family_sessions"):
        people = joined(person["name"].split(" ")[0] for person in row.tied("people"))
        words = _("Family session with {people}").format(people=people) if people else _("Family session")
        if is_held(row):
            yield row["held_on"], "family", words, row, "held_on", False


def _referrals(episode: Entry) -> Iterator[_Told]:
    for row in episode.rows("referrals"):
        recipient = short(row["recipient"], _LETTERS)
        yield (
            row["made_on"],
            "referral",
            _("Referred to {recipient}").format(recipient=recipient),
            row,
            "made_on",
            False,
        )
        result = joined([lower_first(row.shown("status")), short(row["result"], _LETTERS)], ": ")
        words = _("Referral to {recipient}: {result}").format(recipient=recipient, result=result)
        yield row["result_on"], "referral", words, row, "result", row["status"] == "not_attended"


def _goals(episode: Entry) -> Iterator[_Told]:
    """What became of each goal, as entries of progress noted it; as it stands now where none of them says so."""
    for goal in episode.rows("goals"):
        told = {(row["noted_on"], row["goal_status"]): row for row in goal.rows("progress")}
        if not any(status == goal["status"] for _on, status in told):
            told[goal["status_on"], goal["status"]] = goal
        for (on, status), entry in told.items():
            if status in ENDINGS:
                said = lower_first(entry.shown("status" if entry is goal else "goal_status"))
                words = _("{goal}: {status}").format(goal=goal_title(goal, _LETTERS), status=said)
                yield on, "goal", words, entry, "status" if entry is goal else "goal_status", False


def _safety(episode: Entry) -> Iterator[_Told]:
    for row in episode.rows("safety_steps"):
        if row["status"] not in OPEN_GATE and not is_private_step(row):
            action = short(row["action"] or row["finding"], _LETTERS)
            words = _("Safety step {status}: {action}").format(status=lower_first(row.shown("status")), action=action)
            yield row["done_on"], "safety", words, row, "done_on", False


def _follow_ups(episode: Entry) -> Iterator[_Told]:
    for row in episode.rows("follow_ups"):
        if row["kind"] != "instrument":  # the questionnaire itself is told
            words = joined([short(row["what"] or row.shown("kind"), _LETTERS), short(row["result"], _LETTERS)], ": ")
            yield row["held_on"], "follow_up", words, row, "held_on", False


_TELLERS = (
    *(_care, _goals, _diagnoses, _services, _scores, _tests),
    *(_contacts, _family, _referrals, _safety, _follow_ups),
)
