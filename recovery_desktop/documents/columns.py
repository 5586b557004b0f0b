"""Blocks arranged below and beside each other; layout only, unless they are given a tag."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from recovery_desktop.documents.blocks import FIT, Block
from recovery_desktop.documents.pen import Pen


@dataclass(eq=False)
class Column(Block):
    """Blocks below each other; with a `tag` they are one element."""

    kids: Sequence[Block]
    keep: float = 0  # stays whole while it is no higher than this share of a page
    tag: str = ""
    key: Hashable = field(default_factory=object)

    def measure(self, width: float) -> float:
        return sum(kid.height(width) + (kid.before if i else 0) for i, kid in enumerate(self.kids))

    def first_size(self) -> float:
        return self.kids[0].first_size() if self.kids else 0

    def split(self, width: float, room: float, page: float) -> tuple[Self, Self] | None:
        if self.height(width) <= self.keep * page + FIT:
            return None
        used = 0.0
        for i, kid in enumerate(self.kids):
            above = kid.before if i else 0
            if used + above + kid.height(width) > room + FIT:
                parted = self._part(i, room - used - above, width, page)
                return parted or (self._cut(i) if i and room > page - FIT else None)
            used += above + kid.height(width)
        return None

    def _part(self, i: int, room: float, width: float, page: float) -> tuple[Self, Self] | None:
        """Parts in the block `i`, of which `room` is left, or before it; what is glued to it goes along."""
        parts = self.kids[i].split(width, room, page) if room > 0 else None
        while parts is None and i > 0 and self.kids[i - 1].glue:
            i -= 1
            parts = self.kids[i].split(width, self.kids[i].height(width) - 1, page)
        return self._cut(i, parts) if i or parts else None

    def _cut(self, i: int, parts: tuple[Block, Block] | None = None) -> tuple[Self, Self]:
        """Everything before block `i` and the rest, with the parts of that block on either side."""
        above, below = ([parts[0]], [parts[1], *self.kids[i + 1 :]]) if parts else ([], self.kids[i:])
        return self.parted([*self.kids[:i], *above], [*below])

    def parted(self, above: Sequence[Block], below: Sequence[Block]) -> tuple[Self, Self]:
        """The two columns that hold the parted blocks."""
        return replace(self, kids=above), replace(self, kids=below)

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        if self.tag:
            with pen.tags.element(self.key, self.tag):
                self._draw_kids(pen, left, top, width)
        else:
            self._draw_kids(pen, left, top, width)

    def _draw_kids(self, pen: Pen, left: float, top: float, width: float) -> None:
        for i, kid in enumerate(self.kids):
            top -= kid.before if i else 0
            kid.draw(pen, left, top, width)
            top -= kid.height(width)


@dataclass(eq=False)
class Row(Block):
    """Blocks side by side, read from left to right; whole up to a share of a page, else every cell is parted."""

    cells: Sequence[Block]
    widths: Sequence[float]
    keep: float = 0.35
    gap: float = 8  # between a cell and the next
    level: bool = True  # the first lines of all cells share a baseline
    start: float = 0  # of the first cell, from the left
    grouped: bool = False  # a cell parted by a page's end is still read to its end before the next one
    tag: str = ""
    key: Hashable = field(default_factory=object)

    def places(self) -> Iterator[tuple[Block, float, float, float]]:
        """Each cell with its distance from the left, its width, and how far it sinks to share the baseline."""
        sizes = [cell.first_size() for cell in self.cells]
        left = self.start
        for i, (cell, step, size) in enumerate(zip(self.cells, self.widths, sizes, strict=True)):
            width = step - (self.gap if i + 1 < len(self.cells) else 0)
            yield cell, left, width, max(sizes) - size if self.level and size else 0
            left += step

    def measure(self, width: float) -> float:
        return max(cell.height(wide) + sink for cell, _left, wide, sink in self.places())

    def first_size(self) -> float:
        return max(cell.first_size() for cell in self.cells)

    def split(self, width: float, room: float, page: float) -> tuple[Row, Row] | None:
        if self.height(width) <= self.keep * page + FIT:
            return None
        above: list[Block] = []
        below: list[Block] = []
        late = False
        for cell, _left, wide, sink in self.places():
            fits = cell.height(wide) + sink <= room + FIT
            parts = (cell, Column([])) if fits else cell.split(wide, room - sink, page)
            late = late or parts is None
            above.append(parts[0] if parts else Column([]))
            below.append(parts[1] if parts else cell)
        begun = any(cell.height(wide) for cell, _left, wide, _sink in replace(self, cells=above).places())
        if not begun or (late and room < page / 2):  # all cells begin on the same page
            return None
        return replace(self, cells=above), replace(self, cells=below)

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        if self.tag:
            with pen.tags.element(self.key, self.tag):
                self._draw_cells(pen, left, top)
        else:
            self._draw_cells(pen, left, top)

    def _draw_cells(self, pen: Pen, left: float, top: float) -> None:
        for i, (cell, offset, wide, sink) in enumerate(self.places()):
            if self.grouped and cell.height(wide):
                with pen.tags.element((self.key, i), "Div"):
                    cell.draw(pen, left + offset, top - sink, wide)
            else:
                cell.draw(pen, left + offset, top - sink, wide)
