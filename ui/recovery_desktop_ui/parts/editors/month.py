"""A month as a page of days, of which one is marked: arrow keys and the mouse move the mark."""

import calendar
import datetime

from PySide6.QtCore import QLocale, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from recovery_desktop import dates
from recovery_desktop.text import _
from recovery_desktop_ui.parts.drawing import rounded
from recovery_desktop_ui.parts.tokens import colour, font, px
from recovery_desktop_ui.parts.typed_dates import add_months

_Key = Qt.Key
_WEEK = 7
_WEEKS = 6  # the most that a month touches
_DAYS = {_Key.Key_Left: -1, _Key.Key_Right: 1, _Key.Key_Up: -_WEEK, _Key.Key_Down: _WEEK}
_MONTHS = {_Key.Key_PageUp: -1, _Key.Key_PageDown: 1}
_PICKS = (_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space)


class Month(QWidget):
    """The page; `picked` tells that the marked day is meant, `moved` that the mark is on another day."""

    picked = Signal()
    moved = Signal()

    def __init__(self, day: datetime.date, today: datetime.date) -> None:
        super().__init__()
        self.day, self._today = day, today
        self._first_weekday = QLocale().firstDayOfWeek().value - 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        face = QFontMetrics(font("body"))
        cell = max(face.height() + px(10), face.horizontalAdvance("30") + px(16))
        self.setFixedSize(QSize(cell * _WEEK, cell * (_WEEKS + 1)))
        self.mark(day)

    def mark(self, day: datetime.date) -> None:
        """Moves the mark, and the page with it."""
        self.day = day
        self.setAccessibleName(dates.weekday_date(day))
        self.update()
        self.moved.emit()

    def turn(self, months: int) -> None:
        """Turns to another month."""
        self.mark(add_months(self.day, months))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _Key(event.key())
        if key in _PICKS:
            self.picked.emit()
        elif key in _DAYS or key in _MONTHS:
            if key in _DAYS:
                self.mark(self.day + datetime.timedelta(_DAYS[key]))
            else:
                self.turn(_MONTHS[key])
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for day, place in self.places():
            if place.contains(event.position().toPoint()):
                self.mark(day)
                self.picked.emit()
                return

    def places(self) -> list[tuple[datetime.date, QRect]]:
        """The days of the month and where they stand."""
        first = self.day.replace(day=1)
        offset = (first.weekday() - self._first_weekday) % _WEEK
        days = calendar.monthrange(first.year, first.month)[1]
        return [(first + datetime.timedelta(number), self._cell(offset + number + _WEEK)) for number in range(days)]

    def _cell(self, number: int) -> QRect:
        """The place of a cell; the first seven hold the names of the weekdays."""
        cell = self.width() // _WEEK
        return QRect(number % _WEEK * cell, number // _WEEK * cell, cell, cell)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font("caption"))
        painter.setPen(colour(self, "quiet"))
        for number in range(_WEEK):
            name = _(dates.WEEKDAYS[(self._first_weekday + number) % _WEEK])
            painter.drawText(self._cell(number), Qt.AlignmentFlag.AlignCenter, name[:2])
        for day, place in self.places():
            self._draw_day(painter, day, place)

    def _draw_day(self, painter: QPainter, day: datetime.date, place: QRect) -> None:
        is_marked = day == self.day
        if is_marked:
            rounded(painter, place.adjusted(2, 2, -2, -2), 5, colour(self, "accent"))
        elif day == self._today:
            rounded(painter, place.adjusted(2, 2, -2, -2), 5, None, colour(self, "edge"))
        painter.setFont(font("strong" if is_marked else "body"))
        painter.setPen(colour(self, "on_accent" if is_marked else "ink"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(day.day))
