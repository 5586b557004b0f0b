"""Two readings of a client side by side: everything of the plan that is different, each change once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from recovery_desktop.plans.changes.amount import AmountOfCare, amount_of
from recovery_desktop.plans.changes.change import PARTS, Change, Changes, Detail, key_of
from recovery_desktop.plans.changes.in_sight import InSight, in_sight
from recovery_desktop.plans.changes.once import hard_times, level_of_care, next_review_day
from recovery_desktop.plans.changes.pairs import Pair, pairs
from recovery_desktop.plans.changes.rows import differences, is_in_plan, is_over, kind_of, reason_in_row
from recovery_desktop.plans.changes.watched import WATCHED, called
from recovery_desktop.plans.changes.words import ended_sentence, new_sentence, sentence_of
from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.goals import GOING_ON

OF_EPISODE = ("needs", "services", "diagnoses", "family_sessions", "referrals", "aftercare_steps", "discharge_criteria")
OF_CLIENT = ("medications", "support_people", "releases")
BELOW_GOAL = ("objectives", "interventions")


@dataclass(frozen=True)
class Told:
    """What changes are told with: which rows may be told of, and the reasons that were given for this version."""

    may_be_told: InSight
    reasons: Mapping[str, str]

    def change(
        self,
        kind: str,
        now: Entry,
        details: tuple[Detail, ...],
        sentence: str,
        why: str,
        *,
        words: str,
        goal: Entry | None = None,
        above: str = "",
        is_gone: bool = False,
    ) -> Change:
        """A change of a row of the tables that are watched."""
        table = now.model._meta.table_name
        key = key_of(table, above, words, kind)
        part, written = WATCHED[table].part, self.reasons.get(key, "")
        says = bool(why)
        return Change(key, kind, part, table, words, details, sentence, why or written, says, True, now, is_gone, goal)


def changes(before: Entry, after: Entry, considered: Iterable[Entry] = ()) -> Changes:
    """All that changed in the plan between two readings of a client, in their running episode. `considered` are the
    rows of `LookedAt` of the later version, in which the reasons stand that no row of the record has itself."""
    then, now = running_episode(before), running_episode(after)
    if then is None or now is None:
        return Changes((), AmountOfCare(), AmountOfCare())
    reasons = {row["what"]: row["reason"].strip() for row in considered if row["reason"].strip()}
    told = Told(in_sight(before, after), reasons)
    found = [
        *_goals(then, now, told),
        *(change for name in OF_EPISODE for change in _list(then, now, name, told)),
        *(change for name in OF_CLIENT for change in _list(before, after, name, told)),
        *level_of_care(then, now, reasons),
        *hard_times(then, now, told.may_be_told, reasons),
        *next_review_day(then, now, reasons),
    ]
    order = list(PARTS)
    return Changes(tuple(sorted(found, key=lambda one: order.index(one.part))), amount_of(then), amount_of(now))


def matched(before: Entry, after: Entry, name: str) -> list[Pair]:
    """The rows of a list in both readings."""
    return pairs(before.rows(name), after.rows(name), called)


def _goals(then: Entry, now: Entry, told: Told) -> Iterator[Change]:
    """Each goal, and below it what is different of its steps, as long as it is worked on."""
    for was, goal in matched(then, now, "goals"):
        yield from _row(was, goal, told, goal=goal or was)
        if was is not None and goal is not None and goal["status"] in (*GOING_ON, "changed"):
            for name in BELOW_GOAL:
                for one, other in matched(was, goal, name):
                    yield from _row(one, other, told, goal=goal, above=called(was))


def _list(before: Entry, after: Entry, name: str, told: Told) -> Iterator[Change]:
    for then, now in matched(before, after, name):
        yield from _row(then, now, told)


def _row(
    then: Entry | None, now: Entry | None, told: Told, goal: Entry | None = None, above: str = ""
) -> Iterator[Change]:
    """The change of one row, if there is any, as a row that is not part of the plan is none."""
    was = then if then is not None and is_in_plan(then) and told.may_be_told(then) else None
    is_now = now if now is not None and is_in_plan(now) and told.may_be_told(now) else None
    if (then is not None and not told.may_be_told(then)) or (now is not None and not told.may_be_told(now)):
        return
    if is_now is None:
        if was is not None and not is_over(was):
            yield _gone(was, told, goal, above)
    elif was is None:
        if not is_over(is_now) or is_now.model._meta.table_name in ("service", "referral"):
            yield _new(is_now, told, goal, above)
    else:
        yield from _both(was, is_now, told, goal, above)


def _gone(row: Entry, told: Told, goal: Entry | None, above: str) -> Change:
    said = sentence_of(row.model._meta.table_name, "dropped", called(row))
    return told.change("dropped", row, (), said, "", words=called(row), goal=goal, above=above, is_gone=True)


def _new(row: Entry, told: Told, goal: Entry | None, above: str) -> Change:
    why = reason_in_row(None, row, "added")
    return told.change("added", row, (), new_sentence(row), why, words=called(row), goal=goal, above=above)


def _both(then: Entry, now: Entry, told: Told, goal: Entry | None, above: str) -> Iterator[Change]:
    details = differences(then, now)
    kind = kind_of(then, now, details)
    if not kind:
        return
    table, words = now.model._meta.table_name, called(then)
    if kind == "changed":
        said = sentence_of(table, kind, words, details)
    elif kind == "added":
        said = new_sentence(now)
    else:
        said = ended_sentence(now, kind)
    why = reason_in_row(then, now, kind)
    yield told.change(kind, now, details, said, why, words=words, goal=goal, above=above)
