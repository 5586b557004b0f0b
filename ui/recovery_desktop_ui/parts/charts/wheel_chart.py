"""Draws the whole-person wheel: how full each area of life is, its strengths, and the gaps where nobody knows."""

from dataclasses import dataclass, replace
from math import atan2, cos, degrees, hypot, radians, sin, sqrt

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from recovery_desktop_ui.parts.charts.chart import Chart
from recovery_desktop_ui.parts.charts.placing import Label, cut, first_line, label, measure, paint_labels, spread
from recovery_desktop_ui.parts.charts.wheel import TOP, Area, Wheel
from recovery_desktop_ui.parts.tokens import colour, px

_HUB = 0.24  # radius of the empty middle, as a share of the wheel's
_GAP = 2.4  # degrees between two areas
_DOTS = 4  # strengths that are drawn; the table counts them all
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_UPRIGHT = 0.26  # an area within this cosine of the vertical has its words above or below, not beside
# what stands round an area without a rating: a line that differs by its dashes
_OUTLINES = {
    "not asked": Qt.PenStyle.DashLine,
    "declined": Qt.PenStyle.DotLine,
    "not relevant": Qt.PenStyle.NoPen,
}


@dataclass(frozen=True)
class _Spot:
    """An area's words before they are pushed apart: where its field points, and how wide they are."""

    area: Area
    turn: float
    wide: float


class WheelChart(Chart):
    """As large as its words allow: the circle shrinks until every name stands whole beside its field. Arrows walk the
    areas, Enter or a click opens one."""

    telling: Wheel
    walked = Signal(int)  # the place of the area that has the cursor now, or -1
    opened = Signal(int)

    def __init__(self, wheel: Wheel) -> None:
        super().__init__(wheel)
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(px(300), px(290))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(336), px(290))

    def words_at(self, spot: QPointF) -> str:
        """Name and state of the area one points at."""
        at = self.area_at(spot)
        return self.telling.areas[at].said if at >= 0 else ""

    def area_at(self, spot: QPointF) -> int:
        """The place of the area whose field or words are there; -1 for none."""
        areas, away = self.telling.areas, spot - self._middle()
        if not areas or hypot(away.x(), away.y()) > self.radius():
            return -1
        turn = (90 + degrees(atan2(away.y(), away.x()))) % 360
        return round(turn * len(areas) / 360) % len(areas)

    # -- walking and opening

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, count = Qt.Key(event.key()), len(self.telling.areas)
        if count and key in _STEPS:
            self._walk((self._at + _STEPS[key]) % count)
        elif count and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk(0 if key == Qt.Key.Key_Home else count - 1)
        elif count and key in _OPENS:
            self.opened.emit(self._at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._walk(min(self._at, len(self.telling.areas) - 1))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setAccessibleName(self.telling.name)
        self.walked.emit(-1)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_area = self.area_at(event.position()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_area else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.area_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and at >= 0:
            self._walk(at)
            self.opened.emit(at)

    def _walk(self, at: int) -> None:
        """The cursor is on this area now; a screen reader hears the new name."""
        if at >= 0:
            self._at = at
            self.setAccessibleName(f"{self.telling.name}: {self.telling.areas[at].said}")
            self.walked.emit(at)
            self.update()

    # -- drawing

    def radius(self) -> float:
        """The largest at which all words stand whole; never less than half the height across."""
        most, least = self._room(), self.height() / 4
        while most > least and any(each.full for each in self._labels(most)):
            most -= 4
        return max(most, least)

    def labels(self) -> list[Label]:
        """Name and words of every area, outside the circle, apart from each other."""
        return self._labels(self.radius())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, radius = QPainter(self), self.radius()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for i, area in enumerate(self.telling.areas):
            self._paint_area(painter, area, self._turn(i), radius)
            self._paint_strengths(painter, area, self._turn(i), radius)
        if self.hasFocus() and self.telling.areas:
            painter.setPen(QPen(colour(self, "accent"), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._wedge(self._turn(self._at), radius + px(2)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.background())
        painter.drawEllipse(self._middle(), radius * _HUB - 1, radius * _HUB - 1)
        paint_labels(painter, self, self.labels())

    def _middle(self) -> QPointF:
        return QRectF(self.rect()).center()

    def _turn(self, i: int) -> float:
        """Where an area's middle points, in degrees: the first one up, the others clockwise."""
        return 90 - i * 360 / len(self.telling.areas)

    def _room(self) -> float:
        """The radius that leaves two lines above and below."""
        return min(self.height() / 2 - 2 * measure("caption").height() - px(8), self.width() / 2 - px(40))

    def _wedge(self, turn: float, reach: float) -> QPainterPath:
        half, middle = 180 / len(self.telling.areas), self._middle()
        path = QPainterPath(middle)
        path.arcTo(self._box(reach), turn - half + _GAP / 2, 2 * half - _GAP)
        path.closeSubpath()
        return path

    def _box(self, reach: float) -> QRectF:
        middle = self._middle()
        return QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)

    def _paint_area(self, painter: QPainter, area: Area, turn: float, radius: float) -> None:
        known = area.state in ("", "care")
        line = _OUTLINES.get(area.state, Qt.PenStyle.NoPen)
        painter.setPen(QPen(colour(self, "edge"), 1.2, line))
        painter.setBrush(colour(self, "shade") if known else QBrush(Qt.BrushStyle.NoBrush))
        painter.drawPath(self._wedge(turn, radius))
        if known and area.rating is not None:
            full = radius * (_HUB + (1 - _HUB) * min(max(area.rating, 0), TOP) / TOP)
            self._paint_filled(painter, turn, full, "care" if area.state == "care" else "accent")
        elif area.state == "care":
            self._paint_filled(painter, turn, radius, "care")

    def _paint_strengths(self, painter: QPainter, area: Area, turn: float, radius: float) -> None:
        """Dots along the rim."""
        count, away, size = min(area.strengths, _DOTS), radius - px(8), px(3)
        painter.setPen(QPen(self.background(), 1))
        painter.setBrush(colour(self, "ink"))
        for i in range(count):
            angle = radians(turn + degrees((count - 1 - 2 * i) * px(4.5) / away))
            painter.drawEllipse(self._middle() + QPointF(away * cos(angle), -away * sin(angle)), size, size)

    def _paint_filled(self, painter: QPainter, turn: float, reach: float, tone: str) -> None:
        """Filled up to the rating, with a line at its end; a need without a plan is hatched as well."""
        path = self._wedge(turn, reach)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self, tone + "_soft"))
        painter.drawPath(path)
        if tone == "care":
            painter.setBrush(QBrush(colour(self, tone), Qt.BrushStyle.BDiagPattern))
            painter.drawPath(path)
        half = 180 / len(self.telling.areas)
        painter.setPen(QPen(colour(self, tone), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(self._box(reach), round((turn - half + _GAP / 2) * 16), round((2 * half - _GAP) * 16))

    def _labels(self, radius: float) -> list[Label]:
        face = measure("caption")
        spots = []
        for i, area in enumerate(self.telling.areas):
            wide = max(face.horizontalAdvance(words) for words in (area.label, area.words)) + 1
            spots.append(_Spot(area, radians(self._turn(i)), wide))
        upright = [spot for spot in spots if abs(cos(spot.turn)) < _UPRIGHT]
        found: list[Label] = []
        for above in (True, False):
            found += self._across([spot for spot in upright if (sin(spot.turn) > 0) == above], above, radius)
        for right in (True, False):
            side = [spot for spot in spots if spot not in upright and (cos(spot.turn) > 0) == right]
            found += self._beside(sorted(side, key=lambda spot: -sin(spot.turn)), right, radius, upright)
        return found

    def _across(self, spots: list[_Spot], above: bool, radius: float) -> list[Label]:
        """Words above or below the circle, side by side in equal shares."""
        tall, middle = measure("caption").height(), self._middle()
        top = middle.y() - radius - px(5) - 2 * tall if above else middle.y() + radius + px(5)
        spots = sorted(spots, key=lambda spot: cos(spot.turn))
        gap = max((spot.wide for spot in spots), default=0) + px(8)
        wanted = [middle.x() + radius * cos(spot.turn) for spot in spots]
        edge = gap / 2
        places = spread(wanted, gap, min(edge, self.width() / 2), max(self.width() - edge, self.width() / 2))
        room = self.width() / max(1, len(spots))
        return [
            each for x, spot in zip(places, spots, strict=True) for each in _two_lines(spot.area, x, top, 0.5, room)
        ]

    def _beside(self, spots: list[_Spot], right: bool, radius: float, upright: list[_Spot]) -> list[Label]:
        """Words at one side, pushed apart from above to below, each as near to the circle as its height allows; never
        as high or low as words that stand above or below the circle."""
        tall, middle = 2 * measure("caption").height(), self._middle()
        gap, sign = tall + px(2), 1 if right else -1
        wanted = [middle.y() - (radius + px(14)) * sin(spot.turn) for spot in spots]
        over, under = (any((sin(spot.turn) > 0) == above for spot in upright) for above in (True, False))
        low = middle.y() - radius - px(5) if over else 0
        high = middle.y() + radius + px(5) if under else self.height()
        heights = spread(wanted, gap, low + tall / 2, high - tall / 2)
        found: list[Label] = []
        for y, spot in zip(heights, spots, strict=True):
            nearest = max(0.0, abs(y - middle.y()) - tall / 2)
            away = sqrt(max(0.0, (radius + px(8)) ** 2 - nearest**2))
            x = middle.x() + sign * max(away, px(20))
            room = self.width() - x if right else x
            found += _two_lines(spot.area, x, y - tall / 2, 0 if right else 1, room)
        return found


def _two_lines(area: Area, x: float, top: float, align: float, room: float) -> list[Label]:
    """The name, and below it the rating or what is missing; the end of a long name stands before that."""
    name, below = area.label, top + measure("caption").height()
    state = label(area.words, x, below, 0, tone="care" if area.state == "care" else "quiet")
    start = first_line(name, measure("caption"), room - 1)
    rest = label(name[len(start) :].strip(), x, below, 0)
    lines = [[cut(label(start, x, top, 0), room)], [cut(state, room)]]
    if rest.words and rest.rect.width() + px(4) + state.rect.width() <= room:
        lines[1] = [rest, replace(state, rect=state.rect.translated(rest.rect.width() + px(4), 0))]
    elif rest.words:
        lines[0] = [cut(label(name, x, top, 0), room)]
    found = []
    for line in lines:
        shift = (line[-1].rect.right() - x) * align
        found += [replace(each, rect=each.rect.translated(-shift, 0)) for each in line]
    return found
