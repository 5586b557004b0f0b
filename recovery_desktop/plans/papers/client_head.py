"""The head of a paper for the client or the family: the practice, the name, the day, and how far the plan has come."""

from typing import Any

from recovery_desktop.dates import long_date
from recovery_desktop.documents.plan_findings import Client
from recovery_desktop.plans.papers.occasion import Occasion
from recovery_desktop.plans.plan_person import full_name, initials, letterhead
from recovery_desktop.plans.snapshot import Entry


def client_head(client: Entry, practice: Entry, occasion: Occasion, *, is_draft: bool) -> dict[str, Any]:
    """What every such paper begins with, as the fields of `documents.headed.Headed`. Of the client it says no more than
    the name and the number of the record."""
    called = client["preferred_name"] or client["legal_given"] or client["legal_family"]
    return {
        "practice": letterhead(practice),
        "client": Client(full_name(client), called, initials(client), client["record_number"]),
        "version": occasion.version,
        "date": long_date(occasion.on),
        "signed": not is_draft,
        "sample": practice["sample"] == "yes",
    }
