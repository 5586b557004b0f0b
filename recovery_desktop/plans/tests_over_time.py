"""Drug tests and laboratory results over time: for each thing tested for what was found on which day, and how many.

A result stands for a whole test. Where several things were tested for at once and something was found, the value may
name which of them, as in "Cocaine found, no opioids"; for the others that test is one that does not tell.
"""

import datetime
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from recovery_desktop.plans.found_of_several import ABSENT, FOUND, UNCLEAR, said_of, words_of
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.goals import GOING_ON
from recovery_desktop.text import _, ngettext
from recovery_desktop.when import near_date

_GOOD = ("negative", "normal")
_FOUND = ("positive", "abnormal")
_TOLD = ("missed", "declined", UNCLEAR, "invalid", "pending")  # beside the count, in this order
_NOT_COUNTED = ("pending", "invalid")  # nobody knows what it would have said


@dataclass(frozen=True)
class Taken:
    """One test for one thing: its result as a code of the record or UNCLEAR, and in words with its value."""

    day: datetime.date
    result: str
    words: str


@dataclass(frozen=True)
class Tested:
    """All tests for one thing, the earliest first; `is_kind` where the record names no thing but the kind of test."""

    name: str
    is_kind: bool
    taken: tuple[Taken, ...]

    def sentence(self, today: datetime.date) -> str:
        """“11 of 13 tests without cocaine since 10 September; 1 missed”."""
        count = counted(self.taken)
        return _with_others(self._said(count.good, count.total), count, today)

    def _said(self, good: int, total: int) -> str:
        if not self.is_kind and total and sum(one.result == "positive" for one in self.taken) == total:
            words = ngettext(
                "{name} found in {total} of {total} test", "{name} found in {total} of {total} tests", total
            )
            return words.format(name=self.name, total=total)
        if self.is_kind:
            return f"{self.name}: {_negative(good, total)}"
        if any(one.result in ("normal", "abnormal") for one in self.taken):
            words = ngettext(
                "{name}: {good} of {total} result normal", "{name}: {good} of {total} results normal", total
            )
            return words.format(name=self.name, good=good, total=total)
        words = ngettext("{good} of {total} test without {name}", "{good} of {total} tests without {name}", total)
        return words.format(name=_in_sentence(self.name), good=good, total=total)


@dataclass(frozen=True)
class Count:
    """How many tests there were since the first of them, how many without a finding, and what became of the others."""

    since: datetime.date
    good: int
    total: int
    others: tuple[tuple[str, int], ...]

    def sentence(self, today: datetime.date) -> str:
        """“8 of 9 tests negative since 14 Sep; 1 missed”."""
        return _with_others(_negative(self.good, self.total), self, today)


def over_time(episode: Entry) -> tuple[Tested, ...]:
    """Each thing that was tested for, the one with most tests first."""
    names: dict[tuple[str, str], str] = {}
    found: dict[tuple[str, str], list[Taken]] = {}
    for row in _dated(episode):
        for name in _names(row["tested_for"]) or ("",):
            key = " ".join(sorted(words_of(name))), "" if name else row["kind"]
            names.setdefault(key, name[:1].upper() + name[1:] if name else row.shown("kind") or _("Test"))
            found.setdefault(key, []).append(_taken(row, words_of(name)))
    ordered = sorted(found, key=lambda key: -len(found[key]))
    return tuple(Tested(names[key], not key[0], tuple(found[key])) for key in ordered)


def measured(objective: Entry, goal: Entry, episode: Entry) -> Count | None:
    """The tests that an objective is measured by, since what is done for it began, or since the goal has its status;
    None where it is not measured by tests, or none was taken yet."""
    wanted = [words_of(name) for name in _names(objective["tests_for"])]
    begun = [row["starts_on"] for row in objective.tied("interventions") if row["starts_on"]]
    since = min(begun, default=goal["status_on"] if goal["status"] in GOING_ON else None)
    rows = [row for row in _dated(episode) if since is None or row["taken_on"] >= since]
    taken = [_worst([_taken(row, words) for words in found]) for row in rows if (found := _wanted_in(row, wanted))]
    return counted(taken, since) if taken else None


def counted(taken: Sequence[Taken], since: datetime.date | None = None) -> Count:
    """How many of these tests there were; at least one is there."""
    results = Counter(one.result for one in taken)
    good = sum(results[result] for result in _GOOD)
    total = len(taken) - sum(results[result] for result in _NOT_COUNTED)
    others = tuple((result, results[result]) for result in _TOLD if results[result])
    return Count(since or min(one.day for one in taken), good, total, others)


def _dated(episode: Entry) -> list[Entry]:
    """The tests that have a day and a result."""
    rows = [row for row in episode.rows("test_results") if row["taken_on"] and row["result"]]
    return sorted(rows, key=lambda row: row["taken_on"])


def _taken(row: Entry, name: frozenset[str]) -> Taken:
    """What a test says of one of the things that were tested for."""
    is_one_of_several = row["result"] in _FOUND and len(_names(row["tested_for"])) > 1
    result = _told_of(row, name) if is_one_of_several else row["result"]
    about = _("in a test for: {what}").format(what=row["tested_for"]) if is_one_of_several else ""
    words = joined([row.shown("result"), about, row["value"]], ", ")
    return Taken(row["taken_on"], result, words)


def _told_of(row: Entry, name: frozenset[str]) -> str:
    """Whether the value of a test for several things says that one of them was found or not; else that is unclear."""
    said = said_of(row["value"], name, [words_of(each) for each in _names(row["tested_for"])])
    result: str = {FOUND: row["result"], ABSENT: _GOOD[0]}.get(said, UNCLEAR)
    return result


def _wanted_in(row: Entry, wanted: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """The things tested for that have all words of one that is wanted."""
    named = [words_of(name) for name in _names(row["tested_for"])]
    return [name for name in named if any(words <= name for words in wanted)]


def _worst(taken: Sequence[Taken]) -> Taken:
    """What one test says of several things that are wanted: found if any was, then unclear if any is."""
    return min(taken, key=lambda one: (one.result not in _FOUND, one.result != UNCLEAR))


def _names(listed: str) -> tuple[str, ...]:
    """What stands between the commas."""
    return tuple(name.strip() for name in re.split(r"[,;]", listed) if words_of(name))


def _in_sentence(name: str) -> str:
    """A name inside a sentence; what has other capitals keeps the first, as THC does."""
    return lower_first(name) if name[1:] == name[1:].lower() else name


def _negative(good: int, total: int) -> str:
    words = ngettext("{good} of {total} test negative", "{good} of {total} tests negative", total)
    return words.format(good=good, total=total)


def _with_others(words: str, count: Count, today: datetime.date) -> str:
    whole = _("{words} since {day}").format(words=words, day=near_date(count.since, today))
    return "; ".join([whole, *(_other(result, number) for result, number in count.others)])


def _other(result: str, count: int) -> str:
    words = {
        "missed": ngettext("{count} missed", "{count} missed", count),
        "declined": ngettext("{count} declined", "{count} declined", count),
        UNCLEAR: ngettext("{count} of several at once does not tell", "{count} of several at once do not tell", count),
        "invalid": ngettext("{count} invalid", "{count} invalid", count),
        "pending": ngettext("{count} still open", "{count} still open", count),
    }
    return words[result].format(count=count)
