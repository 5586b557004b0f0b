"""What a check looks at, and what it finds missing: words, and the row and field where it is mended."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from recovery_desktop.plans.assessed import standing
from recovery_desktop.plans.phrases import sentences
from recovery_desktop.plans.rhythm import Rhythm
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.base import Record
from recovery_desktop.records.goals import GOING_ON
from recovery_desktop.text import _


@dataclass(frozen=True)
class Gap:
    """Something that is missing. `number` is that of the row where it is mended, or 0 where there is none yet; then
    `field` is what is asked first of a new one, or which of several lists it belongs to."""

    words: str
    model: type[Record]
    number: int = 0
    field: str = ""

    @property
    def sentence(self) -> str:
        """The words as they stand for themselves."""
        return sentences(self.words)


class CannotTell(Exception):
    """The record does not say whether a rule holds; the message tells what a person is to look at."""


@dataclass(frozen=True)
class Looked:
    """A client's plan as a check looks at it: the version that is to be signed is the one with the highest number."""

    client: Entry
    episode: Entry
    version: Entry | None
    rhythm: Rhythm
    today: datetime.date

    @cached_property
    def assessment(self) -> Entry | None:
        """What stands from all assessments."""
        return standing(self.episode)

    @cached_property
    def goals(self) -> list[Entry]:
        """The goals that are worked on."""
        return [row for row in self.episode.rows("goals") if row["status"] in GOING_ON]

    @property
    def services(self) -> list[Entry]:
        """Accepted services that have not ended."""
        rows = [row for row in self.episode.rows("services") if row["decision"] == "accepted"]
        return [row for row in rows if row["ends_on"] is None or row["ends_on"] >= self.today]

    def section(self, name: str) -> Entry | None:
        """A section of the assessment."""
        return self.assessment.one(name) if self.assessment is not None else None

    def listed(self, name: str) -> list[Entry]:
        """A list of the assessment."""
        return self.assessment.rows(name) if self.assessment is not None else []


Check = Callable[[Looked], Iterable[Gap]]
"""Gives what is missing, nothing where a rule holds. Raises CannotTell."""


def at(row: Entry, field: str, words: str) -> Gap:
    """What is missing in a field of a row."""
    return Gap(words, row.model, row.number, field)


def without(model: type[Record], words: str, field: str = "") -> Gap:
    """What is missing because there is no row of its kind."""
    return Gap(words, model, 0, field)


def said_of(what: str, lacks: str) -> str:
    """“Dance again”: no target date."""
    return _("{what}: {lacks}").format(what=what.rstrip("."), lacks=lacks) if what else lacks


def is_blank(row: Entry, field: str) -> bool:
    """Whether nothing stands in a field."""
    value = row[field]
    return not (value.strip() if isinstance(value, str) else value)
