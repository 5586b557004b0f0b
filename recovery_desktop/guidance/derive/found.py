"""What the derivation of facts has found so far; every module here adds to it."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from recovery_desktop.guidance.facts import NO, YES, Fact, Value
from recovery_desktop.guidance.record import Row, asked
from recovery_desktop.text import _


class Question(NamedTuple):
    """A field answered yes or no that is a fact by itself: its name, the fact's, and what either answer says."""

    field: str
    fact: str
    yes: str
    no: str


class Found:
    """Facts by name; the first that is added of a name stays."""

    def __init__(self) -> None:
        self.facts: dict[str, Fact] = {}

    def add(
        self, name: str, value: Value | None, words: str, on: datetime.date | None = None, *, private: bool = False
    ) -> None:
        """Keeps a fact; None is nothing known and adds none."""
        if value is not None:
            self.facts.setdefault(name, Fact(name, value, words, on, private))

    def say(
        self,
        name: str,
        value: str | None,
        yes: str,
        no: str,
        on: datetime.date | None = None,
        *,
        private: bool = False,
    ) -> None:
        """Keeps a fact that is yes or no, each with its own words."""
        if value in (YES, NO):
            self.add(name, value, yes if value == YES else no, on, private=private)

    def ask(
        self, row: Row | None, questions: Iterable[Question], on: datetime.date | None, *, private: bool = False
    ) -> None:
        """Keeps the answers to questions whose fields are facts by themselves."""
        for field, fact, yes, no in questions:
            self.say(fact, asked(row, field), _(yes), _(no), on, private=private)

    def is_yes(self, name: str) -> bool:
        return self.has(name, YES)

    def is_no(self, name: str) -> bool:
        return self.has(name, NO)

    def has(self, name: str, value: Value) -> bool:
        return name in self.facts and self.facts[name].value == value

    def words(self, name: str) -> str:
        """The words of a fact; empty while it is not known."""
        return self.facts[name].words if name in self.facts else ""


def either(*answers: str | None) -> str | None:
    """Yes when one of the answers is, no when all are, else not known."""
    if YES in answers:
        return YES
    return NO if answers and all(answer == NO for answer in answers) else None
