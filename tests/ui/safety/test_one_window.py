"""There is one window: nothing opens another but the system's own for files and printers, not for a blink either."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.store import Store
from tests.people import sample
from tests.ui.windows import each_section, locked_window, open_page, opened_window, press, settle

ENDS = ("quit", "lock", "restore")  # try these last: they close the practice
NEEDS_PRINTER = "print"


class Opened(QObject):
    """Hears of every window but the one that is meant to be there."""

    def __init__(self) -> None:
        super().__init__()
        self.others: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            is_tip = isinstance(watched, (MainWindow, QMenu)) or watched.inherits("QTipLabel")
            if not is_tip:
                self.others.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def opened(qapp: QApplication) -> Iterator[Opened]:
    made = Opened()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_no_command_opens_another_window(qtbot: QtBot, store: Store, opened: Opened, text_size: float) -> None:
    window = opened_window(qtbot, store, client=sample(store, "priya-shah"), text_size=text_size)
    commands = [each.name for each in window.commands.commands if each.name not in (*ENDS, NEEDS_PRINTER)]
    commands.sort(key=lambda name: name == "remove_client")
    assert len(commands) > 25
    for name in commands:
        window.commands.run(name)
        if name == "save_as":
            qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
        settle()
        for dialog in window.findChildren(QDialog):
            assert isinstance(dialog, QFileDialog) and name == "save_as", f"{name} opens {dialog}"
            dialog.reject()
        press(window, "Escape")
        known = ["QFileDialog QFileDialog"] * (commands.index(name) >= commands.index("save_as"))
        assert opened.others == known, name


def test_no_section_opens_another_window(qtbot: QtBot, store: Store, opened: Opened) -> None:
    window = opened_window(qtbot, store, client=sample(store, "ernesto-quizhpe"))
    for key in ("client", "assessment"):
        assert len(list(each_section(open_page(window, key)))) > 5
    window.commands.run("restore")
    qtbot.waitUntil(lambda: window.keeper is None)
    settle()
    assert opened.others == []


def test_the_way_in_opens_no_other_window(qtbot: QtBot, store: Store, opened: Opened) -> None:
    window = locked_window(qtbot, store.vault.folder)
    for show in (window.gate.show_recovery, window.gate.show_restore, window.gate.show_first_run):
        show()
        settle()
        assert window.findChildren(QLabel)
    assert opened.others == []
