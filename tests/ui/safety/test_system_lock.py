"""The computer is locked, handed over, put to sleep or shut: the practice locks with it, and with nothing else."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access.system_lock import SystemWatch
from recovery_desktop_ui.access.system_signs import Sign
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from tests.people import sample
from tests.support import need
from tests.ui.safety.desktop import SESSION, Desktop, desktop
from tests.ui.safety.nobody_there import SITUATIONS, Situation, a_page, half_a_row, see_the_cover_first
from tests.ui.windows import field, opened_window, settle, unlock

Tell = Callable[[Desktop], None]
_TOLD_AGAIN = 50  # milliseconds
_HANGS_UP = """import socket
listening = socket.create_server(("127.0.0.1", 0))
print(listening.getsockname()[1], flush=True)
while True:
    listening.accept()[0].close()
    print("called", flush=True)
"""


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    """A Linux computer whose buses the program finds as on any other."""
    need(sys.platform == "linux" and shutil.which("dbus-daemon"), "there is no dbus-daemon")
    with desktop(tmp_path) as (made, address):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        yield made


def window_on(qtbot: QtBot, store: Store) -> MainWindow:
    return opened_window(qtbot, store, client=sample(store, "priya-shah"))


def told_until_heard(window: MainWindow, tell: Callable[[], None]) -> Callable[[], None]:
    """What begins to tell it, again and again: the window listens to its session once it knows which that is."""
    timer = QTimer(window, interval=_TOLD_AGAIN)
    timer.timeout.connect(tell)
    window.system.lock.connect(lambda _says: timer.stop())
    return timer.start


def sleeps(computer: Desktop) -> None:
    computer.sleep(True)


TOLD: dict[str, tuple[Tell, Sign]] = {
    "freedesktop": (lambda computer: computer.screen_saver("freedesktop", True), Sign.LOCKED),
    "gnome": (lambda computer: computer.screen_saver("gnome", True), Sign.LOCKED),
    "session": (Desktop.session_lock, Sign.LOCKED),
    "hint": (lambda computer: computer.session("LockedHint", True), Sign.LOCKED),
    "user": (lambda computer: computer.session("Active", False), Sign.SWITCHED),
    "sleep": (sleeps, Sign.ASLEEP),
    "lid": (lambda computer: computer.power("LidIsClosed", True), Sign.LID),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_cover_is_painted_first_before_the_computer_sleeps(
    qtbot: QtBot, store: Store, computer: Desktop, situation: Situation
) -> None:
    window = window_on(qtbot, store)
    leave = partial(computer.sleep, True)
    see_the_cover_first(qtbot, window, situation, leave, window.system.lock, Sign.ASLEEP.value)


@pytest.mark.parametrize("told", TOLD)
def test_every_sign_of_a_linux_computer_locks(qtbot: QtBot, store: Store, computer: Desktop, told: str) -> None:
    tell, sign = TOLD[told]
    window = window_on(qtbot, store)
    leave = told_until_heard(window, partial(tell, computer))
    see_the_cover_first(qtbot, window, a_page, leave, window.system.lock, sign.value)


def test_what_is_no_sign_or_not_about_this_session_locks_nothing(qtbot: QtBot, store: Store, computer: Desktop) -> None:
    window = window_on(qtbot, store)
    said: list[str] = []
    window.system.lock.connect(said.append)

    def tell() -> None:
        computer.screen_saver("freedesktop", False)
        computer.sleep(False)
        computer.session("Active", True)
        computer.session("LockedHint", False)
        computer.session("Active", False, path=SESSION.replace("_32", "_33"))
        computer.power("LidIsClosed", False)
        computer.power("OnBattery", True)

    for _again in range(3):
        tell()
        qtbot.wait(_TOLD_AGAIN)
    assert said == []
    with qtbot.waitSignal(window.locked, timeout=10_000):
        told_until_heard(window, computer.session_lock)()
    assert said == [Sign.LOCKED.value], "it had heard all of it"


def test_several_signs_of_one_lock_lock_once_and_again_after_the_next_unlock(
    qtbot: QtBot, store: Store, computer: Desktop
) -> None:
    window = window_on(qtbot, store)
    said: list[str] = []
    window.system.lock.connect(said.append)
    for _round in range(2):
        said.clear()
        with qtbot.waitSignal(window.locked, timeout=10_000):
            computer.screen_saver("gnome", True)
            computer.screen_saver("freedesktop", True)
            computer.power("LidIsClosed", True)
            sleeps(computer)
        settle()
        assert said == [Sign.LOCKED.value]
        unlock(qtbot, window)


def test_sleep_waits_for_the_lock_and_not_for_a_locked_practice(qtbot: QtBot, store: Store, computer: Desktop) -> None:
    window = window_on(qtbot, store)
    qtbot.waitUntil(computer.logins.is_sleep_held_up)
    assert sorted(computer.logins.asked) == ["auto", "sleep delay"]
    half_a_row(window)
    held: list[bool] = []
    assert window.keeper is not None
    window.keeper.state_changed.connect(lambda _state: held.append(computer.logins.is_sleep_held_up()))
    with qtbot.waitSignal(window.locked, timeout=10_000):
        sleeps(computer)
    assert held and all(held), "while what was typed is saved"
    qtbot.waitUntil(lambda: not computer.logins.is_sleep_held_up())


def test_what_was_typed_is_there_after_the_unlock(qtbot: QtBot, store: Store, computer: Desktop) -> None:
    window = window_on(qtbot, store)
    half_a_row(window)
    with qtbot.waitSignal(window.locked, timeout=10_000):
        sleeps(computer)
    settle()
    unlock(qtbot, window)
    assert window.workplace is not None and window.workplace.opened is not None
    assert window.workplace.opened.client == Client.get()
    assert field(window, "prevention_entry.crisis.phone").text() == "555-0142"


def test_the_bus_is_found_where_only_its_folder_is_told(
    qtbot: QtBot, computer: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    watch = SystemWatch()
    watch.start(0)
    with qtbot.waitSignal(watch.lock, timeout=10_000):
        computer.screen_saver("gnome", True)
    watch.stop()


def test_a_bus_that_was_not_there_yet_is_heard_after_the_next_unlock(
    qtbot: QtBot, computer: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = SystemWatch()
    with monkeypatch.context() as before:
        before.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
        before.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
        watch.start(0)
        watch.stop()
    watch.start(0)
    with qtbot.waitSignal(watch.lock, timeout=10_000):
        sleeps(computer)
    watch.stop()


def test_a_bus_that_ends_is_no_trouble(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need(sys.platform == "linux" and shutil.which("dbus-daemon"), "there is no dbus-daemon")
    watch = SystemWatch()
    with desktop(tmp_path) as (computer, address):
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        watch.start(0)
        qtbot.waitUntil(computer.logins.is_sleep_held_up)
    qtbot.wait(_TOLD_AGAIN)
    watch.stop()


def test_no_bus_of_another_computer_is_called(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    with subprocess.Popen([sys.executable, "-c", _HANGS_UP], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        port = int(other.stdout.readline())
        for bus in ("SESSION", "SYSTEM"):
            monkeypatch.setenv(f"DBUS_{bus}_BUS_ADDRESS", f"unix:path=/nowhere;tcp:host=127.0.0.1,port={port}")
        watch = SystemWatch()
        watch.start(0)
        watch.stop()
        other.terminate()
        assert other.stdout.read() == ""
