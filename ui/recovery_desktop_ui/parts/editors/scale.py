"""A rating on a ruler: empty until it is answered, by a click, by dragging or by typing the number."""

from PySide6.QtCore import QElapsedTimer, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy

from recovery_desktop.records.fields import Whole
from recovery_desktop.text import _
from recovery_desktop_ui.parts.drawing import rounded
from recovery_desktop_ui.parts.editors.base import Editor, checked, tell_left
from recovery_desktop_ui.parts.tokens import colour, font, px

MOST_STEPS = 11
_WIDEST = 420
_TOGETHER = 1500  # milliseconds within which 1 and 0 are typed as 10

_Key = Qt.Key
_EMPTIES = (_Key.Key_Delete, _Key.Key_Backspace)
_MOVES = {_Key.Key_Left: -1, _Key.Key_Down: -1, _Key.Key_Right: 1, _Key.Key_Up: 1}


def signed(value: int, low: int) -> str:
    """A number as it stands on a ruler: with a plus where there are negative ones."""
    return str(value).replace("-", "−") if low >= 0 or value <= 0 else f"+{value}"


class ScaleEditor(Editor):
    """A whole number between two that are near; `least` and `most` are what the ends mean."""

    def __init__(self, field: Whole, least: str = "", most: str = "") -> None:
        super().__init__()
        self.field, self._least, self._most = field, least, most
        self._low, self._high = int(field.low), int(field.high)
        self._value: int | None = None
        self._begun, self._since = "", QElapsedTimer()  # the figures typed so far of one number
        self._since.start()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.describe()

    # -- the value

    def put(self, value: int | None) -> None:
        if value != self._value:
            self._value = value
            self.describe()
            self.update()

    def value(self) -> int | None:
        number: int | None = checked(self.field, self._value)
        return number

    def typed(self) -> str:
        return "" if self._value is None else str(self._value)

    def put_typed(self, text: str) -> None:
        self.put(int(text) if text else None)

    def spoken(self) -> str:
        if self._value is None:
            return _("not answered")
        number = signed(self._value, self._low)
        if self._low == 0:
            return _("{number} of {highest}").format(number=number, highest=self._high)
        ends = {"low": signed(self._low, self._low), "high": signed(self._high, self._low)}
        return _("{number}, from {low} to {high}").format(number=number, **ends)

    def _answer(self, value: int | None) -> None:
        if value == self._value:
            return
        self.put(value)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.spoken()))
        self.edited.emit()

    # -- by key

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = _Key(event.key()), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and (key in _MOVES or key in (_Key.Key_Home, _Key.Key_End, *_EMPTIES)):
            self._begun = ""
            self._answer(self._moved_by(key))
        elif event.text() and event.text() in "0123456789-−":
            self._type(event.text())
        else:
            super().keyPressEvent(event)

    def _moved_by(self, key: Qt.Key) -> int | None:
        if key in _EMPTIES:
            return None
        if key in (_Key.Key_Home, _Key.Key_End):
            return self._low if key == _Key.Key_Home else self._high
        if self._value is None:
            return self._low if _MOVES[key] > 0 else self._high
        return min(max(self._value + _MOVES[key], self._low), self._high)

    def _type(self, sign: str) -> None:
        """A figure goes with the one typed just before while both together are on the ruler."""
        before = self._begun if self._since.restart() < _TOGETHER else ""
        self._begun = "-" if sign in "-−" else sign
        for typed in (before + self._begun, self._begun):
            if typed.lstrip("-").isdigit() and "-" not in typed[1:] and self._low <= int(typed) <= self._high:
                self._begun = typed
                self._answer(int(typed))
                return

    # -- by mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            along = (event.position().x() - self.spot(self._low)) / (self.spot(self._high) - self.spot(self._low))
            self._answer(self._low + round(min(max(along, 0), 1) * (self._high - self._low)))

    # -- how it looks

    def sizeHint(self) -> QSize:
        return QSize(px(280), px(52))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(180), px(52))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._begun = ""
        self.update()
        tell_left(self, event)

    def _across(self) -> QRect:
        """Where the ruler is drawn: on a wide page not all the way."""
        return QRect(0, 0, min(self.width(), px(_WIDEST)), self.height())

    def spot(self, number: int) -> float:
        """Where a number stands, from the left."""
        margin = px(18)
        return margin + (number - self._low) * (self._across().width() - 2 * margin) / (self._high - self._low)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            rounded(painter, self._across(), 5, None, colour(self, "accent"), 2)
        self._draw_line(painter, px(17))
        self._draw_ends(painter)
        if self._value is not None:
            self._draw_value(painter, px(17), self._value)

    def _draw_line(self, painter: QPainter, y: float) -> None:
        painter.setPen(QPen(colour(self, self.property("tone") or "edge"), 1.5))
        painter.drawLine(QPointF(self.spot(self._low), y), QPointF(self.spot(self._high), y))
        for number in range(self._low, self._high + 1):
            x = self.spot(number)
            painter.drawLine(QPointF(x, y - px(3)), QPointF(x, y + px(3)))

    def _draw_ends(self, painter: QPainter) -> None:
        painter.setFont(font("caption"))
        painter.setPen(colour(self, "quiet"))
        place = self._across().adjusted(px(8), 0, -px(8), -px(4))
        bottom, side = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag
        for number, words, at in (
            (self._low, self._least, side.AlignLeft),
            (self._high, self._most, side.AlignRight),
        ):
            mark = signed(number, self._low)
            painter.drawText(place, bottom | at, f"{mark} {words}".strip())

    def _draw_value(self, painter: QPainter, y: float, value: int) -> None:
        x, radius = self.spot(value), px(12)
        zero = self.spot(0 if self._low <= 0 <= self._high else self._low)
        painter.setPen(QPen(colour(self, "accent"), 3))
        painter.drawLine(QPointF(zero, y), QPointF(x, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self, "accent"))
        painter.drawEllipse(QPointF(x, y), radius, radius)
        painter.setFont(font("strong"))
        painter.setPen(colour(self, "on_accent"))
        place = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, signed(value, self._low))
