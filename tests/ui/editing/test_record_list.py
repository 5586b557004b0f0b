"""Rows come, move and go by keys alone, each can be brought back, and a row half typed is there after a lock."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing.undo_bar import UndoBar
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.aftercare import AftercareStep, PreventionEntry
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.store import Store
from tests.ui.windows import click, field, lock, opened_window, press, status, type_keys, unlock

LIST = "prevention_entry.trigger"


@pytest.fixture
def window(qtbot: QtBot, store: Store, client: Client) -> MainWindow:
    """The window with the Aftercare page: two triggers, and between them in the order of making a sign."""
    for kind, entry in (("trigger", "payday"), ("early_sign", "short nights"), ("trigger", "the old bar")):
        store.add(PreventionEntry, Episode.get(), kind=kind, entry=entry)
    return opened_window(qtbot, store, client=client, page="aftercare")


def stored(kind: str = "trigger") -> list[str]:
    """The rows of a kind on the disk, in their order."""
    rows = PreventionEntry.select().where(PreventionEntry.kind == kind).order_by(PreventionEntry.position)
    return [row.entry for row in rows]


def said_by_bar(window: MainWindow) -> str:
    """What the bar at the foot offers to take back, while it is seen."""
    bar = window.findChild(UndoBar)
    assert bar is not None
    return bar.findChild(QLabel).text() if bar.isVisible() else ""


def head(window: MainWindow, at: int) -> None:
    """Puts the cursor on the line of a row."""
    field(window, f"{LIST}.row{at}").setFocus()


def test_ctrl_enter_adds_row_after_row_of_the_kind_of_the_list(window: MainWindow) -> None:
    head(window, 0)
    press(window, "Ctrl+Return")
    type_keys(window, "Friday nights")
    press(window, "Ctrl+Return")
    type_keys(window, "calls from home")
    press(window, "Escape")
    assert stored() == ["payday", "the old bar", "Friday nights", "calls from home"]
    assert stored("early_sign") == ["short nights"]
    assert QApplication.focusWidget().objectName() == f"{LIST}.row3"


def test_alt_and_arrows_move_within_the_list(window: MainWindow) -> None:
    head(window, 1)
    press(window, "Alt+Up")
    assert stored() == ["the old bar", "payday"]
    assert QApplication.focusWidget().objectName() == f"{LIST}.row0"
    press(window, "Alt+Up")
    assert stored() == ["the old bar", "payday"]
    press(window, "Alt+Down")
    assert stored() == ["payday", "the old bar"]
    assert stored("early_sign") == ["short nights"]


def test_delete_takes_away_and_the_bar_or_one_key_brings_back(window: MainWindow) -> None:
    head(window, 0)
    press(window, "Delete")
    assert stored() == ["the old bar"]
    assert said_by_bar(window) == "Removed: payday"
    assert QApplication.focusWidget().objectName() == f"{LIST}.row0"
    click(window, "undo_bar.undo")
    assert stored() == ["payday", "the old bar"]
    assert said_by_bar(window) == ""
    head(window, 1)
    press(window, "Delete")
    press(window, "Ctrl+Z")
    assert stored() == ["payday", "the old bar"]
    press(window, "Ctrl+Shift+Z")
    assert stored() == ["payday"]


def test_the_last_row_can_go_and_come_back(window: MainWindow) -> None:
    for _row in range(2):
        head(window, 0)
        press(window, "Delete")
    assert stored() == []
    press(window, "Ctrl+Z")
    press(window, "Ctrl+Z")
    assert stored() == ["payday", "the old bar"]


def test_enter_opens_and_escape_closes_what_was_typed_is_kept(window: MainWindow) -> None:
    head(window, 0)
    press(window, "Return")
    press(window, "Ctrl+End")
    type_keys(window, ", every second Friday")
    press(window, "Escape")
    assert stored()[0] == "payday, every second Friday"
    assert QApplication.focusWidget().objectName() == f"{LIST}.row0"
    assert field(window, f"{LIST}.row0").accessibleName().startswith("payday, every second Friday")


def test_what_was_typed_before_a_row_was_removed_comes_back_with_it(window: MainWindow) -> None:
    head(window, 0)
    press(window, "Return")
    press(window, "Ctrl+End")
    type_keys(window, " and rent day")
    click(window, f"{LIST}.remove")
    assert stored() == ["the old bar"]
    press(window, "Ctrl+Z")
    assert stored() == ["payday and rent day", "the old bar"]


def test_a_new_row_that_was_left_empty_is_none(window: MainWindow, store: Store) -> None:
    head(window, 0)
    press(window, "Ctrl+Return")
    press(window, "Escape")
    assert stored() == ["payday", "the old bar"]
    assert store.vault.drafts.names() == []
    assert QApplication.focusWidget().objectName() == f"{LIST}.add"


def test_a_half_typed_new_row_is_there_after_a_lock(qtbot: QtBot, window: MainWindow) -> None:
    head(window, 0)
    press(window, "Ctrl+Return")
    field(window, f"{LIST}.phone").setFocus()
    type_keys(window, "555-0142")
    lock(qtbot, window)
    assert "555-0142" not in window.gate.page.objectName()
    unlock(qtbot, window)
    assert field(window, f"{LIST}.phone").text() == "555-0142"
    assert len(stored()) == 2
    field(window, f"{LIST}.entry").setFocus()
    type_keys(window, "nobody to talk to")
    press(window, "Tab")
    assert stored()[2] == "nobody to talk to"
    assert PreventionEntry.select().order_by(PreventionEntry.id.desc()).get().phone == "555-0142"
    assert window.keeper is not None
    assert window.keeper.store.vault.drafts.names() == []


def test_escape_lets_a_half_typed_new_row_go(window: MainWindow, store: Store) -> None:
    head(window, 0)
    press(window, "Ctrl+Return")
    field(window, f"{LIST}.phone").setFocus()
    type_keys(window, "555-0142")
    press(window, "Escape")
    assert stored() == ["payday", "the old bar"]
    assert store.vault.drafts.names() == []
    assert status(window).startswith("Saved ")


def test_lists_on_one_page_do_not_mix(window: MainWindow) -> None:
    click(window, "aftercare_step.add")
    type_keys(window, "Group")
    press(window, "Escape")
    assert [step.what for step in AftercareStep.select()] == ["Group"]
    assert stored() == ["payday", "the old bar"]
