"""The usual days on which somebody asks how it goes, up to a year on, and the day from which they are counted."""

import datetime
from dataclasses import dataclass

from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _

USUAL = (30, 90, 180, 365)
CONTACTS = ("call", "visit")
"""The kinds of follow-up by which somebody is spoken to."""
_NEAR = 14  # days: a contact so near stands for the usual one
_YEAR = 365


@dataclass(frozen=True)
class UsualContact:
    """A contact that could be put into the calendar."""

    after: str  # “30 days”
    what: str
    on: datetime.date


def counted_from(episode: Entry, today: datetime.date) -> tuple[datetime.date, str]:
    """The day from which contacts are counted, and what day that is: the discharge once there is one, until then the
    admission, so that the calendar is there from the first day."""
    if episode["discharged_on"]:
        return episode["discharged_on"], _("discharge")
    begun = episode["admitted_on"] or episode["intake_on"]
    return (begun, _("admission")) if begun else (today, _("today"))


def missing_contacts(episode: Entry, today: datetime.date) -> tuple[UsualContact, ...]:
    """The usual contacts that are still to come and for which no other stands in the calendar."""
    first, name = counted_from(episode, today)
    rows = [row for row in episode.rows("follow_ups") if row["kind"] in CONTACTS]
    there = [day for row in rows for day in (row["due_on"], row["held_on"]) if day is not None]
    found = []
    for count in USUAL:
        day = first + datetime.timedelta(count)
        if day >= today and all(abs((day - other).days) > _NEAR for other in there):
            after = _("12 months") if count == _YEAR else _("{count} days").format(count=count)
            what = _("Follow-up call, {after} after {beginning}").format(after=after, beginning=name)
            found.append(UsualContact(after, what, day))
    return tuple(found)


def to_come(episode: Entry, today: datetime.date) -> list[Entry]:
    """All follow-ups of any kind that are still to be held, from today on, the earliest first."""
    rows = [row for row in episode.rows("follow_ups") if row["due_on"] and not row["held_on"]]
    return sorted((row for row in rows if row["due_on"] >= today), key=lambda row: row["due_on"])
