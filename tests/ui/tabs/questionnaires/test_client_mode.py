"""The client answers alone: nothing of the record can be seen or reached, and only the passphrase leads back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.client_mode import ClientMode
from recovery_desktop_ui.parts.answer_keys import AnswerKeys
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.assessment import Administration
from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from tests.people import TODAY
from tests.practices import PASSPHRASE
from tests.ui.tabs.questionnaires.giving import (
    assessed,
    at_questionnaires,
    give,
    here,
    latest,
    scores,
    show_questionnaires,
)
from tests.ui.walks.keyboard import Keyboard
from tests.ui.windows import click, field, locked_window, on_screen, open_page, press, settle, type_keys, unlock

LEAST = 44  # pixels for a finger
PCL = "21340123401234012340"
KEYS_AWAY = (
    *("Ctrl+K", "Ctrl+Q", "Ctrl+L", "Ctrl+N", "Ctrl+D", "Ctrl+P", "Ctrl+E", "Ctrl+B", "Ctrl+S", "Ctrl+/", "Ctrl++"),
    *("Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+Return", "Ctrl+Down", "Ctrl+-", "Escape", "Alt+F", "Shift+F1"),
    *("F1", "F2", "F6", "F7", "F9", "F10", *(f"Ctrl+{number}" for number in range(1, 9)), "Ctrl+Shift+Delete"),
    *("Ctrl+Shift+P", "Ctrl+Shift+R", "Ctrl+Shift+S", "Ctrl+Shift+H", "Ctrl+Shift+L", "Ctrl+Shift+E"),
)


def handed_over(window: MainWindow, instrument_id: str) -> Keyboard:
    """The client has the laptop and sees the welcome."""
    keyboard = give(window, instrument_id)
    keyboard.tab_to("administration.client")
    keyboard.press("Return")
    keyboard.counts.clear()
    assert here() == "client.begin"
    return keyboard


def page_of(window: MainWindow) -> ClientMode:
    page = window.stack.currentWidget()
    assert isinstance(page, ClientMode)
    return page


def click_answer(window: MainWindow, at: int) -> None:
    """Presses one of the answers with the mouse."""
    keys = field(window, "client.answers")
    assert isinstance(keys, AnswerKeys)
    QTest.mouseClick(keys, Qt.MouseButton.LeftButton, pos=keys._place(at).center())
    settle()


def give_passphrase(qtbot: QtBot, window: MainWindow, words: str) -> None:
    line = field(window, "passphrase")
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.clear()
    type_keys(window, words)
    press(window, "Return")


def test_nothing_of_the_record_is_on_the_screen(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = handed_over(window, "phq-9")
    keyboard.press("Return")
    for _question in range(10):
        _nothing_of_the_record(window)
        keyboard.press("Down")
    assert "Please give the laptop back" in on_screen(window)
    _nothing_of_the_record(window)


def _nothing_of_the_record(window: MainWindow) -> None:
    words = on_screen(window)
    for part in ("Rosa", "Vega", "RD-000900", "Caseload", "Practice", "Test Counselor", "Locks in", "Undo", "score"):
        assert part not in words, part
    assert window.windowTitle() == "Recovery Desktop"
    assert not window.menuBar().isVisible() and not window.statusBar().isVisible()
    assert window.workplace is not None and not window.workplace.isVisible()


@pytest.mark.parametrize("step", [0, 2, 20])
def test_no_key_and_no_command_leads_away(qtbot: QtBot, store: Store, step: int) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = handed_over(window, "pcl-5")
    if step:
        keyboard.press("Return")
        keyboard.type(PCL[: step - 1] or "")
    page, made, answers = page_of(window), Administration.select().count(), latest().responses
    for keys in KEYS_AWAY:
        press(window, keys)
        settle()
        assert window.stack.currentWidget() is page, keys
        assert QApplication.activePopupWidget() is None and QApplication.activeModalWidget() is None, keys
        assert Administration.select().count() == made and latest().responses == answers, keys
        assert window.isVisible()
    for command in window.commands.commands:
        window.commands.run(command.name)
        assert window.stack.currentWidget() is page, command.name
    _nothing_of_the_record(window)
    assert latest().responses == answers


@pytest.mark.parametrize("instrument_id", ["pcl-5", "peg", "barc-10", "hark", "socrates-8d"])
@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_all_that_is_pressed_is_large_enough_for_a_finger(
    qtbot: QtBot, store: Store, instrument_id: str, text_size: float
) -> None:
    store.save(store.practice(), non_profit="yes")
    window = at_questionnaires(qtbot, store, text_size=text_size)
    handed_over(window, instrument_id)
    page = page_of(window)
    for _step in range(len(page.form.items) + 2):
        settle()
        for each in page.findChildren(QAbstractButton):
            if each.isVisible() and each.objectName() in ("client.begin", "client.back", "client.decline"):
                assert each.height() >= LEAST, each.text()
        if page.keys is not None:
            for at in range(len(page.keys.keys)):
                place = page.keys._place(at)
                assert place.height() >= LEAST and place.width() >= LEAST, page.keys.accessibleName()
                assert page.keys.rect().contains(place), "all of it can be pressed"
            right = page.keys.mapTo(page, QPoint(page.keys.width(), 0)).x()
            assert right <= page.width(), "nothing lies beyond the edge"
        page._go(1)


def test_twenty_items_are_answered_by_the_mouse_alone(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    give(window, "pcl-5")
    click(window, "administration.client")
    settle()
    click(window, "client.begin")
    for number, figure in enumerate(PCL, start=1):
        settle()
        assert f"Question {number} of 20" in on_screen(window)
        click_answer(window, int(figure))
    assert "Thank you. That was all." in on_screen(window)
    assert latest().responses == {str(number): int(figure) for number, figure in enumerate(PCL, start=1)}


def test_twenty_items_are_answered_by_keys(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = handed_over(window, "pcl-5")
    keyboard.press("Return")
    keyboard.type(PCL)
    assert keyboard.total == 21
    assert "Thank you. That was all." in on_screen(window)
    assert latest().responses == {str(number): int(figure) for number, figure in enumerate(PCL, start=1)}
    assert scores(latest())[0]["value"] == sum(map(int, PCL))


def test_the_client_goes_back_changes_and_leaves_out(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = handed_over(window, "phq-9")
    keyboard.press("Return")
    keyboard.type("12")
    click(window, "client.back")
    assert field(window, "client.answers").accessibleDescription().startswith("2 More than half the days")
    click_answer(window, 3)
    assert latest().responses == {"1": 1, "2": 3}
    click(window, "client.decline")
    assert latest().responses == {"1": 1, "2": 3, "3": "declined"}
    assert "Question 4 of 10" in on_screen(window)


def test_a_one_of_a_range_to_ten_goes_on_after_a_moment(qtbot: QtBot, store: Store) -> None:
    store.save(store.practice(), non_profit="yes")
    window = at_questionnaires(qtbot, store)
    keyboard = handed_over(window, "peg")
    keyboard.press("Return")
    keyboard.type("1")
    qtbot.waitUntil(lambda: "Question 2 of 3" in on_screen(window), timeout=3000)
    keyboard.type("10")
    assert "Question 3 of 3" in on_screen(window)
    assert latest().responses == {"1": 1, "2": 10}


def test_the_client_sees_no_score_and_no_alert(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = handed_over(window, "phq-9")
    keyboard.press("Return")
    keyboard.type("3333333333")
    words = on_screen(window)
    for part in ("27", "severe", "Item 9 was answered", "safety step"):
        assert part not in words
    assert scores(latest()) == [{"value": 27, "highest": 27, "band": "severe"}]


def test_a_wrong_passphrase_stays_and_the_right_one_leads_to_the_result(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = handed_over(window, "phq-9")
    keyboard.press("Return")
    keyboard.type("2121121021")
    give_passphrase(qtbot, window, "not the right one")
    page = page_of(window)
    message = next(each for each in page.findChildren(QWidget, "message"))
    qtbot.waitUntil(message.isVisible, timeout=10_000)
    assert "passphrase" in message.accessibleName().casefold()
    assert window.stack.currentWidget() is page
    _nothing_of_the_record(window)
    give_passphrase(qtbot, window, PASSPHRASE)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.workplace, timeout=10_000)
    settle()
    words = on_screen(window)
    assert window.menuBar().isVisible() and window.statusBar().isVisible()
    assert "RD-000900" in window.windowTitle()
    assert "12 of 27" in words and "moderate" in words and "Item 9 was answered above zero" in words
    assert scores(latest()) == [{"value": 12, "highest": 27, "band": "moderate"}]
    open_page(window, "goals")  # commands work again
    press(window, "Ctrl+1")
    assert window.workplace is not None and window.workplace.tabs.currentIndex() == 0


def test_the_counselor_takes_it_back_half_way(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = handed_over(window, "gad-7")
    keyboard.press("Return")
    keyboard.type("21")
    click(window, "client.counselor")
    give_passphrase(qtbot, window, PASSPHRASE)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.workplace, timeout=10_000)
    settle()
    assert latest().responses == {"1": 2, "2": 1} and scores(latest()) == []
    assert "2 of 7 answered" in on_screen(window)


def test_nobody_there_leads_to_the_unlock_page_and_the_answers_are_kept(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = handed_over(window, "phq-9")
    keyboard.press("Return")
    keyboard.type("211")
    with qtbot.waitSignal(window.locked, timeout=10_000):
        window.idle.lock.emit()
        _nothing_of_the_record_is_read(window)
    settle()
    assert window.stack.currentWidget() is window.gate
    _nothing_of_the_record_is_read(window)
    assert window.menuBar().isVisible()
    unlock(qtbot, window)
    assert window.findChildren(ClientMode) == []
    assert "Vega" in on_screen(window)
    assert latest().responses == {"1": 2, "2": 1, "3": 1}
    assert scores(latest()) == []
    press(window, "Ctrl+1")
    assert window.workplace is not None and window.workplace.tabs.currentIndex() == 0


def _nothing_of_the_record_is_read(window: MainWindow) -> None:
    assert not any(part in on_screen(window) for part in ("Rosa", "Vega", "RD-000900"))


def test_what_an_interview_asks_and_what_is_not_shown_is_not_handed_over(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    for instrument_id, offered in (("asq", False), ("cows", False), ("phq-9", True)):
        give(window, instrument_id)
        seen = [each.isVisible() for each in window.findChildren(QWidget, "administration.client")]
        assert seen == [offered], instrument_id


@pytest.fixture
def sample_practice(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on the sample practice, which has no passphrase that anybody chose."""
    clock.use(TODAY)
    window = locked_window(qtbot, tmp_path / "none")
    window.gate.open_sample()
    settle()
    yield window
    clock.use(None)


def test_the_sample_practice_leads_back_without_a_passphrase(qtbot: QtBot, sample_practice: MainWindow) -> None:
    window = sample_practice
    assert window.workplace is not None
    window.workplace.show_client(next(each.id for each in Client.select() if each.legal_family == "Shah"))
    show_questionnaires(window)
    keyboard = handed_over(window, "gad-7")
    keyboard.press("Return")
    keyboard.type("0000000")
    assert not [each for each in window.findChildren(QWidget, "passphrase") if each.isVisible()]
    assert "Shah" not in on_screen(window)
    click(window, "client.record")
    settle()
    assert window.stack.currentWidget() is window.workplace
    assert "0 of 21" in on_screen(window)


def test_a_client_without_answers_yet_begins_where_the_counselor_left(qtbot: QtBot, store: Store) -> None:
    client = assessed(store)
    window = at_questionnaires(qtbot, store, client)
    keyboard = give(window, "gad-7")
    keyboard.type("3")
    keyboard.tab_to("administration.client")
    keyboard.press("Return")
    keyboard.press("Return")
    assert field(window, "client.answers").accessibleDescription().startswith("3 ")
    keyboard.press("Down")
    assert "Question 2 of 7" in on_screen(window)
