"""The one undo of the whole record: every change goes through here and knows how to take itself back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from recovery_desktop.records import stored
from recovery_desktop.records.base import Link, Record
from recovery_desktop.records.steps import Added, Group, Moved, Saved, Step, Taken, Tied, Touched, Untied
from recovery_desktop.records.store import Store, places

__all__ = ["History", "Touched"]

AnyRecord = TypeVar("AnyRecord", bound=Record)
T = TypeVar("T")


class History:
    """Changes made through a store, newest last. Emptied when the practice is locked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._group: list[Step] | None = None

    # -- changing

    def save(self, row: AnyRecord, *, visit: object | None = None, **changes: Any) -> AnyRecord:
        """Keeps fields of a row. With the same `visit` as the step before it is one step: one stay in one field.

        The row in hand may be older than what is stored, by an undo in between: what counts is what is stored.
        """
        model = type(row)
        before = stored.row(model, row.id)
        kept = self._store.save(model.get_by_id(row.id), **changes)
        after = stored.row(model, row.id)
        differing = [column for column in before if before[column] != after[column]]
        for name in (*changes, *differing):
            setattr(row, name, getattr(kept, name))
        if differing:
            former, later = ({column: columns[column] for column in differing} for columns in (before, after))
            self._note_saved(Saved(model, row.id, tuple(changes), former, later, visit))
        return row

    def _note_saved(self, step: Saved) -> None:
        steps = self._done if self._group is None else self._group
        last = steps[-1] if steps else None
        if not isinstance(last, Saved) or not last.goes_on_with(step):
            self._note(step)
            return
        self._undone.clear()
        if not last.takes_in(step):
            steps.pop()

    def add(self, model: type[AnyRecord], owner: Record | None = None, **values: Any) -> AnyRecord:
        """A new row at the end of its owner's list."""
        row = self._store.add(model, owner, **values)
        self._note(Added(model, row.id))
        return row

    def remove(self, row: Record) -> None:
        """Takes a row away with all that belongs to it."""
        self._note(Taken(type(row), row.id, self._store.remove(row)))

    def move(self, row: Record, to: int) -> None:
        """Gives a row another place in its list."""
        before = places(row)
        self._store.move(row, to)
        after = places(row)
        moved = [number for number in before if before[number] != after[number]]
        if moved:
            former, later = ({number: positions[number] for number in moved} for positions in (before, after))
            self._note(Moved(type(row), row.id, former, later))

    def link(self, model: type[Link], owner: Record, target: Record) -> None:
        """Ties a thread; one that is tied already is no change."""
        if not _is_tied(model, owner, target):
            self._store.link(model, owner, target)
            self._note(Tied(model, owner.id, target.id))

    def unlink(self, model: type[Link], owner: Record, target: Record) -> None:
        """Unties a thread; one that is not tied is no change."""
        if _is_tied(model, owner, target):
            self._note(Untied(model, owner.id, target.id, self._store.unlink(model, owner, target)))

    @contextmanager
    def group(self, words: str) -> Iterator[None]:
        """All changes inside are one step, called `words`; also those made before something went wrong."""
        outer, self._group = self._group, []
        try:
            yield
        finally:
            steps, self._group = self._group, outer
            if steps:
                self._note(Group(words, steps))

    @contextmanager
    def along_with_last(self) -> Iterator[None]:
        """What follows from the last change is one step with it; both are taken back together."""
        if self._group is not None or not self._done:
            yield
            return
        last = self._done.pop()
        with self.group(last.words):
            self._note(last)
            yield

    def at_once(self, words: str, work: Callable[[], T]) -> T:
        """All changes of `work` in one transaction and as one step; when something goes wrong, none of them. It may be
        called a second time where the first found the disk full."""
        outer, steps = self._group, list[Step]()

        def run() -> T:
            steps.clear()
            self._group = steps
            return work()

        try:
            done = self._store.vault.write(run)
        finally:
            self._group = outer
        if steps:
            self._note(Group(words, steps))
        return done

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
        if isinstance(step, Saved):
            step.visit = None  # typing after this begins a new step
        target.append(source.pop())
        return touched

    def clear(self) -> None:
        """Forgets all steps."""
        self._done.clear()
        self._undone.clear()


def _is_tied(model: type[Link], owner: Record, target: Record) -> bool:
    return bool(model.select().where((model.owner() == owner) & (model.target() == target)).exists())
