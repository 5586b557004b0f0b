"""The recovery sheet on its way to paper: printed, saved with a warning, or copied by hand."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access import sheet_view
from recovery_desktop_ui.access.sheet_view import SheetView
from recovery_desktop_ui.parts.printing import has_printer

from recovery_desktop.records.practice import Practice
from recovery_desktop.vault.recovery_code import code_for
from tests.support import need
from tests.ui.access.hands import choose, press, said, show, shown_code, type_back

CODE = code_for(bytes(range(20)))


@pytest.fixture
def view(qtbot: QtBot) -> SheetView:
    made = SheetView(CODE, Practice(name="Willow Street", paper="letter"), Path("/records"))
    show(qtbot, made)
    return made


def save_to(qtbot: QtBot, view: SheetView, file: Path) -> None:
    press(qtbot, view, "save_pdf")
    choose(view, file)


def test_the_screen_shows_every_group(view: SheetView) -> None:
    assert shown_code(view) == CODE.split("-")


def test_a_missing_printer_is_told(qtbot: QtBot, view: SheetView) -> None:
    need(not has_printer(), "this computer has a printer")
    assert "no printer" in said(view)
    press(qtbot, view, "print")
    assert "no printer" in said(view)


def test_saving_on_this_laptop_warns_first(qtbot: QtBot, view: SheetView, tmp_path: Path) -> None:
    save_to(qtbot, view, tmp_path / "sheet.pdf")
    assert "not a safe place" in said(view)
    assert not (tmp_path / "sheet.pdf").exists()
    press(qtbot, view, "save_anyway")
    qtbot.waitUntil(lambda: "Saved" in said(view))
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_a_stick_is_a_good_place(
    qtbot: QtBot, view: SheetView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # no second drive can be plugged into a test
    monkeypatch.setattr(sheet_view, "is_this_laptop", lambda _folder: False)
    save_to(qtbot, view, tmp_path / "sheet.pdf")
    qtbot.waitUntil(lambda: "Saved" in said(view))


def test_a_synced_folder_is_named_as_such(qtbot: QtBot, view: SheetView, tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    save_to(qtbot, view, tmp_path / "Dropbox" / "sheet.pdf")
    assert "other computers" in said(view)


def test_a_place_that_takes_no_file_is_told(qtbot: QtBot, view: SheetView, tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").mkdir()
    view._put(tmp_path / "sheet.pdf")  # the system's window lets nobody choose a folder as a file
    qtbot.waitUntil(lambda: "could not be saved" in said(view))
    assert shown_code(view) == CODE.split("-")


def test_two_groups_are_asked_back(qtbot: QtBot, view: SheetView) -> None:
    with qtbot.waitSignal(view.checked):
        type_back(qtbot, view, CODE.split("-"))


def test_look_alikes_are_forgiven(qtbot: QtBot, view: SheetView) -> None:
    with qtbot.waitSignal(view.checked):
        type_back(qtbot, view, [group.replace("0", "O").replace("1", "I") for group in CODE.split("-")])
