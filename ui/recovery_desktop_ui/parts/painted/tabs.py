"""How tabs are painted: words with a status drawing, the one shown underlined."""

from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

from recovery_desktop_ui.parts.drawing import rounded
from recovery_desktop_ui.parts.icons import MARKS, draw_icon
from recovery_desktop_ui.parts.tokens import colour, font, px

_State = QStyle.StateFlag


def draw_tab_shape(option: Any, painter: QPainter, widget: Any) -> None:
    rect, palette = option.rect, option.palette
    chosen = _is_here(option, widget)
    if option.state & _State.State_MouseOver and not chosen:
        rounded(painter, rect.adjusted(4, 5, -4, -6), 5, colour(palette, "shade"))
    if chosen:
        painter.fillRect(rect.left() + px(12), rect.bottom() - 2, rect.width() - px(24), 3, colour(palette, "accent"))
    if option.state & _State.State_HasFocus:
        rounded(painter, rect.adjusted(4, 4, -4, -6), 5, None, colour(palette, "accent"), 2)


def draw_tab_label(option: Any, painter: QPainter, widget: Any) -> None:
    rect, here = option.rect, _is_here(option, widget)
    text = option.text.replace("&", "")
    painter.setFont(font("strong" if here else "body"))
    painter.setPen(colour(option.palette, "ink" if here else "quiet"))
    painter.drawText(rect.adjusted(px(12), 0, 0, -2), Qt.AlignmentFlag.AlignVCenter, text)
    state = widget.tabData(widget.tabAt(rect.center()))
    if state:
        left = rect.left() + px(12) + painter.fontMetrics().horizontalAdvance(text) + px(6)
        spot = QRect(left, rect.center().y() - px(7), px(14), px(14))
        draw_icon(painter, spot, MARKS[state][0], colour(option.palette, MARKS[state][1]))


def draw_tab_arrow(option: Any, painter: QPainter, widget: Any) -> None:
    """The arrow that scrolls tabs which have no room."""
    ready, size = bool(option.state & _State.State_Enabled), px(18)
    painter.fillRect(option.rect, colour(option.palette, "paper"))
    spot = QRect(0, 0, size, size)
    spot.moveCenter(option.rect.center())
    name = "chevron-left" if widget.arrowType() == Qt.ArrowType.LeftArrow else "chevron-right"
    draw_icon(painter, spot, name, colour(option.palette, "ink" if ready else "line"))


def _is_here(option: Any, widget: Any) -> bool:
    """Whether a tab is the one shown; none is while a page outside the tabs is open."""
    return bool(option.state & _State.State_Selected) and not widget.property("away")
