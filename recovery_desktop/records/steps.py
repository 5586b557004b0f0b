"""The kinds of change that the record's history keeps, each able to take itself back and to be done again.

Rows are named by class and number, never held, so that a step works on whatever the row has become.
"""

from dataclasses import dataclass, field
from typing import Protocol

from recovery_desktop.records.base import Link, Record
from recovery_desktop.records.removed import Removed
from recovery_desktop.records.store import Store
from recovery_desktop.records.stored import Columns
from recovery_desktop.text import _


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


@dataclass
class Saved:
    """Fields of a row; `before` and `after` have the columns that differ."""

    model: type[Record]
    number: int
    names: tuple[str, ...]
    before: Columns
    after: Columns
    visit: object | None

    @property
    def words(self) -> str:
        fields = {**self.model.described(), **self.model.refs()}
        labels = ", ".join(_(str(fields[name].verbose_name)) for name in self.names)
        return _("edit “{field}”").format(field=labels)

    def goes_on_with(self, following: "Saved") -> bool:
        """Whether what follows is typed in the same stay in the same field."""
        same = (self.model, self.number, self.visit) == (following.model, following.number, following.visit)
        return same and self.visit is not None and set(self.names) == set(following.names)

    def takes_in(self, following: "Saved") -> bool:
        """Becomes one step with what follows; False when nothing of it is left."""
        before, after = {**following.before, **self.before}, {**self.after, **following.after}
        differing = [name for name in before if before[name] != after[name]]
        self.before, self.after = ({name: columns[name] for name in differing} for columns in (before, after))
        return bool(differing)

    def undo(self, store: Store) -> Touched:
        return self._put(store, self.before)

    def redo(self, store: Store) -> Touched:
        return self._put(store, self.after)

    def _put(self, store: Store, columns: Columns) -> Touched:
        store.reset(self.model, self.number, {self.number: columns})
        return Touched(self.model, self.number, self.names)


@dataclass
class Added:
    """A new row."""

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
class Taken:
    """A row that was removed."""

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
class Moved:
    """A row that got another place; `before` and `after` have the positions that differ, its siblings' too."""

    model: type[Record]
    number: int
    before: dict[int, int]
    after: dict[int, int]

    @property
    def words(self) -> str:
        return _("move {what}").format(what=_title(self.model))

    def undo(self, store: Store) -> Touched:
        return self._put(store, self.before)

    def redo(self, store: Store) -> Touched:
        return self._put(store, self.after)

    def _put(self, store: Store, positions: dict[int, int]) -> Touched:
        columns = {number: {"position": position} for number, position in positions.items()}
        store.reset(self.model, self.number, columns, "move")
        return Touched(self.model, self.number)


@dataclass
class Tied:
    """A thread that was tied."""

    model: type[Link]
    owner: int
    target: int
    taken: Removed | None = field(default=None, repr=False)

    @property
    def words(self) -> str:
        return _("tie {one} and {other}").format(**_ends(self.model))

    def undo(self, store: Store) -> Touched:
        self.taken = _untie(store, self.model, self.owner, self.target)
        return Touched(self.model.owner().rel_model, self.owner)

    def redo(self, store: Store) -> Touched:
        assert self.taken is not None
        store.put_back(self.taken)
        return Touched(self.model.owner().rel_model, self.owner)


@dataclass
class Untied:
    """A thread that was untied."""

    model: type[Link]
    owner: int
    target: int
    taken: Removed = field(repr=False)

    @property
    def words(self) -> str:
        return _("untie {one} and {other}").format(**_ends(self.model))

    def undo(self, store: Store) -> Touched:
        store.put_back(self.taken)
        return Touched(self.model.owner().rel_model, self.owner)

    def redo(self, store: Store) -> Touched:
        self.taken = _untie(store, self.model, self.owner, self.target)
        return Touched(self.model.owner().rel_model, self.owner)


@dataclass
class Group:
    """Several changes that are one step."""

    words: str
    steps: list[Step]

    def undo(self, store: Store) -> Touched:
        touched = [step.undo(store) for step in reversed(self.steps)]
        return touched[-1]

    def redo(self, store: Store) -> Touched:
        touched = [step.redo(store) for step in self.steps]
        return touched[0]


def _untie(store: Store, model: type[Link], owner: int, target: int) -> Removed:
    ends = model.owner().rel_model.get_by_id(owner), model.target().rel_model.get_by_id(target)
    return store.unlink(model, *ends)


def _title(model: type[Record]) -> str:
    return _(model.title).lower()


def _ends(model: type[Link]) -> dict[str, str]:
    return {"one": _title(model.owner().rel_model), "other": _title(model.target().rel_model)}
