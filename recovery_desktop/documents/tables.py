"""Tables: hairlines only, rows kept whole, a heading row that repeats on each page for the eye but not for a reader."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace

from recovery_desktop.documents.blocks import FIT, Block, Text
from recovery_desktop.documents.columns import Row
from recovery_desktop.documents.look import ACCENT, CELL, HAIR, LABEL, SOFT, WHITE, Style
from recovery_desktop.documents.pen import Pen

Cell = str | Block
ROW_KEEP = 0.5  # a row higher than this share of a page may be parted
SHORT = 0.22  # a table up to this share of a page stays whole: more would leave pages half empty
RING_X = 11.0  # where the thread of a goal runs
_RING_DROP = 6.1  # from the top of a row's text to the middle of its first line


@dataclass(eq=False)
class Table(Block):
    """Rows under an optional heading row; the first cell of a row is its heading."""

    rows: Sequence[Row]
    head: Row | None = None
    pad: float = 1.9  # above and below the text of a row
    ringed: bool = False  # each row hangs on the thread of a goal by a ring
    key: Hashable = field(default_factory=object)
    continued: bool = False

    def _row_height(self, row: Row, width: float) -> float:
        return row.height(width) + 2 * self.pad

    def _head_height(self, width: float) -> float:
        return self.head.height(width) + 4 if self.head else 0

    def measure(self, width: float) -> float:
        return self._head_height(width) + sum(self._row_height(row, width) for row in self.rows)

    def first_size(self) -> float:
        return self.head.first_size() if self.head else self.rows[0].first_size()

    def below_last_ring(self, width: float) -> float:
        """How far the foot of the table is below the ring of its last row."""
        return self._row_height(self.rows[-1], width) - self.pad - _RING_DROP

    def split(self, width: float, room: float, page: float) -> tuple[Table, Table] | None:
        tall = [self._row_height(row, width) for row in self.rows]
        used, fit = self._head_height(width), 0
        while fit < len(tall) and used + tall[fit] <= room + FIT:
            used, fit = used + tall[fit], fit + 1
        if fit < len(tall) and tall[fit] > page * ROW_KEEP and room - used > 80:
            halves = self.rows[fit].split(width, room - used - 2 * self.pad, page)
            if halves:
                return self._parts([*self.rows[:fit], halves[0]], [halves[1], *self.rows[fit + 1 :]])
        least = 2 if sum(tall[:2]) < page / 2 and len(tall) > 1 else 1
        fit = max(min(fit, len(tall) - least), min(fit, least))
        if fit < least or self.height(width) <= page * SHORT:
            return None
        return self._parts(self.rows[:fit], self.rows[fit:])

    def _parts(self, upper: Sequence[Row], lower: Sequence[Row]) -> tuple[Table, Table]:
        return replace(self, rows=upper), replace(self, rows=lower, continued=True)

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        with pen.tags.element(self.key, "Table"):
            self._draw_head(pen, left, top, width)
            top -= self._head_height(width)
            for i, row in enumerate(self.rows):
                self._draw_lines(pen, left, top, width, first=not i)
                _draw_row(pen, row, left, top - self.pad, ("TH", "Row"), ("TD", ""))
                top -= self._row_height(row, width)

    def _draw_head(self, pen: Pen, left: float, top: float, width: float) -> None:
        if self.head is None:
            return
        if self.continued:
            with pen.tags.artifact():
                self.head.draw(pen, left, top, width)
        else:
            _draw_row(pen, self.head, left, top, ("TH", "Column"), ("TH", "Column"))

    def _draw_lines(self, pen: Pen, left: float, top: float, width: float, first: bool) -> None:
        strong = first and self.head is not None and not self.ringed
        if self.head is not None or not first:
            indent = 2 * RING_X if self.ringed else 0
            pen.rule(left + indent, top, left + width, 0.8 if strong else 0.45, SOFT if strong else HAIR)
        if self.ringed:
            pen.disc(left + RING_X, top - self.pad - _RING_DROP, 2.6, WHITE, ACCENT)


def _draw_row(pen: Pen, row: Row, left: float, top: float, first: tuple[str, str], other: tuple[str, str]) -> None:
    with pen.tags.element(row.key, "TR"):
        for i, (cell, offset, wide, sink) in enumerate(row.places()):
            tag, scope = other if i else first
            with pen.tags.element((row.key, i), tag, scope):
                cell.draw(pen, left + offset, top - sink, wide)


@dataclass(frozen=True)
class Heading:
    """A column of a table: its translated title, its share of the width and how its texts are set."""

    title: str
    share: float
    style: Style = CELL


def table(
    headings: Sequence[Heading],
    rows: Sequence[Sequence[Cell]],
    width: float,
    *,
    ringed: bool = False,
    pad: float = 1.9,
    before: float = 0,
) -> Table:
    """A table of the given width in points. A column in which no row says anything is left out.

    The first column keeps its share, the others divide the rest. A ringed table leaves room for the thread on its left.
    """
    start = 2 * RING_X if ringed else 0
    used = [i for i in range(len(headings)) if not i or any(_says_something(row[i]) for row in rows)]
    first = width * headings[0].share / sum(heading.share for heading in headings)
    others = sum(headings[i].share for i in used[1:])
    widths = [first - start, *((width - first) * headings[i].share / others for i in used[1:])]
    titles = Row([Text(headings[i].title, LABEL) for i in used], widths, start=start)
    body = [Row([_cell(row[i], headings[i].style) for i in used], widths, ROW_KEEP, start=start) for row in rows]
    return Table(body, titles if any(heading.title for heading in headings) else None, pad, ringed, before=before)


def _says_something(cell: Cell) -> bool:
    return bool(cell.text if isinstance(cell, Text) else cell)


def _cell(cell: Cell, style: Style) -> Block:
    return Text(cell, style) if isinstance(cell, str) else cell
