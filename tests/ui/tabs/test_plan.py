"""The Plan tab: versions as they are stored, and the plan previewed, saved and printed from memory."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.message import Message
from recovery_desktop_ui.tabs.plan.document import DocumentDesk
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.store import Store
from tests.people import sample
from tests.ui.windows import click, field, open_page, opened_window, press, settle, type_into


@pytest.fixture
def window(qtbot: QtBot, store: Store) -> MainWindow:
    sample(store, "priya-shah")
    return opened_window(qtbot, store, client=Client.get())


def previewed(qtbot: QtBot, window: MainWindow) -> DocumentDesk:
    press(window, "Ctrl+P")
    view = window.findChild(DocumentDesk)
    assert view is not None
    qtbot.waitUntil(lambda: field(window, "preview.save_as").isEnabled(), timeout=10_000)
    return view


def said(view: DocumentDesk) -> str:
    return " ".join(each.words() for each in view.findChildren(Message))


def test_versions_stand_in_a_line_each(window: MainWindow) -> None:
    open_page(window, "plan")
    assert "Draft" in field(window, "plan_version.row0").accessibleName()
    assert "Version 1" in field(window, "earlier_version.row0").accessibleName()


def test_a_version_whose_state_is_changed_stays_until_it_is_closed(window: MainWindow) -> None:
    open_page(window, "plan")
    click(window, "earlier_version.row0")
    field(window, "earlier_version.status").setFocus()
    press(window, "D")  # draft
    assert field(window, "earlier_version.number").isVisible()
    press(window, "Esc")
    settle()
    assert "Version 1" in field(window, "plan_version.row1").accessibleName()


def test_what_is_typed_about_a_version_is_kept(window: MainWindow) -> None:
    open_page(window, "plan")
    click(window, "plan_version.row0")
    type_into(window, "plan_version.reason_detail", " More.")
    press(window, "Tab")
    assert PlanVersion.get(PlanVersion.number == 2).reason_detail.endswith(" More.")


def test_the_first_version_is_begun_with_one_key(window: MainWindow, store: Store) -> None:
    new = store.add(Client, record_number="RD-000900", legal_family="Fielding")
    store.add(Episode, new)
    assert window.workplace is not None
    window.workplace.show_client(new.id, "plan")
    settle()
    click(window, "plan.begin")
    version = PlanVersion.get(PlanVersion.episode == Episode.get(Episode.client == new))
    assert (version.number, version.status, version.reason) == (1, "draft", "first")


def test_the_preview_is_the_plan_of_now(qtbot: QtBot, window: MainWindow) -> None:
    previewed(qtbot, window)
    click(window, "preview.as_text")
    assert "Keep my weekends" in field(window, "preview.text").toPlainText()
    click(window, "preview.close")
    assert field(window, "plan.preview").isVisible()


def test_the_plan_is_saved_where_it_is_wanted(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    view = previewed(qtbot, window)
    click(window, "preview.save_as")
    dialog = view.findChild(QFileDialog)
    assert dialog is not None
    name = Path(dialog.selectedFiles()[0]).name
    assert name == "RD-000123_plan_v2_2026-10-10.pdf"
    dialog.setDirectory(str(tmp_path))
    dialog.accept()
    qtbot.waitUntil(lambda: f"Saved as {name}" in said(view), timeout=10_000)
    assert "Priya Shah" in PdfReader(tmp_path / name).pages[0].extract_text()


def test_a_folder_that_takes_no_file_is_told_in_words(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    view = previewed(qtbot, window)
    view._write(tmp_path / "gone" / "plan.pdf")
    qtbot.waitUntil(lambda: "Choose a folder that you may write to" in said(view), timeout=10_000)


def test_without_a_printer_it_says_so(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recovery_desktop_ui.parts.printing.has_printer", lambda: False)
    view = previewed(qtbot, window)
    click(window, "preview.print")
    assert "There is no printer on this computer" in said(view)


def test_letters_that_the_fonts_lack_are_named(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    store.save(Client.get(), preferred_name="Priya \U0001f600")
    view = previewed(qtbot, window)
    assert "U+1F600" in said(view)


def test_a_client_without_an_episode_begins_one_here(window: MainWindow, store: Store) -> None:
    new = store.add(Client, record_number="RD-000901", legal_family="Fielding")
    assert window.workplace is not None
    window.workplace.show_client(new.id, "plan")
    settle()
    assert not window.workplace.findChildren(QWidget, "plan.preview")[0].isVisible()
    click(window, "page.begin")
    assert Episode.select().where(Episode.client == new).exists()
    assert field(window, "plan.preview").isEnabled()
