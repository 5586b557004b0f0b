"""Backups keep the end of the audit's chain outside the vault: a vault put back whole, or cut, shows against them."""

import shutil
from pathlib import Path

import pytest

from recovery_desktop.vault import (
    Vault,
    back_up,
    check_records,
    first_to_say,
    inspect_backup,
    last_check,
    layout,
    list_backups,
    restore,
)
from recovery_desktop.vault import backup as backup_module
from recovery_desktop.vault.database import VaultDatabase
from tests.vault.practice import PASSPHRASE
from tests.vault.small import add_note, new_vault, notes, opened, tampering


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    (tmp_path / "drive").mkdir()
    return tmp_path / "drive"


def put_back_whole(vault: Vault, as_it_was: Path) -> Vault:
    """Somebody replaces the whole folder, the memory beside the database too."""
    vault.close()
    shutil.rmtree(vault.folder)
    shutil.copytree(as_it_was, vault.folder)
    return opened(vault.folder)


def test_a_folder_that_was_put_back_whole_is_found_against_a_backup(tmp_path: Path, drive: Path) -> None:
    vault = new_vault(tmp_path / "vault").vault
    add_note(vault, "one")
    vault.close()
    shutil.copytree(vault.folder, tmp_path / "earlier")
    vault = opened(vault.folder)
    add_note(vault, "two")
    made = back_up(vault, drive)
    assert check_records(vault, [drive]).faults == ()
    vault = put_back_whole(vault, tmp_path / "earlier")
    assert notes(vault) == ["one"] and vault.findings == [] and vault.check() == []
    (fault,) = check_records(vault, [drive]).faults
    assert made.path.name in fault and "put back" in fault
    add_note(vault, "another two")  # the chain goes on from there, and is whole in itself
    assert len(check_records(vault, [drive, tmp_path / "not plugged in"]).faults) == 1
    vault.close()


def test_a_backup_made_of_it_tells_and_lets_no_earlier_one_go(
    tmp_path: Path, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = new_vault(tmp_path / "vault").vault
    vault.close()
    shutil.copytree(vault.folder, tmp_path / "earlier")
    vault = opened(vault.folder)
    sound = back_up(vault, drive)
    vault = put_back_whole(vault, tmp_path / "earlier")
    monkeypatch.setattr(backup_module, "rotate", lambda *_each: pytest.fail("an earlier backup was let go of"))
    back_up(vault, drive)
    assert len(list_backups(drive)) == 2
    checked = last_check(vault)
    assert checked is not None and sound.path.name in checked.faults[0]
    state = first_to_say(vault, vault.settings.clock.now())
    assert state.level == "alarm" and "changed from outside" in state.words
    vault.close()


def test_a_cut_tail_is_found_against_a_backup(vault: Vault, drive: Path) -> None:
    for number in range(5):
        add_note(vault, str(number))
    back_up(vault, drive)
    with tampering(vault) as connection:
        connection.execute("DELETE FROM audit WHERE seq > 3")
        connection.execute("COMMIT")
        connection.execute("BEGIN")
    assert vault.check() == []
    assert len(check_records(vault, [drive]).faults) == 1


def test_what_was_restored_on_purpose_is_no_fault(tmp_path: Path, drive: Path) -> None:
    vault = new_vault(tmp_path / "vault").vault
    first = back_up(vault, drive)
    add_note(vault, "given up")
    back_up(vault, drive)
    vault.close()
    restore(inspect_backup(first.path, passphrase=PASSPHRASE), vault.folder)
    vault = opened(vault.folder)
    add_note(vault, "instead")
    assert check_records(vault, [drive]).faults == ()
    back_up(vault, drive)
    assert last_check(vault).faults == ()  # type: ignore[union-attr]
    vault.close()


def test_after_a_restoring_a_later_backup_is_a_witness_again(tmp_path: Path, drive: Path) -> None:
    vault = new_vault(tmp_path / "vault").vault
    first = back_up(vault, drive)
    vault.close()
    restore(inspect_backup(first.path, passphrase=PASSPHRASE), vault.folder)
    vault = opened(vault.folder)
    vault.close()
    shutil.copytree(vault.folder, tmp_path / "earlier")
    vault = opened(vault.folder)
    add_note(vault, "lost")
    _wait_for_the_next_second(vault)
    back_up(vault, drive)
    vault = put_back_whole(vault, tmp_path / "earlier")
    assert len(check_records(vault, [drive]).faults) == 1
    vault.close()


def _wait_for_the_next_second(vault: Vault) -> None:
    """A manifest tells whole seconds."""
    begun = vault.settings.clock.now().second
    while vault.settings.clock.now().second == begun:
        pass


def test_backups_of_another_key_and_damaged_ones_are_no_witnesses(vault: Vault, drive: Path) -> None:
    add_note(vault, "one")
    back_up(vault, drive)
    damaged = back_up(vault, drive)
    damaged.path.write_bytes(damaged.path.read_bytes()[:-100])
    vault.replace_key("another horse battery staple")
    assert check_records(vault, [drive]).faults == ()


def test_what_is_seen_in_the_records_is_noted_until_it_is_gone(vault: Vault, drive: Path) -> None:
    assert last_check(vault) is None
    sound = back_up(vault, drive, look=lambda _database: [])
    seen: list[int] = []

    def look(database: VaultDatabase) -> list[str]:
        seen.extend(row[0] for row in database.connection().execute("SELECT count(*) FROM note"))
        return ["RD-000123, version 2: changed."]

    add_note(vault, "one")
    back_up(vault, vault.folder / layout.BACKUPS, look=look)
    assert seen == [1]
    checked = last_check(vault)
    assert checked is not None and checked.faults == ("RD-000123, version 2: changed.",)
    assert (checked.sound, checked.sound_made) == (sound.path, sound.made)
    assert check_records(vault, [drive], look=lambda _database: []).faults == ()
    assert last_check(vault).faults == ()  # type: ignore[union-attr]


def test_an_edited_audit_is_told_and_kept_safe_all_the_same(vault: Vault, drive: Path) -> None:
    add_note(vault, "one")
    connection = vault.connection()
    connection.is_sealed = False
    trigger = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'audit_keeps'").fetchone()[0]
    connection.execute("DROP TRIGGER audit_keeps")
    connection.execute("UPDATE audit SET user = 'Bob' WHERE seq = 2")
    connection.execute(trigger)
    vault.note_tables()
    made = back_up(vault, drive)
    checked = last_check(vault)
    assert checked is not None and "number 2 was changed" in checked.faults[0]
    contents = inspect_backup(made.path, passphrase=PASSPHRASE)
    vault.close()
    restore(contents, vault.folder)
    again = opened(vault.folder)
    assert notes(again) == ["one"]
    again.close()
