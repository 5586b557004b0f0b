"""Draws what hangs on what: columns of beads with curves between them; the arrow keys walk along the strands."""

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy

from recovery_desktop_ui.parts.charts.chart import Chart
from recovery_desktop_ui.parts.charts.placing import Label, cut, label, measure, paint_labels, wrapped
from recovery_desktop_ui.parts.charts.strands import Bead, Strands
from recovery_desktop_ui.parts.charts.telling import told
from recovery_desktop_ui.parts.drawing import rounded
from recovery_desktop_ui.parts.icons import draw_icon
from recovery_desktop_ui.parts.tokens import colour, is_large, px

_BETWEEN, _BELOW, _PAD = 30, 8, 8  # columns, beads of one column, words in a bead
_LINES, _LINES_OF_LARGE = 2, 4
_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class StrandsChart(Chart):
    """One bead is the current one once somebody came to it: its strands stand out, the others step back."""

    telling: Strands
    chosen = Signal(object)  # the key of the bead that became the current one
    opened = Signal(object)  # the key of the bead that was opened

    def __init__(self, strands: Strands) -> None:
        self._current: Hashable | None = None
        self._places: dict[Hashable, QRectF] = {}
        super().__init__(strands)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # -- what it shows

    def tell(self, telling: Strands) -> None:  # type: ignore[override]
        super().tell(telling)
        if telling.of(self._current) is None:
            self._current = None
        self._settle()
        if self._current is not None:
            self._describe()

    @property
    def current(self) -> Hashable | None:
        """The key of the current bead."""
        return self._current

    def choose(self, key: Hashable | None) -> None:
        """Makes a bead the current one."""
        if key == self._current or (key is not None and self.telling.of(key) is None):
            return
        self._current = key
        self._describe()
        self.update()
        self.chosen.emit(key)

    def place_of(self, key: Hashable) -> QRectF:
        """Where a bead stands."""
        return self._places[key]

    def _describe(self) -> None:
        """What a screen reader says: the bead one is at, or the whole as sentence and table."""
        bead = self.telling.of(self._current)
        said = told(self.telling) if bead is None else ", ".join((self.telling.columns[bead.column], self._words(bead)))
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    @staticmethod
    def _words(bead: Bead) -> str:
        return "\n".join(filter(None, (bead.words, bead.below)))

    def words_at(self, spot: QPointF) -> str:
        bead = self._bead_at(spot)
        return self._words(bead) if bead is not None else ""

    # -- where things stand

    def sizeHint(self) -> QSize:
        return QSize(px(760), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        """Gives every bead its place, and the whole the height that it needs."""
        columns = max(1, len(self.telling.columns))
        wide = (self.width() - px(_BETWEEN) * (columns - 1) - 2) / columns
        head = measure("strong").height() + px(10)
        heights, self._places = [head] * columns, {}
        for bead in self.telling.beads:
            tall = self._height(bead, wide)
            left = 1 + bead.column * (wide + px(_BETWEEN))
            self._places[bead.key] = QRectF(left, heights[bead.column], wide, tall)
            heights[bead.column] += tall + px(_BELOW)
        self.setMinimumHeight(round(max(heights)) + px(4))
        self.updateGeometry()

    def _height(self, bead: Bead, wide: float) -> float:
        inside = QRectF(0, 0, wide - 2 * px(_PAD), 0)
        lines = len(wrapped(bead.words, "caption", "ink", inside, _lines()))
        return (lines + bool(bead.below)) * measure("caption").height() + px(_PAD)

    def _bead_at(self, spot: QPointF) -> Bead | None:
        key = next((key for key, place in self._places.items() if place.contains(spot)), None)
        return self.telling.of(key) if key is not None else None

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        through = self.telling.through(self._current) if self._current is not None else None
        for stands_out in (False, True):
            for near, far in self.telling.ties:
                if (through is not None and near in through and far in through) == stands_out:
                    self._paint_tie(painter, near, far, stands_out)
        self._paint_heads(painter)
        for bead in self.telling.beads:
            if self._places[bead.key].intersects(QRectF(event.rect())):
                self._paint_bead(painter, bead, through is None or bead.key in through)

    def _paint_tie(self, painter: QPainter, near: Hashable, far: Hashable, stands_out: bool) -> None:
        a, b = self._places[near], self._places[far]
        start, end = QPointF(a.right(), a.center().y()), QPointF(b.left(), b.center().y())
        bend = max(px(_BETWEEN) * 0.6, (end.x() - start.x()) * 0.4)
        path = QPainterPath(start)
        path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(self, "accent" if stands_out else "line"), 2.0 if stands_out else 1.2))
        painter.drawPath(path)

    def _paint_heads(self, painter: QPainter) -> None:
        columns = len(self.telling.columns)
        wide = (self.width() - px(_BETWEEN) * (columns - 1) - 2) / max(1, columns)
        heads = [
            cut(label(words, 1 + place * (wide + px(_BETWEEN)), 0, 0, "strong"), wide)
            for place, words in enumerate(self.telling.columns)
        ]
        paint_labels(painter, self, heads)

    def _paint_bead(self, painter: QPainter, bead: Bead, is_near: bool) -> None:
        place, is_current = self._places[bead.key], bead.key == self._current
        wants_care = bead.state == "care"
        fill = "care_soft" if wants_care else "accent_soft" if is_near and self._current is not None else "paper"
        edge, width = ("care", 1.4) if wants_care else ("line", 1.0)
        if is_current:
            edge, width = "accent", 2.0 if not self.hasFocus() else 3.0
        rounded(painter, place, px(6), colour(self, fill), colour(self, edge), width)
        paint_labels(painter, self, self._labels(bead, place, is_near))
        if wants_care:
            size = px(14)
            at = QRectF(place.left() + px(_PAD), place.bottom() - px(4) - measure("caption").height(), size, size)
            draw_icon(painter, at.translated(0, px(1)).toRect(), "triangle-alert", colour(self, "care"))

    def _labels(self, bead: Bead, place: QRectF, is_near: bool) -> list[Label]:
        inside = place.adjusted(px(_PAD), px(_PAD) / 2, -px(_PAD), 0)
        tone = "ink" if is_near and bead.state != "over" else "quiet"
        lines = wrapped(bead.words, "caption", tone, inside, _lines())
        if bead.below:
            aside = px(18) if bead.state == "care" else 0
            top = inside.top() + len(lines) * measure("caption").height()
            below = label(bead.below, inside.left() + aside, top, 0, tone="care" if bead.state == "care" else "quiet")
            lines.append(cut(below, inside.width() - aside))
        return lines

    # -- walking and opening

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current is None and self.telling.beads:
            self.choose(self.telling.beads[0].key)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        """A scrolling page shows the current bead when the cursor comes here, not the middle of the whole."""
        if query == Qt.InputMethodQuery.ImCursorRectangle and self._current in self._places:
            return self._places[self._current].toRect()
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self._walk(*step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def _walk(self, across: int, down: int) -> None:
        """Along a strand to the next column, or where none leads on to the bead beside it; up and down in a column."""
        bead = self.telling.of(self._current)
        if bead is None:
            return
        if down:
            column = [each.key for each in self.telling.beads if each.column == bead.column]
            at = column.index(bead.key) + down
            self.choose(column[max(0, min(len(column) - 1, at))])
            return
        tied = [key for key in self.telling.beside(bead.key, across) if key in self._places]
        near = tied or [each.key for each in self.telling.beads if each.column == bead.column + across]
        if near:
            height = self._places[bead.key].center().y()
            self.choose(min(near, key=lambda key: abs(self._places[key].center().y() - height)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bead = self._bead_at(event.position())
        self.choose(bead.key if bead is not None else None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        bead = self._bead_at(event.position())
        if bead is not None:
            self.opened.emit(bead.key)


def _lines() -> int:
    """Of the words of a bead; large text needs more of them."""
    return _LINES_OF_LARGE if is_large() else _LINES
