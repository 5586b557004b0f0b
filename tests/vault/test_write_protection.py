"""Folders that cannot be written to, or vanish: a clear sentence, and nothing is lost."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from recovery_desktop.vault import (
    BackupFile,
    BackupTargetLost,
    VaultError,
    VaultMissing,
    VaultReadOnly,
    back_up,
    inspect_backup,
    open_vault,
    restore,
    unlock_key,
)
from tests.support import need
from tests.vault.practice import PASSPHRASE
from tests.vault.small import add_note, new_vault, notes, opened

_NOBODY = 65534


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that an ordinary user may enter, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp(prefix="recovery-desktop-test-"))
    folder.chmod(0o755)
    yield folder
    for entry in [folder, *folder.rglob("*")]:
        entry.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def _ordinary_user(folder: Path) -> Iterator[None]:
    """Runs as a user for whom file modes count, who owns `folder`; for root they do not."""
    need(os.name == "posix", "file modes of this kind are not known here")
    if os.geteuid() != 0:
        yield
        return
    for entry in [folder, *folder.rglob("*")]:
        os.chown(entry, _NOBODY, _NOBODY)
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def _made(place: Path) -> tuple[Path, BackupFile]:
    vault = new_vault(place / "vault").vault
    add_note(vault, "kept")
    (place / "usb").mkdir()
    backup = back_up(vault, place / "usb")
    vault.close()
    return place / "vault", backup


def _folder(folder: Path) -> None:
    folder.chmod(0o555)


def _database(folder: Path) -> None:
    (folder / "vault.db").chmod(0o444)


def _all(folder: Path) -> None:
    for entry in folder.iterdir():
        entry.chmod(0o444)
    folder.chmod(0o555)


def _lock(folder: Path) -> None:
    (folder / "vault.lock").chmod(0o444)


@pytest.mark.parametrize("protect", [_folder, _database, _all, _lock])
def test_protected_vault_is_named_and_opens_again_afterwards(protect: Callable[[Path], None], place: Path) -> None:
    folder, _backup = _made(place)
    with _ordinary_user(place):
        if protect is _folder:  # no file can be added: neither a lost key file nor a journal
            (folder / "keyslots.json").unlink()
            (folder / "vault.db-journal").unlink()
        protect(folder)
        with pytest.raises(VaultReadOnly):
            opened(folder)
        for entry in [folder, *folder.iterdir()]:
            entry.chmod(0o755)
        vault = opened(folder)
        assert notes(vault) == ["kept"]
        vault.close()


def test_protected_backup_drive_is_named(place: Path) -> None:
    folder, _backup = _made(place)
    with _ordinary_user(place):
        vault = opened(folder)
        (place / "usb").chmod(0o555)
        with pytest.raises(BackupTargetLost):
            back_up(vault, place / "usb")
        add_note(vault, "more")
        vault.close()


def test_restoring_reads_from_a_protected_drive(place: Path) -> None:
    _made_folder, backup = _made(place)
    with _ordinary_user(place):
        backup.path.chmod(0o444)
        (place / "usb").chmod(0o555)
        restore(inspect_backup(backup.path, passphrase=PASSPHRASE), place / "new")
        vault = opened(place / "new")
        assert notes(vault) == ["kept"]
        vault.close()


def test_restoring_into_a_protected_folder_is_named(place: Path) -> None:
    _made_folder, backup = _made(place)
    contents = inspect_backup(backup.path, passphrase=PASSPHRASE)
    with _ordinary_user(place):
        (place / "new").mkdir(mode=0o555)
        with pytest.raises(VaultReadOnly):
            restore(contents, place / "new")
        with pytest.raises(VaultReadOnly):
            restore(contents, place / "new" / "deeper")


def test_creating_in_a_protected_folder_is_named(place: Path) -> None:
    with _ordinary_user(place):
        (place / "new").mkdir(mode=0o555)
        with pytest.raises(VaultReadOnly):
            new_vault(place / "new")


def test_unreadable_key_file_is_taken_from_the_other_copy(place: Path) -> None:
    folder, _backup = _made(place)
    with _ordinary_user(place):
        (folder / "keyslots.json").chmod(0o000)
        vault = opened(folder)
        assert len(vault.findings) == 1
        vault.close()
        assert (folder / "keyslots.json").read_bytes() == (folder / "keyslots.bak.json").read_bytes()


def test_vanished_folder_is_named(tmp_path: Path) -> None:
    new_vault(tmp_path / "vault").vault.close()
    key = unlock_key(tmp_path / "vault", PASSPHRASE)
    shutil.rmtree(tmp_path / "vault")
    with pytest.raises(VaultMissing):
        unlock_key(tmp_path / "vault", PASSPHRASE)
    with pytest.raises(VaultMissing):
        open_vault(tmp_path / "vault", key, ())


def test_folder_that_vanishes_while_open_never_reports_a_save_falsely(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "vault").vault
    add_note(vault, "one")
    (tmp_path / "vault").rename(tmp_path / "moved")
    try:
        add_note(vault, "two")
        told = ["one", "two"]
    except VaultError:
        told = ["one"]
    vault.close()
    again = opened(tmp_path / "moved")
    assert notes(again)[: len(told)] == told
    again.close()


def test_drive_pulled_out_during_a_backup_is_named(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "vault").vault
    add_note(vault, "kept")
    (tmp_path / "usb").mkdir()

    def pull(left: int, _total: int) -> None:
        if (tmp_path / "usb").exists():
            (tmp_path / "usb").rename(tmp_path / "pulled")

    with pytest.raises(BackupTargetLost):
        back_up(vault, tmp_path / "usb", progress=pull)
    add_note(vault, "still saving")
    assert vault.check() == []
    vault.close()


def test_backup_file_pulled_out_before_restoring_is_named(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "vault").vault
    backup = back_up(vault, tmp_path)
    vault.close()
    contents = inspect_backup(backup.path, passphrase=PASSPHRASE)
    backup.path.unlink()
    with pytest.raises(VaultError):
        restore(contents, vault.folder)
    opened(vault.folder).close()


def test_read_only_disk_is_named(tmp_path: Path) -> None:
    need(sys.platform == "linux" and os.geteuid() == 0, "only root on Linux can mount a disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)], check=False)
    need(mounted.returncode == 0, "mounting is not allowed here")
    try:
        new_vault(disk / "vault").vault.close()
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with pytest.raises(VaultReadOnly):
            opened(disk / "vault")
    finally:
        subprocess.run(["umount", str(disk)], check=True)
