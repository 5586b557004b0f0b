"""The restore assistant and the salvage of a damaged vault, on real backups."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access.restore import RestorePage
from recovery_desktop_ui.access.salvage import SalvagePage

from recovery_desktop.exchange.sample import sample_client_files
from recovery_desktop.exchange.taking import take_client
from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store, create_store
from recovery_desktop.vault import back_up, layout, unlock_key
from tests.practices import CHEAP, PASSPHRASE, PRACTICE
from tests.ui.access.hands import choose, line, press, said, show, words


class Kept:
    """A practice with a client, backed up beside itself; the vault has gone on since."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        store, self.code = create_store(folder, PASSPHRASE, PRACTICE, user="Test Counselor", cost=CHEAP, ballast=65536)
        take_client(store, sample_client_files()[0].read_bytes())
        self.backup = back_up(store.vault, folder / layout.BACKUPS)
        store.add(Client, record_number="RD-9", legal_family="Later")
        store.close()


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "vault")


def page_for(qtbot: QtBot, folder: Path) -> RestorePage:
    page = RestorePage(folder)
    show(qtbot, page)
    return page


def test_a_backup_is_looked_into_and_put_in_place(qtbot: QtBot, kept: Kept) -> None:
    page = page_for(qtbot, kept.folder)
    press(qtbot, page, "backup_1")
    qtbot.keyClicks(line(page, "passphrase"), PASSPHRASE)
    press(qtbot, page, "inspect")
    qtbot.waitUntil(lambda: "What is in this backup" in words(page))
    assert "1 client " in words(page)
    assert "kept whole beside it" in words(page)
    with qtbot.waitSignal(page.opened) as signal:
        press(qtbot, page, "restore")
    store: Store = signal.args[0]
    assert Client.select().count() == 1
    assert list(kept.folder.glob("replaced-*"))
    store.close()


def test_it_works_on_a_new_laptop_with_the_recovery_sheet(qtbot: QtBot, kept: Kept, tmp_path: Path) -> None:
    page = page_for(qtbot, tmp_path / "new laptop" / "vault")
    press(qtbot, page, "choose_file")
    choose(page, kept.backup.path)
    press(qtbot, page, "use_sheet")
    for number, group in enumerate(kept.code.split("-"), 1):
        qtbot.keyClicks(line(page, f"group_{number}"), group)
    press(qtbot, page, "inspect")
    qtbot.waitUntil(lambda: "What is in this backup" in words(page))
    assert "kept whole" not in words(page)
    with qtbot.waitSignal(page.opened) as signal:
        press(qtbot, page, "restore")
    assert Client.select().count() == 1
    signal.args[0].close()


def test_a_wrong_passphrase_changes_nothing(qtbot: QtBot, kept: Kept) -> None:
    before = (kept.folder / layout.DATABASE).read_bytes()
    page = page_for(qtbot, kept.folder)
    press(qtbot, page, "backup_1")
    qtbot.keyClicks(line(page, "passphrase"), "not the right one")
    press(qtbot, page, "inspect")
    qtbot.waitUntil(lambda: "does not open" in said(page))
    assert line(page, "passphrase").selectedText() == "not the right one"
    assert (kept.folder / layout.DATABASE).read_bytes() == before


def test_a_damaged_backup_is_named(qtbot: QtBot, kept: Kept) -> None:
    content = bytearray(kept.backup.path.read_bytes())
    content[len(content) // 2] ^= 1
    kept.backup.path.write_bytes(content)
    page = page_for(qtbot, kept.folder)
    press(qtbot, page, "backup_1")
    qtbot.keyClicks(line(page, "passphrase"), PASSPHRASE)
    press(qtbot, page, "inspect")
    qtbot.waitUntil(lambda: kept.backup.path.name in said(page))


def test_a_slip_in_the_code_is_shown_at_its_group(qtbot: QtBot, kept: Kept) -> None:
    page = page_for(qtbot, kept.folder)
    press(qtbot, page, "backup_1")
    press(qtbot, page, "use_sheet")
    groups = kept.code.split("-")
    groups[2] = ("0" if groups[2][0] != "0" else "1") + groups[2][1:]
    for number, group in enumerate(groups, 1):
        qtbot.keyClicks(line(page, f"group_{number}"), group)
    press(qtbot, page, "inspect")
    qtbot.waitUntil(lambda: "typing mistake" in said(page))
    marked = [n for n in range(1, 10) if line(page, f"group_{n}").property("tone")]
    assert marked == [3]


def test_one_can_go_back_to_the_choice_and_out(qtbot: QtBot, kept: Kept) -> None:
    page = page_for(qtbot, kept.folder)
    press(qtbot, page, "backup_1")
    press(qtbot, page, "back")
    with qtbot.waitSignal(page.cancelled):
        press(qtbot, page, "back")


def test_what_can_be_read_of_a_damaged_vault_is_saved(qtbot: QtBot, kept: Kept) -> None:
    key = unlock_key(kept.folder, PASSPHRASE)
    database = kept.folder / layout.DATABASE
    content = bytearray(database.read_bytes())
    content[-layout.PAGE + 100] ^= 1
    database.write_bytes(content)
    page = SalvagePage(kept.folder, key)
    show(qtbot, page)
    press(qtbot, page, "salvage")
    qtbot.waitUntil(lambda: "What was saved" in words(page))
    assert "entries were saved" in words(page)
    assert "replaced-" in words(page)
    with qtbot.waitSignal(page.opened) as signal:
        press(qtbot, page, "open")
    assert Client.select().count() == 2
    signal.args[0].close()


def test_a_vault_that_cannot_be_salvaged_leaves_the_backup(qtbot: QtBot, kept: Kept) -> None:
    key = unlock_key(kept.folder, PASSPHRASE)
    content = bytearray((kept.folder / layout.DATABASE).read_bytes())
    content[100] ^= 1
    (kept.folder / layout.DATABASE).write_bytes(content)
    page = SalvagePage(kept.folder, key)
    show(qtbot, page)
    press(qtbot, page, "salvage")
    qtbot.waitUntil(lambda: bool(said(page)))
    with qtbot.waitSignal(page.restore_wanted):
        press(qtbot, page, "restore")
