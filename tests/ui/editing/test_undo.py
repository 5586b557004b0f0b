"""One undo for the whole record, across fields, rows and pages, in words in the menu; a field's own goes first."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing.undo_bar import UndoBar
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.aftercare import AftercareStep
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.store import Store
from tests.people import admitted
from tests.ui.windows import click, field, lock, open_page, press, type_into, type_keys, unlock


def action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def words(window: MainWindow, name: str) -> str:
    """What the menu says; empty while it cannot be used."""
    return action(window, name).text().replace("&", "") if action(window, name).isEnabled() else ""


def names() -> tuple[str, str]:
    client = Client.get()
    return client.preferred_name, client.legal_given


def test_each_visit_of_a_field_is_one_step_with_its_words(window: MainWindow) -> None:
    assert (words(window, "undo"), words(window, "redo")) == ("", "")
    type_into(window, "client.preferred_name", "i")
    assert window.keep()
    type_into(window, "client.preferred_name", "ta")
    type_into(window, "client.legal_given", "lind")
    press(window, "Ctrl+K")
    assert names() == ("Rosita", "Rosalind")
    assert words(window, "undo") == "Undo edit “Legal first name”"
    assert field(window, "status.undo").text() == "Undo: edit “Legal first name”"
    action(window, "undo").trigger()
    assert names() == ("Rosita", "Rosa")
    assert words(window, "undo") == "Undo edit “Goes by”"
    action(window, "undo").trigger()
    assert names() == ("Ros", "Rosa")
    assert words(window, "undo") == ""
    assert words(window, "redo") == "Redo edit “Goes by”"
    action(window, "redo").trigger()
    press(window, "Ctrl+Y")
    assert names() == ("Rosita", "Rosalind")
    assert field(window, "client.legal_given").text() == "Rosalind"


def test_undo_shows_where_it_was_at_work(window: MainWindow) -> None:
    type_into(window, "client.preferred_name", "ita")
    open_page(window, "aftercare")
    press(window, "Ctrl+K")
    press(window, "Ctrl+Z")
    assert names()[0] == "Ros"
    assert field(window, "client.preferred_name").text() == "Ros"
    assert field(window, "client.preferred_name").hasFocus()


def test_rows_and_fields_of_several_pages_are_taken_back_in_their_order(window: MainWindow) -> None:
    type_into(window, "client.preferred_name", "ita")
    open_page(window, "aftercare")
    click(window, "aftercare.first_step")
    type_keys(window, "Group")
    press(window, "Escape")
    assert [step.what for step in AftercareStep.select()] == ["Group"]
    open_page(window, "overview")
    press(window, "Ctrl+K")
    press(window, "Ctrl+Z")
    assert list(AftercareStep.select()) == []
    press(window, "Ctrl+Z")
    assert names()[0] == "Ros"
    press(window, "Ctrl+K")
    press(window, "Ctrl+Y")
    press(window, "Ctrl+Y")
    assert names()[0] == "Rosita"
    assert [step.what for step in AftercareStep.select()] == ["Group"]


@pytest.mark.parametrize("name", ["pronouns", "culture"])
def test_ctrl_z_in_a_field_is_the_fields_and_then_the_records(window: MainWindow, name: str) -> None:
    type_into(window, "client.preferred_name", "ita")
    type_into(window, f"client.{name}", "sh")
    assert getattr(Client.get(), name) == ""
    press(window, "Ctrl+Z")
    target = field(window, f"client.{name}")
    typed = target.text() if name == "pronouns" else target.toPlainText()
    assert typed == ""
    assert target.hasFocus()
    assert names()[0] == "Rosita", "the record's own change stays while the field has something to take back"
    press(window, "Ctrl+Z")
    assert names()[0] == "Ros"
    assert field(window, "client.preferred_name").text() == "Ros"


def test_redo_in_a_field_is_the_fields_too(window: MainWindow) -> None:
    type_into(window, "client.pronouns", "sh")
    press(window, "Ctrl+Z")
    press(window, "Ctrl+Shift+Z")
    assert field(window, "client.pronouns").text() == "sh"
    press(window, "Tab")
    assert Client.get().pronouns == "sh"


def test_ctrl_z_reaches_the_record_from_a_list_that_is_searched_by_typing(window: MainWindow) -> None:
    type_into(window, "client.preferred_name", "ita")
    page = open_page(window, "client")
    page.step_section(3)
    field(window, "episode.counselor").setFocus()
    press(window, "Ctrl+Z")
    assert names()[0] == "Ros"


def test_what_is_typed_and_not_saved_yet_is_taken_back_first_by_the_menu(window: MainWindow) -> None:
    type_into(window, "client.preferred_name", "ita")
    assert names()[0] == "Ros"
    action(window, "undo").setEnabled(True)
    action(window, "undo").trigger()
    assert names()[0] == "Ros"
    assert words(window, "redo") == "Redo edit “Goes by”"


def test_after_a_lock_nothing_is_left_to_take_back(qtbot: QtBot, window: MainWindow) -> None:
    type_into(window, "client.preferred_name", "ita")
    press(window, "Tab")
    lock(qtbot, window)
    told = " ".join(each.text() for each in window.findChildren(QAction))
    assert "Goes by" not in told
    unlock(qtbot, window)
    assert (words(window, "undo"), words(window, "redo")) == ("", "")
    press(window, "Ctrl+K")
    press(window, "Ctrl+Z")
    assert names()[0] == "Rosita"


def test_a_removed_client_comes_back_whole(window: MainWindow, store: Store) -> None:
    store.add(AftercareStep, Episode.get(), what="Group")
    press(window, "Ctrl+Shift+Delete")
    assert list(Client.select()) == []
    assert QApplication.focusWidget() is not None
    press(window, "Ctrl+Z")
    assert names() == ("Ros", "Rosa")
    assert [step.what for step in AftercareStep.select()] == ["Group"]


@pytest.mark.parametrize("name", ["preferred_name", "culture"])
def test_nothing_of_another_client_can_be_taken_back_into_a_field(window: MainWindow, store: Store, name: str) -> None:
    other = admitted(store, record_number="RD-000901", legal_family="Ito")[0]
    store.save(Client.get(), preferred_name="", culture="")
    open_page(window, "overview")
    open_page(window, "client")
    type_into(window, f"client.{name}", "Seen by nobody else")
    press(window, "Ctrl+A")
    press(window, "Delete")
    assert window.workplace is not None
    field(window, "caseload.find").setFocus()
    window.workplace.show_client(other.id)
    line = field(window, f"client.{name}")
    line.setFocus()
    press(window, "Ctrl+Z")
    typed = line.text() if name == "preferred_name" else line.toPlainText()
    assert typed == ""
    assert getattr(Client.get_by_id(other.id), name) == ""


def test_a_long_name_does_not_widen_the_window(qtbot: QtBot) -> None:
    bar = UndoBar(lambda: None)
    qtbot.addWidget(bar)
    bar.offer("What was taken away has a very long name " * 20)
    assert bar.minimumSizeHint().width() < 700
