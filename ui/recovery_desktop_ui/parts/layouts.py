"""Rows, columns and lines that wrap: how things stand beside and below each other at every width and text size."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from recovery_desktop_ui.parts.tokens import is_large, px, role_of, space

Item = QWidget | QLayout | int | None
"""A widget, a layout, a fixed gap, or None for a stretch."""
Pad = int | tuple[int, int, int, int]


def row(*items: Item, gap: int = 8, pad: Pad = 0) -> QHBoxLayout:
    """Side by side."""
    layout = QHBoxLayout()
    _fill(layout, items, gap, pad)
    return layout


def col(*items: Item, gap: int = 8, pad: Pad = 0) -> QVBoxLayout:
    """One below the other."""
    layout = QVBoxLayout()
    _fill(layout, items, gap, pad)
    return layout


def _fill(layout: QBoxLayout, items: Sequence[Item], gap: int, pad: Pad) -> None:
    layout.setSpacing(space(gap))
    left, top, right, bottom = pad if isinstance(pad, tuple) else (pad,) * 4
    layout.setContentsMargins(space(left), space(top), space(right), space(bottom))
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(space(item))
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)


def hold(layout: QLayout, tone: str | None = None) -> QWidget:
    """A widget around a layout, filled with a token if one is named."""
    widget = QWidget()
    widget.setLayout(layout)
    if tone:
        paint_as(widget, tone)
    return widget


def paint_as(widget: QWidget, tone: str) -> None:
    """Fills a widget's background with a token."""
    widget.setAutoFillBackground(True)
    widget.setBackgroundRole(role_of(tone))


def rule(vertical: bool = False, tone: str = "line") -> QWidget:
    """A hairline."""
    line = QWidget()
    paint_as(line, tone)
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def beside(left: QWidget, right: QWidget, gap: int = 16) -> QBoxLayout:
    """Two things on one line, the first taking the room; one below the other for large text."""
    if is_large():
        return col(left, right, gap=6)
    line = row(left, right, gap=gap)
    line.setStretch(0, 1)
    return line


def no_wider(widget: QWidget, wide: int) -> QHBoxLayout:
    """A widget that takes the room there is up to a width, from the left."""
    widget.setMaximumWidth(wide)
    line = row(widget, gap=0)
    line.setStretch(0, 1)
    line.addStretch(0)
    return line


def scrolling(content: QWidget, tone: str | None = "canvas") -> QScrollArea:
    """A page that scrolls up and down, never sideways; without a tone what is behind it is seen through it.

    What it is seen through is made here: asked for the one that Qt has made, PySide6 would first make Python's classes
    for all widgets there are, to tell which it is.
    """
    area, view = QScrollArea(), QWidget()
    area.setViewport(view)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for ground in (view, content):
        ground.setAutoFillBackground(tone is not None)
        if tone is not None:
            ground.setBackgroundRole(role_of(tone))
    return area


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout and lets the widgets go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


def take_out(layout: QLayout, widget: QWidget) -> None:
    """Takes a widget out of a layout, to go into another or to another place. Qt would do so by itself, but would
    then delete an item that PySide still knows if the layout was ever walked, as for the order of the Tab key: its
    memory is used again, and sooner or later the program crashes."""
    at = layout.indexOf(widget)
    if at >= 0:
        layout.takeAt(at)


class Flow(QLayout):
    """Left to right, then the next line: chips, buttons, facts; nothing is cut at large text."""

    def __init__(self, *widgets: QWidget, gap: int = 8, line: int = 6) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap, self._line = px(gap), px(line)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), really=False)

    def sizeHint(self) -> QSize:
        wide = sum(item.sizeHint().width() + self._gap for item in self._shown()) - self._gap
        return QSize(max(0, wide), self.minimumSize().height())

    def minimumSize(self) -> QSize:
        shown = self._shown()
        widest = max((item.minimumSize().width() for item in shown), default=0)
        return QSize(widest, max((item.sizeHint().height() for item in shown), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, really=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, really: bool) -> int:
        x, y, tall = rect.x(), rect.y(), 0
        line: list[tuple[QLayoutItem, int, QSize]] = []
        for item in self._shown():
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(1, rect.width())))
            if line and x + size.width() > rect.right() + 1:
                self._settle(line, y, tall, really)
                x, y, tall, line = rect.x(), y + tall + self._line, 0, []
            line.append((item, x, size))
            x, tall = x + size.width() + self._gap, max(tall, size.height())
        self._settle(line, y, tall, really)
        return y + tall - rect.y()

    @staticmethod
    def _settle(line: list[tuple[QLayoutItem, int, QSize]], y: int, tall: int, really: bool) -> None:
        for item, left, size in line if really else ():
            item.setGeometry(QRect(QPoint(left, y + (tall - size.height()) // 2), size))


class Columns(QWidget):
    """Side by side while there is room, one below the other when there is not."""

    def __init__(
        self, *cells: QWidget, least: int = 280, gap: int = 24, shares: Sequence[int] = (), across: int = 0
    ) -> None:
        """`least` is the width a column needs; `shares` divide the room among the columns of the first line. With
        `across` there are so many columns where there is room, even for fewer cells: so forms keep their lines."""
        super().__init__()
        self._most = across or len(cells)
        self._cells, self._least, self._across = cells, px(least), 0
        self._vacant = [QWidget() for _each in range(len(cells), self._most)]
        self._shares = tuple(shares) or (1,) * self._most
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space(gap))
        self._grid.setVerticalSpacing(space(16))
        self._spread(self._most)

    def _spread(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for i, cell in enumerate(self._cells):
            take_out(self._grid, cell)
            self._grid.addWidget(cell, i // across, i % across)
        for i, place in enumerate(self._vacant, len(self._cells)):  # the grid drops the gap before an empty column
            take_out(self._grid, place)
            if i < across:
                self._grid.addWidget(place, 0, i)
            place.setVisible(i < across)
        for i in range(self._most):
            self._grid.setColumnStretch(i, self._shares[i] if i < across else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._least, px(240)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        gap = self._grid.horizontalSpacing()
        fitting = (event.size().width() + gap) // (self._least + gap)
        self._spread(max(1, min(self._most, fitting)))
        while self._across > 1 and self._grid.minimumSize().width() > event.size().width():
            self._spread(self._across - 1)  # in this language a cell is wider than was thought
