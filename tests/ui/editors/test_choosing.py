"""Choices: nothing is chosen beforehand, the keyboard does it all, and an answer can be taken back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.editors.choice import ChoiceEditor
from recovery_desktop_ui.parts.editors.ref import RefEditor
from recovery_desktop_ui.parts.editors.segments import AskedEditor, SegmentsEditor
from recovery_desktop_ui.parts.editors.several import SeveralEditor

from recovery_desktop.records.fields import WEEKDAYS, Asked, Choice, Several
from tests.ui.editors.placing import Page, problem_of, settle, shown

Key = Qt.Key
REASONS = {"due": "Due", "setback": "Setback", "step": "Step down"}
AREAS = {"work": "Work", "home": "Home", "health": "Health", "money": "Money"}
PEOPLE = [(7, "Anjali, sister"), (9, "Ravi, father"), (12, "Anjali, neighbor")]


def press_button(page: Page, code: str) -> None:
    assert isinstance(page.editor, (SegmentsEditor, SeveralEditor))
    option = next(option for option in page.editor.options if option.code == code)
    QTest.mouseClick(option, Qt.MouseButton.LeftButton)


def look_of(page: Page) -> QImage:
    settle()
    return page.editor.grab().toImage()


# -- in a list that opens


def test_a_list_begins_with_nothing_chosen(qtbot: QtBot) -> None:
    page = shown(qtbot, ChoiceEditor(Choice("Area", AREAS), empty="Not asked"))
    combo = page.editor.target()
    assert isinstance(combo, QComboBox)
    assert page.editor.value() == ""
    assert combo.currentText() == "Not asked"


def test_letters_pick_and_delete_empties(qtbot: QtBot) -> None:
    page = shown(qtbot, ChoiceEditor(Choice("Area", AREAS)))
    page.press("m")
    assert page.editor.value() == "money"
    page.press(Key.Key_Backspace)
    assert page.editor.value() == ""
    page.press(Key.Key_Down, Key.Key_Delete, Key.Key_Delete)
    assert page.editor.value() == ""
    assert page.told == ["edited"] * 4


def test_filling_a_list_tells_nobody(qtbot: QtBot) -> None:
    page = shown(qtbot, ChoiceEditor(Choice("Area", AREAS)))
    page.editor.put("home")
    page.editor.put_typed("health")
    page.editor.put_typed("no longer known")
    page.editor.put("work")
    assert page.told == []
    assert page.editor.value() == page.editor.typed() == "work"


def test_opening_the_list_is_not_leaving(qtbot: QtBot) -> None:
    page = shown(qtbot, ChoiceEditor(Choice("Area", AREAS)))
    page.press(Key.Key_F4)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    combo = page.editor.target()
    assert isinstance(combo, QComboBox)
    QTest.keyClick(combo.view(), Key.Key_Down)
    QTest.keyClick(combo.view(), Key.Key_Return)
    assert page.told == ["edited"]
    assert page.editor.value() == "work"
    page.press(Key.Key_Tab)
    assert page.told == ["edited", "left"]


def test_a_choice_that_must_be_made(qtbot: QtBot) -> None:
    field = Choice("Area", AREAS, required=True)
    for editor in (ChoiceEditor(field), SegmentsEditor(field)):
        page = shown(qtbot, editor)
        assert problem_of(editor) == field.problem("") != ""
        page.press("m")
        assert editor.value() == "money"


# -- side by side


def test_side_by_side_is_one_stop_of_tab(qtbot: QtBot) -> None:
    page = shown(qtbot, SegmentsEditor(Choice("Reason", REASONS)))
    page.press(Key.Key_Tab)
    assert page.after.hasFocus()
    page.press(Key.Key_Backtab)
    assert page.has_focus()
    page.press(Key.Key_Backtab)
    assert page.before.hasFocus()
    assert page.editor.value() == ""
    assert page.told == ["left", "left"]


def test_tab_stops_at_the_answer(qtbot: QtBot) -> None:
    page = shown(qtbot, SegmentsEditor(Choice("Reason", REASONS)))
    page.before.setFocus()
    page.editor.put("step")
    page.press(Key.Key_Tab, Key.Key_Space)
    assert page.editor.value() == ""


def test_arrows_move_and_choose_all_around(qtbot: QtBot) -> None:
    page = shown(qtbot, SegmentsEditor(Choice("Reason", REASONS)))
    answers = []
    for key in (Key.Key_Space, Key.Key_Right, Key.Key_Down, Key.Key_Right, Key.Key_Left, Key.Key_Up):
        page.press(key)
        answers.append(page.editor.value())
    assert answers == ["due", "setback", "step", "due", "step", "setback"]
    assert page.told == ["edited"] * 6


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace, Key.Key_Space, Key.Key_Return])
def test_an_answer_is_taken_back_by_key(qtbot: QtBot, key: Qt.Key) -> None:
    page = shown(qtbot, SegmentsEditor(Choice("Reason", REASONS)))
    page.press("s")
    assert page.editor.value() == "setback"
    page.press(key)
    assert page.editor.value() == ""
    assert page.has_focus()


def test_an_answer_is_given_and_taken_back_by_mouse(qtbot: QtBot) -> None:
    page = shown(qtbot, SegmentsEditor(Choice("Reason", REASONS)))
    answers = []
    for code in ("step", "due", "due", "setback"):
        press_button(page, code)
        answers.append(page.editor.value())
    assert answers == ["step", "due", "", "setback"]
    assert page.told == ["edited"] * 4


def test_letters_choose_in_turn_where_two_begin_alike(qtbot: QtBot) -> None:
    page = shown(qtbot, AskedEditor(Asked("Craving")))
    answers = []
    for letter in "ynNnd":
        page.press(letter)
        answers.append(page.editor.value())
    assert answers == ["yes", "no", "unknown", "no", "declined"]


def test_keys_with_control_are_left_to_the_menu(qtbot: QtBot) -> None:
    page = shown(qtbot, AskedEditor(Asked("Craving")))
    page.press("y", modifier=Qt.KeyboardModifier.ControlModifier)
    page.press(Key.Key_Down, modifier=Qt.KeyboardModifier.AltModifier)
    assert page.editor.value() == ""


def test_a_screen_reader_hears_question_and_answer(qtbot: QtBot) -> None:
    page = shown(qtbot, AskedEditor(Asked("Craving")))
    page.editor.set_label("Craving")
    page.editor.set_note("Ask about the last 30 days.")
    assert isinstance(page.editor, AskedEditor)
    names = [option.accessibleName() for option in page.editor.options]
    assert names == ["Craving: Yes", "Craving: No", "Craving: Not known", "Craving: Client declines to say"]
    assert {option.accessibleDescription() for option in page.editor.options} == {"Ask about the last 30 days"}


def test_filling_buttons_tells_nobody(qtbot: QtBot) -> None:
    page = shown(qtbot, AskedEditor(Asked("Craving")))
    page.editor.put("no")
    page.editor.put_typed("yes")
    assert page.editor.value() == page.editor.typed() == "yes"
    page.editor.put("")
    assert page.editor.value() == ""
    assert page.told == []


def test_buttons_wrap_where_the_page_is_narrow(qtbot: QtBot) -> None:
    page = shown(qtbot, AskedEditor(Asked("Craving")))
    one_line = page.editor.height()
    page.resize(180, 360)
    settle()
    assert isinstance(page.editor, AskedEditor)
    inside = page.editor.rect()
    assert page.editor.height() >= 2 * one_line
    assert all(inside.contains(option.geometry()) for option in page.editor.options)
    assert min(min(option.width(), option.height()) for option in page.editor.options) >= 24


# -- several


def test_several_are_kept_in_the_order_chosen(qtbot: QtBot) -> None:
    page = shown(qtbot, SeveralEditor(Several("Work days", WEEKDAYS)))
    page.press(Key.Key_Left, Key.Key_Space, Key.Key_Right, Key.Key_Space, "f", Key.Key_Return)
    assert page.editor.value() == ["sun", "mon", "fri"]
    press_button(page, "mon")
    assert page.editor.value() == ["sun", "fri"]
    page.press(Key.Key_Space)
    assert page.editor.value() == ["sun", "fri", "mon"]
    page.press(Key.Key_Delete, Key.Key_Delete)
    assert page.editor.value() == ["sun", "fri"]
    assert page.told == ["edited"] * 6
    page.press(Key.Key_Tab)
    assert page.after.hasFocus()


def test_several_are_filled_silently_and_kept_as_a_draft(qtbot: QtBot) -> None:
    page = shown(qtbot, SeveralEditor(Several("Work days", WEEKDAYS)))
    page.editor.put(["tue", "mon"])
    typed = page.editor.typed()
    page.editor.put([])
    assert page.editor.value() == []
    assert page.editor.typed() == ""
    page.editor.put_typed(typed)
    assert page.editor.value() == ["tue", "mon"]
    assert page.told == []


def test_what_is_chosen_is_seen_without_colour(qtbot: QtBot) -> None:
    page = shown(qtbot, SeveralEditor(Several("Work days", WEEKDAYS)))
    page.before.setFocus()
    looks = []
    for value in ([], ["mon"]):
        page.editor.put(value)
        looks.append(look_of(page).convertToFormat(QImage.Format.Format_Mono))
    assert looks[0] != looks[1]


# -- a row of the record


def test_a_row_is_found_by_a_part_of_its_words(qtbot: QtBot) -> None:
    page = shown(qtbot, RefEditor())
    assert isinstance(page.editor, RefEditor)
    page.editor.set_options(PEOPLE)
    page.press("father")
    found = QApplication.activePopupWidget()
    assert isinstance(found, QAbstractItemView)
    assert found.model().rowCount() == 1
    QTest.keyClick(found, Key.Key_Down)
    QTest.keyClick(found, Key.Key_Return)
    assert page.editor.value() == 9
    assert "left" not in page.told


def test_words_in_no_list_are_kept_as_typed(qtbot: QtBot) -> None:
    page = shown(qtbot, RefEditor())
    assert isinstance(page.editor, RefEditor)
    page.editor.set_options(PEOPLE)
    page.press("somebody")
    assert problem_of(page.editor)
    page.press(Key.Key_Tab)
    assert page.editor.typed() == "somebody"
    page.editor.set_options([*PEOPLE, (13, "Somebody")])
    assert page.editor.value() == 13


def test_a_row_typed_whole_is_taken_and_emptied_again(qtbot: QtBot) -> None:
    page = shown(qtbot, RefEditor())
    assert isinstance(page.editor, RefEditor)
    page.editor.set_options(PEOPLE)
    page.press("ravi,  FATHER")
    assert page.editor.value() == 9
    page.editor.target().setFocus()
    page.press("a", modifier=Qt.KeyboardModifier.ControlModifier)
    page.press(Key.Key_Delete)
    assert page.editor.value() is None


def test_rows_are_filled_silently_and_never_lost(qtbot: QtBot) -> None:
    page = shown(qtbot, RefEditor())
    assert isinstance(page.editor, RefEditor)
    page.editor.put(12)
    assert page.editor.value() == 12
    page.editor.set_options(PEOPLE)
    assert page.editor.value() == 12
    assert page.editor.typed() == "Anjali, neighbor"
    page.editor.set_options(PEOPLE[:1])
    assert page.editor.value() == 12
    page.editor.put(None)
    assert page.editor.value() is None
    assert page.told == []


def test_a_screen_reader_hears_the_list_and_its_line(qtbot: QtBot) -> None:
    page = shown(qtbot, RefEditor())
    page.editor.set_label("Rests on")
    page.editor.set_note("The need behind it.")
    combo = page.editor.target()
    assert isinstance(combo, QComboBox)
    for part in (combo, combo.lineEdit()):
        assert part is not None
        assert part.accessibleName() == "Rests on"
        assert part.accessibleDescription() == "The need behind it"


def test_the_focus_is_seen_on_every_kind(qtbot: QtBot) -> None:
    editors = (
        ChoiceEditor(Choice("Area", AREAS)),
        SegmentsEditor(Choice("Reason", REASONS)),
        SeveralEditor(Several("Work days", WEEKDAYS)),
        RefEditor(),
    )
    for editor in editors:
        page = shown(qtbot, editor)
        with_focus = look_of(page)
        page.before.setFocus()
        assert look_of(page) != with_focus
        assert editor.target().mapTo(page, QPoint()).y() >= 0
