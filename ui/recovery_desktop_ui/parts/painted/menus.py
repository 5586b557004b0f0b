"""How menus are painted, and the lists that open below a field: paper, one quiet fill, keys at the right."""

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionMenuItem, QWidget

from recovery_desktop_ui.parts.drawing import is_a, rounded
from recovery_desktop_ui.parts.icons import draw_icon
from recovery_desktop_ui.parts.tokens import colour, font, px

_State = QStyle.StateFlag
_Kind = QStyleOptionMenuItem.MenuItemType
_MARK, _EDGE, _APART = 30, 14, 28  # room for a tick, at the right edge, between words and key


def draw_menu_bar(is_item: bool, option: Any, painter: QPainter) -> None:
    rounded(painter, option.rect, 0, colour(option.palette, "shade"))
    if is_item:
        ready = bool(option.state & _State.State_Enabled)
        if option.state & _State.State_Selected and ready:
            rounded(painter, option.rect.adjusted(2, 2, -2, -2), 4, colour(option.palette, "accent_soft"))
        painter.setPen(colour(option.palette, "ink" if ready else "quiet"))
        centre = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(option.rect, centre, option.text)


def draw_popup(option: Any, painter: QPainter) -> None:
    """The sheet of a menu or a tooltip: paper with a thin edge."""
    painter.fillRect(option.rect, colour(option.palette, "edge"))
    painter.fillRect(option.rect.adjusted(1, 1, -1, -1), colour(option.palette, "paper"))


def menu_item_size(option: Any) -> QSize:
    """Room for the tick, the words, and the key."""
    if option.menuItemType == _Kind.Separator:
        return QSize(px(20), px(9))
    face = QFontMetrics(font("body"))
    words, _tab, key = option.text.partition("\t")
    wide = face.horizontalAdvance(words.replace("&", "")) + px(_MARK + _EDGE)
    wide += face.horizontalAdvance(key) + px(_APART) if key else 0
    wide += px(20) if option.menuItemType == _Kind.SubMenu else 0
    return QSize(wide, max(face.height() + px(9), px(28)))


def draw_menu_item(option: Any, painter: QPainter, widget: QWidget | None) -> None:
    """Tick or dot, words, and at the right the key or the arrow of a further menu."""
    palette, rect = option.palette, option.rect
    if is_a(widget, "QComboBox"):  # its list is filled as a window, not as a menu
        painter.fillRect(rect, colour(palette, "paper"))
    if option.menuItemType == _Kind.Separator:
        painter.fillRect(rect.left() + px(10), rect.center().y(), rect.width() - px(20), 1, colour(palette, "line"))
        return
    ready = bool(option.state & _State.State_Enabled)
    if option.state & _State.State_Selected:
        rounded(painter, rect.adjusted(4, 1, -4, -1), 4, colour(palette, "accent_soft" if ready else "shade"))
    ink, quiet = colour(palette, "ink" if ready else "quiet"), colour(palette, "quiet")
    if option.checked:
        _draw_tick(painter, option, rect, ink)
    words, _tab, key = option.text.partition("\t")
    place = rect.adjusted(px(_MARK), 0, -px(_EDGE), 0)
    middle, face = Qt.AlignmentFlag.AlignVCenter, QFont(font("body"))
    face.setItalic(not ready)  # what cannot be chosen differs by more than its colour
    painter.setFont(face)
    painter.setPen(ink)
    painter.drawText(place, middle | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic, words)
    painter.setPen(quiet)
    painter.setFont(font("body"))
    painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, key)
    if option.menuItemType == _Kind.SubMenu:
        size = px(14)
        spot = QRect(rect.right() - px(8) - size, rect.center().y() - size // 2, size, size)
        draw_icon(painter, spot, "chevron-right", quiet)


def _draw_tick(painter: QPainter, option: Any, rect: QRect, ink: QColor) -> None:
    size = px(16)
    spot = QRect(rect.left() + px(9), rect.center().y() - size // 2 + 1, size, size)
    if option.checkType == QStyleOptionMenuItem.CheckType.Exclusive:
        inset = size // 4
        rounded(painter, spot.adjusted(inset, inset, -inset, -inset), size / 2, ink)
    else:
        draw_icon(painter, spot, "check", ink)
