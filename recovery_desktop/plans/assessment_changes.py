"""Two assessments side by side: what was answered then and now, field by field and row by row."""

from collections.abc import Iterator
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


@dataclass(frozen=True)
class Answered:
    """One field in both assessments. `where` is the section, `row` the row of a list, `then` and `now` the answers as
    they are read, empty where there is none."""

    where: str
    row: str
    label: str
    then: str
    now: str

    @property
    def is_changed(self) -> bool:
        return self.then != self.now

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
    for then in before:
        now = next((one for one in waiting if _name(one) == _name(then)), None)
        if now is not None:
            waiting.remove(now)
        yield then, now
    for now in waiting:
        yield None, now


def _name(row: Entry) -> tuple[str, ...]:
    return tuple(str(row[field]).casefold() for field in _NAMED_BY.get(row.model._meta.table_name, ()))


def _fields(where: str, then: Entry | None, now: Entry | None) -> Iterator[Answered]:
    row = now or then
    assert row is not None
    named_by = _NAMED_BY.get(row.model._meta.table_name, ())
    called = next((row.shown(name) for name in named_by if row.shown(name)), "")
    if named_by and (then is None or now is None):
        is_there = [_("yes") if each is not None else _("no") for each in (then, now)]
        yield Answered(where, called, _("listed"), *is_there)
    for name in row.values:
        said = tuple(each.shown(name) if each is not None else "" for each in (then, now))
        if name not in (*_NOT_COMPARED, *named_by) and any(said):
            yield Answered(where, called, row.field(name).label, *said)
    for listed in {**(then.lists if then else {}), **(now.lists if now else {})}:
        below = ((each.rows(listed) if each else []) for each in (then, now))
        for one, other in _pairs(*below):  # the topics of a substance
            for each in _fields(where, one, other):
                yield Answered(where, called, each.label, each.then, each.now)
