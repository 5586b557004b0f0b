"""Through the real window: F1 from every page and from the way in, back to the same field; F7 on the page shown."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.help.pane import HelpPane
from recovery_desktop_ui.parts.editors.spelled import SpelledArea
from recovery_desktop_ui.tabs.names import BESIDE, TABS
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.store import Store
from tests.ui.tabs.showing import sample_client
from tests.ui.windows import locked_window, opened_window, press, settle

Key = Qt.Key


def shown_help(window: MainWindow) -> HelpPane:
    pane = window.stack.currentWidget()
    assert isinstance(pane, HelpPane)
    return pane


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def window(qtbot: QtBot, store: Store) -> Any:
    return opened_window(qtbot, store, client=sample_client(store, "priya-shah"))


def test_f1_opens_the_page_of_what_has_the_focus_and_escape_leads_back(window: Any) -> None:
    for tab in (*TABS, *BESIDE):
        window.workplace.show_page(tab.key)
        settle()
        stops = [w for w in window.workplace.page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        next(w for w in stops if w.isVisible() and w.isEnabled()).setFocus()
        before = focused()
        press(window, "F1")
        assert shown_help(window).topic == tab.key
        QTest.keyClick(focused(), Key.Key_Escape)
        assert window.stack.currentWidget() is window.workplace
        assert focused() is before


def test_f1_tells_of_the_field_itself(window: Any) -> None:
    window.workplace.show_page("client")
    settle()
    field = window.workplace.page.findChild(QWidget, "client.birth_date.input")
    field.setFocus()
    press(window, "F1")
    assert shown_help(window).reader.toPlainText().startswith("Date of birth\n")


def test_f1_helps_before_unlocking_and_the_typed_passphrase_stays(qtbot: QtBot, store: Store) -> None:
    folder = store.vault.folder
    store.close()
    window = locked_window(qtbot, folder)
    QTest.keyClicks(focused(), "horse")
    press(window, "F1")
    assert shown_help(window).topic == "unlock"
    QTest.keyClick(focused(), Key.Key_Escape)
    assert focused().property("text") == "horse"


def test_f7_walks_the_words_of_the_page_that_is_shown(qtbot: QtBot, window: Any) -> None:
    window.workplace.show_page("client")
    settle()
    field = window.workplace.page.findChild(SpelledArea, "client.culture.input")
    field.setFocus()
    QTest.keyClicks(field, " wich ")
    press(window, "F7")
    qtbot.waitUntil(lambda: field.textCursor().selectedText() == "wich", timeout=3000)
