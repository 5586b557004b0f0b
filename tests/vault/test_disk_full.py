"""The disk is full, in earnest: a small one is filled up to the last kilobytes, then each operation is tried on it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from recovery_desktop.vault import BackupDiskFull, DiskFull, back_up, inspect_backup
from recovery_desktop.vault.layout import BALLAST
from tests.support import need
from tests.vault.operations import OPERATIONS, prepared
from tests.vault.practice import PASSPHRASE, new_practice, open_practice, save, saved
from tests.vault.small import add_note, new_vault, notes, opened

_SIZE = 24 * 1024 * 1024
_STEP = 64 * 1024
_MOST = 2 * 1024 * 1024


@pytest.fixture(scope="module")
def small_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A disk of 24 MB."""
    need(sys.platform == "linux" and os.geteuid() == 0, "only root on Linux can mount a small disk")
    place = tmp_path_factory.mktemp("small-disk")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(place)], check=False)
    need(mounted.returncode == 0, "mounting is not allowed here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def _fill_up(disk: Path, left: int) -> Path:
    """Leaves `left` bytes free."""
    filler = disk / "filler"
    free = shutil.disk_usage(disk).free
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, free - left))
    return filler


def _emptied(disk: Path) -> Path:
    for entry in disk.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    return disk


def _try_operation(name: str, disk: Path, copies: Path, left: int) -> bool:
    """Runs it with so much room left; what was told must hold with the room given back. True when it went through."""
    _emptied(disk)
    operation = prepared(name, disk / "root")
    filler = _fill_up(disk, left)
    told: list[str] = []
    try:
        operation.run(disk / "root", told.append)
    except DiskFull as error:
        assert "disk is full" in error.cause
        went_through = False
    else:
        went_through = True
        assert told
    filler.unlink()
    shutil.copytree(disk / "root", copies)
    operation.check(copies, told)
    shutil.rmtree(copies)
    return went_through


@pytest.mark.parametrize("name", OPERATIONS)
def test_operation_on_an_almost_full_disk(name: str, small_disk: Path, tmp_path: Path) -> None:
    results = [_try_operation(name, small_disk, tmp_path / "copy", left) for left in (0, 256 * 1024, 8 * 1024 * 1024)]
    assert results[-1], "with much room it goes through"


@pytest.mark.long
@pytest.mark.parametrize("name", OPERATIONS)
def test_operation_with_every_64_kb_left(name: str, small_disk: Path, tmp_path: Path) -> None:
    results = [_try_operation(name, small_disk, tmp_path / "copy", left) for left in range(0, _MOST + 1, _STEP)]
    assert len(results) == 33


def test_saves_go_on_until_the_disk_is_full_and_all_are_there(small_disk: Path) -> None:
    store = new_practice(_emptied(small_disk) / "vault")
    filler = _fill_up(small_disk, 512 * 1024)
    number = 0
    with pytest.raises(DiskFull):
        for number in range(1, 100_000):
            save(store, number)
    assert number > 100
    assert not (store.vault.folder / BALLAST).exists(), "the ballast is given up first"
    assert saved(store) == number - 1
    filler.unlink()
    save(store, number)  # the form is still open: now it can be saved
    store.close()
    again = open_practice(small_disk / "vault")
    assert saved(again) == number
    assert again.vault.check() == []
    again.close()


def test_ballast_saves_the_last_words_and_is_made_again(small_disk: Path) -> None:
    vault = new_vault(_emptied(small_disk) / "vault").vault
    filler = _fill_up(small_disk, 0)
    add_note(vault, "last words " * 100)
    assert not (vault.folder / BALLAST).exists()
    assert not vault.renew_ballast()
    filler.unlink()
    assert vault.renew_ballast()
    assert (vault.folder / BALLAST).stat().st_size == 64 * 1024
    vault.close()


def test_full_disk_does_not_keep_the_counselor_from_reading(small_disk: Path) -> None:
    created = new_vault(_emptied(small_disk) / "vault").vault
    add_note(created, "read me")
    created.close()
    (created.folder / BALLAST).unlink()
    filler = _fill_up(small_disk, 0)
    vault = opened(created.folder)
    assert notes(vault) == ["read me"]
    assert any("disk is full" in finding for finding in vault.findings)
    with pytest.raises(DiskFull):
        add_note(vault, "no room")
    filler.unlink()
    add_note(vault, "room")
    rows = vault.connection().execute("SELECT action FROM audit ORDER BY seq DESC LIMIT 2").fetchall()
    assert rows == [("add",), ("unlock",)], "the opening is written down as soon as there is room"
    assert vault.audit.verify() == []
    vault.close()


def test_full_disk_can_still_be_backed_up_to_another_drive(small_disk: Path, tmp_path: Path) -> None:
    vault = new_vault(_emptied(small_disk) / "vault").vault
    add_note(vault, "kept")
    _fill_up(small_disk, 0)
    (tmp_path / f".copy-{vault.key.vault.hex()}").mkdir()  # of an earlier one, cut off
    backup = back_up(vault, tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == [backup.path.name]
    assert inspect_backup(backup.path, passphrase=PASSPHRASE).counts["note"] == 1
    vault.close()


def test_full_backup_drive_is_named_and_its_backups_stay(small_disk: Path, tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "vault").vault
    first = back_up(vault, _emptied(small_disk))
    content = first.path.read_bytes()
    for left in range(0, first.path.stat().st_size, _STEP // 4):
        filler = _fill_up(small_disk, left)
        with pytest.raises(BackupDiskFull, match="disk is full"):
            back_up(vault, small_disk)
        filler.unlink()
    assert [entry.name for entry in small_disk.iterdir()] == [first.path.name]
    assert first.path.read_bytes() == content
    vault.close()
