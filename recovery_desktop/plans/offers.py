"""What the record offers to enter on the page of aftercare: rows that nobody entered yet, each with its source."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from recovery_desktop.plans.set_aside import is_set_aside
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _
from recovery_desktop.when import near_date

PREFIX = "aftercare:"
"""Begins the name of every offer on this page, as it is kept when one is left aside."""
_ENOUGH = 0.5  # of an offer's words: where so many stand in the plan, it was taken, in other words
_LETTERS = 4  # from here on a word says something; short ones count where there are no others


@dataclass(frozen=True)
class Offer:
    """A row that could be entered: the words that stand for it, where they come from, its values by field name, and
    the numbers of rows it points at."""

    key: str
    words: str
    source: str
    values: dict[str, Any]
    points_at: dict[str, int] = field(default_factory=dict)


def named(*parts: str) -> str:
    """The name of an offer by what it is about; no numbers of rows, which change from computer to computer."""
    return PREFIX + ":".join(" ".join(part.casefold().split())[:120] for part in parts)


def not_left(offers: Iterable[Offer], episode: Entry, today: datetime.date) -> tuple[Offer, ...]:
    """The offers that nobody left aside, each once."""
    found = {one.key: one for one in offers if not is_set_aside(episode, one.key, today)}
    return tuple(found.values())


def left_aside(episode: Entry, part: str, today: datetime.date) -> tuple[Entry, ...]:
    """What was left aside of the offers of one part of the page, and is so still."""
    rows = (row for row in episode.rows("set_aside") if row["what"].startswith(f"{PREFIX}{part}:"))
    return tuple(row for row in rows if is_set_aside(episode, row["what"], today))


def told(title: str, day: datetime.date | None, today: datetime.date) -> str:
    """Where an offer comes from, in words: “from: Stressors and triggers, 10 Sep”."""
    if day is None:
        return _("from: {source}").format(source=title)
    return _("from: {source}, {day}").format(source=title, day=near_date(day, today))


def is_said(words: str, in_plan: Iterable[str]) -> bool:
    """Whether texts of the plan say this already, perhaps in other words: half of the words that matter are there."""
    stems = _stems(words)
    wanted = {stem for stem in stems if len(stem) >= _LETTERS} or stems
    found = {stem for text in in_plan for stem in _stems(text)}
    return bool(wanted) and len(wanted & found) >= _ENOUGH * len(wanted)


def _stems(words: str) -> set[str]:
    """The words without the ending of a plural."""
    return {word.rstrip("s") for word in re.findall(r"\w+", words.casefold())}
