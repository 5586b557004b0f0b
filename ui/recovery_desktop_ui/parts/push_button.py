"""How a push button is drawn: filled, outlined, a link, a chip, or one of several answers."""

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QWidget

from recovery_desktop_ui.parts.drawing import rounded
from recovery_desktop_ui.parts.icons import draw_icon
from recovery_desktop_ui.parts.tokens import colour, font, px

_State = QStyle.StateFlag


_PAD = {"chip": 20, "seg": 20, "link": 0, "key": 20}  # to both sides of a button's words; 28 for the rest
_LEAST = 24  # pixels a button is high, and wide if it has words


def push_button_size(option: Any, widget: Any) -> QSize:
    """The room a button needs for its words and drawing."""
    look = _look(option, widget)
    face = QFontMetrics(font("caption" if look == "chip" else "strong"))
    words = face.horizontalAdvance(option.text.replace("&", ""))
    alone = 20 if look == "link" else 4  # a link's drawing has no room of its own beside it
    marked = widget.property("glyph") or (look == "chip" and widget.isCheckable())  # its room is kept, on or off
    glyph = px(22 if option.text else alone) if marked else 0
    glyph += _sign_width(widget)
    tall = QFontMetrics(font("body")).height() + px(6 if look in ("chip", "link") else 12)
    return QSize(max(words + px(_PAD.get(look, 28)) + glyph, _LEAST), max(tall, _LEAST))


def draw_push_button(option: Any, painter: QPainter, widget: QWidget) -> None:
    """Draws a button by its `look`, `tone` and `glyph`."""
    look, rect = _look(option, widget), option.rect
    ink, fill, edge = _colours(option, look, widget.property("tone"))
    radius = rect.height() / 2 if look == "chip" else 5
    inner = rect.adjusted(2, 2, -2, -2) if look == "seg" else rect
    rounded(painter, inner, 3 if look == "seg" else radius, fill, edge)
    _draw_words(option, painter, widget, look, ink)
    if option.state & _State.State_HasFocus:
        _draw_focus(option, painter, look, ink, radius)


def _sign_width(widget: QWidget) -> int:
    """The room of the number that presses a button, and of the gap behind it."""
    sign = widget.property("sign")
    return QFontMetrics(font("caption")).horizontalAdvance(sign) + px(6) if sign else 0


def _look(option: Any, widget: QWidget) -> str:
    """A button that says nothing about itself is the filled one where Enter presses it, as in a message."""
    look = widget.property("look")
    if look is None:
        is_default = bool(option.features & QStyleOptionButton.ButtonFeature.DefaultButton)
        return "primary" if is_default else "plain"
    return str(look)


def _colours(option: Any, look: str, tone: str | None) -> tuple[QColor, QColor | None, QColor | None]:
    """Ink, fill and edge."""
    palette, state = option.palette, option.state
    ready = bool(state & _State.State_Enabled)
    hover = bool(state & _State.State_MouseOver) and ready
    touched = hover or bool(state & _State.State_Sunken)
    on, focus = bool(state & _State.State_On), bool(state & _State.State_HasFocus)
    ink, fill, edge = colour(palette, "ink"), None, None
    if (look == "primary" and ready) or (look in ("seg", "key") and on):
        ink, fill = colour(palette, "on_accent"), colour(palette, "accent")
        fill = fill.darker(112) if touched else fill
    elif look == "chip":
        fill = colour(palette, "accent_soft" if on or hover else "shade")
    elif look == "link":
        ink, fill = colour(palette, "accent"), colour(palette, "accent_soft") if touched or focus else None
    elif look != "seg":
        edge = colour(palette, "edge" if ready else "line")  # what cannot be pressed is not filled either
        fill = colour(palette, "accent_soft" if touched or on else "paper") if ready else None
    elif hover:
        fill = colour(palette, "accent_soft")
    if tone and ink == colour(palette, "on_accent"):
        fill = colour(palette, tone)
    elif tone:
        ink = colour(palette, tone)
        fill = colour(palette, tone + "_soft") if look == "chip" else fill
    return (ink if ready else colour(palette, "quiet")), fill, edge


def _draw_words(option: Any, painter: QPainter, widget: QWidget, look: str, ink: QColor) -> None:
    rect, glyph = option.rect, widget.property("glyph")
    chosen = look in ("seg", "key") and bool(option.state & _State.State_On)
    is_quiet = look == "link" and widget.property("tone") == "quiet"
    strong = (look in ("primary", "link") and not is_quiet) or chosen
    painter.setFont(font("strong" if strong else "caption" if look == "chip" else "body"))
    gap, size = px(6) if option.text else 0, px(16)
    words = painter.fontMetrics().horizontalAdvance(option.text.replace("&", ""))
    left = rect.left()  # a link's words stand on the edge of the column
    if look != "link":
        left += max(0, (rect.width() - words - (size + gap if glyph else 0) - _sign_width(widget)) // 2)
    if glyph:
        draw_icon(painter, QRect(left, rect.center().y() - size // 2 + 1, size, size), glyph, ink)
        left += size + gap
    if sign := widget.property("sign"):
        left = _draw_sign(option, painter, sign, left, ink)
    painter.setPen(ink)
    place = QRect(left, rect.top(), words + 2, rect.height())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic, option.text)


def _draw_sign(option: Any, painter: QPainter, sign: str, left: int, ink: QColor) -> int:
    """The number that presses the button, quieter than its words; gives where these begin."""
    own = painter.font()
    is_filled = ink == colour(option.palette, "on_accent")
    painter.setPen(ink if is_filled else colour(option.palette, "quiet"))
    painter.setFont(font("caption"))
    wide = painter.fontMetrics().horizontalAdvance(sign)
    painter.drawText(
        QRect(left, option.rect.top(), wide + 2, option.rect.height()), Qt.AlignmentFlag.AlignVCenter, sign
    )
    painter.setFont(own)
    return left + wide + px(6)


def _draw_focus(option: Any, painter: QPainter, look: str, ink: QColor, radius: float) -> None:
    rect, on_accent = option.rect, colour(option.palette, "on_accent")
    if look == "link":
        painter.fillRect(rect.left(), rect.bottom() - 2, rect.width(), 2, ink)
        return
    filled = ink == on_accent
    inset = 3 if filled else 0
    ring = on_accent if filled else colour(option.palette, "accent")
    rounded(painter, rect.adjusted(inset, inset, -inset, -inset), max(radius - inset, 2), None, ring, 2)
