"""Where everything in the full chart of a score stands, at a given width."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import QLineF, QPointF, QRectF

from recovery_desktop.dates import day_and_month, short_date
from recovery_desktop.figures import figure
from recovery_desktop.text import _
from recovery_desktop_ui.parts.charts.placing import Label, clamped, cut, is_free, label, measure, spread
from recovery_desktop_ui.parts.charts.trend import Trend
from recovery_desktop_ui.parts.charts.trend_line import Field, points_of, segments
from recovery_desktop_ui.parts.tokens import px

_MOST_BESIDE = 0.38  # of the width, for the words at the right


@dataclass(frozen=True)
class TrendPlan:
    """Words that find no free place are left out; the table has them all."""

    trend: Trend
    width: float

    @cached_property
    def height(self) -> int:
        """Of the whole chart: a line of words above the field, one below it."""
        return round(self.field.rect.bottom() + measure("caption").height()) + px(6)

    @cached_property
    def field(self) -> Field:
        """The range of the score on the screen."""
        trend, face = self.trend, measure("caption")
        limit = [] if trend.cut_off is None else [trend.cut_off]
        values = [trend.low, trend.high, *limit, *(value for _i, value in trend.scored)]
        low, high = min(values), max(values)
        left = max(face.horizontalAdvance(figure(end)) for end in (low, high)) + px(8)
        words = [trend.limit_words, *(band.word for band in trend.bands)]
        beside = max(face.horizontalAdvance(each) for each in words)
        right = self.width - (min(beside + px(12), self.width * _MOST_BESIDE) if beside else px(4))
        tall = max(px(72), round((len(trend.bands) + len(limit)) * face.height()) + px(8))
        return Field(QRectF(left, face.height() + px(4), right - left, tall), low, high)

    @cached_property
    def points(self) -> list[QPointF]:
        """The place of every reading; the first and the last stand a little inside the field."""
        inner = replace(self.field, rect=self.field.rect.adjusted(px(12), 0, -px(12), 0))
        return points_of(self.trend, inner, px(6))

    @cached_property
    def radius(self) -> float:
        """Of a dot: smaller where many stand close."""
        nearest = min((b.x() - a.x() for a, b in itertools.pairwise(self.points)), default=px(20))
        return max(2.5, min(px(5), nearest * 0.45))

    @cached_property
    def labels(self) -> list[Label]:
        """All words of the drawing."""
        beside = [*self._range(), *self._beside()]
        if not self.trend.scored:
            middle, words = self.field.rect.center(), _("no score yet")
            return [*beside, label(words, middle.x(), middle.y() - measure("caption").height(), 0.5, tone="quiet")]
        return [*beside, *self._days(), *self._values([each.rect for each in beside])]

    def _range(self) -> list[Label]:
        """The ends of the range, left of the field."""
        field, tall = self.field, measure("caption").height()
        edge, low, high = field.rect.left() - px(6), field.rect.bottom() + 3 - tall, field.rect.top() - tall / 2
        return [
            label(figure(field.low), edge, low, 1, tone="quiet"),
            label(figure(field.high), edge, high, 1, tone="quiet"),
        ]

    def _beside(self) -> list[Label]:
        """Bands and cut-off right of the field, each as near to its place as the others allow."""
        trend, field, tall = self.trend, self.field, measure("caption").height()
        wanted: list[tuple[float, str, str]] = []
        for i, band in enumerate(trend.bands):
            top = trend.bands[i + 1].low if i + 1 < len(trend.bands) else field.high
            wanted.append(((field.y(band.low) + field.y(top)) / 2, band.word, "quiet"))
        if trend.cut_off is not None:
            wanted.append((field.y(trend.cut_off), trend.limit_words, "ink"))
        wanted.sort()
        low, high = field.rect.top() - tall / 4, field.rect.bottom() + tall / 4
        middles = spread([at for at, _words, _tone in wanted], tall, low, high)
        left = field.rect.right() + px(8)
        return [
            cut(label(words, left, middle - tall / 2, 0, tone=tone), self.width - left)
            for middle, (_at, words, tone) in zip(middles, wanted, strict=True)
        ]

    def _days(self) -> list[Label]:
        """The last and the first day, then as many between them as there is room for."""
        readings, field = self.trend.readings, self.field
        one_year = len({reading.day.year for reading in readings}) == 1
        found: list[Label] = []
        for i in _ends_first(range(len(readings))):
            words = day_and_month(readings[i].day) if one_year else short_date(readings[i].day)
            each = label(words, self.points[i].x(), field.rect.bottom() + px(5), 0.5, tone="quiet")
            place = clamped(each.rect, 0, field.rect.right() + px(4))
            if is_free(place.adjusted(-px(6), 0, px(6), 0), (other.rect for other in found)):
                found.append(replace(each, rect=place))
        return found

    def _values(self, beside: list[QRectF]) -> list[Label]:
        """The newest value, the first, the highest, the lowest, then the others: those only where no line passes."""
        scored, away = self.trend.scored, self.radius
        dots = [QRectF(-away, -away, 2 * away, 2 * away).translated(self.points[i]) for i, _value in scored]
        found: list[Label] = []
        weighty = _ends_first(_extremes([value for _i, value in scored]))
        for at in dict.fromkeys([*weighty, *range(len(scored))]):
            i, value = scored[at]
            role = "strong" if at == len(scored) - 1 else "caption"
            each = label(figure(value), self.points[i].x(), self.points[i].y(), 0.5, role)
            taken = [*beside, *(other.rect for other in found), *(dot for j, dot in enumerate(dots) if j != at)]
            placed = self._above_or_below(each, taken, must=at in weighty)
            found += [placed] if placed else []
        return found

    def _above_or_below(self, each: Label, taken: list[QRectF], must: bool) -> Label | None:
        """A value above or below its dot, where nothing else is and no line passes; on a line if it `must` stand."""
        field, limit, away = self.field, self.trend.cut_off, self.radius + px(1)
        lines = [QLineF(first, last) for first, last, _gap in segments(self.trend, self.points)]
        dashes = QLineF() if limit is None else QLineF(0, field.y(limit), self.width, field.y(limit))
        found: list[tuple[int, Label]] = []
        for shift in (-away - each.rect.height(), away):
            place = clamped(each.rect.translated(0, shift), field.rect.left(), field.rect.right())
            inside = place.top() >= 0 and place.bottom() <= field.rect.bottom()
            crossed = sum(_crosses(line, place) for line in lines)
            if inside and is_free(place, taken) and (must or not crossed):
                found.append((2 * crossed + _crosses(dashes, place), replace(each, rect=place)))
        return min(found, key=lambda pair: pair[0])[1] if found else None


def _ends_first(places: Sequence[int]) -> list[int]:
    """The last, the first, then the others in their order; each once."""
    return list(dict.fromkeys([max(places), min(places), *places]))


def _extremes(values: Sequence[float]) -> list[int]:
    """Places of the first, the last, the highest and the lowest value."""
    places = range(len(values))
    return [0, len(values) - 1, max(places, key=values.__getitem__), min(places, key=values.__getitem__)]


def _crosses(line: QLineF, rect: QRectF) -> bool:
    """Whether a line passes through a place."""
    corners = (rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft(), rect.topLeft())
    meets = QLineF.IntersectionType.BoundedIntersection
    return rect.contains(line.p1()) or any(
        line.intersects(QLineF(first, last))[0] == meets for first, last in itertools.pairwise(corners)
    )
