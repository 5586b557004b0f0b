"""A score over time as a figure: its range with the published bands, each value as a number, the days below."""

import itertools
from collections.abc import Sequence

from recovery_desktop.documents.blocks import Figure
from recovery_desktop.documents.fonts import BOLD, SANS
from recovery_desktop.documents.look import ACCENT, HAIR, SOFT, TINT, WHITE, Style
from recovery_desktop.documents.pen import Pen
from recovery_desktop.documents.plan_findings import ScoreCourse, ScoreReading

_HEAD, _FOOT = 22, 13  # points above the field for the name, below it for the days
_FIELD = 46
_LEFT, _RIGHT = 20, 66  # room for the range, and for the words of the bands
_INSET = 8  # the first and the last dot stand so far inside
_NAME, _WORD = Style(BOLD, 9.2, 12), Style(SANS, 7.6, 9.5, SOFT)
_RANGE, _DAY, _LAST_DAY = (Style(SANS, 7.6, 9.5, SOFT, align=at) for at in (1, 0, 1))
_VALUE, _LAST = Style(SANS, 8.3, 10, align=0.5), Style(BOLD, 8.3, 10, align=0.5)
_CLOSE = 16  # points between two values, below which only the first and the last are written


def trend(course: ScoreCourse, width: float) -> Figure:
    """The figure, its alternate text the same in words."""

    def paint(pen: Pen, left: float, bottom: float) -> None:
        _Drawing(pen, course, left, bottom + _FOOT, width).paint()

    return Figure(width, _HEAD + _FIELD + _FOOT, course.sentence, paint)


class _Drawing:
    """Where everything stands while one figure is painted."""

    def __init__(self, pen: Pen, course: ScoreCourse, left: float, bottom: float, width: float) -> None:
        self.pen, self.course = pen, course
        self.name_left, self.left, self.right = left, left + _LEFT, left + width - (_RIGHT if course.bands else 4)
        self.bottom = bottom

    def paint(self) -> None:
        self.pen.label(self.name_left, self.bottom + _FIELD + 12, self.course.name, _NAME)
        self._paint_bands()
        self.pen.rule(self.left, self.bottom, self.right, 0.8, SOFT)
        for value in (self.course.low, self.course.high):
            self.pen.label(self.left - 4, self._y(value) - 2.6, f"{value:g}", _RANGE)
        readings = self.course.readings
        self._paint_line([(self._x(each.place), self._y(each.value)) for each in readings])
        for each, x, style in self._ends(readings):
            self.pen.label(x, self.bottom - 10, each.day, style)

    def _ends(self, readings: Sequence[ScoreReading]) -> list[tuple[ScoreReading, float, Style]]:
        """The first and the last day, at the ends of the field."""
        return [(readings[0], self.left, _DAY), (readings[-1], self.right, _LAST_DAY)] if readings else []

    def _y(self, value: float) -> float:
        span = (self.course.high - self.course.low) or 1
        return self.bottom + _FIELD * min(max((value - self.course.low) / span, 0), 1)

    def _x(self, place: float) -> float:
        return self.left + _INSET + (self.right - self.left - 2 * _INSET) * min(max(place, 0), 1)

    def _paint_bands(self) -> None:
        """Every other band is tinted; its word stands at the right where there is room for it."""
        bands = self.course.bands
        ends = [*(band.at for band in bands[1:]), self.course.high]
        words_end = self.bottom - 20.0
        for i, (band, end) in enumerate(zip(bands, ends, strict=False)):
            low, high = self._y(band.at), self._y(end)
            if i % 2:
                self.pen.panel((self.left, low, self.right, high), TINT, 0)
            self.pen.rule(self.left, high, self.right, 0.3, HAIR)
            middle = max((low + high) / 2 - 2.4, words_end + 8)
            if middle < self.bottom + _FIELD + 4:
                self.pen.label(self.right + 4, middle, band.word, _WORD, _RIGHT - 5)
                words_end = middle

    def _paint_line(self, points: Sequence[tuple[float, float]]) -> None:
        for (x1, y1), (x2, y2) in itertools.pairwise(points):
            self.pen.line(x1, y1, x2, y2, 1.4, ACCENT)
        last = len(points) - 1
        for i, (x, y) in enumerate(points):
            self.pen.disc(x, y, 2.6, ACCENT, WHITE, 0.8)
            is_free = all(abs(x - other) > _CLOSE for j, (other, _y) in enumerate(points) if j != i)
            if i in (0, last) or is_free:
                above = y + 5 if y < self.bottom + _FIELD - 12 else y - 11
                self.pen.label(x, above, f"{self.course.readings[i].value:g}", _LAST if i == last else _VALUE)
