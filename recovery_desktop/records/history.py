"""The one undo of the whole record: every change goes through here and knows how to take itself back.

Rows are named by class and number, never held, so that a step works on whatever the row has become.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from recovery_desktop.records.base import Link, Record
from recovery_desktop.records.removed import Removed
from recovery_desktop.records.store import Store
from recovery_desktop.text import _

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True)
class Touched:
    """Where a step was at work: a row and perhaps some of its fields."""

    model: type[Record]
    number: int
    names: tuple[str, ...] = ()


class Step(Protocol):
    """One change that can be taken back and done again."""

    @property
    def words(self) -> str:
        """What was changed, in words without any client's text."""

    def undo(self, store: Store) -> Touched: ...

    def redo(self, store: Store) -> Touched: ...


class History:
    """Changes made through a store, newest last. Emptied when the practice is locked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._group: list[Step] | None = None

    # -- changing

    def save(self, row: AnyRecord, *, visit: object | None = None, **changes: Any) -> AnyRecord:
        """Keeps fields of a row. With the same `visit` as the step before it is one step: one stay in one field."""
        before = {name: _plain(getattr(row, name)) for name in changes}
        self._store.save(row, **changes)
        after = {name: _plain(getattr(row, name)) for name in changes}
        if before != after:
            self._note_saved(_Saved(type(row), row.id, before, after, visit))
        return row

    def _note_saved(self, step: "_Saved") -> None:
        steps = self._done if self._group is None else self._group
        last = steps[-1] if steps else None
        if not isinstance(last, _Saved) or not last.goes_on_with(step):
            self._note(step)
            return
        self._undone.clear()
        last.after = step.after
        if last.before == last.after:
            steps.pop()

    def add(self, model: type[AnyRecord], owner: Record | None = None, **values: Any) -> AnyRecord:
        """A new row at the end of its owner's list."""
        row = self._store.add(model, owner, **values)
        self._note(_Added(model, row.id))
        return row

    def remove(self, row: Record) -> None:
        """Takes a row away with all that belongs to it."""
        self._note(_Taken(type(row), row.id, self._store.remove(row)))

    def move(self, row: Record, to: int) -> None:
        """Gives a row another place in its list."""
        before = _place(row)
        self._store.move(row, to)
        if row.position != before:  # which is its place, now that they are numbered anew
            self._note(_Moved(type(row), row.id, before, row.position))

    def link(self, model: type[Link], owner: Record, target: Record) -> None:
        """Ties a thread; one that is tied already is no change."""
        if not _is_tied(model, owner, target):
            self._store.link(model, owner, target)
            self._note(_Tied(model, owner.id, target.id, True))

    def unlink(self, model: type[Link], owner: Record, target: Record) -> None:
        """Unties a thread."""
        if _is_tied(model, owner, target):
            self._store.unlink(model, owner, target)
            self._note(_Tied(model, owner.id, target.id, False))

    @contextmanager
    def group(self, words: str) -> Iterator[None]:
        """All changes inside are one step, called `words`; also those made before something went wrong."""
        outer, self._group = self._group, []
        try:
            yield
        finally:
            steps, self._group = self._group, outer
            if steps:
                self._note(_Group(words, steps))

    def _note(self, step: Step) -> None:
        (self._done if self._group is None else self._group).append(step)
        self._undone.clear()

    # -- taking back

    @property
    def undo_text(self) -> str:
        """What would be taken back, in words; empty when there is nothing."""
        return self._done[-1].words if self._done else ""

    @property
    def redo_text(self) -> str:
        """What would be done again, in words; empty when there is nothing."""
        return self._undone[-1].words if self._undone else ""

    def undo(self) -> Touched | None:
        """Takes back the last change; None when there is none. When the disk does not take it, nothing has happened."""
        return self._pass(self._done, self._undone, lambda step: step.undo(self._store))

    def redo(self) -> Touched | None:
        """Does again what was taken back last; None when there is nothing."""
        return self._pass(self._undone, self._done, lambda step: step.redo(self._store))

    def _pass(self, source: list[Step], target: list[Step], work: Callable[[Step], Touched]) -> Touched | None:
        if not source:
            return None
        step = source[-1]
        touched: Touched = self._store.vault.write(lambda: work(step))
        if isinstance(step, _Saved):
            step.visit = None  # typing after this begins a new step
        target.append(source.pop())
        return touched

    def clear(self) -> None:
        """Forgets all steps."""
        self._done.clear()
        self._undone.clear()


@dataclass
class _Saved:
    model: type[Record]
    number: int
    before: dict[str, Any]
    after: dict[str, Any]
    visit: object | None

    @property
    def words(self) -> str:
        fields = {**self.model.described(), **self.model.refs()}
        labels = ", ".join(_(str(fields[name].verbose_name)) for name in self.after)
        return _("edit “{field}”").format(field=labels)

    def goes_on_with(self, following: "_Saved") -> bool:
        """Whether what follows is typed in the same stay in the same field."""
        same = (self.model, self.number, self.visit) == (following.model, following.number, following.visit)
        return same and self.visit is not None and self.after.keys() == following.after.keys()

    def undo(self, store: Store) -> Touched:
        return self._put(store, self.before)

    def redo(self, store: Store) -> Touched:
        return self._put(store, self.after)

    def _put(self, store: Store, values: dict[str, Any]) -> Touched:
        refs = self.model.refs()
        whole = {n: refs[n].rel_model.get_by_id(v) if n in refs and v is not None else v for n, v in values.items()}
        store.save(self.model.get_by_id(self.number), **whole)
        return Touched(self.model, self.number, tuple(values))


@dataclass
class _Added:
    model: type[Record]
    number: int
    taken: Removed | None = field(default=None, repr=False)

    @property
    def words(self) -> str:
        return _("add {what}").format(what=_title(self.model))

    def undo(self, store: Store) -> Touched:
        self.taken = store.remove(self.model.get_by_id(self.number))
        return Touched(self.model, self.number)

    def redo(self, store: Store) -> Touched:
        assert self.taken is not None
        store.put_back(self.taken)
        return Touched(self.model, self.number)


@dataclass
class _Taken:
    model: type[Record]
    number: int
    taken: Removed = field(repr=False)

    @property
    def words(self) -> str:
        return _("remove {what}").format(what=_title(self.model))

    def undo(self, store: Store) -> Touched:
        store.put_back(self.taken)
        return Touched(self.model, self.number)

    def redo(self, store: Store) -> Touched:
        self.taken = store.remove(self.model.get_by_id(self.number))
        return Touched(self.model, self.number)


@dataclass
class _Moved:
    model: type[Record]
    number: int
    before: int
    after: int

    @property
    def words(self) -> str:
        return _("move {what}").format(what=_title(self.model))

    def undo(self, store: Store) -> Touched:
        return self._put(store, self.before)

    def redo(self, store: Store) -> Touched:
        return self._put(store, self.after)

    def _put(self, store: Store, place: int) -> Touched:
        store.move(self.model.get_by_id(self.number), place)
        return Touched(self.model, self.number)


@dataclass
class _Tied:
    model: type[Link]
    owner: int
    target: int
    tied: bool

    @property
    def words(self) -> str:
        ends = _title(self.model.owner().rel_model), _title(self.model.target().rel_model)
        way = _("tie {one} and {other}") if self.tied else _("untie {one} and {other}")
        return way.format(one=ends[0], other=ends[1])

    def undo(self, store: Store) -> Touched:
        return self._put(store, not self.tied)

    def redo(self, store: Store) -> Touched:
        return self._put(store, self.tied)

    def _put(self, store: Store, tied: bool) -> Touched:
        owner = self.model.owner().rel_model.get_by_id(self.owner)
        target = self.model.target().rel_model.get_by_id(self.target)
        (store.link if tied else store.unlink)(self.model, owner, target)
        return Touched(type(owner), owner.id)


@dataclass
class _Group:
    words: str
    steps: list[Step]

    def undo(self, store: Store) -> Touched:
        return [step.undo(store) for step in reversed(self.steps)][-1]

    def redo(self, store: Store) -> Touched:
        touched = [step.redo(store) for step in self.steps]
        return touched[0]


def _title(model: type[Record]) -> str:
    return _(model.title).lower()


def _plain(value: Any) -> Any:
    """A value to keep: a pointer as its number, a list as a copy."""
    if isinstance(value, Record):
        return value.id
    return list(value) if isinstance(value, list) else value


def _place(row: Record) -> int:
    """A row's place in its owner's list, counted from 0."""
    model, owner = type(row), type(row).owner()
    siblings = model.select(model.id)
    if owner is not None:
        siblings = siblings.where(owner == getattr(row, owner.column_name))
    return [each.id for each in siblings.order_by(model.position, model.id)].index(row.id)


def _is_tied(model: type[Link], owner: Record, target: Record) -> bool:
    return bool(model.select().where((model.owner() == owner) & (model.target() == target)).exists())
