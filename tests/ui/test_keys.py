"""All keys on one page: every action has a line, no key means two things; and what the program says of itself."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.commands import COMMANDS, Commands
from recovery_desktop_ui.help.about import PARTS, AboutPane
from recovery_desktop_ui.help.keys import INSIDE, KeysPane
from recovery_desktop_ui.menus import make_menus

from recovery_desktop import __version__

_MEANT_TWICE = {"Ctrl+Z"}  # in a text it takes back what was typed there


@pytest.fixture
def commands(qtbot: QtBot) -> Commands:
    window = QMainWindow()
    qtbot.addWidget(window)
    made = Commands(window, make_menus(window.menuBar()), COMMANDS)
    made.window = window  # type: ignore[attr-defined]
    return made


def test_every_action_has_a_key_and_no_key_two_meanings() -> None:
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.keys)
    keys.update(f"Ctrl+{number}" for number in range(1, 9))
    assert [key for key, count in keys.items() if count > 1] == []
    assert [command.name for command in COMMANDS if not command.keys] == []


def test_keys_of_fields_and_lists_are_none_of_the_menus() -> None:
    of_menus = {QKeySequence(key) for command in COMMANDS for key in command.keys}
    inside = {key for keys in INSIDE.values() for line in keys for key in line.split(", ")}
    assert {key for key in inside if QKeySequence(key).count() and QKeySequence(key) in of_menus} == _MEANT_TWICE


def test_letters_of_a_menu_differ() -> None:
    menus: dict[str, list[str]] = {}
    for command in COMMANDS:
        _before, mark, after = command.words.partition("&")
        menus.setdefault(command.menu, []).extend(after[0].lower() for _mark in mark)
    assert {menu: letters for menu, letters in menus.items() if len(set(letters)) < len(letters)} == {}


def test_the_page_lists_every_action_and_every_key_inside(qtbot: QtBot, commands: Commands) -> None:
    pane = KeysPane(commands.listed())
    qtbot.addWidget(pane)
    shown = pane.reader.toPlainText()
    for _menu, words, keys in commands.listed():
        assert f"{keys}\n{words}\n" in shown + "\n"
    for part, keys_of_part in INSIDE.items():
        assert part in shown
        assert all(words in shown for words in keys_of_part.values())


def test_escape_wants_back_to_work(qtbot: QtBot, commands: Commands) -> None:
    pane = KeysPane(commands.listed())
    qtbot.addWidget(pane)
    pane.show()
    with qtbot.waitSignal(pane.closed):
        QTest.keyClick(pane.reader, Qt.Key.Key_Escape)


def test_about_names_the_version_the_parts_and_their_licenses(qtbot: QtBot) -> None:
    pane = AboutPane()
    qtbot.addWidget(pane)
    shown = pane.reader.toPlainText()
    assert __version__ in shown
    assert all(name in shown and license_ in shown for name, _use, license_ in PARTS)
    assert "SIL OPEN FONT LICENSE" in shown.upper()
    assert "Lucide" in shown
    assert "Creative Commons" in shown
