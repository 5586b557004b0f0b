"""The pane of the practice: letterhead while one types, staff, directory with its search, own words."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.panes.directory import resource_words
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


def test_the_directory_is_searched_by_an_area_of_need(qtbot: QtBot, pane: Any) -> None:
    helps = child(pane, "directory.area")
    qtbot.keyClicks(helps, "Learning")
    helps.activated.emit(helps.currentIndex())
    rows = pane._directory._rows
    assert [row.name for row in rows.rows] == ["Millbrook College, adult student advising"]
    type_into(qtbot, pane, "directory.search", "zzz")
    assert rows.rows == []
    child(pane, "directory.search").clear()
    qtbot.keyClick(helps, Qt.Key.Key_Delete)
    assert len(rows.rows) == Resource.select().count()


def test_an_entry_that_was_verified_long_ago_says_so() -> None:
    clock.use(datetime.date(2026, 11, 20))
    try:
        for day, words, mark in (
            (datetime.date(2025, 11, 20), "verified 20 Nov 2025", "done"),
            (datetime.date(2025, 11, 19), "verify again: last 19 Nov 2025", "started"),
            (None, "not verified yet", "started"),
        ):
            said = resource_words(Resource(name="Food bank", verified_on=day))
            assert (said.right, said.mark) == (words, mark)
    finally:
        clock.use(None)


def test_of_a_long_directory_the_first_are_shown_and_the_rest_when_asked_for(
    qtbot: QtBot, pane: Any, store: Store
) -> None:
    store.vault.write(lambda: [store.add(Resource, name=f"Pantry {n:03}", kind="Food") for n in range(130)])
    pane._directory.refresh()
    names = [one.name for one in Resource.select().order_by(Resource.name)]
    rows, more, left = pane._directory._rows, child(pane, "directory.more"), len(names) - 60
    assert [one.name for one in rows.rows] == names[:60]
    assert more.text() == more.accessibleName() == f"Show 60 of {left} more entries"
    press(qtbot, pane, "directory.more")
    assert [one.name for one in rows.rows] == names[:120]
    assert pane.focusWidget() is child(pane, "resource.row60")
    press(qtbot, pane, "directory.more")
    assert [one.name for one in rows.rows] == names
    assert more.isHidden()
    type_into(qtbot, pane, "directory.search", "pantry 129")
    assert [one.name for one in rows.rows] == ["Pantry 129"]
    child(pane, "directory.search").clear()
    assert len(rows.rows) == 60
    last = Resource.get(Resource.name == names[-1])
    assert pane._directory._rows.reveal(Resource, last.id, "phone")
    assert rows.form.row == last and len(rows.rows) == 61


def look_into(qtbot: QtBot, pane: Any, path: Path) -> str:
    """Chooses a file; what is said then."""
    files = pane._directory._files
    with qtbot.waitSignal(files._said.shown):
        files.look_into(path)
    return str(files._said.words())


def test_the_directory_goes_to_a_file_and_comes_back_after_a_preview(qtbot: QtBot, pane: Any, tmp_path: Path) -> None:
    files, target = pane._directory._files, tmp_path / "directory.csv"
    with qtbot.waitSignal(files._said.shown):
        files.save_to(target)
    assert "Saved as directory.csv" in files._said.words()
    assert "has all of this already" in look_into(qtbot, pane, target)
    count, first = Resource.select().count(), Resource.select().order_by(Resource.name).first()
    target.write_bytes(target.read_bytes().replace(b"555-01", b"555-02", 1))  # another phone: another entry
    pane._keeper.save(first, hours="Never")
    assert "1 new entry, " in look_into(qtbot, pane, target)
    assert Resource.select().count() == count
    table = child(pane, "directory.changes")
    assert table.item(0, 1).text() == "new"
    press(qtbot, pane, "directory.take")
    assert Resource.select().count() == count + 1
    assert len(pane._directory._rows.rows) == count + 1
    pane._keeper.undo()
    assert Resource.select().count() == count
    assert len(pane._directory._rows.rows) == count


def test_what_a_file_changes_is_shown_beside_what_is_there(qtbot: QtBot, pane: Any, tmp_path: Path) -> None:
    files, target = pane._directory._files, tmp_path / "directory.csv"
    with qtbot.waitSignal(files._said.shown):
        files.save_to(target)
    first = Resource.select().order_by(Resource.name).first()
    was = first.hours
    pane._keeper.save(first, hours="Never")
    assert "1 changed" in look_into(qtbot, pane, target)
    table = child(pane, "directory.changes")
    assert [table.item(0, at).text() for at in range(4)] == [first.name, "Hours", "Never", was]
    press(qtbot, pane, "directory.leave")
    assert Resource.get_by_id(first.id).hours == "Never"
    assert pane.findChild(QWidget, "directory.take") is None or not child(pane, "directory.take").isVisible()


def test_a_long_file_is_shown_slice_by_slice(qtbot: QtBot, pane: Any, tmp_path: Path) -> None:
    files, target = pane._directory._files, tmp_path / "directory.csv"
    with qtbot.waitSignal(files._said.shown):
        files.save_to(target)
    heads, *_rows = target.read_text("utf-8-sig").splitlines()
    rest = "," * (len(Resource.described()) - 2)
    target.write_text("\n".join([heads, *(f"Pantry {n},Food{rest}" for n in range(250))]), encoding="utf-8")
    assert "250 new entries" in look_into(qtbot, pane, target)
    press(qtbot, pane, "directory.leave")  # while slices are still to come
    assert "250 new entries" in look_into(qtbot, pane, target)
    qtbot.waitUntil(lambda: child(pane, "directory.changes").rowCount() == 250)
    table = child(pane, "directory.changes")
    assert {table.item(at, 0).text() for at in range(250)} == {f"Pantry {n}" for n in range(250)}
    press(qtbot, pane, "directory.take")
    assert Resource.select().where(Resource.kind == "Food").count() == 250


@pytest.mark.parametrize("change", ["edit", "remove"])
def test_what_became_another_directory_since_the_preview_is_shown_again(
    qtbot: QtBot, pane: Any, tmp_path: Path, change: str
) -> None:
    files, target = pane._directory._files, tmp_path / "directory.csv"
    with qtbot.waitSignal(files._said.shown):
        files.save_to(target)
    first = Resource.select().order_by(Resource.name).first()
    was = first.hours
    pane._keeper.save(first, hours="Never")
    look_into(qtbot, pane, target)
    if change == "edit":
        pane._keeper.save(Resource.get_by_id(first.id), hours="Typed just now")
    else:
        pane._keeper.remove(Resource.get_by_id(first.id), "an entry")
    before = [(one.name, one.hours) for one in Resource.select()]
    press(qtbot, pane, "directory.take")
    assert [(one.name, one.hours) for one in Resource.select()] == before
    assert "changed meanwhile" in files._said.words()
    table = child(pane, "directory.changes")
    assert table.item(0, 2).text() == ("Typed just now" if change == "edit" else "")
    press(qtbot, pane, "directory.take")
    assert Resource.select().where(Resource.name == first.name).get().hours == was


def test_a_bad_file_is_told_with_its_places(qtbot: QtBot, pane: Any, tmp_path: Path) -> None:
    target = tmp_path / "directory.csv"
    target.write_text("Name,Phone\nFood bank,1\n", encoding="utf-8")
    said = look_into(qtbot, pane, target)
    assert "Nothing of it was taken over." in said
    assert "the column “Address” is missing" in said
