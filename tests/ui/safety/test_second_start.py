"""The program is started a second time: it says so, and brings the window that has the practice to the front."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.people import admitted
from tests.practices import PASSPHRASE, new_practice
from tests.ui.access.hands import said
from tests.ui.safety.processes import typist, wait_until_ready
from tests.ui.windows import click, field, locked_window
from tests.vault.doing import TOLD


def test_the_second_start_shows_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    store = new_practice(tmp_path / "vault")
    admitted(store)
    store.close()
    with typist("wait_in_the_background", tmp_path / "vault") as first:
        wait_until_ready(first)
        second = locked_window(qtbot, tmp_path / "vault")
        line = field(second.gate, "passphrase")
        QTest.keyClicks(line, PASSPHRASE)
        QTest.keyClick(line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "already open" in said(second))
        assert second.keeper is None
        click(second, "show_other")
        assert first.stdout is not None
        assert first.stdout.readline().strip() == f"{TOLD}True", "the first window is there and has the keys"
