"""The program makes a mistake: what is typed is kept, the counselor is told once, and the report names nobody."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.mistakes import Mistakes
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from tests.people import admitted
from tests.ui.disk import LONG, no_room
from tests.ui.windows import click, field, lock, opened_window, press, settle, status, type_into, unlock

SECRET = "Zebulon-Quillfeather"


@pytest.fixture
def window(qtbot: QtBot, store: Store) -> Iterator[MainWindow]:
    """The window with a client's page, and what hears of mistakes as in the program."""
    client = admitted(store, legal_family=SECRET)[0]
    made = opened_window(qtbot, store, client=client, page="client")
    mistakes = Mistakes()
    mistakes.happened.connect(made.tell_mistake)
    mistakes.listen()
    yield made
    mistakes.stop()


def make_mistake(words: str = SECRET) -> None:
    """In a slot, with a client's words in the error's own message."""
    QTimer.singleShot(0, lambda: int(words))
    settle()


def told(window: MainWindow) -> str:
    found = window.findChild(QLabel, "trouble.words")
    return found.text() if found is not None and found.isVisible() else ""


def test_what_was_typed_is_saved_and_said_to_be(window: MainWindow, capfd: pytest.CaptureFixture[str]) -> None:
    type_into(window, "client.preferred_name", "Zeb")
    assert Client.get().preferred_name == ""
    make_mistake()
    assert Client.get().preferred_name == "Zeb"
    assert status(window).startswith("Saved ")
    assert "Everything you typed is saved." in told(window)
    type_into(window, "client.preferred_name", "u")
    press(window, "Tab")
    assert Client.get().preferred_name == "Zebu", "work goes on"
    assert SECRET not in "".join(capfd.readouterr())


def test_the_report_names_the_place_and_nobody(window: MainWindow) -> None:
    make_mistake()
    report = next(each for each in window.findChildren(QPlainTextEdit) if "report" in each.accessibleName().lower())
    assert not report.isVisible()
    click(window, "trouble.show")
    assert report.isVisible()
    assert "ValueError" in report.toPlainText()
    assert "Recovery Desktop" in report.toPlainText()
    assert SECRET not in report.toPlainText()
    assert SECRET not in told(window)
    click(window, "trouble.copy")
    assert QGuiApplication.clipboard().text() == report.toPlainText()


def test_the_same_mistake_is_told_once_and_another_again(window: MainWindow) -> None:
    make_mistake()
    assert told(window)
    click(window, "trouble.close")
    make_mistake()
    assert not told(window)
    QTimer.singleShot(0, lambda: [].pop())
    settle()
    assert told(window)


def test_what_could_not_be_saved_is_not_called_saved(window: MainWindow, store: Store) -> None:
    with no_room(store):
        QGuiApplication.clipboard().setText(LONG)
        field(window, "client.culture").setFocus()
        press(window, "Ctrl+V")
        make_mistake()
        assert "Everything you typed is saved." not in told(window)
        assert status(window).startswith("Not saved: ")


def test_a_mistake_while_locked_opens_nothing(qtbot: QtBot, window: MainWindow) -> None:
    lock(qtbot, window)
    make_mistake()
    assert told(window)
    assert window.workplace is None
    assert field(window, "passphrase").isVisible()
    unlock(qtbot, window)
    assert Client.get().legal_family == SECRET
