"""The lines that tie people to each other: each kind has its own shape, so that none needs its colour."""

from math import hypot

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from recovery_desktop_ui.parts.charts.network import Line
from recovery_desktop_ui.parts.tokens import colour, px

_TONES: dict[Line, str] = {"solid": "accent", "dashed": "ink", "zigzag": "care", "dotted": "quiet", "cut": "ink"}
_DASHES: dict[Line, list[float]] = {"dashed": [4.0, 2.0, 1.0, 2.0], "dotted": [0.1, 2.6]}
_WAVE = 5  # pixels from one turn of a zigzag to the next, and half of that aside
_APART = 3  # pixels from the middle of a cut line to each of its two strokes


def draw_tie(painter: QPainter, widget: QWidget, line: QLineF, kind: Line) -> None:
    """Draws a line of a kind in the colours of a widget's palette."""
    pen = QPen(colour(widget, _TONES[kind]), px(3) if kind == "dotted" else px(2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if kind == "dotted" else Qt.PenCapStyle.FlatCap)
    if kind in _DASHES:
        pen.setDashPattern(_DASHES[kind])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if kind == "zigzag":
        painter.drawPolyline(_zigzag(line))
    elif kind == "cut":
        painter.drawLines(_cut(line))
    else:
        painter.drawLine(line)


def _aside(line: QLineF, away: float) -> QPointF:
    """So far to the side of a line."""
    long = hypot(line.dx(), line.dy())
    return QPointF(-line.dy() / long * away, line.dx() / long * away)


def _zigzag(line: QLineF) -> QPolygonF:
    turns = max(4, round(line.length() / px(_WAVE)))
    aside = _aside(line, px(_WAVE) / 1.4)
    inner = [line.pointAt(i / turns) + (aside if i % 2 else -aside) for i in range(1, turns)]
    return QPolygonF([line.p1(), *inner, line.p2()])


def _cut(line: QLineF) -> list[QLineF]:
    """A line that is broken in its middle, with a stroke across each end of the gap."""
    share = px(_APART) / line.length()
    before, after, aside = line.pointAt(0.5 - share), line.pointAt(0.5 + share), _aside(line, px(6))
    strokes = [QLineF(each - aside, each + aside) for each in (before, after)]
    return [QLineF(line.p1(), before), QLineF(after, line.p2()), *strokes]
