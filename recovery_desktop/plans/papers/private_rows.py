"""Which rows tell of violence at home, or of somebody with whom contact is closed: they leave with no document.

What was planned because of them tells of them too: a goal, a service or a referral for such needs alone, and whatever
points at one of these rows.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from recovery_desktop.plans.answered import NOT_PRINTED
from recovery_desktop.plans.papers.closed import NOBODY, Closed, closed_in
from recovery_desktop.plans.plan_diagnoses import is_of_violence
from recovery_desktop.plans.plan_findings import is_private
from recovery_desktop.plans.safety_answers import is_private_step
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.aftercare import PreventionEntry
from recovery_desktop.records.assessment import Administration, ScheduledInstrument
from recovery_desktop.records.base import Record
from recovery_desktop.records.diagnoses import Diagnosis
from recovery_desktop.records.family import FamilySession, Referral, SocialNeed, SupportPerson
from recovery_desktop.records.goals import Goal, Need, Objective
from recovery_desktop.records.therapies import SafetyStep, Service


@dataclass(frozen=True)
class Private:
    """What is private by the record as it is now, for what is made of a record that was frozen before: people with
    whom contact is closed, and all rows that tell too much."""

    people: Closed = NOBODY
    rows: frozenset[tuple[type[Record], int]] = frozenset()


def private_now(client: Entry) -> Private:
    """What a record as it is now calls private."""
    closed = closed_in(client)
    rows = ((row.model, row.number) for row in client.walk() if tells_too_much(row, closed))
    return Private(closed, frozenset(rows))


def tells_too_much(row: Entry, closed: Closed) -> bool:
    """Whether a row is private, by itself or by what it points at."""
    judge = _BY_ITSELF.get(row.model)
    return (judge is not None and judge(row, closed)) or any(tells_too_much(far, closed) for far in row.refs.values())


def _is_asked_in_private(row: Entry, _closed: Closed) -> bool:
    return any(word in row["instrument"].casefold() for word in NOT_PRINTED)


def _has_private_grounds(row: Entry, closed: Closed) -> bool:
    return _all_private((*row.tied("findings"), *row.tied("safety_steps")), closed)


def _answers_private_needs(row: Entry, closed: Closed) -> bool:
    return _all_private(row.tied("needs"), closed)


def _all_private(rows: Iterable[Entry], closed: Closed) -> bool:
    judged = [tells_too_much(row, closed) for row in rows]
    return bool(judged) and all(judged)


_BY_ITSELF: dict[type[Record], Callable[[Entry, Closed], bool]] = {
    Administration: lambda row, _closed: is_private(row),
    ScheduledInstrument: _is_asked_in_private,
    SafetyStep: lambda row, _closed: is_private_step(row),
    Diagnosis: lambda row, _closed: is_of_violence(row),
    SocialNeed: lambda row, _closed: bool(row["domain"] == "safety"),
    SupportPerson: lambda row, closed: closed.has(row),
    FamilySession: lambda row, closed: any(map(closed.has, row.tied("people"))),
    PreventionEntry: lambda row, closed: row["kind"] == "person" and closed.is_named(row["entry"], row["phone"]),
    Need: _has_private_grounds,
    **dict.fromkeys((Goal, Service, Referral), _answers_private_needs),
    Objective: _is_asked_in_private,
}
