"""What a new draft carries over from the version before, unchanged and not yet looked at again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from recovery_desktop.plans.changes.change import PARTS, Changes, key_of
from recovery_desktop.plans.changes.comparing import BELOW_GOAL, changes, matched
from recovery_desktop.plans.changes.in_sight import in_sight
from recovery_desktop.plans.changes.watched import WATCHED, called
from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.needs import ENDED
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.goals import GOING_ON

_LISTS = ("needs", "services", "aftercare_steps", "discharge_criteria")


@dataclass(frozen=True)
class Carried:
    """An item that stands in the draft as it stood before; `key` is what is noted once it is kept."""

    key: str
    part: str
    words: str
    entry: Entry
    goal: Entry | None


def carried(before: Entry, after: Entry, version: Entry) -> tuple[Carried, ...]:
    """The items of a draft `version` that were neither changed nor kept yet, goal by goal and then list by list."""
    looked_at = {row["what"] for row in version.rows("looked_at")}
    items = _items(before, after, changes(before, after))
    return tuple(item for item in items if item.key not in looked_at)


def _items(before: Entry, after: Entry, found: Changes) -> Iterator[Carried]:
    then, now = running_episode(before), running_episode(after)
    if then is None or now is None:
        return
    changed, may_be_told = {id(change.entry) for change in found}, in_sight(before, after)

    def unchanged(rows: Iterable[tuple[Entry | None, Entry | None]]) -> Iterator[tuple[Entry, Entry]]:
        for was, is_now in rows:
            if was is not None and is_now is not None and may_be_told(is_now):
                yield was, is_now

    for was, goal in unchanged(matched(then, now, "goals")):
        if goal["status"] not in GOING_ON:
            continue
        if id(goal) not in changed:
            yield _item(was, goal, goal)
        for name in BELOW_GOAL:
            for one, other in unchanged(matched(was, goal, name)):
                if _goes_on(other) and id(other) not in changed:
                    yield _item(one, other, goal, called(was))
    rows = [pair for name in _LISTS for pair in unchanged(matched(then, now, name))]
    rows.sort(key=lambda pair: list(PARTS).index(WATCHED[pair[1].model._meta.table_name].part))
    for was, row in rows:
        if _goes_on(row) and id(row) not in changed:
            yield _item(was, row, None)


def _goes_on(row: Entry) -> bool:
    """Whether an item is still part of the plan; what came to its end is not looked at again."""
    match row.model._meta.table_name:
        case "objective":
            return row["status"] in GOING_ON
        case "need":
            return row["status"] not in ENDED
        case "service":
            return bool(row["decision"] == "accepted")
        case "discharge_criterion":
            return bool(row["met"] != "yes")
    return True


def _item(was: Entry, now: Entry, goal: Entry | None, above: str = "") -> Carried:
    table, words = now.model._meta.table_name, called(was)
    return Carried(key_of(table, above, words, "kept"), WATCHED[table].part, words, now, goal)
