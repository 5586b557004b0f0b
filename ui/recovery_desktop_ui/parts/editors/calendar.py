"""A month to pick a day from, opened from a date field by Alt+Down, F4 or the calendar drawing; Esc closes it."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QLineEdit, QSizePolicy, QWidget

from recovery_desktop import dates
from recovery_desktop.text import _
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.drawing import rounded
from recovery_desktop_ui.parts.editors.month import Month
from recovery_desktop_ui.parts.layouts import col, row
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import colour, px

BUTTON_WIDTH = 34


def opens_calendar(event: QKeyEvent) -> bool:
    """Whether a key is one that opens lists everywhere."""
    is_alt_down = event.key() == Qt.Key.Key_Down and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return is_alt_down or event.key() == Qt.Key.Key_F4


def add_calendar_button(line: QLineEdit, does: Callable[[], object]) -> None:
    """Sets a drawing at the right end of a line, for the mouse; the keyboard has Alt+Down."""
    opener = button("", "seg", "calendar", name=_("Open the calendar"), does=does)
    opener.setFixedWidth(px(BUTTON_WIDTH))
    opener.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
    opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    opener.setCursor(Qt.CursorShape.ArrowCursor)
    opener.setToolTip(_("Calendar (Alt+Down)"))
    inside = row(None, opener)
    inside.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    line.setLayout(inside)


class Calendar(QWidget):
    """One month in a small window that closes when a day is picked."""

    picked = Signal(datetime.date)

    def __init__(self, below: QWidget, day: datetime.date, today: datetime.date) -> None:
        super().__init__(below, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(_("Calendar"))
        self._below = below
        self.month = Month(day, today)
        self._title = text("", "strong")
        earlier = self._turner("chevron-left", _("Month before"), -1)
        later = self._turner("chevron-right", _("Month after"), 1)
        self.setLayout(col(row(earlier, None, self._title, None, later), self.month, gap=4, pad=8))
        self.month.moved.connect(self._name_month)
        self.month.picked.connect(self._pick)
        self._name_month()

    def _turner(self, glyph: str, name: str, months: int) -> Button:
        turner = button("", "seg", glyph, name=name, does=lambda: self.month.turn(months))
        turner.setFixedSize(px(32), px(32))
        turner.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the page keys turn the month
        return turner

    def _name_month(self) -> None:
        day = self.month.day
        self._title.setText(f"{_(dates.MONTHS[day.month - 1])} {day.year}")

    def open_below(self) -> None:
        """Shows the month below the line it belongs to, or above where the screen ends."""
        size, line = self.sizeHint(), self._below
        place = line.mapToGlobal(QPoint(0, line.height() + 2))
        if place.y() + size.height() > line.screen().availableGeometry().bottom():
            place = line.mapToGlobal(QPoint(0, -size.height() - 2))
        self.move(place)
        self.show()
        self.month.setFocus()

    def _pick(self) -> None:
        self.close()
        self.picked.emit(self.month.day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(self, "paper"))
        rounded(painter, self.rect(), 0, None, colour(self, "edge"))
