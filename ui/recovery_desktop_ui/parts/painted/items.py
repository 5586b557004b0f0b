"""How tables and plain lists are painted: what is chosen, and the heads of columns."""

from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionHeader

from recovery_desktop_ui.parts.drawing import is_a, rounded
from recovery_desktop_ui.parts.icons import draw_icon
from recovery_desktop_ui.parts.tokens import colour, font, px

_State = QStyle.StateFlag


def draw_item_ground(option: Any, painter: QPainter, widget: Any) -> None:
    """Behind an item: its own colour, a soft fill where it is chosen, a ring where the keyboard is."""
    palette, rect = option.palette, option.rect
    if option.backgroundBrush.style() != Qt.BrushStyle.NoBrush:
        painter.fillRect(rect, option.backgroundBrush)
    if option.state & _State.State_Selected:
        painter.fillRect(rect, colour(palette, "accent_soft"))
        if rect.left() == 0:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), colour(palette, "accent"))
    elif option.state & _State.State_MouseOver:
        painter.fillRect(rect, colour(palette, "shade"))
    if option.state & _State.State_HasFocus and is_a(widget, "QAbstractItemView"):
        rounded(painter, rect, 4, None, colour(palette, "accent"), 2)


def with_ink(palette: QPalette) -> QPalette:
    """A palette whose chosen words keep their ink, because the fill behind them is soft."""
    result = QPalette(palette)
    result.setColor(QPalette.ColorRole.HighlightedText, colour(palette, "ink"))
    return result


def draw_header_section(option: Any, painter: QPainter) -> None:
    """The head of a column: no more than a hairline below it."""
    rect = option.rect
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour(option.palette, "edge"))


def draw_header_label(option: Any, painter: QPainter) -> None:
    """Its words are quiet; an arrow says by which column the rows are sorted."""
    rect: QRect = option.rect.adjusted(px(6), 0, -px(6), 0)
    painter.setFont(font("caption"))
    painter.setPen(colour(option.palette, "quiet"))
    arrow = {
        QStyleOptionHeader.SortIndicator.SortUp: "arrow-up",
        QStyleOptionHeader.SortIndicator.SortDown: "arrow-down",
    }.get(option.sortIndicator)
    if arrow:
        size = px(14)
        spot = QRect(rect.right() - size, rect.center().y() - size // 2, size, size)
        draw_icon(painter, spot, arrow, colour(option.palette, "quiet"))
        rect.setRight(spot.left() - px(4))
    words = painter.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, option.textAlignment | Qt.AlignmentFlag.AlignVCenter, words)
