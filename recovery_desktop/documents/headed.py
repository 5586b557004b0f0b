"""What the documents of a client's record have in common: whose they are, of which day, and how far they have come."""

from dataclasses import dataclass

from recovery_desktop.documents.paper import Letterhead
from recovery_desktop.documents.plan_findings import Client


@dataclass(frozen=True)
class Headed:
    """The head of a document; each has its own content below."""

    practice: Letterhead
    client: Client
    version: int  # of the plan; 0 where it is about none
    date: str
    signed: bool = False  # one that is not signed, or not finished, says DRAFT on each page
    sample: bool = False  # the sample practice: says SAMPLE on each page
