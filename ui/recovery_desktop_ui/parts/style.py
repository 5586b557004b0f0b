"""The one style: Fusion with softer fields, buttons and tabs, one focus ring, and nothing that shouts.

A widget says what it is by dynamic properties: `look` (primary, link, chip, seg, key, row), `glyph` (an icon before
the words), `tone` (care, alarm). Colours come from the palette alone, so light and dark are one `setPalette` apart.
"""

import sys
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QProxyStyle, QStyle, QWidget

from recovery_desktop_ui.parts.drawing import is_a, rounded
from recovery_desktop_ui.parts.icons import picture
from recovery_desktop_ui.parts.painted import fields, items, menus, tabs
from recovery_desktop_ui.parts.push_button import draw_push_button, push_button_size
from recovery_desktop_ui.parts.tokens import colour, font, px

if sys.version_info < (3, 12):
    # PySide6 6.12 loses a reference to None with every call between a Python style and its base, and one to True with
    # every signal it emits; after some thousand of them Python 3.11 aborts. From 3.12 on both are immortal, and there
    # is nothing to do.
    import ctypes

    for _shared in (None, True, False):
        ctypes.c_ssize_t.from_address(id(_shared)).value += 1 << 40

_State = QStyle.StateFlag
_Metric = QStyle.PixelMetric
_Part = QStyle.PrimitiveElement
_Control = QStyle.ControlElement
_Complex = QStyle.ComplexControl
_Contents = QStyle.ContentsType
_Sub = QStyle.SubControl

_NOTHING = {
    _Part.PE_FrameFocusRect,
    _Part.PE_FrameStatusBarItem,
    _Part.PE_FrameTabBarBase,
    _Part.PE_FrameMenu,
    _Part.PE_IndicatorHeaderArrow,
    _Part.PE_PanelStatusBar,
    _Part.PE_PanelItemViewRow,
    _Part.PE_IndicatorTabTearLeft,
    _Part.PE_IndicatorTabTearRight,
}
_CHECKS = {
    _Part.PE_IndicatorCheckBox,
    _Part.PE_IndicatorRadioButton,
    _Part.PE_IndicatorItemViewItemCheck,
}
_POPUPS = {_Part.PE_PanelMenu, _Part.PE_PanelTipLabel}
_SHEET = 3  # frame of a text, a list or a table: keeps what is in it off the rounded corners
_NOTICES = {
    QStyle.StandardPixmap.SP_MessageBoxInformation: ("info", "accent"),
    QStyle.StandardPixmap.SP_MessageBoxQuestion: ("circle-question-mark", "accent"),
    QStyle.StandardPixmap.SP_MessageBoxWarning: ("triangle-alert", "care"),
    QStyle.StandardPixmap.SP_MessageBoxCritical: ("shield-alert", "alarm"),
}


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
            _Metric.PM_MenuPanelWidth: 1,
            _Metric.PM_MenuVMargin: px(4),
            _Metric.PM_MenuHMargin: 0,
            _Metric.PM_FocusFrameHMargin: px(5),  # at both sides of an item's words
            _Metric.PM_ToolTipLabelFrameWidth: px(6),
            _Metric.PM_MessageBoxIconSize: px(32),
            _Metric.PM_ButtonShiftVertical: 0,
            _Metric.PM_ButtonShiftHorizontal: 0,
            _Metric.PM_IndicatorWidth: px(18),
            _Metric.PM_IndicatorHeight: px(18),
            _Metric.PM_ExclusiveIndicatorWidth: px(18),
            _Metric.PM_ExclusiveIndicatorHeight: px(18),
            _Metric.PM_CheckBoxLabelSpacing: px(8),
            _Metric.PM_RadioButtonLabelSpacing: px(8),
        }

    def pixelMetric(self, metric: Any, option: Any = None, widget: Any = None) -> int:
        own = self._metrics.get(metric)
        if own is None:
            return super().pixelMetric(metric, option, widget)
        if metric == _Metric.PM_DefaultFrameWidth and _is_sheet(widget):
            return _SHEET
        return own

    def sizeFromContents(self, kind: Any, option: Any, size: QSize, widget: Any = None) -> QSize:
        if kind == _Contents.CT_PushButton:
            return push_button_size(option, widget)
        if kind == _Contents.CT_MenuItem:
            return menus.menu_item_size(option)
        result = super().sizeFromContents(kind, option, size, widget)
        if kind in (_Contents.CT_LineEdit, _Contents.CT_ComboBox, _Contents.CT_SpinBox):
            return QSize(result.width(), QFontMetrics(font("body")).height() + px(12))
        if kind in (_Contents.CT_CheckBox, _Contents.CT_RadioButton):
            return QSize(result.width(), max(result.height(), px(26)))
        if kind == _Contents.CT_ItemViewItem:
            return QSize(result.width(), max(result.height(), px(28)))
        if kind == _Contents.CT_HeaderSection:
            return QSize(result.width(), QFontMetrics(font("caption")).height() + px(8))
        return result

    def standardIcon(self, standard: Any, option: Any = None, widget: Any = None) -> QIcon:
        if standard not in _NOTICES:
            return super().standardIcon(standard, option, widget)
        name, tone = _NOTICES[standard]
        app = QApplication.instance()
        ratio = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
        return QIcon(picture(name, px(32), ratio, colour(QApplication.palette(), tone)))

    def drawPrimitive(self, element: Any, option: Any, painter: QPainter, widget: Any = None) -> None:
        painter.save()
        if element in (_Part.PE_PanelLineEdit, _Part.PE_FrameLineEdit):
            if element == _Part.PE_PanelLineEdit and not is_a(widget.parent(), "QComboBox", "QAbstractSpinBox"):
                fields.draw_line_edit(option, painter, widget)
        elif element == _Part.PE_Frame and _is_sheet(widget):
            fields.draw_text_frame(option, painter, widget)
        elif element == _Part.PE_Frame and widget is not None and widget.isWindow():
            rounded(painter, option.rect, 0, None, colour(option.palette, "edge"))
        elif element in _CHECKS:
            fields.draw_check(element == _Part.PE_IndicatorRadioButton, option, painter)
        elif element in _POPUPS:
            menus.draw_popup(option, painter)
        elif element == _Part.PE_PanelItemViewItem:
            items.draw_item_ground(option, painter, widget)
        elif element not in _NOTHING:
            super().drawPrimitive(element, option, painter, widget)
        painter.restore()

    def drawControl(self, element: Any, option: Any, painter: QPainter, widget: Any = None) -> None:
        painter.save()
        if element == _Control.CE_PushButton:
            draw_push_button(option, painter, widget)
        elif element == _Control.CE_TabBarTabShape:
            tabs.draw_tab_shape(option, painter, widget)
        elif element == _Control.CE_TabBarTabLabel:
            tabs.draw_tab_label(option, painter, widget)
        elif element in (_Control.CE_MenuBarItem, _Control.CE_MenuBarEmptyArea):
            menus.draw_menu_bar(element == _Control.CE_MenuBarItem, option, painter)
        elif element == _Control.CE_MenuItem:
            menus.draw_menu_item(option, painter, widget)
        elif element == _Control.CE_HeaderSection:
            items.draw_header_section(option, painter)
        elif element == _Control.CE_HeaderLabel:
            items.draw_header_label(option, painter)
        else:
            if element == _Control.CE_ItemViewItem:
                option.palette = items.with_ink(option.palette)
            super().drawControl(element, option, painter, widget)
        painter.restore()

    def drawComplexControl(self, control: Any, option: Any, painter: QPainter, widget: Any = None) -> None:
        painter.save()
        if control == _Complex.CC_ComboBox:
            fields.draw_combo(option, painter, widget)
        elif control == _Complex.CC_SpinBox:
            parts = (_Sub.SC_SpinBoxUp, _Sub.SC_SpinBoxDown)
            up, down = (self.subControlRect(control, option, part, widget) for part in parts)
            fields.draw_spin(option, painter, widget, (up, down))
        elif control == _Complex.CC_ScrollBar:
            thumb = self.subControlRect(control, option, _Sub.SC_ScrollBarSlider, widget)
            shade = colour(option.palette, "edge")
            shade.setAlphaF(0.9 if option.state & _State.State_MouseOver else 0.45)
            rounded(painter, thumb.adjusted(3, 2, -2, -2), 2.5, shade)
        elif control == _Complex.CC_ToolButton and is_a(widget.parent(), "QTabBar"):
            tabs.draw_tab_arrow(option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)
        painter.restore()

    def subControlRect(self, control: Any, option: Any, part: Any, widget: Any = None) -> QRect:
        if control == _Complex.CC_ScrollBar:
            return self._scroll_bar_rect(option, part)
        if control == _Complex.CC_ComboBox and part == _Sub.SC_ComboBoxEditField:
            left = 0 if widget is not None and widget.property("look") == "row" else px(7)  # under its column's head
            return QRect(option.rect.adjusted(left, 2, -px(26), -2))
        return super().subControlRect(control, option, part, widget)

    def _scroll_bar_rect(self, option: Any, part: Any) -> QRect:
        rect, tall = option.rect, option.orientation == Qt.Orientation.Vertical
        room, span = (rect.height() if tall else rect.width()), option.maximum - option.minimum
        size = max(px(32), room * option.pageStep // max(1, span + option.pageStep))
        start = self.sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition, room - size)
        if part == _Sub.SC_ScrollBarSlider:
            return QRect(0, start, rect.width(), size) if tall else QRect(start, 0, size, rect.height())
        return QRect(rect) if part == _Sub.SC_ScrollBarGroove else QRect()


def _is_sheet(widget: QWidget | None) -> bool:
    """Whether a frame stands round something to write or to choose in, inside a page."""
    return isinstance(widget, QAbstractScrollArea) and (
        is_a(widget, "QPlainTextEdit", "QTextEdit") or not widget.isWindow()
    )
