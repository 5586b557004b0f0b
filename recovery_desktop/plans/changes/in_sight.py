"""Which rows of a record may be told of when two versions are compared: nothing of violence at home, and nobody whom
the client may be afraid of."""

from collections.abc import Callable

from recovery_desktop.plans.joint_sessions import closed_people
from recovery_desktop.plans.people_to_call import may_be_named
from recovery_desktop.plans.plan_diagnoses import is_of_violence
from recovery_desktop.plans.safety_answers import is_private_step
from recovery_desktop.plans.snapshot import Entry

InSight = Callable[[Entry], bool]


def in_sight(before: Entry, after: Entry) -> InSight:
    """The rule for both records: who was to be feared in either of them is named in neither."""
    closed = closed_people(before) | closed_people(after)
    names = {row["name"].casefold() for client in (before, after) for row in _feared(client)}

    def is_about_feared(row: Entry) -> bool:
        people = [*row.tied("people"), *filter(None, [row.ref("person")])]
        if row.model._meta.table_name == "support_person":
            people.append(row)
        return any(one.number in closed or one["name"].casefold() in names for one in people)

    def may_be_told(row: Entry) -> bool:
        if row.model._meta.table_name == "diagnosis" and is_of_violence(row):
            return False
        return not is_about_feared(row) and not any(map(is_private_step, row.tied("safety_steps")))

    return may_be_told


def _feared(client: Entry) -> list[Entry]:
    """By name as well: numbers are others on another computer."""
    closed = closed_people(client)
    return [row for row in client.rows("support_people") if row.number in closed or row["feels_unsafe"] == "yes"]


def entry_in_sight(entry: Entry, may_be_told: InSight) -> bool:
    """The same for a line of the plan for hard times, which also names nobody with whom there is no contact."""
    person = entry.ref("person")
    return may_be_told(entry) and (person is None or may_be_named(person))
