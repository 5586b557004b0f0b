"""A date field: takes what people type, shows the day in full, and has a month for the mouse and the keyboard."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.editors.calendar import Calendar
from recovery_desktop_ui.parts.editors.day import DayEditor

from recovery_desktop.records.fields import Day
from tests.ui.editors.placing import Page, problem_of, settle, shown

Key = Qt.Key
TODAY = datetime.date(2026, 9, 10)


def day_page(qtbot: QtBot, *, past: bool = False, look: str | None = None) -> Page:
    return shown(qtbot, DayEditor(Day("Due on"), past=past, look=look, today=lambda: TODAY))


def line_of(page: Page) -> QLineEdit:
    line = page.editor.target()
    assert isinstance(line, QLineEdit)
    return line


def calendar_of(page: Page) -> Calendar:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, Calendar)
    return popup


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("today", "Thursday, 10 September 2026"),
        ("+30", "Saturday, 10 October 2026"),
        ("10/9", "Friday, 9 October 2026"),
        ("2026-09-12", "Saturday, 12 September 2026"),
    ],
)
def test_a_day_is_said_in_full_while_it_is_typed_and_written_out_after(qtbot: QtBot, typed: str, full: str) -> None:
    page = day_page(qtbot)
    page.press(typed)
    assert page.editor.typed() == typed
    assert line_of(page).accessibleDescription() == full
    page.press(Key.Key_Tab)
    assert page.editor.typed() == full.partition(", ")[2]
    assert line_of(page).accessibleDescription() == full
    assert page.told == [*["edited"] * len(typed), "left"]


def test_the_full_date_is_seen_in_the_field(qtbot: QtBot) -> None:
    page = day_page(qtbot)
    looks: list[QImage] = []
    for typed in ("1", "10/9"):
        page.editor.put_typed(typed)
        settle()
        line = line_of(page)
        looks.append(line.grab(line.rect().adjusted(line.width() // 3, 2, -40, -2)).toImage())
    assert looks[0] != looks[1]


def test_a_birth_date_has_come_already(qtbot: QtBot) -> None:
    page = day_page(qtbot, past=True)
    page.press("12/24/97")
    assert page.editor.value() == datetime.date(1997, 12, 24)


def test_a_date_may_be_empty(qtbot: QtBot) -> None:
    page = day_page(qtbot)
    assert page.editor.value() is None
    page.editor.put(TODAY)
    page.editor.put(None)
    assert page.editor.value() is None
    assert page.editor.typed() == ""
    assert page.told == []


def test_what_is_no_day_stays_as_it_was_typed(qtbot: QtBot) -> None:
    page = day_page(qtbot)
    page.press("2/30/2026")
    assert problem_of(page.editor) == Day("Due on").problem("2/30/2026") != ""
    page.press(Key.Key_Tab)
    assert page.editor.typed() == "2/30/2026"
    assert line_of(page).accessibleDescription() == ""


def test_arrow_keys_go_by_days_and_page_keys_by_months(qtbot: QtBot) -> None:
    page = day_page(qtbot)
    days = []
    for key in (Key.Key_Up, Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown, Key.Key_PageDown):
        page.press(key)
        days.append(page.editor.value())
    assert [f"{day:%m-%d}" for day in days] == ["09-10", "09-11", "09-10", "10-10", "09-10", "08-10"]
    assert page.told == ["edited"] * 6


def test_the_calendar_has_an_end(qtbot: QtBot) -> None:
    page = day_page(qtbot)
    page.press("9999-12-31", Key.Key_Up, Key.Key_PageUp)
    assert page.editor.typed() == "9999-12-31"
    assert problem_of(page.editor) == Day("Due on").problem(datetime.date.max) != ""


def test_in_a_row_the_date_is_short(qtbot: QtBot) -> None:
    page = day_page(qtbot, look="row")
    page.press("today", Key.Key_Tab)
    assert page.editor.typed() == "10 Sep 2026"
    assert page.editor.value() == TODAY
    assert line_of(page).minimumWidth() < 110


@pytest.mark.parametrize(
    "opens", [(Key.Key_F4, Qt.KeyboardModifier.NoModifier), (Key.Key_Down, Qt.KeyboardModifier.AltModifier)]
)
def test_the_month_is_used_by_keyboard(qtbot: QtBot, opens: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    page = day_page(qtbot)
    page.press(opens[0], modifier=opens[1])
    month = calendar_of(page).month
    assert month.hasFocus()
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_PageDown, Key.Key_Left):
        QTest.keyClick(month, key)
    assert month.accessibleName() == "Saturday, 17 October 2026"
    QTest.keyClick(month, Key.Key_Return)
    assert page.editor.value() == datetime.date(2026, 10, 17)
    assert page.told == ["edited"]
    assert page.has_focus()


def test_the_month_is_used_by_mouse(qtbot: QtBot) -> None:
    page = day_page(qtbot)
    page.editor.put(datetime.date(2026, 9, 30))
    opener = line_of(page).findChild(QPushButton)
    assert isinstance(opener, QPushButton)
    assert min(opener.width(), opener.height()) >= 24
    QTest.mouseClick(opener, Qt.MouseButton.LeftButton)
    calendar = calendar_of(page)
    later = calendar.findChildren(QPushButton)[1]
    QTest.mouseClick(later, Qt.MouseButton.LeftButton)
    place = next(place for day, place in calendar.month.places() if day.day == 5)
    assert min(place.width(), place.height()) >= 24
    QTest.mouseClick(calendar.month, Qt.MouseButton.LeftButton, pos=place.center())
    assert page.editor.value() == datetime.date(2026, 10, 5)


def test_the_month_is_left_without_a_choice(qtbot: QtBot) -> None:
    page = day_page(qtbot)
    page.press(Key.Key_F4)
    QTest.keyClick(calendar_of(page).month, Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert page.editor.value() is None
    assert page.told == []


def test_every_day_of_a_month_has_its_own_place(qtbot: QtBot) -> None:
    page = day_page(qtbot)
    page.press(Key.Key_F4)
    month = calendar_of(page).month
    for number in range(1, 13):
        month.mark(datetime.date(2026, number, 1))
        places = [place for _day, place in month.places()]
        assert len({place.topLeft().toTuple() for place in places}) == len(places)
        assert all(month.rect().contains(place) for place in places)
    QTest.keyClick(month, Key.Key_Escape)
