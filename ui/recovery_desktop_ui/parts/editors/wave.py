"""The wavy line under a word that is not spelled right."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from recovery_desktop_ui.parts.tokens import colour, px


def paint_wave(painter: QPainter, left: int, right: int, top: int, widget: QWidget) -> None:
    """A wavy line under a word, in the colour of what needs attention."""
    step = px(2)
    wave = QPolygonF([QPointF(x, top + step * (number % 2)) for number, x in enumerate(range(left, right + 1, step))])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(widget, "care"), px(10) / 10))
    painter.drawPolyline(wave)


def below(cursor: QRect, widget: QWidget) -> int:
    """Just below the foot of the letters in a line, given where its cursor is."""
    return cursor.bottom() - widget.fontMetrics().descent() + px(2)
