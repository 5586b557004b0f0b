"""Two assessments side by side: what was answered then and now, field by field and row by row."""

import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.carrying import carried_models
from recovery_desktop.text import _

_NOT_COMPARED = ("review", "asked_on", "answered_by")
_NAMED_BY: dict[str, tuple[str, ...]] = {
    "area_of_life": ("domain",),
    "substance": ("name", "substance_class"),
    "health_concern": ("name",),
    "relative": ("relative", "condition"),
    "strength": ("statement",),
}
"""By table, the fields that say which row of a list is which; sections have one row."""
_ALIKE = 0.6  # how much of the words must be the same for a row that was only worded anew


@dataclass(frozen=True)
class Answered:
    """One field in both assessments. `where` is the section, `row` the row of a list, `then` and `now` the answers as
    they are read, empty where there is none. `is_part` says that it comes or goes with its row, which is one change."""

    where: str
    row: str
    label: str
    then: str
    now: str
    is_part: bool = False

    @property
    def is_changed(self) -> bool:
        return self.then != self.now and not self.is_part

    @property
    def words(self) -> str:
        """What is compared, in one line."""
        return joined([self.row, self.label], ": ")


def side_by_side(before: Entry, later: Entry) -> tuple[Answered, ...]:
    """Every field that is answered in either of two assessments, in the order of the record."""
    found: list[Answered] = []
    for model in carried_models():
        owner = model.owner()
        assert owner is not None
        for then, now in _pairs(before.rows(owner.listed_as), later.rows(owner.listed_as)):
            found += _fields(_(model.title), then, now)
    return tuple(found)


def _pairs(before: list[Entry], later: list[Entry]) -> Iterator[tuple[Entry | None, Entry | None]]:
    """Rows that are the same in both, those that are gone, and those that are new."""
    waiting = list(later)
    same = _matched(before, waiting, _has_its_name)
    same |= _matched([each for each in before if each.number not in same], waiting, _is_worded_anew)
    for then in before:
        yield then, same.get(then.number)
    for now in waiting:
        yield None, now


def _matched(before: list[Entry], waiting: list[Entry], is_same: Callable[[Entry, Entry], bool]) -> dict[int, Entry]:
    """By number, the row of later that each of some rows before became; takes it from those that wait."""
    found = {}
    for then in before:
        now = next((one for one in waiting if is_same(then, one)), None)
        if now is not None:
            waiting.remove(now)
            found[then.number] = now
    return found


def _has_its_name(then: Entry, now: Entry) -> bool:
    return _name(then) == _name(now)


def _is_worded_anew(then: Entry, now: Entry) -> bool:
    """Cocaine that is called coke by now, a strength with a word more: the rest of the row still says the same."""
    if "substance_class" in then.values and then["substance_class"] != now["substance_class"]:
        return False
    return difflib.SequenceMatcher(None, _words(then), _words(now), autojunk=False).ratio() >= _ALIKE


def _words(row: Entry) -> list[str]:
    said = (row.shown(name).casefold() for name in row.values if name not in _NOT_COMPARED)
    return re.findall(r"\w+", " ".join(said))


def _name(row: Entry) -> tuple[str, ...]:
    return tuple(str(row[field]).casefold() for field in _NAMED_BY.get(row.model._meta.table_name, ()))


def _fields(where: str, then: Entry | None, now: Entry | None) -> Iterator[Answered]:
    row = now or then
    assert row is not None
    named_by = _NAMED_BY.get(row.model._meta.table_name, ())
    called = _called(row)
    is_part = bool(named_by) and (then is None or now is None)
    if is_part:
        was, is_there = (_("yes") if each is not None else _("no") for each in (then, now))
        yield Answered(where, called, _("listed"), was, is_there)
    for name in row.values:
        before, later = (each.shown(name) if each is not None else "" for each in (then, now))
        is_known = name in named_by and (is_part or before == later)  # the name of the row says it
        if name not in _NOT_COMPARED and not is_known and (before or later):
            yield Answered(where, called, row.field(name).label, before, later, is_part)
    for listed in {**(then.lists if then else {}), **(now.lists if now else {})}:
        below = ((each.rows(listed) if each else []) for each in (then, now))
        for one, other in _pairs(*below):  # the topics of a substance
            for each in _fields(where, one, other):
                yield Answered(where, called, each.label, each.then, each.now, is_part)


def _called(row: Entry) -> str:
    """What the row is called where it stands: the first of its names that has words."""
    named_by = _NAMED_BY.get(row.model._meta.table_name, ())
    return next((row.shown(name) for name in named_by if row.shown(name)), "")
