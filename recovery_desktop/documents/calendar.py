"""What is done when, in large type: all that is done as often stands together, and a page may end between two of it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from recovery_desktop.documents.blocks import FIT, Block, Text
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.large_type import LARGE, LARGE_BOLD, LARGE_NOTE
from recovery_desktop.documents.pen import Pen
from recovery_desktop.documents.sections import row_of, stacked
from recovery_desktop.documents.tables import Heading, Table, table

_COLUMNS = (Heading("", 0.34, LARGE_BOLD), Heading("", 0.66))
_LEAST = 2  # of what is done on either side of a page's end


@dataclass(frozen=True)
class Doing:
    """Something that is done, when, and the rest of what there is to know of it."""

    when: str
    what: str
    details: str = ""


def calendar(doings: Sequence[Doing]) -> Block | None:
    """What is done when, a row for each time; None without any."""
    return Calendar(tuple(doings)) if doings else None


@dataclass(eq=False)
class Calendar(Block):
    """A table that names each time once, and again where it goes on on the next page."""

    doings: tuple[Doing, ...]
    key: Hashable = field(default_factory=object)
    _said: list[Block] = field(default_factory=list, init=False, repr=False)

    def __post_init__(self) -> None:
        said = (stacked(Text(one.what, LARGE), Text(one.details, LARGE_NOTE)) for one in self.doings)
        self._said = [replace(one, before=2) for one in said]

    def _table(self, count: int, width: float) -> Table:
        """The first of what is done, as a table."""
        groups = groupby(range(count), key=lambda number: self.doings[number].when)
        rows = [row_of(when, Column([self._said[number] for number in numbers])) for when, numbers in groups]
        return replace(table(_COLUMNS, rows, width, pad=2), key=self.key)

    def measure(self, width: float) -> float:
        return self._table(len(self.doings), width).height(width)

    def first_size(self) -> float:
        return LARGE_BOLD.size

    def split(self, width: float, room: float, page: float) -> tuple[Block, Block] | None:
        most = len(self.doings) - _LEAST
        fit = next((n for n in range(most, _LEAST - 1, -1) if self._table(n, width).height(width) <= room + FIT), 0)
        if not fit:  # few, or one of them is very long
            return self._table(len(self.doings), width).split(width, room, page)
        return replace(self, doings=self.doings[:fit]), replace(self, doings=self.doings[fit:])

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        self._table(len(self.doings), width).draw(pen, left, top, width)
