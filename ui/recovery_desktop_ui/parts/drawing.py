"""Drawing that style and widgets share."""

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen


def rounded(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1.0,
) -> None:
    """A rounded rectangle; its edge lies inside `rect`."""
    if radius or edge:  # what is straight needs none, and what is drawn next may not want it
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = width / 2 if edge else 0
    painter.setPen(QPen(edge, width) if edge else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QBrush(fill) if fill else QBrush(Qt.BrushStyle.NoBrush))
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)


def is_a(widget: QObject | None, *kinds: str) -> bool:
    """Whether a widget is one of these kinds of Qt's. Qt is asked: Python would first have to make its classes, also of
    those that no page has yet."""
    return widget is not None and any(widget.inherits(kind) for kind in kinds)
