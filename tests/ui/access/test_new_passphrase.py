"""Choosing a passphrase: six offered words typed once, or an own one that is strong enough."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access.new_passphrase import NewPassphrase

from tests.ui.access.hands import line, press, show


@pytest.fixture
def page(qtbot: QtBot) -> NewPassphrase:
    made = NewPassphrase()
    show(qtbot, made)
    return made


def offered(page: NewPassphrase) -> str:
    found = page.findChild(QLabel, "offer")
    assert found is not None
    return found.text()


def test_six_words_are_offered_and_typed_once(qtbot: QtBot, page: NewPassphrase) -> None:
    assert len(offered(page).split()) == 6
    assert page.problem()
    qtbot.keyClicks(line(page, "same"), offered(page))
    assert page.problem() == ""
    assert page.value() == offered(page)


def test_other_words_can_be_had(qtbot: QtBot, page: NewPassphrase) -> None:
    before = offered(page)
    qtbot.keyClicks(line(page, "same"), before)
    press(qtbot, page, "new_words")
    assert offered(page) != before
    assert page.problem()


def test_an_own_one_is_typed_twice(qtbot: QtBot, page: NewPassphrase) -> None:
    press(qtbot, page, "own")
    mine = "seven grey geese argue about marmalade"
    qtbot.keyClicks(line(page, "first"), mine)
    assert "same" in page.problem()
    qtbot.keyClicks(line(page, "again"), mine[:-1] + "y")
    assert "same" in page.problem()
    line(page, "again").clear()
    qtbot.keyClicks(line(page, "again"), mine)
    assert page.problem() == ""
    assert page.value() == mine


def test_one_that_is_seen_is_typed_once(qtbot: QtBot, page: NewPassphrase) -> None:
    press(qtbot, page, "own")
    press(qtbot, page, "show_typed")
    qtbot.keyClicks(line(page, "first"), "seven grey geese argue about marmalade")
    assert line(page, "first").echoMode() == QLineEdit.EchoMode.Normal
    assert page.problem() == ""


@pytest.mark.parametrize("weak", ["short", "passwordpassword", "aaaaaaaaaaaaaaa"])
def test_a_weak_one_is_judged_while_typing_and_refused(qtbot: QtBot, page: NewPassphrase, weak: str) -> None:
    press(qtbot, page, "own")
    press(qtbot, page, "show_typed")
    qtbot.keyClicks(line(page, "first"), weak)
    judged = page.findChild(QLabel, "strength")
    assert judged is not None
    assert judged.text() == page.problem() != ""


def test_enter_leads_through(qtbot: QtBot, page: NewPassphrase) -> None:
    press(qtbot, page, "own")
    qtbot.keyClicks(line(page, "first"), "words")
    qtbot.keyClick(line(page, "first"), Qt.Key.Key_Return)
    assert line(page, "again").hasFocus()
    with qtbot.waitSignal(page.entered):
        qtbot.keyClick(line(page, "again"), Qt.Key.Key_Return)
