"""Nobody is there: whatever is open, the cover is painted before anything else happens, and nothing is lost by it."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access import idle
from recovery_desktop_ui.access.idle import IdleWatch
from recovery_desktop_ui.parts.background import finish_all
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from tests.clocks import Hands
from tests.people import sample
from tests.ui.safety.nobody_there import SITUATIONS, Situation, a_file_dialog, half_a_row, see_the_cover_first
from tests.ui.windows import field, lock, open_page, opened_window, press, settle, type_keys, unlock

IDLE = timedelta(minutes=5)


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> Hands:
    made = Hands()
    monkeypatch.setattr(idle, "IdleWatch", lambda: IdleWatch(clock=made.clock))
    return made


@pytest.fixture
def window(qtbot: QtBot, store: Store, clocks: Hands) -> MainWindow:
    return opened_window(qtbot, store, client=sample(store, "priya-shah"))


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_cover_is_painted_first_and_shows_nobody(
    qtbot: QtBot, window: MainWindow, clocks: Hands, situation: Situation
) -> None:
    def leave() -> None:
        clocks.pass_by(IDLE)
        assert window.idle.look()

    see_the_cover_first(qtbot, window, situation, leave, window.idle.lock, "Locked because nobody was here.")


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_first_frame_is_the_cover_pixel_by_pixel(qtbot: QtBot, store: Store, clocks: Hands, look: str) -> None:
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
    clocks.pass_by(IDLE)
    window.idle.look()
    assert frames
    assert frames[0] == cover
    finish_all()


def test_unlocking_leads_back_to_the_same_place(qtbot: QtBot, window: MainWindow, clocks: Hands) -> None:
    half_a_row(window)
    clocks.pass_by(IDLE)
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


def test_the_section_of_a_page_comes_back_too(qtbot: QtBot, window: MainWindow, clocks: Hands) -> None:
    page = open_page(window, "client")
    page.step_section(3)
    field(window, "episode.referral_detail").setFocus()
    clocks.pass_by(IDLE)
    with qtbot.waitSignal(window.locked, timeout=10_000):
        window.idle.look()
    settle()
    unlock(qtbot, window)
    assert field(window, "episode.referral_detail").hasFocus()


def test_nothing_is_saved_to_a_file_that_was_being_chosen(
    qtbot: QtBot, window: MainWindow, clocks: Hands, tmp_path: Path
) -> None:
    a_file_dialog(window)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("plan.pdf")
    clocks.pass_by(IDLE)
    with qtbot.waitSignal(window.locked, timeout=10_000):
        window.idle.look()
    settle()
    assert not (tmp_path / "plan.pdf").exists()
