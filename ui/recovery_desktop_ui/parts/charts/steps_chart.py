"""An amount over time in steps: bars as long as each step lasts, their amounts as numbers, days below."""

import datetime

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from recovery_desktop.dates import short_date
from recovery_desktop.figures import figure
from recovery_desktop.text import _
from recovery_desktop_ui.parts.charts.chart import Chart
from recovery_desktop_ui.parts.charts.placing import Label, clamped, is_free, label, measure, paint_labels
from recovery_desktop_ui.parts.charts.steps import Steps
from recovery_desktop_ui.parts.tokens import colour, px

_HIGH = 96  # of the field without words
_LAST_DAYS = 28  # how long the last step is drawn at least


class StepsChart(Chart):
    """As wide as it may be."""

    telling: Steps

    def __init__(self, steps: Steps) -> None:
        super().__init__(steps)
        self.setMinimumWidth(px(260))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(420), px(_HIGH) + round(2.4 * measure("caption").height()))

    def bars(self) -> list[QRectF]:
        """The bar of each step, from left to right; one of nothing has no height."""
        field, steps = self._field(), self.telling.steps
        first, last = self._span()
        whole = max(1, (last - first).days)
        most = max((step.amount for step in steps), default=0) or 1
        ends = [*(step.since for step in steps[1:]), last]
        found = []
        for step, end in zip(steps, ends, strict=True):
            left, right = ((day - first).days / whole * field.width() for day in (step.since, end))
            high = step.amount / most * field.height()
            found.append(QRectF(field.left() + left, field.bottom() - high, right - left, high))
        return found

    def labels(self) -> list[Label]:
        """The amounts above the bars and the days below them; where there is no room a later one is left out."""
        field, bars = self._field(), self.bars()
        found: list[Label] = []
        for step, bar in zip(self.telling.steps, bars, strict=True):
            for each in (
                label(figure(step.amount), bar.left() + px(4), bar.top() - measure("strong").height(), 0, "strong"),
                label(short_date(step.since), bar.left(), field.bottom() + px(4), 0, "caption", "quiet"),
            ):
                placed = Label(clamped(each.rect, field.left(), field.right()), each.words, each.role, each.tone)
                if is_free(placed.rect.adjusted(-px(6), 0, px(6), 0), self._taken(found, bars, bar)):
                    found.append(placed)
        return found

    def _taken(self, labels: list[Label], bars: list[QRectF], own: QRectF) -> list[QRectF]:
        """What words must not lie on: other words, and the edges of the other bars."""
        edges = [QRectF(bar.left(), bar.top() - px(2), bar.width(), px(4)) for bar in bars if bar != own]
        return [*(each.rect for each in labels), *edges]

    def words_at(self, spot: QPointF) -> str:
        """What changed where one points."""
        rows = zip(self.bars(), self.telling.values().rows, strict=True)
        return next((", ".join(filter(None, row)) for bar, row in rows if bar.left() <= spot.x() < bar.right()), "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, field = QPainter(self), self._field()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for bar in self.bars():
            painter.fillRect(bar.adjusted(0, 0, -1, 0), colour(self, "shade"))
            painter.setPen(QPen(colour(self, "accent"), 2))
            painter.drawLine(bar.topLeft(), bar.topRight() - QPointF(1, 0))
        painter.setPen(QPen(colour(self, "edge"), 1))
        painter.drawLine(field.bottomLeft(), field.bottomRight())
        self._paint_today(painter, field)
        paint_labels(painter, self, self.labels())

    def _paint_today(self, painter: QPainter, field: QRectF) -> None:
        first, last = self._span()
        if first <= self.telling.today <= last:
            share = (self.telling.today - first).days / max(1, (last - first).days)
            x = field.left() + share * field.width()
            pen = QPen(colour(self, "ink"), 1)
            pen.setDashPattern([3, 3])
            painter.setPen(pen)
            painter.drawLine(QPointF(x, 0), QPointF(x, field.bottom()))
            words = label(_("today"), x + px(4), 0, 0, "caption", "quiet")
            moved = Label(clamped(words.rect, field.left(), field.right()), words.words, words.role, words.tone)
            if is_free(moved.rect, [each.rect for each in self.labels()]):
                paint_labels(painter, self, [moved])

    def _field(self) -> QRectF:
        top = measure("strong").height() + px(6)
        return QRectF(0, top, self.width(), px(_HIGH) - top + px(8))

    def _span(self) -> tuple[datetime.date, datetime.date]:
        """From the first step to a while after the last, or to today."""
        steps = self.telling.steps
        first, last = steps[0].since, steps[-1].since
        after = max((last - first).days // 5, _LAST_DAYS)
        end = last + datetime.timedelta(after)
        return first, max(end, self.telling.today) if self.telling.today > last else end
