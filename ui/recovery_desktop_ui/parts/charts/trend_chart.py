"""A score over time in full: its range with bands and cut-off, values as numbers, days below."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from recovery_desktop_ui.parts.charts.chart import Chart
from recovery_desktop_ui.parts.charts.placing import Label, paint_labels
from recovery_desktop_ui.parts.charts.trend import Trend
from recovery_desktop_ui.parts.charts.trend_line import Field, draw_dot, draw_limit, draw_line
from recovery_desktop_ui.parts.charts.trend_plan import TrendPlan
from recovery_desktop_ui.parts.tokens import colour, px


class TrendChart(Chart):
    """As wide as it may be, as tall as its words need."""

    telling: Trend
    _planned: TrendPlan | None = None

    def __init__(self, trend: Trend) -> None:
        super().__init__(trend)
        self.setMinimumWidth(px(260))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(420), self._plan().height)

    def labels(self) -> list[Label]:
        """All words of the drawing with their places."""
        return self._plan().labels

    def words_at(self, spot: QPointF) -> str:
        """Day and value of the reading that is near."""
        for point, row in zip(self._plan().points, self.telling.values().rows, strict=True):
            if QLineF(spot, point).length() < px(12):
                return ", ".join(filter(None, row))
        return ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, trend, plan = QPainter(self), self.telling, self._plan()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, plan.field)
        draw_line(painter, self, trend, plan.points)
        for point, reading in zip(plan.points, trend.readings, strict=True):
            if reading.value is None:
                painter.setPen(QPen(colour(self, "quiet"), 1.5))
                painter.drawLine(point - QPointF(0, px(4)), point + QPointF(0, px(4)))
            else:
                draw_dot(painter, point, plan.radius, colour(self, "accent"), self.background())
        paint_labels(painter, self, plan.labels)

    def _plan(self) -> TrendPlan:
        """Kept until the width or the score changes: placing words takes longer than drawing them."""
        plan = TrendPlan(self.telling, self.width())
        if self._planned != plan:
            self._planned = plan
        return self._planned

    def _paint_ground(self, painter: QPainter, field: Field) -> None:
        """Every other band is shaded, a hairline stands between all of them, the lower edge is drawn through."""
        trend, rect = self.telling, field.rect
        for i, band in enumerate(trend.bands):
            top = field.y(trend.bands[i + 1].low) if i + 1 < len(trend.bands) else rect.top()
            stripe = QRectF(QPointF(rect.left(), top), QPointF(rect.right(), field.y(band.low)))
            if i % 2:
                painter.fillRect(stripe, colour(self, "shade"))
            painter.setPen(QPen(colour(self, "line"), 1))
            painter.drawLine(stripe.topLeft(), stripe.topRight())
        painter.setPen(QPen(colour(self, "edge"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if trend.cut_off is not None:
            draw_limit(painter, self, field.y(trend.cut_off), rect.left(), rect.right())
