"""Rows of a list as a grid: cells in columns under their heads, while there is room."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_desktop.text import _
from recovery_desktop_ui.parts.tokens import colour, font, is_large, px

Column = tuple[str, int]
"""The marked head of a column, and its share of the room; the first is that of the titles."""
LEFT, ICON, GAP, RIGHT = 10, 16, 8, 12
"""The room before and behind a row's chevron, behind each cell, and at the end."""
_LEAST = 560  # below it the cells would be cut, and a row says the same in one line


class GridHeads(QWidget):
    """The heads of the columns, above the rows. Each row tells a screen reader all of it by itself."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._columns = columns
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(_(head) for head, _share in columns))

    def sizeHint(self) -> QSize:
        return QSize(px(200), QFontMetrics(font("caption")).height() + px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        if is_grid(self):
            painter, room = QPainter(self), self.rect().adjusted(px(LEFT + ICON + GAP), 0, -px(RIGHT), 0)
            for (head, _share), cell in zip(self._columns, _cells_in(room, self._columns), strict=True):
                _paint(painter, cell, _(head), "caption", colour(self, "quiet"))


def is_grid(row: QWidget) -> bool:
    """Whether there is room for the columns."""
    return not is_large() and row.width() >= px(_LEAST)


def paint_cells(painter: QPainter, room: QRect, columns: Sequence[Column], cells: Sequence[str], ink: QColor) -> None:
    """Writes the cells of a row into their columns, the first as its title."""
    for place, (words, cell) in enumerate(zip(cells, _cells_in(room, columns), strict=True)):
        _paint(painter, cell, words, "body" if place else "strong", ink)


def _cells_in(room: QRect, columns: Sequence[Column]) -> Iterator[QRect]:
    whole = sum(share for _head, share in columns)
    at = 0
    for _head, share in columns:
        left, right = room.width() * at // whole, room.width() * (at + share) // whole
        yield QRect(room.left() + left, room.top(), right - left - px(GAP), room.height())
        at += share


def _paint(painter: QPainter, cell: QRect, words: str, role: str, ink: QColor) -> None:
    painter.setFont(font(role))
    painter.setPen(ink)
    fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, cell.width())
    painter.drawText(cell, Qt.AlignmentFlag.AlignVCenter, fitting)
