"""The caseload is exported into a folder while the window lives: progress, cancel, and what is said at the end."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.panes.batch import BatchPane
from recovery_desktop_ui.parts.message import Message
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.disclosing import Disclosure
from recovery_desktop.records.store import Store
from tests.ui.windows import click, field, on_screen, opened_window, press


@pytest.fixture
def window(qtbot: QtBot, store: Store) -> MainWindow:
    for number in range(1, 7):
        client = store.add(Client, record_number=f"RD-{number}", legal_family="Doe", legal_given=f"Given{number}")
        store.add(Episode, client)
    opened = opened_window(qtbot, store)
    press(opened, "Ctrl+Shift+X")
    return opened


def pane(window: MainWindow) -> BatchPane:
    found = window.findChild(BatchPane)
    assert found is not None
    return found


def said(window: MainWindow) -> str:
    return " ".join(each.words() for each in pane(window).findChildren(Message))


def test_everybody_in_care_gets_a_file(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    pane(window).write_into(folder)
    assert "0 of 6 written" in on_screen(window)
    assert not field(window, "batch.start").isEnabled()
    qtbot.waitUntil(lambda: "6 documents were written." in said(window), timeout=20_000)
    names = sorted(path.name for path in folder.iterdir())
    assert [name.partition("_")[0] for name in names] == [f"RD-{number}" for number in range(1, 7)]
    assert all(path.read_bytes().startswith(b"%PDF-1.7") for path in folder.iterdir())
    assert Disclosure.select().count() == 0  # it is for the record
    assert field(window, "batch.start").isEnabled()


def test_cancel_stops_and_leaves_whole_files(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    pane(window).write_into(folder)
    qtbot.waitUntil(lambda: any(folder.glob("*.pdf")), timeout=20_000)
    click(window, "cancel")
    qtbot.waitUntil(lambda: "It was stopped before the others." in said(window), timeout=20_000)
    files = list(folder.iterdir())
    assert 0 < len(files) < 6
    assert all(path.suffix == ".pdf" and path.read_bytes().rstrip().endswith(b"%%EOF") for path in files)


def test_a_folder_that_takes_nothing_is_told(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    pane(window).write_into(tmp_path / "file" / "out")
    assert "Choose a folder that you may write to" in said(window)


def test_letters_that_the_fonts_lack_are_named_by_the_record(
    qtbot: QtBot, window: MainWindow, store: Store, tmp_path: Path
) -> None:
    store.save(Client.get(Client.record_number == "RD-3"), preferred_name="\U0001f600")
    pane(window).write_into(tmp_path / "out")
    qtbot.waitUntil(lambda: "The fonts lack letters in the documents of: RD-3." in said(window), timeout=20_000)
