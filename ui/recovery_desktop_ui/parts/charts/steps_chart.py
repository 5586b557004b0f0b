"""An amount over time in steps: bars as long as each step lasts, their amounts as numbers, days below."""

import datetime

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from recovery_desktop.dates import short_date
from recovery_desktop.text import _
from recovery_desktop_ui.parts.charts.chart import Chart
from recovery_desktop_ui.parts.charts.placing import Label, clamped, is_free, label, measure, paint_labels
from recovery_desktop_ui.parts.charts.steps import Steps
from recovery_desktop_ui.parts.tokens import colour, px

_HIGH = 96  # of the field without words
_MARKED = 20  # of the line of marks below it
_LAST_DAYS = 28  # how long the last step is drawn at least


class StepsChart(Chart):
    """As wide as it may be."""

    telling: Steps

    def __init__(self, steps: Steps) -> None:
        super().__init__(steps)
        self.setMinimumWidth(px(260))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        marks = px(_MARKED) if self.telling.marks else 0
        return QSize(px(420), px(_HIGH) + round(2.4 * measure("caption").height()) + marks)

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
                label(
                    self.telling.amount_of(step),
                    bar.left() + px(4),
                    bar.top() - measure("strong").height(),
                    0,
                    "strong",
                ),
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
        """The mark that one points at, or what changed there."""
        marks = zip(self.telling.marks, self.spots(), strict=True)
        near = [(abs(at.x() - spot.x()), mark) for mark, at in marks if abs(at.y() - spot.y()) <= px(_MARKED) / 2]
        if near and min(near, key=lambda one: one[0])[0] <= px(8):
            mark = min(near, key=lambda one: one[0])[1]
            return f"{short_date(mark.on)}, {mark.words}"
        steps = zip(self.bars(), self.telling.steps, strict=True)
        found = next((step for bar, step in steps if bar.left() <= spot.x() < bar.right()), None)
        parts = (short_date(found.since), self.telling.amount_of(found), found.why) if found is not None else ()
        return ", ".join(filter(None, parts))

    def spots(self) -> list[QPointF]:
        """Where the marks stand."""
        field, (first, last) = self._field(), self._span()
        whole = max(1, (last - first).days)
        below = field.bottom() + px(4) + measure("caption").height() + px(_MARKED) / 2
        return [
            QPointF(field.left() + (mark.on - first).days / whole * field.width(), below) for mark in self.telling.marks
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, field = QPainter(self), self._field()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for bar in self.bars():
            painter.fillRect(bar.adjusted(0, 0, -1, 0), colour(self, "shade"))
            painter.setPen(QPen(colour(self, "accent"), 2))
            painter.drawLine(bar.topLeft(), bar.topRight() - QPointF(1, 0))
        painter.setPen(QPen(colour(self, "edge"), 1))
        painter.drawLine(field.bottomLeft(), field.bottomRight())
        for mark, spot in zip(self.telling.marks, self.spots(), strict=True):
            self._paint_mark(painter, spot, mark.is_bad)
        self._paint_today(painter, field)
        paint_labels(painter, self, self.labels())

    def _paint_mark(self, painter: QPainter, spot: QPointF, is_bad: bool) -> None:
        """A disc, or a triangle where something went wrong."""
        size = px(5)
        at = QPointF(min(max(spot.x(), size), self.width() - size), spot.y())
        painter.setPen(QPen(self.background(), 1))
        painter.setBrush(colour(self, "care" if is_bad else "accent"))
        if is_bad:
            corners = [at + QPointF(0, -size), at + QPointF(size, size), at + QPointF(-size, size)]
            painter.drawPolygon(QPolygonF(corners))
        else:
            painter.drawEllipse(at, size, size)

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
        """From the first step or mark to a while after the last, or to today."""
        steps, marked = self.telling.steps, [mark.on for mark in self.telling.marks]
        first, last = min([steps[0].since, *marked]), max([steps[-1].since, *marked])
        after = max((last - first).days // 5, _LAST_DAYS)
        end = last + datetime.timedelta(after)
        return first, max(end, self.telling.today) if self.telling.today > last else end
