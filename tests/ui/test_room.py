"""A small laptop's screen is enough: nothing is cut and nothing scrolls sideways, at usual and at double text."""

import pytest
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.sections import SectionedPage
from recovery_desktop_ui.tabs.names import BESIDE, TABS
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from tests.people import samples
from tests.ui.fitting import cut, sideways
from tests.ui.windows import field, opened_window, settle

WIDTH, HEIGHT = 1366, 768
BOTH = pytest.mark.parametrize("text_size", [1.0, 2.0])


def window_of(qtbot: QtBot, store: Store, text_size: float) -> MainWindow:
    samples(store)
    client = Client.get(Client.legal_family == "Shah")
    window = opened_window(qtbot, store, text_size=text_size, client=client)
    window.resize(WIDTH, HEIGHT)
    settle()
    return window


@BOTH
def test_every_page_has_its_room(qtbot: QtBot, store: Store, text_size: float) -> None:
    window = window_of(qtbot, store, text_size)
    workplace = window.workplace
    assert workplace is not None
    wrong = {}
    for tab in (*TABS, *BESIDE):
        workplace.show_page(tab.key)
        sections = workplace.page.section_keys() if isinstance(workplace.page, SectionedPage) else [""]
        for section in sections:
            if section:
                workplace.go_to(Place(tab.key, section))
            settle()
            if cut(window) | sideways(window):
                qtbot.wait(300)  # words at the foot come by themselves, and have their room with the next layout
            if problems := cut(window) | sideways(window):
                wrong[f"{tab.key} {section}"] = problems
            assert workplace.banner.isVisible() and workplace.banner.height() > 0
    assert wrong == {}
    assert (window.width(), window.height()) == (WIDTH, HEIGHT), "the window had to grow"


def test_all_tabs_are_seen_at_once(qtbot: QtBot, store: Store) -> None:
    window = window_of(qtbot, store, 1.0)
    tabs = field(window, "tabs")
    assert isinstance(tabs, QTabBar)
    assert tabs.tabRect(tabs.count() - 1).right() <= tabs.width()


@BOTH
@pytest.mark.parametrize(
    "name", ["due", "new_client", "practice", "services", "rules", "batch", "backup", "passphrase"]
)
def test_every_pane_has_its_room(qtbot: QtBot, store: Store, name: str, text_size: float) -> None:
    window = window_of(qtbot, store, text_size)
    window.commands.run(name)
    settle()
    qtbot.waitUntil(lambda: cut(window) | sideways(window) == set(), timeout=2000)
