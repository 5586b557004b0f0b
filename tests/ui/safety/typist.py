"""Uses the real window in a process of its own, to be killed: `python -m tests.ui.safety.typist MODE FOLDER`.

Says by lines what stands in the fields whenever the foot of the window calls everything saved.
"""

import json
import random
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from recovery_desktop_ui.app import make_application, open_window
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.aftercare import AftercareStep
from recovery_desktop.records.client import Client
from recovery_desktop.settings import Settings
from tests.practices import PASSPHRASE
from tests.ui.windows import click, field, open_page, press, status, type_into, type_keys
from tests.vault.doing import READY, TOLD, say

FIELDS = ("culture", "gender", "address")
MARK = "."
HALF_DATE, HALF_NAME, HALF_PHONE, WORDS = "31/31", "Zoraida", "555-0142", "I want my weekends back"


def running_text(length: int) -> str:
    """What is typed into each field, on and on; its beginning is the same in every process."""
    text, number = "", 0
    while len(text) < length:
        number += 1
        text += f"{number}{MARK}"
    return text[:length]


def started(folder: Path) -> MainWindow:
    """The window as the program starts it, unlocked by typing, with the first client open."""
    window = open_window(make_application(Settings()), Settings(look="light"), None, folder)
    window.activateWindow()
    while not window.isActiveWindow():
        QTest.qWait(5)
    line = field(window.gate, "passphrase")
    QTest.keyClicks(line, PASSPHRASE)
    QTest.keyClick(line, Qt.Key.Key_Return)
    while window.keeper is None:
        QTest.qWait(5)
    assert window.workplace is not None
    window.workplace.show_client(Client.select().order_by(Client.id).get().id)
    QTest.qWait(5)
    return window


def type_on(window: MainWindow) -> None:
    """Types without end, now and then with a pause, into long fields and into new rows."""
    typed: dict[str, str | int] = {}
    open_page(window, "client")
    for name in FIELDS:
        typed[name] = field(window, f"client.{name}").toPlainText()
    typed["rows"] = AftercareStep.select().count()
    say(READY)
    while True:
        open_page(window, "client")
        for name in FIELDS:
            _type_some(window, name, typed)
        open_page(window, "aftercare")
        typed["rows"] = _add_row(window, int(typed["rows"]) + 1)
        _tell(window, typed)


def _type_some(window: MainWindow, name: str, typed: dict[str, str | int]) -> None:
    before = str(typed[name])
    type_into(window, f"client.{name}", "")
    for letter in running_text(len(before) + random.randint(1, 12))[len(before) :]:
        type_keys(window, letter)
        typed[name] = f"{typed[name]}{letter}"
        _tell(window, typed)
    QTest.qWait(random.choice((0, 0, 0, 900)))
    _tell(window, typed)
    press(window, "Tab")
    _tell(window, typed)


def _add_row(window: MainWindow, number: int) -> int:
    click(window, "aftercare_step.add")
    type_keys(window, f"row {number}")
    press(window, "Escape")
    return number


def _tell(window: MainWindow, typed: dict[str, str | int]) -> None:
    if status(window).startswith("Saved "):
        say(TOLD + json.dumps(typed))


def pause_in_a_field(window: MainWindow) -> None:
    """Half a date, left; then words into a field that is not left."""
    open_page(window, "client")
    type_into(window, "client.birth_date", HALF_DATE)
    type_into(window, "client.culture", WORDS)


def pause_in_a_new_row(window: MainWindow) -> None:
    """A row that cannot be made yet."""
    open_page(window, "aftercare")
    click(window, "prevention_entry.crisis.add")
    type_into(window, "prevention_entry.crisis.phone", HALF_PHONE)


def pause_in_a_new_client(window: MainWindow) -> None:
    """A client who is not added yet."""
    press(window, "Ctrl+N")
    type_keys(window, HALF_NAME)


def wait_in_the_background(window: MainWindow) -> None:
    """Minimized, until somebody asks for it."""
    window.showMinimized()
    say(READY)
    while window.isMinimized():
        QTest.qWait(20)
    say(f"{TOLD}{window.isActiveWindow()}")


PAUSES = (pause_in_a_field, pause_in_a_new_row, pause_in_a_new_client)
MODES: dict[str, Callable[[MainWindow], None]] = {
    each.__name__: each for each in (type_on, wait_in_the_background, *PAUSES)
}


def main(mode: str, folder: str) -> None:
    """Does what the mode says, then waits to be killed."""
    window = started(Path(folder))
    MODES[mode](window)
    say(READY)
    while True:
        QTest.qWait(1000)


if __name__ == "__main__":
    main(*sys.argv[1:])
