"""Answers of one key: the number answers, and the cursor goes on to the next field by itself."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.editors.going_on import GoingScale, NumberedChoice
from recovery_desktop_ui.parts.layouts import col, hold

from recovery_desktop.records.fields import Scale, Whole
from recovery_desktop.records.sessions import Contact


@pytest.fixture
def rulers(qtbot: QtBot) -> Iterator[list[GoingScale]]:
    """Three from 0 to 10, then one from −2 to 2, one below the other, with the cursor on the first."""
    made = [GoingScale(Scale("Rating")) for _each in range(3)] + [GoingScale(Whole("Attained", low=-2, high=2))]
    page = hold(col(*made))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    made[0].setFocus()
    yield made


def type_figures(figures: str) -> None:
    for figure in figures:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, figure)


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("789-2", (7, 8, 9, -2)),
        ("101010", (10, 10, 10, None)),
        ("1702", (1, 7, 0, 2)),
        ("110", (1, 10, None, None)),
        ("0001", (0, 0, 0, 1)),
        ("88850", (8, 8, 8, 0)),
    ],
)
def test_figures_go_from_ruler_to_ruler(rulers: list[GoingScale], typed: str, values: tuple[int | None, ...]) -> None:
    type_figures(typed)
    assert tuple(ruler.value() for ruler in rulers) == values


def test_after_a_while_a_one_stays_a_one(qtbot: QtBot, rulers: list[GoingScale]) -> None:
    type_figures("1")
    assert rulers[0].hasFocus()
    qtbot.waitUntil(rulers[1].hasFocus, timeout=2000)
    assert rulers[0].value() == 1


def test_enter_passes_a_question_over(rulers: list[GoingScale]) -> None:
    QTest.keyClick(rulers[0], Qt.Key.Key_Return)
    assert rulers[1].hasFocus()
    assert rulers[0].value() is None


def test_a_number_chooses_and_goes_on(qtbot: QtBot) -> None:
    choice, after = NumberedChoice(Contact.attendance), QWidget()
    after.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page = hold(col(choice, after))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    choice.setFocus()
    assert choice.value() == ""
    type_figures("9")
    assert (choice.value(), after.hasFocus()) == ("", False)
    type_figures("2")
    assert (choice.value(), after.hasFocus()) == ("missed", True)
    choice.options[1].setFocus()
    type_figures("2")  # the same again takes nothing back
    assert (choice.value(), after.hasFocus()) == ("missed", True)
