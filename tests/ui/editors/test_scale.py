"""The ruler: empty until it is answered, by key, click or drag."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.editors.scale import ScaleEditor

from recovery_desktop.records.fields import Scale, Whole
from tests.ui.editors.placing import Page, problem_of, shown

Key = Qt.Key


def rating(qtbot: QtBot) -> Page:
    page = shown(qtbot, ScaleEditor(Scale("Importance"), "not at all", "most of all"))
    page.editor.set_label("Importance")
    return page


def attainment(qtbot: QtBot) -> Page:
    return shown(qtbot, ScaleEditor(Whole("Goal attainment", low=-2, high=2)))


def spot(page: Page, number: int) -> QPoint:
    assert isinstance(page.editor, ScaleEditor)
    return QPoint(round(page.editor.spot(number)), 17)


def test_nothing_is_answered_beforehand(qtbot: QtBot) -> None:
    page = rating(qtbot)
    assert page.editor.value() is None
    assert page.editor.typed() == ""
    assert page.editor.accessibleName() == "Importance"
    assert page.editor.accessibleDescription() == "not answered"


@pytest.mark.parametrize(
    ("typed", "value"), [("0", 0), ("7", 7), ("10", 10), ("100", 0), ("73", 3), ("110", 10), ("11", 1), ("-3", 3)]
)
def test_figures_answer(qtbot: QtBot, typed: str, value: int) -> None:
    page = rating(qtbot)
    page.press(typed)
    assert page.editor.value() == value


@pytest.mark.parametrize(("typed", "value"), [("-2", -2), ("−1", -1), ("0", 0), ("2", 2), ("12", 2), ("-12", 2)])
def test_figures_answer_below_nought(qtbot: QtBot, typed: str, value: int) -> None:
    page = attainment(qtbot)
    for sign in typed:
        QTest.sendKeyEvent(QTest.KeyAction.Click, page.editor, Key(0), sign, Qt.KeyboardModifier.NoModifier)
    assert page.editor.value() == value


def test_a_figure_off_the_ruler_answers_nothing(qtbot: QtBot) -> None:
    page = attainment(qtbot)
    page.press("9-7")
    assert page.editor.value() is None
    assert page.told == []


def test_keys_move_and_empty(qtbot: QtBot) -> None:
    page = rating(qtbot)
    values = []
    for key in (
        Key.Key_Right,
        Key.Key_Right,
        Key.Key_Left,
        Key.Key_Left,
        Key.Key_End,
        Key.Key_Up,
        Key.Key_Home,
        Key.Key_Delete,
    ):
        page.press(key)
        values.append(page.editor.value())
    assert values == [0, 1, 0, 0, 10, 10, 0, None]
    assert page.told == ["edited"] * 6


def test_one_and_nought_apart_are_two_answers(qtbot: QtBot) -> None:
    page = rating(qtbot)
    page.press("1", Key.Key_Tab, Key.Key_Backtab, "0")
    assert page.editor.value() == 0


def test_click_and_drag(qtbot: QtBot) -> None:
    page = rating(qtbot)
    for number in (8, 0, 10):
        QTest.mouseClick(page.editor, Qt.MouseButton.LeftButton, pos=spot(page, number))
        assert page.editor.value() == number
    QTest.mousePress(page.editor, Qt.MouseButton.LeftButton, pos=spot(page, 4))
    QTest.mouseMove(page.editor, spot(page, 6))
    QTest.mouseRelease(page.editor, Qt.MouseButton.LeftButton, pos=spot(page, 6))
    assert page.editor.value() == 6
    QTest.mouseClick(page.editor, Qt.MouseButton.RightButton, pos=spot(page, 1))
    assert page.editor.value() == 6


def test_the_mouse_beyond_the_ends_means_the_ends(qtbot: QtBot) -> None:
    page = attainment(qtbot)
    for x, value in ((0, -2), (page.editor.width() - 1, 2)):
        QTest.mouseClick(page.editor, Qt.MouseButton.LeftButton, pos=QPoint(x, 17))
        assert page.editor.value() == value


def test_the_value_is_told_to_screen_readers(qtbot: QtBot) -> None:
    page = rating(qtbot)
    page.editor.set_note("Why not lower?")
    page.press("8")
    assert page.editor.accessibleDescription() == "8 of 10. Why not lower?"
    page = attainment(qtbot)
    page.editor.put(1)
    assert page.editor.accessibleDescription() == "+1, from −2 to +2"


def test_filling_tells_nobody_and_the_fault_is_the_fields(qtbot: QtBot) -> None:
    field = Scale("Importance", required=True)
    page = shown(qtbot, ScaleEditor(field))
    assert problem_of(page.editor) == field.problem(None) != ""
    page.editor.put(3)
    page.editor.put_typed(page.editor.typed())
    assert page.editor.value() == 3
    page.press(Key.Key_Tab)
    assert page.told == ["left"]


def test_the_focus_and_the_answer_are_seen(qtbot: QtBot) -> None:
    page = rating(qtbot)
    looks = [page.editor.grab().toImage()]
    page.press("5")
    looks.append(page.editor.grab().toImage())
    page.before.setFocus()
    looks.append(page.editor.grab().toImage())
    page.editor.put(None)
    looks.append(page.editor.grab().toImage())
    assert all(looks[i] != looks[j] for i in range(4) for j in range(i))


def test_on_a_wide_page_the_ruler_ends_early(qtbot: QtBot) -> None:
    page = rating(qtbot)
    page.resize(1400, 300)
    assert spot(page, 10).x() < 460
