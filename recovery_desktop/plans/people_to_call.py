"""Who may stand in a plan for a hard evening, with the number: not those with whom there is no contact."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from recovery_desktop.dates import age
from recovery_desktop.plans.plan_people import is_no_contact
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _

_GROWN_UP = 18


@dataclass(frozen=True)
class Helper:
    """Somebody of the practice who can be called: the name as the client would say it, and the number if known."""

    name: str
    phone: str
    says_where: str  # where the record has it


def may_be_named(person: Entry) -> bool:
    """Whether somebody can stand in what is printed: not those the client says to be afraid of, or has no contact with.
    Whom the client may be afraid of, `joint_sessions.closed_people` says."""
    return person["feels_unsafe"] != "yes" and not is_no_contact(person)


def may_be_called(person: Entry, today: datetime.date) -> bool:
    """Whether to offer somebody as a person to call: a grown-up with a number who supports the client, does not use,
    and is not left out by the client or by their own wish."""
    is_left_out = "no" in (person["client_wants"], person["wants_involvement"])
    is_child = person["birth_date"] is not None and age(person["birth_date"], today) < _GROWN_UP
    helps = person["influence"] == "supportive" and person["uses_substances"] != "yes"
    return bool(person["phone"]) and helps and may_be_named(person) and not is_left_out and not is_child


def helpers(client: Entry, episode: Entry, practice: Entry, staff: Iterable[Entry]) -> Iterator[Helper]:
    """The peer coach whose support was accepted, then the counselor."""
    phones = {row["name"]: row["phone"] for row in (*client.rows("care_team"), *staff)}
    for row in episode.rows("services"):
        if row["modality"] == "peer" and row["decision"] == "accepted" and row["provider"]:
            coach = _("{name}, my coach").format(name=row["provider"])
            yield Helper(coach, phones.get(row["provider"], ""), _("Therapies"))
    counselor = episode.ref("counselor")
    if counselor is not None:
        name = _("{name}, my counselor").format(name=counselor["name"])
        yield Helper(name, counselor["phone"] or practice["phone"], _("Episode of care"))
