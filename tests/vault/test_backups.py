"""Backups: made while the counselor works, looked through, read back; a bad one never counts and harms no good one."""

import threading
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from recovery_desktop.vault import (
    BackupDamaged,
    BackupFailed,
    BackupFile,
    BackupStopped,
    BackupTargetLost,
    BackupTooNew,
    Vault,
    VaultExists,
    VaultForeign,
    VaultInUse,
    WrongPassphrase,
    WrongRecoveryCode,
    back_up,
    backup,
    inspect_backup,
    last_verified_backup,
    list_backups,
    open_vault,
    restore,
    take_key_file,
)
from recovery_desktop.vault.backup_name import BEFORE_UPDATE
from recovery_desktop.vault.copying import copy_database
from recovery_desktop.vault.layout import BACKUPS
from recovery_desktop.vault.recovery_code import new_code
from tests.vault.practice import PASSPHRASE
from tests.vault.small import SCHEMA, add_note, new_vault, notes, opened

_NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def _fill(vault: Vault, rows: int = 8000) -> None:
    """About five megabytes, so that a copy takes many slices."""

    def work() -> None:
        for number in range(rows):
            vault.connection().execute("INSERT INTO note (words) VALUES (?)", (f"{number} " + "x" * 600,))

    vault.write(work)


def test_backup_comes_back_equal_on_a_machine_without_the_vault(vault: Vault, tmp_path: Path) -> None:
    add_note(vault, "first")
    backup = back_up(vault, tmp_path)
    add_note(vault, "second")
    contents = inspect_backup(backup.path, passphrase=PASSPHRASE)
    assert contents.counts["note"] == 1
    assert contents.made == backup.made
    assert vault.audit.holds(contents.head)
    assert restore(contents, tmp_path / "new laptop" / "vault") is None
    again = opened(tmp_path / "new laptop" / "vault")
    assert notes(again) == ["first"]
    assert again.audit.verify(contents.head) == []
    again.close()


def test_backup_names_no_client_and_holds_no_readable_word(vault: Vault, tmp_path: Path) -> None:
    add_note(vault, "Zebulon")
    path = back_up(vault, tmp_path).path
    assert b"Zebulon" not in path.read_bytes()
    with zipfile.ZipFile(path) as packed:
        assert sorted(packed.namelist()) == ["keyslots.json", "manifest.json", "vault.db"]
        assert b"Ann" not in packed.read("manifest.json")


def test_saves_go_on_during_the_copy_and_the_copy_is_one_moment(vault: Vault, tmp_path: Path) -> None:
    _fill(vault)
    made: list[BackupFile] = []
    worker = threading.Thread(target=lambda: made.append(back_up(vault, tmp_path)))
    worker.start()
    number = 0
    while worker.is_alive():
        number += 1

        def work(number: int = number) -> None:
            vault.connection().execute("UPDATE note SET words = ? WHERE id IN (1, 4000, 8000)", (f"{number}",))
            vault.audit.append("edit", f"{number}")
            if number % 7 == 0:
                raise KeyError  # undone changes must not get into the copy

        if number % 7:
            vault.write(work)
        else:
            with pytest.raises(KeyError):
                vault.write(work)
    worker.join()
    assert number > 10, "the copy was over before anything could be saved"
    contents = inspect_backup(made[0].path, passphrase=PASSPHRASE)
    restore(contents, tmp_path / "restored")
    copy = opened(tmp_path / "restored")
    state = copy.connection().execute("SELECT DISTINCT words FROM note WHERE id IN (1, 4000, 8000)").fetchall()
    assert len(state) == 1, "three fields changed together came apart"
    query = "SELECT object FROM audit WHERE action = 'edit' ORDER BY seq DESC LIMIT 1"
    assert copy.connection().execute(query).fetchone() == state[0]
    assert copy.check() == []
    copy.close()
    assert vault.check() == []


def test_a_save_that_is_undone_while_a_backup_begins_is_not_looked_for_in_the_copy(
    vault: Vault, tmp_path: Path
) -> None:
    made: list[BackupFile] = []
    worker = threading.Thread(target=lambda: made.append(back_up(vault, tmp_path)))

    def work() -> None:
        vault.audit.append("edit", "undone")
        worker.start()
        worker.join(0.5)  # what would read this unfinished save does so now
        raise KeyError

    with pytest.raises(KeyError):
        vault.write(work)
    worker.join()
    assert [backup.path.exists() for backup in made] == [True]


def test_a_copy_that_came_out_damaged_is_made_anew_and_the_vault_is_not_called_damaged(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoiled = []

    def copy_badly(source: Vault, path: Path, *rest: Any) -> None:
        copy_database(source, path, *rest)
        if len(spoiled) < times:
            content = bytearray(path.read_bytes())
            content[5000:5100] = bytes(100)
            path.write_bytes(bytes(content))
            spoiled.append(path)

    monkeypatch.setattr(backup, "copy_database", copy_badly)
    times = 1
    assert back_up(vault, tmp_path).path.exists()
    assert len(spoiled) == 1
    times = 10
    with pytest.raises(BackupFailed):
        back_up(vault, tmp_path)
    assert len(list_backups(tmp_path)) == 1


def test_closing_stops_a_backup_under_way(vault: Vault, tmp_path: Path) -> None:
    _fill(vault)
    heard: list[int] = []
    stopped: list[Exception] = []

    def work() -> None:
        try:
            back_up(vault, tmp_path / "usb", progress=lambda left, _total: heard.append(left))
        except BackupStopped as error:
            stopped.append(error)

    (tmp_path / "usb").mkdir()
    worker = threading.Thread(target=work)
    worker.start()
    while not heard:
        time.sleep(0.001)
    vault.close()
    worker.join()
    assert len(stopped) == 1
    assert list((tmp_path / "usb").iterdir()) == []
    again = opened(vault.folder)
    assert len(notes(again)) == 8000
    again.close()


def test_a_lock_before_the_first_page_stops_it_too(vault: Vault, tmp_path: Path) -> None:
    vault.close()
    with pytest.raises(BackupStopped):
        back_up(vault, tmp_path)
    assert list_backups(tmp_path) == []


def test_two_backups_in_one_second_have_two_names(vault: Vault, tmp_path: Path) -> None:
    paths = {back_up(vault, tmp_path).path for _turn in range(3)}
    assert len(paths) == 3
    newest = last_verified_backup(tmp_path)
    assert newest is not None
    assert newest.path in paths
    assert last_verified_backup(tmp_path / "nowhere") is None


def test_files_of_other_names_are_no_backups(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "backup-2026-11-20T120000Z.rdbackup.part").write_bytes(b"")
    (tmp_path / "letter.pdf").write_bytes(b"")
    assert list_backups(tmp_path) == []


@pytest.mark.parametrize("target", ["missing", "file"])
def test_target_that_is_no_folder_is_named(target: str, vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BackupTargetLost):
        back_up(vault, tmp_path / target)
    assert [entry.name for entry in vault.folder.iterdir() if entry.name.startswith("staging")] == []


def test_damaged_or_foreign_file_is_named(vault: Vault, tmp_path: Path) -> None:
    good = back_up(vault, tmp_path).path
    content = good.read_bytes()
    bad = tmp_path / "bad.rdbackup"
    for broken in (b"", b"PK", content[:-1], content[: len(content) // 2], b"\x00" * 5000, content[:50] + content[51:]):
        bad.write_bytes(broken)
        with pytest.raises(BackupDamaged):
            inspect_backup(bad, passphrase=PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        inspect_backup(good, passphrase="not the passphrase")
    with pytest.raises(WrongRecoveryCode):
        inspect_backup(good, recovery_code=new_code())


def _repacked(path: Path, target: Path, **changed: bytes) -> Path:
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, changed.get(name.replace(".", "_"), old.read(name)))
    return target


def test_manifest_written_by_another_hand_is_noticed(vault: Vault, tmp_path: Path) -> None:
    good = back_up(vault, tmp_path).path
    with zipfile.ZipFile(good) as packed:
        manifest = packed.read("manifest.json")
    forged = manifest.replace(b'"note": 0', b'"note": 9')
    assert forged != manifest
    with pytest.raises(BackupDamaged):
        inspect_backup(_repacked(good, tmp_path / "forged", manifest_json=forged), passphrase=PASSPHRASE)
    newer = manifest.replace(b'"v": 1', b'"v": 2')
    with pytest.raises(BackupTooNew):
        inspect_backup(_repacked(good, tmp_path / "newer", manifest_json=newer), passphrase=PASSPHRASE)


def test_restoring_keeps_the_old_vault_and_is_written_down(vault: Vault, tmp_path: Path) -> None:
    add_note(vault, "old")
    contents = inspect_backup(back_up(vault, tmp_path).path, passphrase=PASSPHRASE)
    add_note(vault, "newer")
    with pytest.raises(VaultInUse):
        restore(contents, vault.folder)
    vault.close()
    replaced = restore(contents, vault.folder)
    again = opened(vault.folder)
    assert notes(again) == ["old"]
    actions = [action for (action,) in again.connection().execute("SELECT action FROM audit ORDER BY seq")]
    assert actions[-2:] == ["restore", "unlock"]
    assert again.findings == []
    again.close()
    assert replaced is not None
    kept = opened(replaced)
    assert notes(kept) == ["old", "newer"]
    kept.close()


def test_backup_opens_with_the_secrets_of_its_day(tmp_path: Path) -> None:
    created = new_vault(tmp_path / "vault")
    backup = back_up(created.vault, tmp_path).path
    created.vault.change_passphrase(PASSPHRASE, "a later passphrase")
    created.vault.new_recovery_code()
    created.vault.close()
    assert inspect_backup(backup, passphrase=PASSPHRASE).key.data == created.vault.key.data
    assert inspect_backup(backup, recovery_code=created.recovery_code).key.data == created.vault.key.data
    with pytest.raises(WrongPassphrase):
        inspect_backup(backup, passphrase="a later passphrase")


def test_key_file_is_not_taken_over_a_good_one_and_not_from_another_vault(vault: Vault, tmp_path: Path) -> None:
    backup = back_up(vault, tmp_path).path
    other = new_vault(tmp_path / "other").vault
    vault.close()
    other.close()
    with pytest.raises(VaultExists):
        take_key_file(backup, vault.folder)
    for name in ("keyslots.json", "keyslots.bak.json"):
        (other.folder / name).unlink()
    take_key_file(backup, other.folder)
    with pytest.raises(VaultForeign):
        opened(other.folder)


def test_update_makes_a_backup_first_that_lasts_90_days(vault: Vault) -> None:
    vault.close()
    more = (*SCHEMA, type(SCHEMA[0])(2, "more", lambda c: c.execute("CREATE TABLE more (id INTEGER PRIMARY KEY)")))
    updated = open_vault(vault.folder, vault.key, more, ballast=0)
    backups = list_backups(vault.folder / BACKUPS)
    assert [backup.kind for backup in backups] == [BEFORE_UPDATE]
    assert inspect_backup(backups[0].path, passphrase=PASSPHRASE).schema == 1
    updated.close()


def test_damaged_records_are_refused_and_no_good_backup_is_touched(vault: Vault, tmp_path: Path) -> None:
    good = back_up(vault, tmp_path).path
    content = good.read_bytes()
    vault.connection().is_sealed = False
    vault.connection().execute("PRAGMA foreign_keys = 0")
    vault.write(lambda: vault.connection().execute("INSERT INTO remark (note) VALUES (4711)"))
    with pytest.raises(BackupFailed):
        back_up(vault, tmp_path)
    assert [path.read_bytes() for path in tmp_path.glob("*.rdbackup")] == [content]
