"""The golden thread of a whole plan: what was found, needed, wanted, aimed at and done, what hangs on what, and where
it hangs on nothing."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from recovery_desktop.dates import day_and_month
from recovery_desktop.plans.goal_course import ratings
from recovery_desktop.plans.needs import ENDED, unanswered
from recovery_desktop.plans.safety_answers import is_private_step, private_action
from recovery_desktop.plans.set_aside import is_set_aside, known_as
from recovery_desktop.plans.short import goal_title
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.goals import GOING_ON
from recovery_desktop.text import _, ngettext

STAGES = ("finding", "need", "goal", "objective", "action")
Key = tuple[str, int]
"""The table of a row and its number."""
_LEFT_OUT = ("deferred", "declined", "advised_against")


@dataclass(frozen=True)
class Knot:
    """Something on the thread: its stage, what it says, how it stands, and what it lacks, if anything."""

    stage: str
    words: str
    standing: str
    entry: Entry
    lacks: str = ""
    is_over: bool = False

    @property
    def key(self) -> Key:
        return key_of(self.entry)


@dataclass(frozen=True)
class GoldenThread:
    """All knots, stage by stage in the order in which they are shown, and the ties between them, from left to right."""

    knots: tuple[Knot, ...]
    ties: tuple[tuple[Key, Key], ...]
    waiting: int = 0  # needs without an answer

    @property
    def loose(self) -> tuple[Knot, ...]:
        """Where the thread ends though it should go on."""
        return tuple(knot for knot in self.knots if knot.lacks)

    def sentence(self) -> str:
        """How many needs have an answer, and how many loose ends there are."""
        needs = [knot for knot in self.knots if knot.stage == "need"]
        goals = sum(1 for knot in self.knots if knot.stage == "goal")
        said = [
            ngettext("{count} need", "{count} needs", len(needs)).format(count=len(needs)),
            ngettext("{count} goal", "{count} goals", goals).format(count=goals),
        ]
        loose = len(self.loose)
        ends = ngettext("{count} loose end", "{count} loose ends", loose).format(count=loose)
        answered = _("{answered} of {needs} answered").format(answered=len(needs) - self.waiting, needs=said[0])
        return _("{answered}, {goals}, {ends}.").format(answered=answered, goals=said[1], ends=ends)


def key_of(entry: Entry) -> Key:
    """By which a row is known on the thread."""
    return entry.model._meta.table_name, entry.number


def no_need_of(finding: Entry) -> str:
    """The name under which it is set aside that a finding leads to no need."""
    return known_as("finding", finding["statement"])


def golden_thread(episode: Entry, today: datetime.date) -> GoldenThread:
    """The thread through an episode; each stage stands in the order of the one it belongs to, loose ends last."""
    ties = tuple(dict.fromkeys((key_of(a), key_of(b)) for a, b in _ties(episode)))
    tied = {key for tie in ties for key in tie}
    every = [
        *_findings(episode, today),
        *_needs(episode),
        *_goals(episode),
        *_objectives(episode),
        *_actions(episode, tied),
    ]
    known = {knot.key for knot in every}
    ties = tuple(tie for tie in ties if tie[0] in known and tie[1] in known)
    return GoldenThread(_ordered(every, ties), ties, len(unanswered(episode)))


# -- the knots


def _findings(episode: Entry, today: datetime.date) -> Iterator[Knot]:
    """A finding that leads to no need is a loose end until somebody says that none comes of it."""
    for assessment in episode.rows("assessments"):
        for row in assessment.rows("findings"):
            if row.tied("needs") or not is_set_aside(episode, no_need_of(row), today):
                lacks = "" if row.tied("needs") else _("leads to no need")
                yield Knot("finding", row["statement"], row.shown("domain"), row, lacks)
            else:
                yield Knot("finding", row["statement"], _("no need comes of it"), row, is_over=True)


def _needs(episode: Entry) -> Iterator[Knot]:
    waiting = set(map(id, unanswered(episode)))
    for row in episode.rows("needs"):
        is_over = row["status"] in ENDED and id(row) not in waiting
        unfounded = "" if row.tied("findings") or is_over else _("comes from no finding")
        lacks = _("no answer yet") if id(row) in waiting else unfounded
        yield Knot("need", row["statement"], row.shown("status"), row, lacks, is_over)


def _goals(episode: Entry) -> Iterator[Knot]:
    for row in episode.rows("goals"):
        is_over = row["status"] not in GOING_ON
        lacks = "" if is_over else _goal_lacks(row)
        yield Knot("goal", goal_title(row), row.shown("status") if is_over else _how_far(row), row, lacks, is_over)


def _goal_lacks(row: Entry) -> str:
    if not row.tied("needs"):
        return _("answers no need")
    if not row.rows("objectives"):
        return _("has no objective")
    return "" if row.rows("interventions") else _("nothing is done for it")


def _how_far(row: Entry) -> str:
    """The client's last rating, or how often anything was noted."""
    entries, rated = row.rows("progress"), ratings(row)
    if rated:
        day, rating = rated[-1]
        return _("{rating} of 10, {day}").format(rating=rating, day=day_and_month(day))
    count = len(entries)
    return ngettext("{count} entry", "{count} entries", count).format(count=count) if count else _("no progress yet")


def _objectives(episode: Entry) -> Iterator[Knot]:
    for goal in episode.rows("goals"):
        for row in goal.rows("objectives"):
            is_over = not {goal["status"], row["status"]} <= set(GOING_ON)
            by = _("by {day}").format(day=day_and_month(row["due_on"])) if row["due_on"] else ""
            yield Knot("objective", row["statement"], row.shown("status") if is_over else by, row, is_over=is_over)


def _actions(episode: Entry, tied: set[Key]) -> Iterator[Knot]:
    """What is done: services and referrals, and what has no service of its own."""
    for row in episode.rows("services"):
        if row["decision"] == "accepted" or key_of(row) in tied:
            lacks = "" if key_of(row) in tied or row["decision"] != "accepted" else _("serves no need")
            yield Knot("action", row["name"], row.shown("decision"), row, lacks, row["decision"] in _LEFT_OUT)
    for goal in episode.rows("goals"):
        for row in goal.rows("interventions"):
            if row.ref("service") is None:
                yield Knot("action", row["what"], row["who"], row, is_over=goal["status"] not in GOING_ON)
    for row in episode.rows("referrals"):
        lacks = "" if key_of(row) in tied else _("serves no need")
        yield Knot("action", row["recipient"] or row["reason"], row.shown("status"), row, lacks)
    for row in episode.rows("safety_steps"):
        if key_of(row) in tied:
            words = private_action() if is_private_step(row) else row["action"] or row["finding"]
            yield Knot("action", words, row.shown("status"), row)


# -- the ties


def _ties(episode: Entry) -> Iterator[tuple[Entry, Entry]]:
    """What hangs on what, from left to right."""
    for need in episode.rows("needs"):
        yield from ((finding, need) for finding in need.tied("findings"))
        yield from ((need, goal) for goal in need.tied("goals"))
        for answers in ("services", "referrals", "safety_steps"):
            yield from ((need, one) for one in need.tied(answers))
    for goal in episode.rows("goals"):
        yield from ((goal, objective) for objective in goal.rows("objectives"))
        for row in goal.rows("interventions"):
            action = row.ref("service") or row
            yield from ((served, action) for served in row.tied("objectives") or [goal])


def _sides(ties: Iterable[tuple[Key, Key]], of: int) -> dict[Key, tuple[Key, ...]]:
    found: dict[Key, list[Key]] = {}
    for tie in ties:
        found.setdefault(tie[of], []).append(tie[1 - of])
    return {key: tuple(others) for key, others in found.items()}


# -- the order: goals as the client ranked them, all else beside what it belongs to


def _ordered(knots: list[Knot], ties: tuple[tuple[Key, Key], ...]) -> tuple[Knot, ...]:
    after, before = _sides(ties, 0), _sides(ties, 1)
    at = {knot.key: place for place, knot in enumerate(knot for knot in knots if knot.stage == "goal")}
    stages = {stage: [knot for knot in knots if knot.stage == stage] for stage in STAGES}
    for stage, beside in (("need", after), ("finding", after), ("objective", before), ("action", before)):
        stages[stage].sort(key=_beside(at, beside))
        at |= {knot.key: place for place, knot in enumerate(stages[stage])}
    return tuple(knot for stage in STAGES for knot in stages[stage])


def _beside(at: dict[Key, int], beside: dict[Key, tuple[Key, ...]]) -> Callable[[Knot], tuple[bool, float]]:
    """Loose ends stand last, the others by the middle of what they hang together with."""

    def rank(knot: Knot) -> tuple[bool, float]:
        places = [at[key] for key in beside.get(knot.key, ()) if key in at]
        return bool(knot.lacks), sum(places) / len(places) if places else len(at)

    return rank
