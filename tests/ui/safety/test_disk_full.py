"""The disk is full while somebody types: words at the foot, the text stays, a lock covers it, and room saves it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access import not_saved
from recovery_desktop_ui.access.not_saved import NotSavedPage
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.client import Client
from tests.people import admitted
from tests.practices import PASSPHRASE, new_practice
from tests.small_disk import fill_up, small_disk
from tests.ui.access.hands import said
from tests.ui.windows import click, field, lock, on_screen, opened_window, press, settle, status, type_into, unlock

WORDS = "I want my weekends back. "
TEXT = WORDS * 20_000  # half a megabyte: more than the ballast gives back


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk with a vault on it."""
    (tmp_path / "disk").mkdir()
    with small_disk(tmp_path / "disk") as place:
        store = new_practice(place / "vault")
        admitted(store)
        store.close()
        yield place


@pytest.fixture
def window(qtbot: QtBot, disk: Path) -> MainWindow:
    """The window on that vault, with the client's page."""
    made = opened_window(qtbot, disk / "vault", client=Client(id=1), page="client")
    QThreadPool.globalInstance().waitForDone()  # the first backup
    settle()
    return made


def type_much(window: MainWindow) -> None:
    """A long text comes into a field, which is left."""
    QGuiApplication.clipboard().setText(TEXT)
    field(window, "client.culture").setFocus()
    press(window, "Ctrl+V")
    press(window, "Tab")


def test_words_at_the_foot_and_retry(qtbot: QtBot, window: MainWindow, disk: Path) -> None:
    filler = fill_up(disk, 0)
    type_much(window)
    assert status(window).startswith("Not saved: the disk is full. Free some space")
    assert field(window, "client.culture").toPlainText() == TEXT
    type_into(window, "client.preferred_name", "Ros")
    click(window, "status.retry")
    assert status(window).startswith("Not saved: ")
    filler.unlink()
    click(window, "status.retry")
    assert status(window).startswith("Saved ")
    client = Client.get()
    assert (client.culture, client.preferred_name) == (TEXT, "Ros")
    assert window.keeper is not None
    assert window.keeper.store.vault.check() == []


def test_a_lock_covers_what_is_not_saved_until_there_is_room(
    qtbot: QtBot, window: MainWindow, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(not_saved, "_TRY_AGAIN_AFTER", 50)
    filler = fill_up(disk, 0)
    type_much(window)
    press(window, "Ctrl+L")
    assert isinstance(window.gate.page, NotSavedPage)
    assert "disk is full" in said(window.gate.page)
    assert WORDS not in on_screen(window)
    assert "Rosa" not in on_screen(window)
    line = field(window, "passphrase")
    QTest.keyClicks(line, "not this one")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open" in said(window.gate))
    line.selectAll()
    QTest.keyClicks(line, PASSPHRASE)
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field(window, "client.culture").isVisible())
    assert field(window, "client.culture").toPlainText() == TEXT
    press(window, "Ctrl+L")
    with qtbot.waitSignal(window.locked, timeout=10_000):
        filler.unlink()
    unlock(qtbot, window)
    assert field(window, "client.culture").toPlainText() == TEXT


def test_the_window_does_not_close_over_what_is_not_saved(qtbot: QtBot, window: MainWindow, disk: Path) -> None:
    filler = fill_up(disk, 0)
    type_much(window)
    press(window, "Ctrl+Q")
    assert window.isVisible()
    assert field(window, "client.culture").toPlainText() == TEXT
    filler.unlink()
    click(window, "status.retry")
    lock(qtbot, window)
