"""One change of the plan between two versions, and all of them: what it is called, how it reads, why it was made."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from recovery_desktop.plans.changes.amount import AmountOfCare, difference
from recovery_desktop.plans.phrases import sentence
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.fields import Choices
from recovery_desktop.text import N_, _

KINDS: Choices = {
    "added": N_("Added"),
    "changed": N_("Changed"),
    "met": N_("Met"),
    "paused": N_("Paused"),
    "dropped": N_("Dropped"),
    "ended": N_("Ended"),
    "kept": N_("Kept"),
}
"""The last is no change: what was looked at again for a new version and stays."""
PARTS: Choices = {
    "goals": N_("Goals"),
    "needs": N_("Needs"),
    "services": N_("Services and how much care"),
    "diagnoses": N_("Diagnoses"),
    "medications": N_("Medications"),
    "family": N_("Family and people"),
    "releases": N_("What may be told to whom"),
    "referrals": N_("Referrals"),
    "aftercare": N_("Aftercare and hard times"),
    "reviews": N_("Review dates"),
}
"""In the order in which they are told."""


def key_of(table: str, above: str, words: str, kind: str) -> str:
    """The name under which the program knows a change: by the table, what the row is called and whose it is, and what
    became of it. No number of a row is in it: those are others on another computer."""
    said = "\0".join((table, *(" ".join(each.casefold().split()) for each in (above, words)), kind))
    return f"{table} {kind} {hashlib.sha256(said.encode()).hexdigest()[:12]}"


@dataclass(frozen=True)
class Detail:
    """One thing of a row that is different: what it is, and how it read then and reads now; empty for nothing."""

    label: str
    then: str
    now: str


@dataclass(frozen=True)
class Change:
    """What became of one row. `entry` is the row as it is now, or as it was last, if it is gone; `goal` is the goal
    that it belongs to, or is; `sentence` says it all but the reason, which is `why`, and which the record `says_why`
    itself, or somebody wrote for the version."""

    key: str
    kind: str
    part: str
    table: str
    words: str
    details: tuple[Detail, ...]
    sentence: str
    why: str
    says_why: bool
    asks_why: bool
    entry: Entry
    is_gone: bool
    goal: Entry | None

    @property
    def lacks_reason(self) -> bool:
        """Whether somebody still has to say why."""
        return self.asks_why and not self.why.strip()

    @property
    def in_full(self) -> str:
        """The sentence with the reason behind it."""
        return f"{self.sentence} {_('Why: {reason}').format(reason=sentence(self.why))}" if self.why else self.sentence


@dataclass(frozen=True)
class Changes:
    """All changes in the order of the plan, and the amount of care in both versions; false when nothing changed."""

    all: tuple[Change, ...]
    before: AmountOfCare
    after: AmountOfCare

    def __iter__(self) -> Iterator[Change]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    def of(self, part: str) -> tuple[Change, ...]:
        """The changes of one of the PARTS."""
        return tuple(change for change in self.all if change.part == part)

    @property
    def without_reason(self) -> tuple[Change, ...]:
        """Those that nobody has said why of yet: none may be left when the version is signed."""
        return tuple(change for change in self.all if change.lacks_reason)

    @property
    def care(self) -> str:
        """Whether there is more or less care than before, in a sentence; empty when it is the same."""
        return difference(self.before, self.after)
