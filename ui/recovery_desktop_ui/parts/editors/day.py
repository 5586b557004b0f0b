"""A day, typed in whatever way comes to hand and written out in full; it may be empty."""

import datetime
from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QFontMetrics, QKeyEvent

from recovery_desktop import dates
from recovery_desktop.records.fields import Day
from recovery_desktop.text import _
from recovery_desktop_ui import clock
from recovery_desktop_ui.parts.editors.calendar import BUTTON_WIDTH, Calendar, add_calendar_button, opens_calendar
from recovery_desktop_ui.parts.editors.entry import Entry
from recovery_desktop_ui.parts.editors.line import TypedEditor
from recovery_desktop_ui.parts.tokens import font, px
from recovery_desktop_ui.parts.typed_dates import add_months, read_day

_WIDEST = datetime.date(2026, 9, 30)  # a Wednesday in September
_WIDE = 300


class DayEditor(TypedEditor):
    """A day: `3/9`, `+30`, `in 6 weeks`, `fri`; arrow keys go by days, page keys by months.

    With `past`, what leaves the year open means a day that has come already. `look="row"` writes a shorter form.
    """

    def __init__(
        self,
        field: Day,
        *,
        past: bool = False,
        look: str | None = None,
        today: Callable[[], datetime.date] = clock.today,
    ) -> None:
        super().__init__(field, Entry(look, "", self._step))
        self._full = ""  # the day that stands here, in full
        self._past, self._today, self._is_short = past, today, look == "row"
        wide = QFontMetrics(font("body")).horizontalAdvance(self._write(_WIDEST))
        self._right = 0 if self._is_short else px(BUTTON_WIDTH)
        self._entry.setMinimumWidth(wide + px(16) + self._right)
        if not self._is_short:
            self._entry.setMaximumWidth(px(_WIDE))
            self._entry.keep_right(self._right)
            add_calendar_button(self._entry, self.open_calendar)

    def _read(self, text: str) -> Any:
        words = text.strip()
        if not words:
            return None
        return read_day(words, self._today(), past=self._past) or words

    def _write(self, value: datetime.date | None) -> str:
        return dates.short_date(value) if self._is_short else dates.long_date(value)

    def spoken(self) -> str:
        return self._full

    def _day(self) -> datetime.date | None:
        found = self._read(self._entry.text())
        return found if isinstance(found, datetime.date) else None

    def _was_edited(self) -> None:
        self._tell()
        super()._was_edited()

    def _show(self, text: str) -> None:
        super()._show(text)
        self._tell()

    def _tell(self) -> None:
        """Says the day in full while it is typed, and its weekday once it stands there in full."""
        day = self._day()
        self._full = dates.weekday_date(day) if day else ""
        if day is None:
            self._entry.set_asides()
        elif self._entry.text() == self._write(day):
            self._entry.set_asides(_(dates.WEEKDAYS[day.weekday()]), right=self._right)
        else:
            self._entry.set_asides(self._full, dates.long_date(day), dates.short_date(day), right=self._right)
        self._entry.setToolTip(self._full)
        self.describe()

    def _step(self, steps: int, is_large: bool) -> None:
        if not self._entry.text().strip():
            self.pick(self._today())
        elif day := self._kept_day():
            self.pick(add_months(day, steps) if is_large else day + datetime.timedelta(steps))

    def _kept_day(self) -> datetime.date | None:
        """The day that stands here, if it is one the field keeps: no way leads on from the year 9999."""
        day = self._day()
        return day if day and not self.field.problem(day) else None

    def pick(self, day: datetime.date) -> None:
        """The person chose a day by other means than typing."""
        self._show(self._write(day))
        self.edited.emit()

    def open_calendar(self) -> None:
        """Shows a month to pick from, at the day that stands here or at today."""
        calendar = Calendar(self._entry, self._kept_day() or self._today(), self._today())
        calendar.picked.connect(self.pick)
        calendar.open_below()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if opens_calendar(event):
            self.open_calendar()
        else:
            super().keyPressEvent(event)
