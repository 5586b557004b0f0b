"""Draws what happened and what is due as a line of days, with today between the two."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from recovery_desktop.dates import day_and_month, short_date
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.parts.charts.chart import Chart
from recovery_desktop_ui.parts.charts.placing import Label, measure, paint_labels, wrapped
from recovery_desktop_ui.parts.charts.timeline import Event, Timeline
from recovery_desktop_ui.parts.tokens import colour, px

_LINES = 2  # of words below a day
_LEAST = 116  # the width of a stop
_FEWEST = 3  # stops: what was before, today, what comes


@dataclass(frozen=True)
class _Stop:
    """A place on the line: an event, today, or how many more there are."""

    day: str
    words: str
    kind: str = "past"  # past, today, coming
    counts: bool = False


class TimelineChart(Chart):
    """Days stand evenly beside each other; where they do not all fit, those nearest to today stay and the rest is
    counted."""

    telling: Timeline

    def __init__(self, timeline: Timeline) -> None:
        super().__init__(timeline)
        self.setMinimumWidth(px(240))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        lines = measure("caption").height() + _LINES * measure("strong").height()
        return QSize(px(600), px(22) + round(lines) + 1)

    def words_at(self, spot: QPointF) -> str:
        """Day and whole words of the stop one points at."""
        stops = self._stops()
        stop = stops[min(len(stops) - 1, max(0, int(spot.x() / self._step(len(stops)))))]
        return f"{stop.day}: {stop.words}"

    def labels(self) -> list[Label]:
        """Day and words of every stop."""
        stops, found = self._stops(), list[Label]()
        for i, stop in enumerate(stops):
            step = self._step(len(stops))
            rect = QRectF(i * step, px(20), step - px(12), 0)
            below = rect.translated(0, measure("caption").height())
            found += wrapped(stop.day, "caption", "quiet", rect, 1)
            found += wrapped(stop.words, "strong" if stop.kind == "today" else "caption", "ink", below, _LINES)
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, stops, y = QPainter(self), self._stops(), px(10)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step, left = self._step(len(stops)), px(7)
        now = left + next(i for i, stop in enumerate(stops) if stop.kind == "today") * step
        painter.setPen(QPen(colour(self, "edge"), 1.5))
        painter.drawLine(QPointF(left, y), QPointF(now, y))
        if stops[-1].kind == "coming":
            painter.setPen(QPen(colour(self, "edge"), 1.5, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(now, y), QPointF(self.width() - left, y))
        for i, stop in enumerate(stops):
            self._paint_stop(painter, QPointF(left + i * step, y), stop)
        paint_labels(painter, self, self.labels())

    def _paint_stop(self, painter: QPainter, at: QPointF, stop: _Stop) -> None:
        """Past days are discs, today is a larger ring, what comes a small ring; a count is three dots."""
        ink = colour(self, "edge" if stop.kind == "coming" else "accent")
        if stop.counts:
            painter.setPen(QPen(self.background(), 2))
            painter.setBrush(ink)
            for shift in (0, 7, 14):
                painter.drawEllipse(at + QPointF(px(shift), 0), px(3), px(3))
            return
        painter.setPen(QPen(ink, 2))
        painter.setBrush(ink if stop.kind == "past" else self.background())
        size = px(6) if stop.kind == "today" else px(5) - 0.5
        painter.drawEllipse(at, size, size)

    def _step(self, count: int) -> float:
        return self.width() / max(count, _FEWEST)

    def _stops(self) -> list[_Stop]:
        """What fits, around today."""
        timeline = self.telling
        now = Event(timeline.today, _("Today"))
        one_year = len({event.day.year for event in (*timeline.events, now)}) == 1
        stops = [
            _Stop(day_and_month(event.day) if one_year else short_date(event.day), event.words, kind)
            for events, kind in ((timeline.past, "past"), ((now,), "today"), (timeline.coming, "coming"))
            for event in events
        ]
        room = max(_FEWEST, self.width() // px(_LEAST))
        if len(stops) <= room:
            return stops
        before, after = len(timeline.past), len(timeline.coming)
        first = min(max(0, before - room // 2), len(stops) - room)
        last = first + room
        shown = stops[first:last]
        if first > 0:
            shown[0] = _count(first + 1, _("Earlier"), "past")
        if last < len(stops):
            shown[-1] = _count(before + 1 + after - last + 1, _("Later"), "coming")
        return shown


def _count(count: int, when: str, kind: str) -> _Stop:
    return _Stop(when, ngettext("{count} event", "{count} events", count).format(count=count), kind, counts=True)
