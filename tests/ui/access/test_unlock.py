"""The unlock page: real keys and clicks on real vaults."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access.unlock import UnlockPage

from recovery_desktop.records.store import Store
from recovery_desktop.vault import Attempts, Knocks, back_up, layout
from tests.practices import PASSPHRASE, new_practice
from tests.ui.access.hands import choose, line, part, press, said, show


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed vault."""
    new_practice(tmp_path / "vault").close()
    return tmp_path / "vault"


def shown(qtbot: QtBot, folder: Path, **options: object) -> UnlockPage:
    page = UnlockPage(folder, attempts=options.pop("attempts", Attempts()), **options)  # type: ignore[arg-type]
    show(qtbot, page)
    return page


def type_in(qtbot: QtBot, page: UnlockPage, words: str) -> None:
    qtbot.keyClicks(line(page, "passphrase"), words)
    qtbot.keyClick(line(page, "passphrase"), Qt.Key.Key_Return)


def opened(qtbot: QtBot, page: UnlockPage, passphrase: str = PASSPHRASE) -> Store:
    with qtbot.waitSignal(page.opened) as signal:
        type_in(qtbot, page, passphrase)
    store: Store = signal.args[0]
    return store


def test_the_passphrase_and_enter_open_the_practice(qtbot: QtBot, folder: Path) -> None:
    page = shown(qtbot, folder, note="Locked after 5 minutes.")
    assert page.findChild(QLabel, "note").text() == "Locked after 5 minutes."
    store = opened(qtbot, page)
    assert store.practice().name == "Test Practice"
    assert line(page, "passphrase").text() == ""
    store.close()


def test_a_wrong_passphrase_is_told_and_can_be_overwritten(qtbot: QtBot, folder: Path) -> None:
    page = shown(qtbot, folder)
    type_in(qtbot, page, "not the right words")
    qtbot.waitUntil(lambda: "does not open the vault" in said(page))
    assert line(page, "passphrase").selectedText() == "not the right words"
    store = opened(qtbot, page)
    actions = [action for (action,) in store.vault.connection().execute("SELECT action FROM audit ORDER BY seq")]
    assert actions[-2:] == ["unlock-failed", "unlock"]
    store.close()


def test_after_many_wrong_ones_it_counts_the_seconds(qtbot: QtBot, folder: Path) -> None:
    now = [0.0]
    attempts = Attempts(lambda: now[0])
    for _attempt in range(4):
        attempts.note_wrong()
    page = shown(qtbot, folder, attempts=attempts)
    assert part(page, "unlock").text() == "Wait 2 seconds"
    assert not part(page, "unlock").isEnabled()
    type_in(qtbot, page, PASSPHRASE)
    now[0] = 1.5
    qtbot.waitUntil(lambda: part(page, "unlock").text() == "Wait 1 second")
    now[0] = 2.0
    qtbot.waitUntil(lambda: part(page, "unlock").isEnabled())
    line(page, "passphrase").clear()
    opened(qtbot, page).close()


def test_waiting_can_be_cancelled(qtbot: QtBot, folder: Path) -> None:
    page = shown(qtbot, folder)
    with qtbot.assertNotEmitted(page.opened, wait=150):
        type_in(qtbot, page, PASSPHRASE)
        press(qtbot, page, "cancel")
    assert line(page, "passphrase").text() == PASSPHRASE
    assert part(page, "unlock").isEnabled()


def test_what_is_typed_can_be_shown(qtbot: QtBot, folder: Path) -> None:
    page = shown(qtbot, folder)
    assert line(page, "passphrase").echoMode() == QLineEdit.EchoMode.Password
    press(qtbot, page, "show_typed")
    assert line(page, "passphrase").echoMode() == QLineEdit.EchoMode.Normal
    press(qtbot, page, "show_typed")
    assert line(page, "passphrase").echoMode() == QLineEdit.EchoMode.Password


def test_caps_lock_is_noticed_by_the_letters(qtbot: QtBot, folder: Path) -> None:
    page = shown(qtbot, folder)
    note = page.findChild(QLabel, "caps_lock")
    qtbot.keyClick(line(page, "passphrase"), "A")  # a large letter without Shift
    assert note.isVisibleTo(page)
    qtbot.keyClick(line(page, "passphrase"), "A", Qt.KeyboardModifier.ShiftModifier)
    assert not note.isVisibleTo(page)


def test_nothing_typed_is_no_attempt(qtbot: QtBot, folder: Path) -> None:
    attempts = Attempts()
    page = shown(qtbot, folder, attempts=attempts)
    press(qtbot, page, "unlock")
    assert "Type your passphrase" in said(page)
    assert attempts.failed == 0


def test_a_vault_that_is_open_elsewhere_is_knocked_at(qtbot: QtBot, tmp_path: Path) -> None:
    store = new_practice(tmp_path / "vault")
    page = shown(qtbot, tmp_path / "vault")
    type_in(qtbot, page, PASSPHRASE)
    qtbot.waitUntil(lambda: "already open in another window" in said(page))
    knocks = Knocks(tmp_path / "vault")
    press(qtbot, page, "show_other")
    assert "asked to come to the front" in said(page)
    assert knocks.heard()
    store.close()


def test_a_damaged_vault_offers_backup_and_salvage(qtbot: QtBot, folder: Path) -> None:
    database = folder / layout.DATABASE
    content = bytearray(database.read_bytes())
    content[5 * layout.PAGE + 100] ^= 1
    database.write_bytes(content)
    page = shown(qtbot, folder)
    type_in(qtbot, page, PASSPHRASE)
    qtbot.waitUntil(lambda: "damaged or incomplete" in said(page))
    with qtbot.waitSignal(page.restore_wanted):
        press(qtbot, page, "restore_now")
    with qtbot.waitSignal(page.salvage_wanted) as signal:
        press(qtbot, page, "salvage")
    assert signal.args[0].opened_by == "passphrase"


def test_a_missing_folder_is_told_at_once_and_found_again(qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    away = folder.rename(tmp_path / "away")
    page = shown(qtbot, folder)
    assert "no vault in this folder" in said(page)
    press(qtbot, page, "try_again")
    assert "no vault in this folder" in said(page)
    away.rename(folder)
    press(qtbot, page, "try_again")
    assert "there again" in said(page)
    opened(qtbot, page).close()


def test_another_folder_can_be_chosen(qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path / "nothing-here")
    press(qtbot, page, "other_folder")
    with qtbot.waitSignal(page.folder_chosen) as signal:
        choose(page, folder)
    assert signal.args[0] == folder


def test_lost_key_files_come_back_from_a_backup(qtbot: QtBot, tmp_path: Path) -> None:
    store = new_practice(tmp_path / "vault")
    (tmp_path / "drive").mkdir()
    backup = back_up(store.vault, tmp_path / "drive")
    store.close()
    for name in (layout.KEYSLOTS, layout.KEYSLOTS_COPY):
        (tmp_path / "vault" / name).write_bytes(b"noise")
    page = shown(qtbot, tmp_path / "vault")
    type_in(qtbot, page, PASSPHRASE)
    qtbot.waitUntil(lambda: "copies of the key file" in said(page))
    press(qtbot, page, "take_key_file")
    choose(page, backup.path)
    qtbot.waitUntil(lambda: "The key file is back" in said(page))
    line(page, "passphrase").clear()
    opened(qtbot, page).close()


def test_what_was_found_on_the_way_is_handed_on(qtbot: QtBot, folder: Path) -> None:
    (folder / layout.KEYSLOTS_COPY).unlink()
    store = opened(qtbot, shown(qtbot, folder))
    assert any("key file" in finding for finding in store.vault.findings)
    store.close()


@pytest.mark.parametrize(("name", "signal"), [("use_recovery_sheet", "recovery_wanted"), ("restore", "restore_wanted")])
def test_the_links_lead_on(qtbot: QtBot, folder: Path, name: str, signal: str) -> None:
    page = shown(qtbot, folder)
    with qtbot.waitSignal(getattr(page, signal)):
        press(qtbot, page, name)


def test_the_folder_can_vanish_while_unlocking(qtbot: QtBot, folder: Path) -> None:
    page = shown(qtbot, folder)
    shutil.rmtree(folder)
    type_in(qtbot, page, PASSPHRASE)
    qtbot.waitUntil(lambda: "no vault in this folder" in said(page))
