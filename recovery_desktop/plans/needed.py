"""What a client needs within a week: what is not safe yet, late, due soon, unanswered, and what to ask about."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recovery_desktop.plans.due import Due, due
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.rhythm import NO_RHYTHM, Rhythm
from recovery_desktop.plans.safety_answers import is_private_step
from recovery_desktop.plans.short import short
from recovery_desktop.plans.signal import Signal
from recovery_desktop.plans.signals import signals
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.assessment import Administration
from recovery_desktop.records.base import Record
from recovery_desktop.records.goals import Goal
from recovery_desktop.records.sessions import Contact
from recovery_desktop.records.therapies import SafetyStep
from recovery_desktop.text import _, ngettext

WEEK = 7  # days ahead
KINDS = ("safety", "late", "week", "need", "away", "quiet", "ask")
"""The most urgent first: not safe yet, overdue, due within a week, a need without an answer, missed visits or no
meeting, a goal without an entry, other signs worth asking about."""

_OF_DUE = {"alarm": "safety", "late": "late", "care": "need"}


@dataclass(frozen=True)
class Needed:
    """One thing, of one of the KINDS: what and when in words, of which either may be empty, and where it stands."""

    kind: str
    what: str
    when: str
    model: type[Record]
    number: int
    field: str
    on: datetime.date | None = None

    @property
    def words(self) -> str:
        return joined([self.what, self.when])

    @property
    def urgency(self) -> tuple[int, int, datetime.date]:
        """What sorts clients: the kind, in it a safety answer before an open gate and that before a step, the day."""
        rank = 0 if self.model is Administration else 1 if not self.number else 2
        return KINDS.index(self.kind), rank, self.on or datetime.date.max


def needed(client: Entry, today: datetime.date, rhythm: Rhythm = NO_RHYTHM) -> tuple[Needed, ...]:
    """All that one client needs, the most urgent first; whoever is next in the room may see it: nothing in it tells of
    violence at home."""
    found = [one for each in due(client, today, rhythm) if (one := _of_due(each, today)) is not None]
    found += [_of_signal(each) for each in signals(client, today)]
    return tuple(sorted(found, key=lambda one: KINDS.index(one.kind)))


def _of_due(one: Due, today: datetime.date) -> Needed | None:
    soon = one.kind == "coming" and one.on is not None and one.on <= today + datetime.timedelta(WEEK)
    kind = "week" if soon else _OF_DUE.get(one.kind)
    if kind is None:
        return None
    what, when = _in_words(one)
    return Needed(kind, what, when, one.entry.model, one.entry.number, one.field, one.on)


def _in_words(one: Due) -> tuple[str, str]:
    """What is needed and when; shorter than beside the client, where there is room for more."""
    if one.entry.model is Administration and one.kind == "alarm":
        return _("safety answer: {questionnaires}").format(questionnaires=_called(one.entry)), ""
    if one.entry.model is SafetyStep:
        return "" if is_private_step(one.entry) else one.what, one.when
    if one.kind == "care":
        return _("need without an answer: {need}").format(need=short(one.entry["statement"])), ""
    return one.what, one.when


def _called(administration: Entry) -> str:
    from recovery_desktop.plans.answered import form_of  # no start waits for what reads questionnaires

    form = form_of(administration["instrument"])
    return form.name if form is not None else str(administration["instrument"])


def _of_signal(one: Signal) -> Needed:
    kind = "ask"
    if one.entry.model is Contact and one.field in ("attendance", "held_on"):
        kind = "away"
    elif one.entry.model is Goal:
        kind = "quiet"
    return Needed(kind, one.words.rstrip("."), "", one.entry.model, one.entry.number, one.field)


def open_gate(found: str) -> Needed:
    """A safety gate that nobody has begun to answer: there is no row of it, only what guidance found, in words."""
    return Needed("safety", _("safety gate: {found}").format(found=found), "", SafetyStep, 0, "")


# -- counted


def counts(all_needed: Iterable[Sequence[Needed]]) -> dict[str, int]:
    """Of how many clients something of each kind is needed; only kinds that there are, the most urgent first."""
    found = Counter(kind for ones in all_needed for kind in {one.kind for one in ones})
    return {kind: found[kind] for kind in KINDS if found[kind]}


def in_words(kind: str, count: int) -> str:
    """So many clients of a kind: “5 overdue”."""
    words = {
        "safety": ngettext("{count} not safe yet", "{count} not safe yet", count),
        "late": ngettext("{count} overdue", "{count} overdue", count),
        "week": ngettext("{count} due this week", "{count} due this week", count),
        "need": ngettext("{count} with a need unanswered", "{count} with a need unanswered", count),
        "away": ngettext("{count} missed or not seen", "{count} missed or not seen", count),
        "quiet": ngettext("{count} with a silent goal", "{count} with a silent goal", count),
        "ask": ngettext("{count} to ask about", "{count} to ask about", count),
    }
    return words[kind].format(count=count)


def whole(count: int) -> str:
    """So many clients in all, of whom something is needed."""
    words = ngettext("{count} needs something this week", "{count} need something this week", count)
    return words.format(count=count)


def summary(count: int, of_kinds: Mapping[str, int]) -> str:
    """All numbers in a sentence: “12 need something this week: 2 not safe yet, 5 overdue.”"""
    parts = joined(in_words(kind, number) for kind, number in of_kinds.items())
    return _("{whole}: {parts}.").format(whole=whole(count), parts=parts)
