"""Which row of an earlier version became which row of a later one: by its number, or on another computer by its
words."""

import difflib
import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from recovery_desktop.plans.snapshot import Entry

Named = Callable[[Entry], str]
Pair = tuple[Entry | None, Entry | None]
_ALIKE = 0.6  # how much of the words must be the same for a row that was only worded anew


def pairs(before: Sequence[Entry], after: Sequence[Entry], named: Named) -> list[Pair]:
    """Rows that are in both, in the order of the later; then those that are gone; each that is new stands alone."""
    found = _by_number(before, after) if _numbers_hold(before, after, named) else _by_words(before, after, named)
    known = {id(then) for then in found.values()}
    in_both_or_new: list[Pair] = [(found.get(id(now)), now) for now in after]
    return [*in_both_or_new, *((then, None) for then in before if id(then) not in known)]


def _numbers_hold(before: Sequence[Entry], after: Sequence[Entry], named: Named) -> bool:
    """Whether rows still have the numbers they had: not where one has its words under another number, while something
    else has its own. That is so once a record has moved to another computer."""
    now = {row.number: folded(named(row)) for row in after}
    numbers = {words: number for number, words in now.items()}
    for row in before:
        words = folded(named(row))
        if now.get(row.number) != words and numbers.get(words, row.number) != row.number:
            return False
    return True


def _by_number(before: Sequence[Entry], after: Sequence[Entry]) -> dict[int, Entry]:
    then = {row.number: row for row in before}
    return {id(row): then[row.number] for row in after if row.number in then}


def _by_words(before: Sequence[Entry], after: Sequence[Entry], named: Named) -> dict[int, Entry]:
    """The same words first, then those that are most alike."""
    waiting: dict[str, list[Entry]] = defaultdict(list)
    for row in before:
        waiting[folded(named(row))].append(row)
    found = {id(row): waiting[folded(named(row))].pop(0) for row in after if waiting[folded(named(row))]}
    left = [row for rows in waiting.values() for row in rows]
    for row in (each for each in after if id(each) not in found):
        likeness = {id(then): _likeness(named(then), named(row)) for then in left}
        best = max(left, key=lambda then: likeness[id(then)], default=None)
        if best is not None and likeness[id(best)] >= _ALIKE:
            left.remove(best)
            found[id(row)] = best
    return found


def folded(words: str) -> str:
    """Words without what may be typed in more than one way."""
    return " ".join(words.casefold().split())


def _likeness(one: str, other: str) -> float:
    ours, theirs = (re.findall(r"\w+", each.casefold()) for each in (one, other))
    return difflib.SequenceMatcher(None, ours, theirs, autojunk=False).ratio()
