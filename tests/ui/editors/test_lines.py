"""Lines to type in: text, telephone numbers, times and figures."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.editors.clock import ClockEditor, clock_of
from recovery_desktop_ui.parts.editors.figure import NumberEditor, WholeEditor, number_of
from recovery_desktop_ui.parts.editors.line import LineEditor
from recovery_desktop_ui.parts.editors.phone import PhoneEditor, phone_of

from recovery_desktop.records.fields import Clock, Line, Number, Whole
from tests.ui.editors.placing import problem_of, shown

Key = Qt.Key


def test_a_line_keeps_what_is_typed(qtbot: QtBot) -> None:
    page = shown(qtbot, LineEditor(Line("Measure"), ghost="What is counted"))
    page.press("  nights ")
    assert page.editor.value() == page.editor.typed() == "  nights "
    assert page.told == ["edited"] * 9
    page.press(Key.Key_Tab)
    assert page.after.hasFocus()
    assert page.told[-1] == "left"
    assert page.editor.typed() == "  nights "


def test_filling_tells_nobody(qtbot: QtBot) -> None:
    page = shown(qtbot, LineEditor(Line("Measure")))
    page.editor.put("nights")
    page.editor.put_typed("night")
    assert page.told == []
    assert page.editor.value() == "night"


def test_a_pasted_line_break_is_a_blank(qtbot: QtBot) -> None:
    page = shown(qtbot, LineEditor(Line("Measure")))
    QApplication.clipboard().setText("nights\twithout\nuse")
    page.press("v", modifier=Qt.KeyboardModifier.ControlModifier)
    assert page.editor.value() == "nights without use"


def test_undo_inside_a_line_is_its_own(qtbot: QtBot) -> None:
    page = shown(qtbot, LineEditor(Line("Measure")))
    page.press("nights")
    page.press("z", modifier=Qt.KeyboardModifier.ControlModifier)
    assert page.editor.value() == ""


def test_the_fault_is_named_by_the_field(qtbot: QtBot) -> None:
    field = Line("Name", required=True)
    page = shown(qtbot, LineEditor(field))
    assert problem_of(page.editor) == field.problem("") != ""
    page.press("Dana")
    assert problem_of(page.editor) == ""
    page.editor.put_typed("a" * 501)
    assert problem_of(page.editor) == field.problem("a" * 501) != ""


def test_the_value_just_typed_does_not_come_back_over_the_cursor(qtbot: QtBot) -> None:
    page = shown(qtbot, NumberEditor(Number("Debt", low=0, high=1000)))
    page.press("1.0")
    page.editor.put(1.0)
    assert page.editor.typed() == "1.0"
    page.press("5")
    assert page.editor.value() == 1.05


def test_the_note_and_the_name_reach_screen_readers(qtbot: QtBot) -> None:
    page = shown(qtbot, WholeEditor(Whole("Age of first use", low=0, high=110, unit="years")))
    page.editor.set_label("Age of first use")
    page.editor.set_note("Enter a whole number.", troubled=True)
    line = page.editor.target()
    assert line.accessibleName() == "Age of first use"
    assert line.accessibleDescription() == "years. Enter a whole number"
    assert line.property("tone") == "care"
    page.editor.set_note("")
    assert line.accessibleDescription() == "years"
    assert line.property("tone") is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("5555550123", "555-555-0123"),
        ("(555) 555-0123", "555-555-0123"),
        ("+1 555.555.0123", "555-555-0123"),
        ("555  0123", "555 0123"),
        (" ask at work,  then 555-0100 ", "ask at work, then 555-0100"),
        ("+44 5550 100100", "+44 5550 100100"),
    ],
)
def test_telephone_numbers_are_tidied_and_never_refused(typed: str, kept: str) -> None:
    assert phone_of(typed) == kept


def test_a_telephone_number_is_tidied_on_leaving(qtbot: QtBot) -> None:
    page = shown(qtbot, PhoneEditor(Line("Phone")))
    page.press("5555550123")
    assert page.editor.typed() == "5555550123"
    page.press(Key.Key_Tab)
    assert page.editor.typed() == page.editor.value() == "555-555-0123"


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        *[("9", "09:00"), ("930", "09:30"), ("9:30", "09:30"), ("9.30 pm", "21:30"), ("21h", "21:00")],
        *[("21h30", "21:30"), ("0930", "09:30"), ("9am", "09:00"), ("9 P.M.", "21:00"), ("12 am", "00:00")],
        *[("12pm", "12:00"), ("12:30am", "00:30"), ("23:59", "23:59"), ("0", "00:00"), ("9 a", "09:00")],
        *[("24:00", None), ("9:60", None), ("", None), ("noonish", None), ("9:3", None), ("12345", None)],
    ],
)
def test_times_as_they_are_typed(typed: str, time: str | None) -> None:
    assert clock_of(typed) == time


@given(moment=some.times())
def test_every_time_reads_back(moment: Any) -> None:
    time = f"{moment:%H:%M}"
    assert clock_of(time) == clock_of(f"{moment:%I:%M %p}") == clock_of(f"{moment:%H%M}") == time


def test_a_time_is_written_out_on_leaving(qtbot: QtBot) -> None:
    field = Clock("Time")
    page = shown(qtbot, ClockEditor(field))
    page.press("930p")
    assert page.editor.value() == "21:30"
    page.press(Key.Key_Up)
    assert page.editor.typed() == "21:35"
    page.press(Key.Key_PageUp, Key.Key_PageUp, Key.Key_PageUp, Key.Key_Tab)
    assert page.editor.value() == "00:35"
    page.editor.put_typed("soon")
    assert problem_of(page.editor) == field.problem("soon") != ""
    page.editor.put("")
    assert page.editor.value() == ""


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        *[
            ("1,200.5", 1200.5),
            ("1.5", 1.5),
            ("1,5", 1.5),
            ("1,200", 1200),
            ("1.200,50", 1200.5),
            ("12,345,678", 12345678),
        ],
        *[("−2", -2), ("+3", 3), (".5", 0.5), ("7.", 7), (" 1 200 ", 1200), ("1'200", 1200)],
        *[("", None), ("abc", None), ("1,2,3", None), ("1.2.3", None), ("1e5", None), ("--1", None), ("nan", None)],
    ],
)
def test_numbers_as_they_are_typed(typed: str, number: float | None) -> None:
    found = number_of(typed)
    assert (found if found is None else float(found)) == number


@given(number=some.floats(-1e9, 1e9))
def test_no_number_changes_by_being_shown(qapp: QApplication, number: float) -> None:
    editor = NumberEditor(Number("Debt", low=-1e9, high=1e9))
    editor.put(number)
    assert editor.value() == number


def test_a_whole_number_and_its_faults(qtbot: QtBot) -> None:
    field = Whole("Days of the last 30", low=0, high=30, unit="days")
    page = shown(qtbot, WholeEditor(field))
    assert page.editor.value() is None
    assert page.value_typed("10") == 10
    assert page.value_typed("10 days") == 10
    assert page.value_typed("10.0") == 10
    for typed, value in (("31", 31), ("1.5", "1.5"), ("ten", "ten")):
        page.editor.put_typed(typed)
        assert problem_of(page.editor) == field.problem(value) != ""
    page.press(Key.Key_Tab)
    assert page.editor.typed() == "ten"


def test_arrow_keys_step_within_the_bounds(qtbot: QtBot) -> None:
    page = shown(qtbot, WholeEditor(Whole("Days of the last 30", low=0, high=30)))
    page.press(Key.Key_Up, Key.Key_Up)
    assert page.editor.value() == 1
    page.press(Key.Key_PageUp, Key.Key_PageUp, Key.Key_PageUp)
    assert page.editor.value() == 30
    page.press(Key.Key_PageDown, Key.Key_Down)
    assert page.editor.value() == 19
    assert page.told == ["edited"] * 7


def test_steps_leave_decimals_and_words_alone(qtbot: QtBot) -> None:
    page = shown(qtbot, NumberEditor(Number("Sleep, hours", low=0, high=24)))
    page.press("7.5", Key.Key_Up)
    assert page.editor.value() == 8.5
    page.editor.put_typed("many")
    page.press(Key.Key_Up)
    assert page.editor.typed() == "many"


def test_a_number_is_written_with_commas_on_leaving(qtbot: QtBot) -> None:
    page = shown(qtbot, NumberEditor(Number("Debt", low=0, high=1e7, unit="dollars")))
    page.press("2400.50", Key.Key_Tab)
    assert page.editor.typed() == "2,400.5"
    assert page.editor.value() == 2400.5


def test_a_unit_never_covers_the_figure(qtbot: QtBot) -> None:
    page = shown(qtbot, NumberEditor(Number("Debt", low=0, high=1e7, unit="dollars")))
    line = page.editor.target()
    assert isinstance(line, QLineEdit)
    words = line.fontMetrics().horizontalAdvance("dollars")
    assert line.textMargins().right() >= words
    assert line.minimumWidth() > words
