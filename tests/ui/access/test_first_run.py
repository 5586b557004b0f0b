"""The first start, by real keys and clicks, with real vaults at a cheap key cost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access.code_groups import GroupField
from recovery_desktop_ui.access.first_run import FirstRun
from recovery_desktop_ui.access.owing import sheet_is_owed
from recovery_desktop_ui.access.unlock import UnlockPage
from recovery_desktop_ui.parts.printing import has_printer
from recovery_desktop_ui.parts.tokens import text_size, use_text_size

from recovery_desktop.places import PROGRAM
from recovery_desktop.records.practice import Staff
from recovery_desktop.records.store import Store, open_store
from recovery_desktop.settings import Settings
from recovery_desktop.vault import Attempts, recover_key, unlock_key
from tests.practices import CHEAP, new_practice
from tests.ui.access.hands import choose, line, part, press, said, show, shown_code, type_back, words

Start = Callable[..., FirstRun]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Start:
    """Opens the assistant for a folder of its own."""

    def make(folder: Path = tmp_path / "vault") -> FirstRun:
        page = FirstRun(Settings(), folder, cost=CHEAP, ballast=65536)
        show(qtbot, page)
        return page

    return make


def title(page: FirstRun) -> str:
    found = [each for each in page.findChildren(QLabel, "page_title") if each.isVisibleTo(page)]
    return found[0].text()


def to_practice(qtbot: QtBot, page: FirstRun) -> None:
    press(qtbot, page, "next")
    press(qtbot, page, "next")
    assert title(page) == "You and your practice"


def to_passphrase(qtbot: QtBot, page: FirstRun) -> str:
    """Fills in the practice and gives the words that are offered on the next page."""
    to_practice(qtbot, page)
    qtbot.keyClicks(line(page, "counselor_name"), "Dana Whitfield")
    qtbot.keyClicks(line(page, "counselor_credential"), "LCADC")
    qtbot.keyClicks(line(page, "practice_name"), "Willow Street")
    qtbot.keyClicks(line(page, "practice_phone"), "555-0172")
    press(qtbot, page, "paper_a4")
    press(qtbot, page, "non_profit_yes")
    press(qtbot, page, "next")
    offer = page.findChild(QLabel, "offer")
    assert offer is not None
    return offer.text()


def to_sheet(qtbot: QtBot, page: FirstRun) -> str:
    passphrase = to_passphrase(qtbot, page)
    qtbot.keyClicks(line(page, "same"), passphrase)
    qtbot.keyClick(line(page, "same"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: title(page) == "Your recovery sheet")
    return passphrase


def test_the_whole_way_makes_a_practice(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    page = start()
    with qtbot.waitSignal(page.folder_chosen) as chosen:
        passphrase = to_sheet(qtbot, page)
    assert chosen.args == [tmp_path / "vault"]
    groups = shown_code(page)
    type_back(qtbot, page, groups)
    assert title(page) == "Ready"
    with qtbot.waitSignal(page.finished) as signal:
        press(qtbot, page, "client")
    store, first = signal.args
    assert first == "client"
    practice, counselor = store.practice(), Staff.get()
    assert (practice.name, practice.phone, practice.paper) == ("Willow Street", "555-0172", "a4")
    assert (practice.non_profit, counselor.name, counselor.credential) == ("yes", "Dana Whitfield", "LCADC")
    assert store.vault.user == "Dana Whitfield"
    assert not sheet_is_owed(store)
    store.close()
    assert unlock_key(tmp_path / "vault", passphrase).opened_by == "passphrase"
    assert recover_key(tmp_path / "vault", "-".join(groups)).opened_by == "recovery"


@pytest.mark.parametrize("first", ["sample", "open"])
def test_one_can_begin_otherwise(qtbot: QtBot, start: Start, first: str) -> None:
    page = start()
    to_sheet(qtbot, page)
    type_back(qtbot, page, shown_code(page))
    with qtbot.waitSignal(page.finished) as signal:
        press(qtbot, page, first)
    assert signal.args[1] == first
    signal.args[0].close()


def test_looks_are_applied_at_once_and_the_focus_stays(qtbot: QtBot, start: Start) -> None:
    page = start()
    page.look_changed.connect(lambda settings: use_text_size(settings.text_size))
    try:
        with qtbot.waitSignal(page.look_changed) as signal:
            press(qtbot, page, "size_1.5")
        assert signal.args[0].text_size == 1.5
        assert text_size() == 1.5
        assert part(page, "size_1.5").isChecked()
        assert part(page, "size_1.5").hasFocus()
        with qtbot.waitSignal(page.look_changed) as signal:
            press(qtbot, page, "look_dark")
        assert (signal.args[0].look, signal.args[0].text_size) == ("dark", 1.5)
    finally:
        use_text_size(1.0)


def test_another_folder_can_be_chosen(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "letter.txt").write_text("other things")
    page = start()
    press(qtbot, page, "next")
    press(qtbot, page, "other_folder")
    choose(page, tmp_path / "papers")
    assert str(tmp_path / "papers" / PROGRAM) in words(page)


def test_a_synced_folder_is_warned_of(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    page = start(tmp_path / "Dropbox" / "vault")
    press(qtbot, page, "next")
    assert "Dropbox" in words(page)
    assert "not synced" in words(page)
    press(qtbot, page, "next")
    assert title(page) == "You and your practice"


def test_a_folder_with_a_practice_is_unlocked_instead(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    new_practice(tmp_path / "vault").close()
    page = start()
    press(qtbot, page, "next")
    assert "already a practice" in said(page)
    with qtbot.waitSignal(page.unlock_wanted) as signal:
        press(qtbot, page, "unlock")
    assert signal.args == [tmp_path / "vault"]


def test_a_name_is_asked_for(qtbot: QtBot, start: Start) -> None:
    page = start()
    to_practice(qtbot, page)
    press(qtbot, page, "next")
    assert said(page).startswith("Your name")
    assert line(page, "counselor_name").hasFocus()


def test_the_letterhead_grows_while_one_types(qtbot: QtBot, start: Start) -> None:
    page = start()
    to_practice(qtbot, page)
    qtbot.keyClicks(line(page, "practice_name"), "Willow Street")
    qtbot.keyClicks(line(page, "practice_phone"), "555-0172")
    assert page.findChild(QLabel, "letterhead_name").text() == "Willow Street"
    assert page.findChild(QLabel, "letterhead_lines").text() == "555-0172"


def test_back_keeps_what_was_typed(qtbot: QtBot, start: Start) -> None:
    page = start()
    to_passphrase(qtbot, page)
    press(qtbot, page, "back")
    assert line(page, "practice_name").text() == "Willow Street"
    assert part(page, "paper_a4").isChecked()
    for _page in range(2):
        press(qtbot, page, "back")
    assert title(page) == "Welcome to Recovery Desktop"
    to_practice(qtbot, page)
    assert line(page, "counselor_name").text() == "Dana Whitfield"


def test_a_step_can_be_shown_anew_in_another_text_size(qtbot: QtBot, start: Start) -> None:
    page = start()
    to_practice(qtbot, page)
    qtbot.keyClicks(line(page, "practice_name"), "Willow Street")
    use_text_size(2.0)
    try:
        page.show_again()
        assert line(page, "practice_name").text() == "Willow Street"
    finally:
        use_text_size(1.0)


def test_back_from_the_sheet_changes_the_practice_in_the_vault(qtbot: QtBot, start: Start) -> None:
    page = start()
    to_sheet(qtbot, page)
    groups = shown_code(page)
    press(qtbot, page, "back")
    line(page, "practice_name").selectAll()
    qtbot.keyClicks(line(page, "practice_name"), "Harbor Street")
    press(qtbot, page, "next")
    assert shown_code(page) == groups
    type_back(qtbot, page, groups)
    with qtbot.waitSignal(page.finished) as signal:
        press(qtbot, page, "open")
    assert signal.args[0].practice().name == "Harbor Street"
    signal.args[0].close()


def test_the_sheet_cannot_be_skipped(qtbot: QtBot, start: Start) -> None:
    page = start()
    to_sheet(qtbot, page)
    groups = shown_code(page)
    type_back(qtbot, page, ["AAAA"] * 9)
    assert "not what stands on the sheet" in said(page)
    assert groups[0] not in words(page)
    assert title(page) == "Your recovery sheet"
    press(qtbot, page, "show_again")
    assert shown_code(page) == groups
    page.close_store()


def test_a_program_that_ends_at_the_sheet_owes_it(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    page = start()
    passphrase = to_sheet(qtbot, page)
    page.close_store()
    gate = UnlockPage(tmp_path / "vault", attempts=Attempts())
    show(qtbot, gate)
    qtbot.keyClicks(line(gate, "passphrase"), passphrase)
    with qtbot.waitSignal(gate.opened) as signal:
        press(qtbot, gate, "unlock")
    store: Store = signal.args[0]
    assert sheet_is_owed(store)
    assert store.practice().name == "Willow Street"
    store.close()


def test_restoring_is_offered_from_the_first_page_on(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    page = start()
    with qtbot.waitSignal(page.restore_wanted) as signal:
        press(qtbot, page, "restore")
    assert signal.args == [tmp_path / "vault"]
    press(qtbot, page, "next")
    with qtbot.waitSignal(page.restore_wanted):
        press(qtbot, page, "restore")


def test_restoring_at_the_end_gives_the_new_vault_free(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    page = start()
    passphrase = to_sheet(qtbot, page)
    type_back(qtbot, page, shown_code(page))
    with qtbot.waitSignal(page.restore_wanted):
        press(qtbot, page, "restore")
    open_store(tmp_path / "vault", unlock_key(tmp_path / "vault", passphrase)).close()


def test_the_sample_can_be_looked_at_first(qtbot: QtBot, start: Start) -> None:
    page = start()
    with qtbot.waitSignal(page.sample_wanted):
        press(qtbot, page, "sample")


def test_a_folder_that_cannot_be_written_is_told(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    page = start(tmp_path / "file" / "vault")
    passphrase = to_passphrase(qtbot, page)
    qtbot.keyClicks(line(page, "same"), passphrase)
    press(qtbot, page, "next")
    qtbot.waitUntil(lambda: bool(said(page)))
    assert title(page) == "What opens your records"


def keys(qtbot: QtBot, typed: str = "", press_enter: bool = True) -> None:
    """Types into whatever has the focus."""
    qtbot.keyClicks(QApplication.focusWidget(), typed)
    if press_enter:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_typing_and_enter_alone_lead_through(qtbot: QtBot, start: Start) -> None:
    page = start()
    assert part(page, "size_1.0").hasFocus()
    keys(qtbot)
    assert title(page) == "Where your records live"
    keys(qtbot)
    for typed in ("Dana Whitfield", "LCADC", "Willow Street"):
        keys(qtbot, typed)
    keys(qtbot, "12 Harbor Street", press_enter=False)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    keys(qtbot, "555-0172")
    keys(qtbot, "SA-100")
    offer = page.findChild(QLabel, "offer")
    assert offer is not None
    keys(qtbot, offer.text())
    qtbot.waitUntil(lambda: title(page) == "Your recovery sheet")
    groups = shown_code(page)
    assert (part(page, "print") if has_printer() else part(page, "save_pdf")).hasFocus()
    press(qtbot, page, "on_paper")
    asked = [int(field.objectName().removeprefix("group_")) for field in page.findChildren(GroupField)]
    first, second = (groups[number - 1] for number in asked)
    qtbot.keyClicks(QApplication.focusWidget(), first + second[0])  # whoever types on means the next field
    keys(qtbot, second[1:])
    assert title(page) == "Ready"
    with qtbot.waitSignal(page.finished) as signal:
        keys(qtbot)
    assert signal.args[1] == "client"
    signal.args[0].close()
