"""Every page, pane and way in: everything has a name of its own, and the Tab key reads it as the eye does."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.tabs.names import BESIDE, TABS
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.goals import Goal
from recovery_desktop.records.store import Store
from tests.people import TODAY, admitted, sample
from tests.ui.access_tree import against_reading, faults, missed, walk
from tests.ui.windows import each_section, locked_window, open_page, opened_window, press, settle

PANES = ("due", "new_client", "practice", "services", "rules", "batch", "backup", "passphrase", "help", "keys", "about")
COME_BY_AND_BY = {"due": "page.needed_filter.all", "rules": "threshold.stable_weeks"}
"""Of panes that are filled a little at a time, by key: what is there once they are whole."""
PAGES = tuple(tab.key for tab in (*TABS, *BESIDE))


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    clock.use(TODAY)
    yield
    clock.use(None)


def check(window: MainWindow, page: QWidget) -> list[str]:
    """All that is wrong with what is shown, by name and by the Tab key."""
    settle()
    page.setFocus()
    stops = walk(window)
    return [
        *faults(page),
        *(f"no stop: {each}" for each in missed(window, stops)),
        *(f"against reading: {each}" for each in against_reading(page, stops)),
    ]


def test_the_watch_finds_what_is_wrong(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    lower, upper, trap = QLineEdit(page), QLineEdit(page), QPlainTextEdit(page)
    layout = QVBoxLayout(page)
    for each in (upper, lower, trap):
        layout.addWidget(each)
    upper.setAccessibleName("Name")
    lower.setAccessibleName("Name")
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    trap.setTabChangesFocus(False)
    told = "\n".join(faults(page))
    assert "no name: QPlainTextEdit" in told
    assert "keeps the Tab key: QPlainTextEdit" in told
    assert "2 fields are called 'Name'" in told
    trap.setTabChangesFocus(True)
    stops = walk(page)
    assert len(stops) == 3
    assert against_reading(page, stops), "the lower one was made first"
    assert missed(page, [upper]) != []


@pytest.mark.parametrize("key", PAGES)
def test_every_section_of_every_page(qtbot: QtBot, store: Store, key: str) -> None:
    window = opened_window(qtbot, store, client=sample(store, "priya-shah"))
    page = open_page(window, key)
    wrong = {section: found for section in each_section(page) if (found := check(window, page))}
    assert wrong == {}


def test_the_thread_of_the_whole_plan(qtbot: QtBot, store: Store) -> None:
    window = opened_window(qtbot, store, client=sample(store, "priya-shah"))
    window.keeper.remove(Goal.get(), "a goal")  # so that there are loose ends
    page = open_page(window, "goals")
    window.commands.run("thread")
    assert check(window, page) == []
    press(window, "Escape")
    assert check(window, page) == []


def test_pages_on_which_nothing_stands_yet(qtbot: QtBot, store: Store) -> None:
    window = opened_window(qtbot, store, client=admitted(store)[0])
    wrong = {key: found for key in PAGES if (found := check(window, open_page(window, key)))}
    assert wrong == {}


def test_panes(qtbot: QtBot, store: Store) -> None:
    window = opened_window(qtbot, store, client=sample(store, "priya-shah"))
    for key in PANES:
        window.commands.run(key)
        settle()
        if last := COME_BY_AND_BY.get(key):
            qtbot.waitUntil(lambda last=last: bool(window.findChildren(QWidget, last)), timeout=5000)
        pane = next((each for each in window.findChildren(QWidget, f"pane.{key}") if each.isVisible()), None)
        over = next(each for each in window.findChildren(QStackedWidget) if each.isVisible()).currentWidget()
        assert check(window, pane or over) == [], key
        press(window, "Escape")


def test_the_way_in(qtbot: QtBot, store: Store) -> None:
    window = locked_window(qtbot, store.vault.folder)
    for show in (window.gate.show_locked, window.gate.show_recovery, window.gate.show_restore):
        show()
        settle()
        assert faults(window) == []
        assert missed(window, walk(window)) == []
