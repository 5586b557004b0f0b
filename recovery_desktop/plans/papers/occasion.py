"""What a document is made for beside the record: the day, which version, whose eyes, which parts may stand in it."""

import datetime
from dataclasses import dataclass, field

from recovery_desktop.plans.snapshot import Entry


@dataclass(frozen=True)
class Part:
    """A part of a document: `key` names it, `title` is a marked text, and one of the `scopes` of a release (codes of
    `records.family.SCOPES`) allows it to be told; without any it goes with every document. One that `stays` goes to
    nobody but the record and the client."""

    key: str
    title: str
    scopes: tuple[str, ...] = ()
    stays: bool = False


@dataclass(frozen=True)
class Occasion:
    """Why and when a document is made. `parts` are the keys of those that may stand in it, None for all."""

    on: datetime.date
    parts: frozenset[str] | None = None
    version: int = 0  # of the plan; 0 before there is one
    signed: bool = False
    fingerprint: str = ""  # of the signed version, short, to print
    recipient: str = ""
    recipient_address: str = ""
    purpose: str = ""
    release: Entry | None = None
    referral: Entry | None = None  # of a referral letter: the row it is about
    review: Entry | None = None  # of a plan review: the row it is about
    before: Entry | None = field(default=None, repr=False)  # the client's record as an earlier version froze it

    def has(self, part: str) -> bool:
        """Whether a part may stand in the document."""
        return self.parts is None or part in self.parts
