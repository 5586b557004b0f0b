"""Draws findings as marks on lanes of days; each kind of mark has a shape of its own, named below."""

import datetime
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from recovery_desktop.dates import day_and_month, short_date
from recovery_desktop_ui.parts.charts.chart import Chart
from recovery_desktop_ui.parts.charts.placing import Label, clamped, cut, is_free, label, measure, paint_labels
from recovery_desktop_ui.parts.charts.strip import SHAPES, Lane, Mark, Strip
from recovery_desktop_ui.parts.tokens import colour, px

_LANE = 28  # high
_MARK = 5  # from the middle of a mark to its edge
_SHARE = 0.3  # of the width, that names may take at most
_BESIDE = 16  # between the names and the lanes, and between the parts of the legend


class StripChart(Chart):
    """As wide as it may be, as tall as its lanes and the legend."""

    telling: Strip

    def __init__(self, strip: Strip) -> None:
        super().__init__(strip)
        self.setMinimumWidth(px(240))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = max((line for line, _x, _shape, _words in self._legend(width)), default=-1) + 1
        return self._bottom() + round(measure("caption").height() * 1.4) + lines * px(22)

    def sizeHint(self) -> QSize:
        return QSize(px(480), self.heightForWidth(max(self.width(), px(240))))

    # -- where things stand

    def spot(self, lane: int, day: datetime.date) -> QPointF:
        """The middle of the mark of a day."""
        first, last = self.telling.days
        left, right = self._left() + px(_MARK), self.width() - 2 * px(_MARK)
        share = (day - first).days / (last - first).days if last > first else 0.0
        return QPointF(left + share * (right - left), (lane + 0.5) * px(_LANE))

    def labels(self) -> list[Label]:
        """The names of the lanes, the days below them, and the words of the legend."""
        return [*self._names(), *self._days(), *self._legend_words()]

    def words_at(self, spot: QPointF) -> str:
        """Day and result of the nearest mark on the lane one points at."""
        at = int(spot.y() // px(_LANE))
        if not 0 <= at < len(self.telling.lanes):
            return ""
        lane = self.telling.lanes[at]
        nearest = min(lane.marks, key=lambda mark: abs(self.spot(at, mark.day).x() - spot.x()))
        is_near = abs(self.spot(at, nearest.day).x() - spot.x()) <= 2 * px(_MARK)
        return f"{short_date(nearest.day)}: {nearest.words}" if is_near else lane.name

    def _left(self) -> float:
        widest = max((measure("body").horizontalAdvance(lane.name) for lane in self.telling.lanes), default=0)
        return min(widest + 2, self.width() * _SHARE) + px(_BESIDE)

    def _bottom(self) -> int:
        return len(self.telling.lanes) * px(_LANE)

    def _names(self) -> Iterator[Label]:
        for at, lane in enumerate(self.telling.lanes):
            y = (at + 0.5) * px(_LANE) - measure("body").height() / 2
            yield cut(label(lane.name, 0, y, 0, "body"), self._left() - px(_BESIDE))

    def _days(self) -> list[Label]:
        """The first and the last day, and between them the first of each month where there is room."""
        if not self.telling.lanes:
            return []
        first, last = self.telling.days
        one_year = first.year == last.year
        found: list[Label] = []
        for day in dict.fromkeys((first, last, *_months(first, last))):
            words = day_and_month(day) if one_year else short_date(day)
            each = label(words, self.spot(0, day).x(), self._bottom() + px(2), 0.5, "caption", "quiet")
            placed = Label(clamped(each.rect, self._left(), self.width()), words, each.role, each.tone)
            if is_free(placed.rect.adjusted(-px(6), 0, px(6), 0), [other.rect for other in found]):
                found.append(placed)
        return found

    def _legend(self, width: int) -> Iterator[tuple[int, float, str, str]]:
        """Line, place, shape and words of each part, from left to right and then below."""
        line, x = 0, 0.0
        for shape, words in self.telling.legend:
            wide = px(18) + measure("caption").horizontalAdvance(words) + 1
            if x and x + wide > width:
                line, x = line + 1, 0.0
            yield line, x, shape, words
            x += wide + px(_BESIDE)

    def _legend_top(self, line: int) -> float:
        return self._bottom() + measure("caption").height() * 1.4 + line * px(22)

    def _legend_words(self) -> Iterator[Label]:
        for line, x, _shape, words in self._legend(self.width()):
            yield label(words, x + px(18), self._legend_top(line) + px(2), 0, "caption", "quiet")

    # -- how it looks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, lane in enumerate(self.telling.lanes):
            self._paint_lane(painter, at, lane)
        for line, x, shape, _words in self._legend(self.width()):
            middle = self._legend_top(line) + px(2) + measure("caption").height() / 2
            self._paint_mark(painter, QPointF(x + px(_MARK) + 1, middle), shape)
        paint_labels(painter, self, self.labels())

    def _paint_lane(self, painter: QPainter, at: int, lane: Lane) -> None:
        y = (at + 0.5) * px(_LANE)
        painter.setPen(QPen(colour(self, "line"), 1))
        painter.drawLine(QPointF(self._left(), y), QPointF(self.width(), y))
        for mark in lane.marks:
            self._paint_on_lane(painter, at, mark)

    def _paint_on_lane(self, painter: QPainter, at: int, mark: Mark) -> None:
        spot = self.spot(at, mark.day)
        painter.setPen(QPen(self.background(), 0))
        painter.setBrush(self.background())  # the lane ends at a mark and goes on behind it
        painter.drawEllipse(spot, px(_MARK) + 2, px(_MARK) + 2)
        self._paint_mark(painter, spot, mark.shape)

    def _paint_mark(self, painter: QPainter, at: QPointF, shape: str) -> None:
        tone, is_filled = SHAPES[shape]
        ink, size = colour(self, tone), px(_MARK)
        painter.setPen(QPen(ink, px(1.6)))
        painter.setBrush(ink if is_filled else self.background())
        if shape in ("disc", "ring", "slashed"):
            painter.drawEllipse(at, size - 0.5, size - 0.5)
        elif shape.endswith("square"):
            painter.drawRect(QRectF(at.x() - size + 1, at.y() - size + 1, 2 * size - 2, 2 * size - 2))
        elif shape != "cross":
            painter.drawPolygon(_corners(shape, at, size))
        if shape in ("cross", "slashed"):
            painter.drawLine(at + QPointF(-size, size) * 0.8, at + QPointF(size, -size) * 0.8)
        if shape == "cross":
            painter.drawLine(at + QPointF(-size, -size) * 0.8, at + QPointF(size, size) * 0.8)


def _corners(shape: str, at: QPointF, size: int) -> QPolygonF:
    if shape == "triangle":
        return QPolygonF([at + QPointF(0, -size), at + QPointF(size, size * 0.8), at + QPointF(-size, size * 0.8)])
    far = size + 1
    return QPolygonF([at + QPointF(0, -far), at + QPointF(far, 0), at + QPointF(0, far), at + QPointF(-far, 0)])


def _months(first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    """The first days of the months between two days."""
    day = first.replace(day=1)
    while (day := (day + datetime.timedelta(32)).replace(day=1)) < last:
        yield day
