"""A form shows a record without touching it, and says what is wrong below the field, when it was left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing.field_row import FieldRow
from recovery_desktop_ui.tabs.names import BESIDE, TABS
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.practice import Staff
from recovery_desktop.records.store import Store
from tests.people import admitted, sample
from tests.ui.windows import each_section, field, lock, open_page, opened_window, press, type_into, type_keys, unlock


def entries(store: Store) -> int:
    """How often anything was changed so far; a backup, which the program makes by itself, is no change."""
    query = "SELECT count(*) FROM audit WHERE action NOT IN ('backup', 'unlock')"
    (count,) = store.vault.connection().execute(query).fetchone()
    return int(count)


def problem(window: MainWindow, name: str) -> str:
    """What stands below a field."""
    around = field(window, name)
    while not isinstance(around, FieldRow):
        around = around.parentWidget()
    labels = [each.text() for each in around.findChildren(QLabel) if each.isVisibleTo(window)]
    return labels[-1] if len(labels) > 1 else ""


def visit_all_fields(page: object) -> int:
    """Puts the cursor into every field in sight, one after the other."""
    assert hasattr(page, "findChildren")
    seen = [row for row in page.findChildren(FieldRow) if row.isVisible()]
    for row in seen:
        row.editor.target().setFocus(Qt.FocusReason.TabFocusReason)
    return len(seen)


@pytest.mark.parametrize("name", ["priya-shah", "ernesto-quizhpe"])
def test_looking_at_everything_changes_nothing(qtbot: QtBot, store: Store, name: str) -> None:
    window = opened_window(qtbot, store, client=sample(store, name))
    before, seen = entries(store), 0
    for tab in (*TABS, *BESIDE):
        page = open_page(window, tab.key)
        seen += sum(visit_all_fields(page) for _section in each_section(page))
    assert window.keep()
    assert seen > 100
    assert entries(store) == before
    assert store.vault.drafts.names() == []


def test_what_is_wrong_is_said_after_leaving_and_never_while_typing(window: MainWindow) -> None:
    line = field(window, "client.record_number")
    line.setFocus()
    line.selectAll()
    press(window, "Backspace")
    assert window.keep()  # as after a pause
    assert line.property("tone") != "care"
    press(window, "Tab")
    assert line.property("tone") == "care"
    assert line.accessibleDescription() != ""
    assert Client.get().record_number == "RD-000900"
    type_into(window, "client.record_number", "RD-000955")
    press(window, "Tab")
    assert line.property("tone") != "care"
    assert Client.get().record_number == "RD-000955"


def test_a_record_number_that_another_has_is_not_taken(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    admitted(store, record_number="RD-000901", legal_family="Ito")
    line = field(window, "client.record_number")
    line.setFocus()
    line.selectAll()
    type_keys(window, "RD-000901")
    press(window, "Tab")
    assert problem(window, "client.record_number") == "Another entry has this already. Choose a different one."
    assert line.accessibleDescription() == problem(window, "client.record_number").rstrip(".")
    assert sorted(each.record_number for each in Client.select()) == ["RD-000900", "RD-000901"]
    assert window.windowTitle().startswith("RD-000900")
    lock(qtbot, window)
    unlock(qtbot, window)
    assert field(window, "client.record_number").text() == "RD-000901"
    assert field(window, "client.record_number").property("tone") == "care"


def test_a_pointer_is_chosen_by_typing_a_part_of_the_words(qtbot: QtBot, store: Store, client: Client) -> None:
    for name in ("Dana Whitfield", "Lee Ong"):
        store.add(Staff, name=name, role="counselor")
    window = opened_window(qtbot, store, client=client)
    open_page(window, "client").step_section(3)
    combo = field(window, "episode.counselor")
    combo.setFocus()
    type_keys(window, "Lee Ong")
    press(window, "Tab")
    assert Episode.get().counselor.name == "Lee Ong"
    combo.setFocus()
    combo.lineEdit().selectAll()
    type_keys(window, "nobody of that name")
    press(window, "Tab")
    assert combo.property("tone") == "care"
    assert Episode.get().counselor.name == "Lee Ong"
    assert store.vault.drafts.names() == ["field episode 1 counselor"]
    combo.setFocus()
    combo.lineEdit().selectAll()
    press(window, "Delete")
    press(window, "Tab")
    assert Episode.get().counselor is None
    assert store.vault.drafts.names() == []
