"""How fields are painted: lines, lists to choose from, texts, check and radio buttons; one ring says focus."""

from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QLineEdit, QStyle, QWidget

from recovery_desktop_ui.parts.drawing import rounded
from recovery_desktop_ui.parts.icons import draw_icon
from recovery_desktop_ui.parts.tokens import colour, px

_State = QStyle.StateFlag


def draw_field(painter: QPainter, rect: QRect, option: Any, widget: QWidget | None) -> None:
    """The frame of a field: an underline alone for one that stands in a table row and has no focus; a field that
    cannot be used is not filled and has no more than a hairline."""
    palette: QPalette = option.palette
    focus, ready = bool(option.state & _State.State_HasFocus), bool(option.state & _State.State_Enabled)
    if widget is not None and widget.property("look") == "row" and not focus:
        tone = widget.property("tone") or ("edge" if ready else "line")
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour(palette, tone))
        return
    edge = colour(palette, "accent" if focus else "edge" if ready else "line")
    if widget is not None and widget.property("tone") and not focus:
        edge = colour(palette, widget.property("tone"))
    rounded(painter, rect, 5, colour(palette, "paper") if ready else None, edge, 2 if focus else 1)


def draw_line_edit(option: Any, painter: QPainter, widget: QLineEdit) -> None:
    draw_field(painter, option.rect, option, widget)
    if glyph := widget.property("glyph"):
        size = px(16)
        spot = QRect(option.rect.left() + px(9), option.rect.center().y() - size // 2 + 1, size, size)
        draw_icon(painter, spot, glyph, colour(option.palette, "quiet"))


def draw_combo(option: Any, painter: QPainter, widget: QWidget | None) -> None:
    draw_field(painter, option.rect, option, widget)
    size = px(16)
    top = option.rect.center().y() - size // 2 + 1
    draw_icon(painter, QRect(option.rect.right() - size - px(6), top, size, size), "chevron-down", _quiet(option))


def draw_spin(option: Any, painter: QPainter, widget: QWidget, arrows: tuple[QRect, QRect]) -> None:
    """A number with two small arrows at its end."""
    draw_field(painter, option.rect, option, widget)
    for rect, name in zip(arrows, ("arrow-up", "arrow-down"), strict=True):
        size = min(px(12), rect.height())
        spot = QRect(0, 0, size, size)
        spot.moveCenter(rect.center())
        draw_icon(painter, spot, name, _quiet(option))


def draw_text_frame(option: Any, painter: QPainter, widget: QWidget) -> None:
    """The frame round a text of many lines, a list or a table."""
    focus = widget.hasFocus() and widget.isEnabled()
    edge = "accent" if focus else "edge" if widget.isEnabled() else "line"
    if widget.property("tone") and not focus:
        edge = widget.property("tone")
    rounded(painter, option.rect, 5, colour(option.palette, "paper"), colour(option.palette, edge), 2 if focus else 1)


def draw_check(is_round: bool, option: Any, painter: QPainter) -> None:
    """A tick in a filled square, a dot in a filled circle; hollow and thin where it cannot be used."""
    palette: QPalette = option.palette
    rect: QRect = option.rect.adjusted(1, 1, -1, -1)
    on, focus = bool(option.state & _State.State_On), bool(option.state & _State.State_HasFocus)
    partly, ready = bool(option.state & _State.State_NoChange), bool(option.state & _State.State_Enabled)
    radius = rect.height() / 2 if is_round else 4
    marked = on or partly
    main = colour(palette, "accent" if ready else "quiet")
    edge = main if marked or focus else colour(palette, "edge" if ready else "line")
    rounded(painter, rect, radius, main if on else colour(palette, "paper") if ready else None, edge, 1)
    inside = colour(palette, "on_accent" if ready else "paper")
    if on and is_round:
        third = rect.height() // 3
        rounded(painter, rect.adjusted(third, third, -third, -third), radius, inside)
    elif on:
        draw_icon(painter, rect.adjusted(2, 2, -2, -2), "check", inside)
    elif partly:
        bar = QRect(rect.left() + rect.width() // 4, rect.center().y() - 1, rect.width() // 2, 3)
        rounded(painter, bar, 1, main)
    if focus:
        _draw_ring(painter, rect, radius, on, palette)


def _draw_ring(painter: QPainter, rect: QRect, radius: float, filled: bool, palette: QPalette) -> None:
    """Round a filled mark the ring lies inside it, or it would not show."""
    if filled:
        rounded(painter, rect.adjusted(2, 2, -2, -2), max(radius - 2, 1), None, colour(palette, "on_accent"), 1)
    else:
        rounded(painter, rect, radius, None, colour(palette, "accent"), 2)


def _quiet(option: Any) -> QColor:
    return colour(option.palette, "quiet" if option.state & _State.State_Enabled else "line")
