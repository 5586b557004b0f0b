"""Nobody is there: whatever is open, the cover is painted before anything else happens, and nothing is lost by it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access import idle
from recovery_desktop_ui.access.backup_run import BackupRun
from recovery_desktop_ui.access.idle import IdleWatch
from recovery_desktop_ui.parts.background import finish_all
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from recovery_desktop.vault import Clock
from tests.people import sample
from tests.ui.windows import click, field, lock, on_screen, open_page, opened_window, press, settle, type_keys, unlock

NAMES = ("Priya", "Shah", "Anjali")


@dataclass
class Clocks:
    """Both clocks of the watch, turned by the test."""

    wall: datetime = datetime(2026, 9, 24, 14, 0, tzinfo=UTC)
    steady: float = 1000.0

    def pass_by(self, minutes: float) -> None:
        self.wall += timedelta(minutes=minutes)
        self.steady += 60 * minutes


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> Clocks:
    made = Clocks()
    monkeypatch.setattr(idle, "IdleWatch", lambda: IdleWatch(clock=Clock(lambda: made.wall, lambda: made.steady)))
    return made


@pytest.fixture
def window(qtbot: QtBot, store: Store, clocks: Clocks) -> MainWindow:
    return opened_window(qtbot, store, client=sample(store, "priya-shah"))


class Painted(QObject):
    """Hears which widgets are painted, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.widgets: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.widgets.append(watched)
        return False


@pytest.fixture
def painted(qapp: QApplication) -> Iterator[Painted]:
    made = Painted()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


# -- what may be open when nobody is there


def a_page(window: MainWindow) -> None:
    open_page(window, "goals")


def half_a_row(window: MainWindow) -> None:
    open_page(window, "aftercare")
    click(window, "prevention_entry.crisis.add")
    field(window, "prevention_entry.crisis.phone").setFocus()
    type_keys(window, "555-0142")


def a_menu(window: MainWindow) -> None:
    menu = window.findChildren(QMenu)[0]
    menu.popup(window.mapToGlobal(window.rect().center()))
    assert QApplication.activePopupWidget() is menu


def an_open_list(window: MainWindow) -> None:
    open_page(window, "client")
    field(window, "client.relationship_status").showPopup()
    assert QApplication.activePopupWidget() is not None


def a_file_dialog(window: MainWindow) -> None:
    open_page(window, "plan").save_as()
    finish_all_tasks()
    assert isinstance(QApplication.activeModalWidget(), QFileDialog)


def a_backup(window: MainWindow) -> None:
    assert window.keeper is not None
    vault = window.keeper.store.vault
    BackupRun(vault, vault.folder.parent)


def the_preview(window: MainWindow) -> None:
    open_page(window, "plan").preview()
    finish_all_tasks()


def the_list_of_what_is_due(window: MainWindow) -> None:
    press(window, "Ctrl+D")


def finish_all_tasks() -> None:
    """Waits for documents that are being set, and lets their pages hear of it."""
    from PySide6.QtCore import QThreadPool

    QThreadPool.globalInstance().waitForDone()
    settle()


SITUATIONS = (
    a_page,
    half_a_row,
    a_menu,
    an_open_list,
    a_file_dialog,
    a_backup,
    the_preview,
    the_list_of_what_is_due,
)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_cover_is_painted_first_and_shows_nobody(
    qtbot: QtBot,
    window: MainWindow,
    clocks: Clocks,
    painted: Painted,
    situation: Callable[[MainWindow], None],
) -> None:
    situation(window)
    assert any(name in on_screen(window) for name in NAMES)
    assert window.keeper is not None and window.workplace is not None
    seen: list[str] = []
    covered: list[bool] = []
    workplace = window.workplace
    window.keeper.state_changed.connect(lambda _state: seen.append(on_screen(window)))
    window.keeper.state_changed.connect(lambda _state: covered.append(window.gate in painted.widgets))
    clocks.pass_by(5)
    settle()
    painted.widgets.clear()
    with qtbot.waitSignal(window.locked, timeout=10_000):
        assert window.idle.look()
        seen.append(on_screen(window))
        assert window.gate in painted.widgets, "the cover was painted before the lock went on"
        assert all(
            each is window.gate or window.gate.isAncestorOf(each) or each.isAncestorOf(window.gate)
            for each in painted.widgets
        )
    assert all(covered), "and before the disk was asked for anything"
    assert bool(covered) == (situation is half_a_row)
    assert not any(name in words for words in [*seen, on_screen(window)] for name in NAMES)
    assert "Locked because nobody was here." in on_screen(window)
    assert QApplication.activePopupWidget() is None
    assert QApplication.activeModalWidget() is None
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [window]
    assert workplace is not window.workplace


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_first_frame_is_the_cover_pixel_by_pixel(qtbot: QtBot, store: Store, clocks: Clocks, look: str) -> None:
    QApplication.setCursorFlashTime(0)
    client = sample(store, "priya-shah")
    window = opened_window(qtbot, store, look=look)
    lock(qtbot, window)
    field(window, "passphrase").clearFocus()
    cover = window.grab().toImage()
    unlock(qtbot, window)
    assert window.workplace is not None and window.keeper is not None
    window.workplace.show_client(client.id)
    press(window, "F2")
    field(window, "client.preferred_name").setFocus()
    type_keys(window, "!")
    frames = []

    def take(_state: object) -> None:
        field(window, "passphrase").clearFocus()
        window.layout().activate()  # the room of the foot, which is hidden, goes to the cover
        frames.append(window.grab().toImage())

    window.keeper.state_changed.connect(take)  # told while the lock saves what was typed
    clocks.pass_by(5)
    window.idle.look()
    assert frames
    assert frames[0] == cover
    finish_all()


def test_unlocking_leads_back_to_the_same_place(qtbot: QtBot, window: MainWindow, clocks: Clocks) -> None:
    half_a_row(window)
    clocks.pass_by(5)
    with qtbot.waitSignal(window.locked, timeout=10_000):
        window.idle.look()
    settle()
    unlock(qtbot, window)
    assert window.workplace is not None and window.workplace.opened is not None
    assert window.workplace.opened.client == Client.get()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "prevention_entry.crisis.phone.input"
    assert field(window, "prevention_entry.crisis.phone").text() == "555-0142"


def test_the_section_of_a_page_comes_back_too(qtbot: QtBot, window: MainWindow, clocks: Clocks) -> None:
    page = open_page(window, "client")
    page.step_section(3)
    field(window, "episode.referral_detail").setFocus()
    clocks.pass_by(5)
    with qtbot.waitSignal(window.locked, timeout=10_000):
        window.idle.look()
    settle()
    unlock(qtbot, window)
    assert field(window, "episode.referral_detail").hasFocus()


def test_nothing_is_saved_to_a_file_that_was_being_chosen(
    qtbot: QtBot, window: MainWindow, clocks: Clocks, tmp_path: Path
) -> None:
    a_file_dialog(window)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("plan.pdf")
    clocks.pass_by(5)
    with qtbot.waitSignal(window.locked, timeout=10_000):
        window.idle.look()
    settle()
    assert not (tmp_path / "plan.pdf").exists()
