"""The head of a document of a client's record: practice, client, day, and what the occasion says of it."""

import datetime
from dataclasses import replace
from typing import Any

from recovery_desktop.dates import long_date
from recovery_desktop.plans import plan_person
from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.snapshot import Entry


def episode_of(client: Entry) -> Entry:
    """The episode that a document is about. Raises LookupError when the client has none."""
    episode = running_episode(client)
    if episode is None:
        raise LookupError("no episode of care to write about")
    return episode


def head(client: Entry, practice: Entry, dated: datetime.date, *, is_final: bool, version: int = 0) -> dict[str, Any]:
    """The fields of `documents.headed.Headed`; of the client only who it is."""
    person = plan_person.printed_client(client, dated)
    return {
        "practice": plan_person.letterhead(practice),
        "client": replace(person, allergies="", guardian="", emergency_contact=""),
        "version": version,
        "date": long_date(dated),
        "signed": is_final,
        "sample": practice["sample"] == "yes",
    }
