"""A rule profile as plain values: its rules, when things are due, where it is from, and what was not verified."""

import datetime
from dataclasses import dataclass

from recovery_desktop.blocks import Problem
from recovery_desktop.plans.rhythm import Rhythm
from recovery_desktop.plans.signers import ALWAYS_SIGN
from recovery_desktop.records.fields import Choices
from recovery_desktop.text import N_, _

STRICTNESS: Choices = {"must": N_("has to be"), "should": N_("good to have")}
DUE = ("first_plan", "review", "family_session")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule is from: what it is called, where it can be read, and whether its text was read for this file."""

    cite: str
    link: str
    unverified: bool

    @property
    def words(self) -> str:
        """The source as it is shown; one that was not read says so."""
        return _("{source} (not verified)").format(source=self.cite) if self.unverified else self.cite


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its words, the check that says whether it holds, how strictly it is meant, and where it is from."""

    id: str
    words: str
    check: str
    strictness: str
    sources: tuple[Source, ...]
    unverified: bool


@dataclass(frozen=True, slots=True)
class DueDate:
    """Something that is due so many days, or visits, after the last; `words` say so."""

    what: str
    days: int
    visits: int
    words: str
    sources: tuple[Source, ...]
    unverified: bool


@dataclass(frozen=True)
class Profile:
    """A whole profile. `key` is what the practice's field holds; `looked_at` the day its sources were looked at."""

    key: str
    name: str
    about: str
    edition: str
    looked_at: datetime.date | None
    signers: tuple[str, ...]
    sources: tuple[Source, ...]
    rules: tuple[Rule, ...]
    due: tuple[DueDate, ...]
    is_own: bool
    text: str
    problems: tuple[Problem, ...]

    @property
    def rhythm(self) -> Rhythm:
        """The days by which things are due, and who signs beside those without whom nothing is signed."""
        of = {one.what: one for one in self.due}
        first = of.get("first_plan")
        days = {what: of[what].days if what in of else 0 for what in DUE}
        visits = first.visits if first is not None else 0
        countersigners = tuple(role for role in self.signers if role not in ALWAYS_SIGN)
        return Rhythm(days["first_plan"], visits, days["review"], days["family_session"], countersigners)
