"""Which rows tell of violence at home, or of somebody with whom contact is closed: they leave with no document.

What was planned because of them tells of them too: a goal, a service or a referral for such needs alone, and whatever
points at one of these rows.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from recovery_desktop.plans.joint_sessions import closed_people
from recovery_desktop.plans.plan_diagnoses import is_of_violence
from recovery_desktop.plans.plan_findings import NOT_PRINTED, is_private
from recovery_desktop.plans.plan_people import is_no_contact
from recovery_desktop.plans.safety_answers import is_private_step
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.assessment import Administration, ScheduledInstrument
from recovery_desktop.records.base import Record
from recovery_desktop.records.diagnoses import Diagnosis
from recovery_desktop.records.family import FamilySession, Referral, SocialNeed, SupportPerson
from recovery_desktop.records.goals import Goal, Need, Objective
from recovery_desktop.records.therapies import SafetyStep, Service

EMERGENCY_CONTACT = ("emergency_name", "emergency_relationship", "emergency_phone")
_SHORTEST_NAME, _SHORTEST_NUMBER = 3, 6

Closed = Collection[int]
"""The numbers of the support people with whom contact is closed."""


@dataclass(frozen=True)
class Private:
    """What is private by the record as it is now, for what is made of a record that was frozen before: the numbers of
    people with whom contact is closed, and all rows that tell too much."""

    people: frozenset[int] = frozenset()
    rows: frozenset[tuple[type[Record], int]] = frozenset()


def private_now(client: Entry) -> Private:
    """What a record as it is now calls private."""
    people = frozenset(row.number for row in client.rows("support_people") if is_no_contact(row))
    closed = closed_people(client) | people
    rows = ((row.model, row.number) for row in client.walk() if tells_too_much(row, closed))
    return Private(closed, frozenset(rows))


def tells_too_much(row: Entry, closed: Closed) -> bool:
    """Whether a row is private, by itself or by what it points at."""
    judge = _BY_ITSELF.get(row.model)
    return (judge is not None and judge(row, closed)) or any(tells_too_much(far, closed) for far in row.refs.values())


def is_closed_contact(client: Entry, closed: Closed) -> bool:
    """Whether the contact for emergencies is, by name or number, somebody with whom contact is closed."""
    name, number = client["emergency_name"].casefold(), _digits(client["emergency_phone"])
    people = [row for row in client.rows("support_people") if _is_closed_person(row, closed)]
    return any(_is_named(person["name"], name) or _is_same_number(person["phone"], number) for person in people)


def _is_named(person: str, name: str) -> bool:
    words = " ".join(person.casefold().split())
    return len(words) >= _SHORTEST_NAME and bool(name.strip()) and (words in name or name.strip() in words)


def _is_same_number(phone: str, number: str) -> bool:
    return len(number) >= _SHORTEST_NUMBER and _digits(phone) == number


def _digits(phone: str) -> str:
    return "".join(filter(str.isdigit, phone))


def _is_closed_person(person: Entry, closed: Closed) -> bool:
    return person.number in closed or is_no_contact(person)


def _is_asked_in_private(row: Entry, _closed: Closed) -> bool:
    return any(word in row["instrument"].casefold() for word in NOT_PRINTED)


def _has_private_grounds(row: Entry, closed: Closed) -> bool:
    return _all_private((*row.tied("findings"), *row.tied("safety_steps")), closed)


def _answers_private_needs(row: Entry, closed: Closed) -> bool:
    return _all_private(row.tied("needs"), closed)


def _all_private(rows: Collection[Entry] | Iterable[Entry], closed: Closed) -> bool:
    judged = [tells_too_much(row, closed) for row in rows]
    return bool(judged) and all(judged)


_BY_ITSELF: dict[type[Record], Callable[[Entry, Closed], bool]] = {
    Administration: lambda row, _closed: is_private(row),
    ScheduledInstrument: _is_asked_in_private,
    SafetyStep: lambda row, _closed: is_private_step(row),
    Diagnosis: lambda row, _closed: is_of_violence(row),
    SocialNeed: lambda row, _closed: bool(row["domain"] == "safety"),
    SupportPerson: _is_closed_person,
    FamilySession: lambda row, closed: any(_is_closed_person(person, closed) for person in row.tied("people")),
    Need: _has_private_grounds,
    **dict.fromkeys((Goal, Service, Referral), _answers_private_needs),
    Objective: _is_asked_in_private,
}
