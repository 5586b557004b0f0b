"""The one window: in and out, text size and light or dark at run time, names hidden, its parts reached by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access.first_run import FirstRun
from recovery_desktop_ui.help.keys import KeysPane
from recovery_desktop_ui.help.pane import HelpPane
from recovery_desktop_ui.parts.tokens import palette
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from recovery_desktop.vault import back_up
from tests.people import sample
from tests.ui.windows import (
    click,
    field,
    lock,
    locked_window,
    on_screen,
    open_page,
    opened_window,
    press,
    settle,
    type_into,
    unlock,
)


@pytest.fixture
def priya(store: Store) -> Client:
    return sample(store, "priya-shah")


@pytest.fixture
def window(qtbot: QtBot, store: Store, priya: Client) -> Iterator[MainWindow]:
    made = opened_window(qtbot, store, client=priya)
    yield made
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setPalette(palette(dark=False))


def test_the_title_says_the_record_number_and_no_name(qtbot: QtBot, window: MainWindow) -> None:
    assert window.windowTitle() == "RD-000123 – Recovery Desktop"
    lock(qtbot, window)
    assert window.windowTitle() == "Recovery Desktop"


def test_an_unlock_leads_back_to_the_same_field(qtbot: QtBot, window: MainWindow) -> None:
    open_page(window, "client")
    type_into(window, "client.payer", "State plan")
    lock(qtbot, window)
    unlock(qtbot, window)
    focused = QApplication.focusWidget()
    assert focused is not None and focused.objectName() == "client.payer.input"
    assert field(window, "client.payer").text() == "State plan"


def test_quitting_saves_and_closes_all(qtbot: QtBot, window: MainWindow) -> None:
    open_page(window, "client")
    type_into(window, "client.payer", "State plan")
    press(window, "Ctrl+Q")
    qtbot.waitUntil(lambda: window.keeper is None and not window.isVisible())


def test_larger_text_builds_all_anew_at_the_same_place(window: MainWindow) -> None:
    open_page(window, "goals")
    before = field(window, "tabs").sizeHint().height()
    for _step in range(4):
        press(window, "Ctrl++")
        settle()
    assert window.workplace is not None and window.workplace.page is not None
    assert window.workplace.page.objectName() == "page.goals"
    assert field(window, "tabs").sizeHint().height() > before
    assert window.windowTitle().startswith("RD-000123")


def test_light_and_dark_change_at_run_time(window: MainWindow) -> None:
    window.look.choose("system")
    seen = [window.palette()]
    for _press in range(3):
        press(window, "Ctrl+Shift+L")
        settle()
        seen.append(window.palette())
    assert seen[1] != seen[0]  # not first to the look that the system has anyway
    assert seen[2] == seen[3] == seen[0]


def test_hidden_names_are_nowhere_on_caseload_and_banner(window: MainWindow) -> None:
    assert window.workplace is not None
    shown = window.workplace.banner.grab().toImage()
    press(window, "Ctrl+Shift+H")
    settle()
    assert window.workplace.banner.grab().toImage() != shown
    assert "Shah" not in window.workplace.banner.accessibleName()


def test_ticks_in_the_menu_say_how_it_stands(window: MainWindow) -> None:
    def ticks() -> dict[str, bool]:
        return {name: window.findChild(QAction, name).isChecked() for name in ("caseload", "private")}

    assert ticks() == {"caseload": True, "private": False}
    press(window, "F9")
    press(window, "Ctrl+Shift+H")
    assert ticks() == {"caseload": False, "private": True}
    press(window, "Ctrl+K")
    assert ticks() == {"caseload": True, "private": True}


def test_hidden_names_stay_hidden_in_another_text_size(window: MainWindow) -> None:
    press(window, "Ctrl+Shift+H")
    press(window, "Ctrl++")
    settle()
    assert window.workplace is not None
    assert window.workplace.ticks()["private"] and window.findChild(QAction, "private").isChecked()
    assert field(window, "banner.name").text() == "RD-000123"


def test_restoring_offers_the_backups_outside_as_well(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    assert window.keeper is not None
    store = window.keeper.store
    outside = tmp_path / "drive"
    outside.mkdir()
    back_up(store.vault, outside)
    store.save(store.practice(), backup_folder=str(outside))
    with qtbot.waitSignal(window.locked, timeout=10_000):
        press(window, "Ctrl+Shift+R")
    settle()
    offers = [label.text() for label in window.gate.findChildren(QLabel)]
    assert str(outside) in offers


def test_the_parts_of_the_window_are_reached_one_after_the_other(window: MainWindow) -> None:
    workplace = window.workplace
    assert workplace is not None
    workplace.caseload.focus_search()
    areas = []
    for _part in range(4):
        press(window, "F6")
        focused = QApplication.focusWidget()
        assert focused is not None
        parts = {"caseload": workplace.caseload, "banner": workplace.banner, "tabs": workplace.tabs}
        name = next((n for n, part in parts.items() if part is focused or part.isAncestorOf(focused)), "page")
        areas.append(name)
    assert areas == ["banner", "tabs", "page", "caseload"]


def test_the_tab_key_goes_through_the_window_as_one_reads(window: MainWindow) -> None:
    """The caseload, who the client is, the tabs, the page, the foot, and around; also after the banner was set anew."""
    assert window.workplace is not None
    window.commands.run("client")
    window.commands.run("private")
    window.workplace.caseload.focus_search()
    settle()
    parts = {"caseload": window.workplace.caseload, "banner": window.workplace.banner, "tabs": window.workplace.tabs}
    parts |= {"page": window.workplace.page, "foot": window.status}
    visited: list[str] = []
    while len(visited) < len(parts) + 1:
        focused = QApplication.focusWidget()
        assert focused is not None
        name = next(n for n, part in parts.items() if part is focused or part.isAncestorOf(focused))
        if name not in visited[-1:]:
            visited.append(name)
        press(window, "Tab")
    assert visited == [*parts, "caseload"]


def test_the_keys_of_the_tabs_lead_to_them(window: MainWindow) -> None:
    shown = []
    for number in range(1, 9):
        press(window, f"Ctrl+{number}")
        assert window.workplace is not None and window.workplace.page is not None
        shown.append(window.workplace.page.objectName())
    keys = "overview", "assessment", "diagnoses", "therapies", "family", "goals", "aftercare", "plan"
    assert shown == [f"page.{key}" for key in keys]


def test_a_client_taken_away_comes_back_with_one_key(window: MainWindow, priya: Client) -> None:
    window.commands.run("remove_client")
    settle()
    assert Client.get_or_none(Client.id == priya.id) is None and window.workplace is not None
    assert window.workplace.opened is None
    press(window, "Ctrl+Z")
    settle()
    assert Client.get_by_id(priya.id).legal_family == "Shah"


@pytest.mark.parametrize("command", ["remove_client", ""])
def test_names_hidden_while_no_client_is_open_stay_hidden(window: MainWindow, store: Store, command: str) -> None:
    other = store.add(Client, None, record_number="RD-000901", preferred_name="Zebulon", legal_family="Vega")
    assert window.workplace is not None
    if command:
        window.commands.run(command)
    else:
        window.workplace.close_client()
    window.commands.run("private")
    window.workplace.show_client(other.id)
    settle()
    assert "Zebulon" not in on_screen(window)
    window.workplace.close_client()
    window.commands.run("private")
    window.workplace.show_client(other.id)
    settle()
    assert "Zebulon Vega" in on_screen(window)


def test_words_not_spelled_right_are_marked_again_after_an_unlock(qtbot: QtBot, window: MainWindow) -> None:
    open_page(window, "client")
    type_into(window, "client.culture", "gloopyx ")
    window.workplace.caseload.focus_search()  # type: ignore[union-attr]

    def is_marked() -> bool:
        return "gloopyx" in [mark.selectedText() for mark in field(window, "client.culture").marked()]

    qtbot.waitUntil(is_marked)
    lock(qtbot, window)
    unlock(qtbot, window)
    qtbot.waitUntil(is_marked)


@pytest.mark.parametrize("way", ["Ctrl+Shift+M", "Ctrl+L", "status.backup"])
def test_a_sample_is_removed_in_one_step_without_a_trace(qtbot: QtBot, tmp_path: Path, way: str) -> None:
    window = locked_window(qtbot, tmp_path / "none")
    window.gate.open_sample()
    assert window.keeper is not None
    folder = window.keeper.store.vault.folder
    assert folder.is_dir()
    qtbot.waitUntil(window._minute.isActive)
    click(window, way) if way == "status.backup" else press(window, way)
    qtbot.waitUntil(lambda: window.keeper is None)
    assert not folder.exists()
    assert isinstance(window.gate.page, FirstRun)  # not a passphrase that nobody has chosen yet
    assert "The sample practice is removed: nothing of it is kept on this computer." in on_screen(window)


def test_only_the_sample_can_be_removed(qtbot: QtBot, window: MainWindow) -> None:
    action = window.findChild(QAction, "remove_sample")
    assert action is not None and not action.isVisible() and not action.isEnabled()
    press(window, "Ctrl+Shift+M")
    assert window.keeper is not None


def test_a_command_from_inside_the_help_leads_back_to_work(window: MainWindow) -> None:
    press(window, "F1")
    assert window.findChild(HelpPane) is not None
    press(window, "Ctrl+/")
    settle()
    assert window.findChild(HelpPane) is None and window.findChild(KeysPane) is not None
    press(window, "Ctrl+6")
    settle()
    assert window.findChild(KeysPane) is None
    assert window.workplace is not None and window.workplace.isVisible()
