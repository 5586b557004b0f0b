"""The way in with the recovery sheet, and the sheet that a crash left unfinished."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access.owed_sheet_page import OwedSheetPage
from recovery_desktop_ui.access.owing import owe_sheet, sheet_is_owed
from recovery_desktop_ui.access.recovery import RecoveryPage

from recovery_desktop.records.store import Store, create_store
from recovery_desktop.vault import Attempts, WrongPassphrase, recover_key, unlock_key
from tests.practices import CHEAP, PASSPHRASE, PRACTICE
from tests.ui.access.hands import line, press, said, show, shown_code, type_back, words


@pytest.fixture
def vault(tmp_path: Path) -> tuple[Path, str]:
    """A closed vault and its recovery code."""
    store, code = create_store(
        tmp_path / "vault", PASSPHRASE, PRACTICE, user="Test Counselor", cost=CHEAP, ballast=65536
    )
    store.close()
    return tmp_path / "vault", code


def page_for(qtbot: QtBot, folder: Path, attempts: Attempts | None = None) -> RecoveryPage:
    page = RecoveryPage(folder, attempts=attempts or Attempts())
    show(qtbot, page)
    return page


def type_code(qtbot: QtBot, page: RecoveryPage, code: str) -> None:
    """Types it from the sheet in one go: a full group leads on to the next."""
    for number, group in enumerate(code.split("-"), 1):
        assert line(page, f"group_{number}").hasFocus()
        qtbot.keyClicks(line(page, f"group_{number}"), group.lower())


def set_passphrase(qtbot: QtBot, page: RecoveryPage) -> str:
    """Goes through the code's check and takes the offered words."""
    press(qtbot, page, "recover")
    qtbot.waitUntil(lambda: "Choose a new passphrase" in words(page))
    offer = page.findChild(QLabel, "offer").text()
    qtbot.keyClicks(line(page, "same"), offer)
    press(qtbot, page, "change")
    qtbot.waitUntil(lambda: "A new recovery sheet?" in words(page))
    return offer


def test_the_code_opens_after_a_new_passphrase_is_set(qtbot: QtBot, vault: tuple[Path, str]) -> None:
    folder, code = vault
    page = page_for(qtbot, folder)
    type_code(qtbot, page, code)
    new = set_passphrase(qtbot, page)
    with qtbot.waitSignal(page.opened) as signal:
        press(qtbot, page, "keep_sheet")
    signal.args[0].close()
    assert unlock_key(folder, new).opened_by == "passphrase"
    assert recover_key(folder, code).opened_by == "recovery"
    with pytest.raises(WrongPassphrase):
        unlock_key(folder, PASSPHRASE)


def test_a_new_sheet_can_be_made_at_once(qtbot: QtBot, vault: tuple[Path, str]) -> None:
    folder, code = vault
    page = page_for(qtbot, folder)
    type_code(qtbot, page, code)
    set_passphrase(qtbot, page)
    press(qtbot, page, "new_sheet")
    qtbot.waitUntil(lambda: "Your new recovery sheet" in words(page))
    groups = shown_code(page)
    with qtbot.waitSignal(page.opened) as signal:
        type_back(qtbot, page, groups)
    store: Store = signal.args[0]
    assert not sheet_is_owed(store)
    store.close()
    assert recover_key(folder, "-".join(groups)).opened_by == "recovery"


def test_a_whole_code_can_be_pasted(qtbot: QtBot, vault: tuple[Path, str]) -> None:
    folder, code = vault
    page = page_for(qtbot, folder)
    QApplication.clipboard().setText(f" {code} ")
    qtbot.keyClick(line(page, "group_1"), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.clipboard().clear()
    assert [line(page, f"group_{n}").text() for n in range(1, 10)] == code.split("-")


def test_backspace_goes_back_over_the_groups(qtbot: QtBot, vault: tuple[Path, str]) -> None:
    page = page_for(qtbot, vault[0])
    qtbot.keyClicks(line(page, "group_1"), "abcd")
    qtbot.keyClick(line(page, "group_2"), Qt.Key.Key_Backspace)
    assert line(page, "group_1").hasFocus()
    assert line(page, "group_1").text() == "abc"


@pytest.mark.parametrize("group", [1, 5, 8])
def test_a_slip_is_shown_at_its_group(qtbot: QtBot, vault: tuple[Path, str], group: int) -> None:
    folder, code = vault
    groups = code.split("-")
    first = groups[group - 1]
    groups[group - 1] = ("7" if first[0] != "7" else "8") + first[1:]
    page = page_for(qtbot, folder)
    type_code(qtbot, page, "-".join(groups))
    press(qtbot, page, "recover")
    qtbot.waitUntil(lambda: f"Look at group {group} first" in said(page))


def test_the_code_of_another_vault_counts_as_an_attempt(qtbot: QtBot, vault: tuple[Path, str], tmp_path: Path) -> None:
    other, code = create_store(tmp_path / "other", PASSPHRASE, PRACTICE, user="Other", cost=CHEAP, ballast=65536)
    other.close()
    now = [0.0]
    attempts = Attempts(lambda: now[0])
    page = page_for(qtbot, vault[0], attempts)
    type_code(qtbot, page, code)
    press(qtbot, page, "recover")
    qtbot.waitUntil(lambda: "does not belong to this vault" in said(page))
    assert attempts.failed == 1
    for _attempt in range(3):
        attempts.note_wrong()
    press(qtbot, page, "recover")
    assert "Wait 2 seconds" in said(page)


def test_leaving_half_way_closes_the_vault(qtbot: QtBot, vault: tuple[Path, str]) -> None:
    folder, code = vault
    page = page_for(qtbot, folder)
    type_code(qtbot, page, code)
    press(qtbot, page, "recover")
    qtbot.waitUntil(lambda: "Choose a new passphrase" in words(page))
    page.close_store()
    assert unlock_key(folder, PASSPHRASE).opened_by == "passphrase"
    again = page_for(qtbot, folder)
    type_code(qtbot, again, code)
    set_passphrase(qtbot, again)
    again.close_store()


def test_with_neither_one_can_only_begin_anew(qtbot: QtBot, vault: tuple[Path, str]) -> None:
    page = page_for(qtbot, vault[0])
    press(qtbot, page, "neither")
    assert "Nobody can open these records" in words(page)
    press(qtbot, page, "back")
    press(qtbot, page, "neither")
    with qtbot.waitSignal(page.new_practice_wanted):
        press(qtbot, page, "new_practice")


def test_a_sheet_that_a_crash_left_unfinished_is_made_anew(qtbot: QtBot, store: Store) -> None:
    owe_sheet(store.vault)
    page = OwedSheetPage(store)
    show(qtbot, page)
    press(qtbot, page, "new_sheet")
    qtbot.waitUntil(lambda: "Your recovery sheet" in words(page) and "not finished" not in words(page))
    groups = shown_code(page)
    with qtbot.waitSignal(page.opened):
        type_back(qtbot, page, groups)
    assert not sheet_is_owed(store)
    assert recover_key(store.vault.folder, "-".join(groups)).opened_by == "recovery"
    page.close_store()
    assert not store.vault.database.is_closed()  # it is the window's now


def test_leaving_an_owed_sheet_closes_the_practice(qtbot: QtBot, store: Store) -> None:
    owe_sheet(store.vault)
    page = OwedSheetPage(store)
    show(qtbot, page)
    page.close_store()
    assert store.vault.database.is_closed()
