"""The one style: Fusion with softer fields, buttons and tabs, one focus ring, and nothing that shouts.

A widget says what it is by dynamic properties: `look` (primary, link, chip, seg, key, row), `glyph` (an icon before
the words), `tone` (care, alarm). Colours come from the palette alone, so light and dark are one `setPalette` apart.
"""

import ctypes
import sys
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QTabBar,
    QWidget,
)

from recovery_desktop_ui.parts.drawing import rounded
from recovery_desktop_ui.parts.guards import guard
from recovery_desktop_ui.parts.icons import MARKS, draw_icon
from recovery_desktop_ui.parts.push_button import draw_push_button
from recovery_desktop_ui.parts.tokens import colour, font, px

if sys.version_info < (3, 12):
    # PySide6 6.12 loses a reference to None with every call between a Python style and its base; after some
    # thousand of them Python 3.11 aborts. From 3.12 on None is immortal, and there is nothing to do.
    ctypes.c_ssize_t.from_address(id(None)).value += 1 << 40

_State = QStyle.StateFlag
_Metric = QStyle.PixelMetric
_Part = QStyle.PrimitiveElement
_Control = QStyle.ControlElement
_Complex = QStyle.ComplexControl

_NOTHING = {
    _Part.PE_FrameFocusRect,
    _Part.PE_FrameStatusBarItem,
    _Part.PE_FrameTabBarBase,
    _Part.PE_PanelStatusBar,
    _Part.PE_PanelItemViewItem,
    _Part.PE_PanelItemViewRow,
    _Part.PE_IndicatorTabTearLeft,
    _Part.PE_IndicatorTabTearRight,
}
_CHECKS = {_Part.PE_IndicatorCheckBox, _Part.PE_IndicatorRadioButton}
_PAD = {"chip": 20, "seg": 20, "link": 0, "key": 20}  # to both sides of a button's words; 28 for the rest


class Calm(QProxyStyle):
    """The style of all windows; set after the application exists, or Qt crashes."""

    def __init__(self) -> None:
        super().__init__("fusion")
        self.renew_metrics()

    def renew_metrics(self) -> None:
        """Measures again after the text size changed; kept because Qt asks thousands of times."""
        self._metrics = {
            _Metric.PM_ScrollBarExtent: 10,
            _Metric.PM_DefaultFrameWidth: 1,
            _Metric.PM_TabBarScrollButtonWidth: px(24),
            _Metric.PM_TabBarTabShiftVertical: 0,
            _Metric.PM_TabBarBaseOverlap: 0,
            _Metric.PM_MenuBarHMargin: px(14),
            _Metric.PM_MenuBarVMargin: 2,
            _Metric.PM_MenuBarPanelWidth: 0,
            _Metric.PM_ButtonShiftVertical: 0,
            _Metric.PM_ButtonShiftHorizontal: 0,
            _Metric.PM_IndicatorWidth: px(18),
            _Metric.PM_IndicatorHeight: px(18),
            _Metric.PM_ExclusiveIndicatorWidth: px(18),
            _Metric.PM_ExclusiveIndicatorHeight: px(18),
            _Metric.PM_CheckBoxLabelSpacing: px(8),
            _Metric.PM_RadioButtonLabelSpacing: px(8),
        }

    def polish(self, what: Any) -> Any:
        if isinstance(what, QWidget):
            guard(what)
        return super().polish(what)

    def pixelMetric(self, metric: Any, option: Any = None, widget: Any = None) -> int:
        own = self._metrics.get(metric)
        if own is None:
            return super().pixelMetric(metric, option, widget)
        if metric == _Metric.PM_DefaultFrameWidth and isinstance(widget, QPlainTextEdit):
            return 3  # keeps the text area off the rounded corners
        return own

    def sizeFromContents(self, kind: Any, option: Any, size: QSize, widget: Any = None) -> QSize:
        result = super().sizeFromContents(kind, option, size, widget)
        line = option.fontMetrics.height()
        if kind == QStyle.ContentsType.CT_PushButton:
            look = widget.property("look")
            face = QFontMetrics(font("caption" if look == "chip" else "strong"))
            words = face.horizontalAdvance(option.text.replace("&", ""))
            glyph = px(22 if option.text else 4) if widget.property("glyph") else 0
            pad = px(_PAD.get(look, 28))
            return QSize(words + pad + glyph, max(line + px(6 if look in ("chip", "link") else 12), 24))
        if kind in (QStyle.ContentsType.CT_LineEdit, QStyle.ContentsType.CT_ComboBox):
            return QSize(result.width(), QFontMetrics(font("body")).height() + px(12))
        if kind in (QStyle.ContentsType.CT_CheckBox, QStyle.ContentsType.CT_RadioButton):
            return QSize(result.width(), max(result.height(), px(26)))
        return result

    def drawPrimitive(self, element: Any, option: Any, painter: QPainter, widget: Any = None) -> None:
        if element in (_Part.PE_PanelLineEdit, _Part.PE_FrameLineEdit):
            if element == _Part.PE_PanelLineEdit and not isinstance(widget.parent(), QComboBox):
                painter.save()
                _draw_line_edit(option, painter, widget)
                painter.restore()
        elif element == _Part.PE_Frame and isinstance(widget, QPlainTextEdit):
            painter.save()
            focus = widget.hasFocus()
            edge = colour(option.palette, "accent" if focus else widget.property("tone") or "edge")
            rounded(painter, option.rect, 5, None, edge, 2 if focus else 1)
            painter.restore()
        elif element in _CHECKS:
            painter.save()
            _draw_check(element == _Part.PE_IndicatorRadioButton, option, painter)
            painter.restore()
        elif element not in _NOTHING:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(self, element: Any, option: Any, painter: QPainter, widget: Any = None) -> None:
        painter.save()
        if element == _Control.CE_PushButton:
            draw_push_button(option, painter, widget)
        elif element == _Control.CE_TabBarTabShape:
            _draw_tab_shape(option, painter, widget)
        elif element == _Control.CE_TabBarTabLabel:
            _draw_tab_label(option, painter, widget)
        elif element in (_Control.CE_MenuBarItem, _Control.CE_MenuBarEmptyArea):
            _draw_menu_bar(element == _Control.CE_MenuBarItem, option, painter)
        else:
            super().drawControl(element, option, painter, widget)
        painter.restore()

    def drawComplexControl(self, control: Any, option: Any, painter: QPainter, widget: Any = None) -> None:
        painter.save()
        if control == _Complex.CC_ComboBox:
            _draw_field(painter, option.rect, option, widget)
            size = px(16)
            top = option.rect.center().y() - size // 2 + 1
            spot = QRect(option.rect.right() - size - px(6), top, size, size)
            draw_icon(painter, spot, "chevron-down", colour(option.palette, "quiet"))
        elif control == _Complex.CC_ScrollBar:
            thumb = self.subControlRect(control, option, QStyle.SubControl.SC_ScrollBarSlider, widget)
            shade = colour(option.palette, "edge")
            shade.setAlphaF(0.9 if option.state & _State.State_MouseOver else 0.45)
            rounded(painter, thumb.adjusted(3, 2, -2, -2), 2.5, shade)
        elif control == _Complex.CC_ToolButton and isinstance(widget.parent(), QTabBar):
            _draw_tab_arrow(option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)
        painter.restore()

    def subControlRect(self, control: Any, option: Any, part: Any, widget: Any = None) -> QRect:
        if control == _Complex.CC_ScrollBar:
            return self._scroll_bar_rect(option, part)
        if control == _Complex.CC_ComboBox and part == QStyle.SubControl.SC_ComboBoxEditField:
            return QRect(option.rect.adjusted(px(7), 2, -px(26), -2))
        return super().subControlRect(control, option, part, widget)

    def _scroll_bar_rect(self, option: Any, part: Any) -> QRect:
        rect, tall = option.rect, option.orientation == Qt.Orientation.Vertical
        room, span = (rect.height() if tall else rect.width()), option.maximum - option.minimum
        size = max(px(32), room * option.pageStep // max(1, span + option.pageStep))
        start = self.sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition, room - size)
        if part == QStyle.SubControl.SC_ScrollBarSlider:
            return QRect(0, start, rect.width(), size) if tall else QRect(start, 0, size, rect.height())
        return QRect(rect) if part == QStyle.SubControl.SC_ScrollBarGroove else QRect()


def _draw_field(painter: QPainter, rect: QRect, option: Any, widget: QWidget | None) -> None:
    """The frame of a field: an underline alone for one that stands in a table row and has no focus."""
    palette: QPalette = option.palette
    focus = bool(option.state & _State.State_HasFocus)
    tone = widget.property("tone") if widget is not None else None
    edge = colour(palette, "accent" if focus else tone or "edge")
    if widget is not None and widget.property("look") == "row" and not focus:
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, edge)
        return
    rounded(painter, rect, 5, colour(palette, "paper"), edge, 2 if focus else 1)


def _draw_line_edit(option: Any, painter: QPainter, widget: QLineEdit) -> None:
    _draw_field(painter, option.rect, option, widget)
    if glyph := widget.property("glyph"):
        size = px(16)
        spot = QRect(option.rect.left() + px(9), option.rect.center().y() - size // 2 + 1, size, size)
        draw_icon(painter, spot, glyph, colour(option.palette, "quiet"))


def _draw_check(is_round: bool, option: Any, painter: QPainter) -> None:
    palette: QPalette = option.palette
    rect: QRect = option.rect.adjusted(1, 1, -1, -1)
    on, focus = bool(option.state & _State.State_On), bool(option.state & _State.State_HasFocus)
    radius = rect.height() / 2 if is_round else 4
    edge = colour(palette, "accent" if on or focus else "edge")
    rounded(painter, rect, radius, colour(palette, "accent" if on else "paper"), edge, 2 if focus else 1)
    if on and is_round:
        third = rect.height() // 3
        rounded(painter, rect.adjusted(third, third, -third, -third), radius, colour(palette, "on_accent"))
    elif on:
        draw_icon(painter, rect.adjusted(2, 2, -2, -2), "check", colour(palette, "on_accent"))


def _draw_tab_shape(option: Any, painter: QPainter, widget: Any) -> None:
    rect, palette = option.rect, option.palette
    chosen = _is_here(option, widget)
    if option.state & _State.State_MouseOver and not chosen:
        rounded(painter, rect.adjusted(4, 5, -4, -6), 5, colour(palette, "shade"))
    if chosen:
        painter.fillRect(rect.left() + px(12), rect.bottom() - 2, rect.width() - px(24), 3, colour(palette, "accent"))
    if option.state & _State.State_HasFocus:
        rounded(painter, rect.adjusted(4, 4, -4, -6), 5, None, colour(palette, "accent"), 2)


def _draw_tab_label(option: Any, painter: QPainter, widget: Any) -> None:
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


def _is_here(option: Any, widget: Any) -> bool:
    """Whether a tab is the one shown; none is while a page outside the tabs is open."""
    return bool(option.state & _State.State_Selected) and not widget.property("away")


def _draw_tab_arrow(option: Any, painter: QPainter, widget: Any) -> None:
    ready, size = bool(option.state & _State.State_Enabled), px(18)
    painter.fillRect(option.rect, colour(option.palette, "paper"))
    spot = QRect(0, 0, size, size)
    spot.moveCenter(option.rect.center())
    name = "chevron-left" if widget.arrowType() == Qt.ArrowType.LeftArrow else "chevron-right"
    draw_icon(painter, spot, name, colour(option.palette, "ink" if ready else "line"))


def _draw_menu_bar(is_item: bool, option: Any, painter: QPainter) -> None:
    painter.fillRect(option.rect, colour(option.palette, "shade"))
    if is_item:
        if option.state & _State.State_Selected:
            rounded(painter, option.rect.adjusted(2, 2, -2, -2), 4, colour(option.palette, "accent_soft"))
        painter.setPen(colour(option.palette, "ink"))
        centre = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(option.rect, centre, option.text)
