"""A score over time, as small as a word: where it began, where it is, and the cut-off."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from recovery_desktop_ui.parts.charts.chart import Chart
from recovery_desktop_ui.parts.charts.trend import Trend
from recovery_desktop_ui.parts.charts.trend_line import Field, draw_dot, draw_limit, draw_line, points_of
from recovery_desktop_ui.parts.tokens import colour, px


class Sparkline(Chart):
    """Begins at the lower end of the range, but ends a little above the highest value: or it would be flat."""

    telling: Trend

    def __init__(self, trend: Trend) -> None:
        super().__init__(trend)
        self.setFixedHeight(px(36))
        self.setMinimumWidth(px(64))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def words_at(self, spot: QPointF) -> str:
        return self.telling.sentence()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, trend, field = QPainter(self), self.telling, self._field()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if trend.cut_off is not None:
            draw_limit(painter, self, field.y(trend.cut_off), 0, self.width())
        points = points_of(trend, field, px(3))
        draw_line(painter, self, trend, points)
        if trend.scored:
            draw_dot(painter, points[trend.scored[-1][0]], px(5), colour(self, "accent"), self.background())

    def _field(self) -> Field:
        trend = self.telling
        values = [value for _i, value in trend.scored]
        low = min(trend.low, *values, trend.low)
        high = max(low + 1, *values, low if trend.cut_off is None else trend.cut_off)
        edge = px(5) + 1  # room for the dot of the newest value
        return Field(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), low, low + (high - low) * 1.1)
