"""The line of a score in a field of the screen; sparkline and full chart share it."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from recovery_desktop_ui.parts.charts.chart import Chart
from recovery_desktop_ui.parts.charts.placing import spread
from recovery_desktop_ui.parts.charts.trend import Trend
from recovery_desktop_ui.parts.tokens import colour


@dataclass(frozen=True)
class Field:
    """A stretch of the screen, and the values at its lower and upper edge."""

    rect: QRectF
    low: float
    high: float

    def y(self, value: float) -> float:
        """How high a value stands."""
        share = (value - self.low) / ((self.high - self.low) or 1)
        return self.rect.bottom() - share * self.rect.height()


def points_of(trend: Trend, field: Field, gap: float) -> list[QPointF]:
    """The place of every reading, as far along as its day, but `gap` beside the one before; without a value it lies
    on the lower edge."""
    days = [reading.day.toordinal() for reading in trend.readings]
    if not days:
        return []
    left, right = field.rect.left(), field.rect.right()
    whole = days[-1] - days[0]
    if whole:
        wanted = [left + (day - days[0]) * (right - left) / whole for day in days]
    else:
        wanted = [right] if len(days) == 1 else [left + i * (right - left) / (len(days) - 1) for i in range(len(days))]
    places = spread(wanted, gap, left, right)
    values = [field.low if reading.value is None else reading.value for reading in trend.readings]
    return [QPointF(x, field.y(value)) for x, value in zip(places, values, strict=True)]


def segments(trend: Trend, points: Sequence[QPointF]) -> list[tuple[QPointF, QPointF, bool]]:
    """From value to value, and whether one between them is missing."""
    scored = [i for i, _value in trend.scored]
    return [(points[i], points[j], j - i > 1) for i, j in itertools.pairwise(scored)]


def draw_line(painter: QPainter, chart: Chart, trend: Trend, points: Sequence[QPointF]) -> None:
    """A full line, dotted where a value is missing."""
    for first, last, gap in segments(trend, points):
        style = Qt.PenStyle.DotLine if gap else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour(chart, "accent"), 2, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawLine(first, last)


def draw_limit(painter: QPainter, chart: Chart, y: float, left: float, right: float) -> None:
    """The cut-off, dashed; on whole pixels, or it would pale."""
    painter.setPen(QPen(colour(chart, "quiet"), 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(left, int(y) + 0.5), QPointF(right, int(y) + 0.5))


def draw_dot(painter: QPainter, at: QPointF, radius: float, ink: QColor, around: QColor) -> None:
    """A value: a disc with a rim of the colour around it, so that the line seems to stop before it."""
    painter.setPen(QPen(around, 2))
    painter.setBrush(QBrush(ink))
    painter.drawEllipse(at, radius, radius)
