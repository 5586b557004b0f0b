"""The pane of the practice: letterhead while one types, staff, directory with its search, own words."""

from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.panes.practice import PracticePane

from recovery_desktop.records.practice import OwnWord, Practice, Resource, Staff
from recovery_desktop.records.store import Store
from tests.practices import reopened
from tests.ui.tabs.showing import child, not_shown, press, rows_not_shown, sample_client, type_into


@pytest.fixture
def pane(qtbot: QtBot, store: Store) -> Any:
    """The pane of a practice that has staff and a directory."""
    sample_client(store, "priya-shah")
    made = PracticePane(Keeper(store))
    qtbot.addWidget(made)
    made.resize(1134, 560)
    made.show()
    return made


def test_everything_of_the_practice_is_shown(pane: Any) -> None:
    elsewhere = {"sample", "backup_folder"}  # said in words; kept by the backup
    assert not_shown(pane._form, elsewhere) == []
    assert rows_not_shown(pane._staff, Staff.select().order_by(Staff.position)) == []
    assert rows_not_shown(pane._directory._rows, Resource.select().order_by(Resource.name)) == []


def test_the_letterhead_follows_while_one_types(qtbot: QtBot, pane: Any, store: Store) -> None:
    field: QLineEdit = type_into(qtbot, pane, "practice.name.input", "")
    field.selectAll()
    qtbot.keyClicks(field, "Harbor Street")
    type_into(qtbot, pane, "practice.address.input", "12 Harbor Street")
    assert child(pane, "letterhead_name").text() == "Harbor Street"
    assert "12 Harbor Street" in child(pane, "letterhead_lines").text()
    pane._keeper.flush()
    again = reopened(store)
    practice = Practice.get()
    again.close()
    assert (practice.name, practice.address) == ("Harbor Street", "12 Harbor Street")


def test_the_directory_is_searched_by_need_and_language(qtbot: QtBot, pane: Any) -> None:
    search = type_into(qtbot, pane, "directory.search", "learning")
    rows = pane._directory._rows
    assert [row.name for row in rows.rows] == ["Millbrook College, adult student advising"]
    assert pane._directory._none.isHidden()
    search.clear()
    qtbot.keyClicks(search, "zzz")
    assert rows.rows == []
    assert not pane._directory._none.isHidden()
    search.clear()
    assert len(rows.rows) == Resource.select().count()


def test_a_new_entry_stays_in_sight_although_it_does_not_fit_the_search(qtbot: QtBot, pane: Any) -> None:
    type_into(qtbot, pane, "directory.search", "learning")
    press(qtbot, pane, "resource.add")
    type_into(qtbot, pane, "resource.name.input", "Food bank")
    pane._keeper.flush()
    assert "Food bank" in [row.name for row in pane._directory._rows.rows]
    assert Resource.get(Resource.name == "Food bank").needs == []


def test_staff_and_words_are_added_and_taken_back(qtbot: QtBot, pane: Any) -> None:
    press(qtbot, pane, "staff.add")
    type_into(qtbot, pane, "staff.name.input", "Ines Calder")
    press(qtbot, pane, "own_word.add")
    type_into(qtbot, pane, "own_word.word.input", "buprenorphine")
    pane._keeper.flush()
    assert OwnWord.get().word == "buprenorphine"
    pane._keeper.undo()
    assert OwnWord.select().count() == 0
    assert Staff.select().where(Staff.name == "Ines Calder").exists()
