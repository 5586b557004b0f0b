"""The disk is full, in earnest: a small one is filled up to the last kilobytes, then each operation is tried on it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from recovery_desktop.vault import BackupDiskFull, DiskFull, back_up, inspect_backup
from recovery_desktop.vault.layout import BALLAST
from tests.small_disk import fill_up, small_disk
from tests.vault.operations import OPERATIONS, prepared
from tests.vault.practice import PASSPHRASE, new_practice, open_practice, save, saved
from tests.vault.small import add_note, new_vault, notes, opened

_STEP = 64 * 1024
_MOST = 2 * 1024 * 1024


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A disk of 24 MB."""
    with small_disk(tmp_path_factory.mktemp("small-disk")) as place:
        yield place


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
    filler = fill_up(disk, left)
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
def test_operation_on_an_almost_full_disk(name: str, disk: Path, tmp_path: Path) -> None:
    results = [_try_operation(name, disk, tmp_path / "copy", left) for left in (0, 256 * 1024, 8 * 1024 * 1024)]
    assert results[-1], "with much room it goes through"


@pytest.mark.long
@pytest.mark.parametrize("name", OPERATIONS)
def test_operation_with_every_64_kb_left(name: str, disk: Path, tmp_path: Path) -> None:
    results = [_try_operation(name, disk, tmp_path / "copy", left) for left in range(0, _MOST + 1, _STEP)]
    assert len(results) == 33


def test_saves_go_on_until_the_disk_is_full_and_all_are_there(disk: Path) -> None:
    store = new_practice(_emptied(disk) / "vault")
    filler = fill_up(disk, 512 * 1024)
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
    again = open_practice(disk / "vault")
    assert saved(again) == number
    assert again.vault.check() == []
    again.close()


def test_ballast_saves_the_last_words_and_is_made_again(disk: Path) -> None:
    vault = new_vault(_emptied(disk) / "vault").vault
    filler = fill_up(disk, 0)
    add_note(vault, "last words " * 100)
    assert not (vault.folder / BALLAST).exists()
    assert not vault.renew_ballast()
    filler.unlink()
    assert vault.renew_ballast()
    assert (vault.folder / BALLAST).stat().st_size == 64 * 1024
    vault.close()


def test_full_disk_does_not_keep_the_counselor_from_reading(disk: Path) -> None:
    created = new_vault(_emptied(disk) / "vault").vault
    add_note(created, "read me")
    created.close()
    (created.folder / BALLAST).unlink()
    filler = fill_up(disk, 0)
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


def test_full_disk_can_still_be_backed_up_to_another_drive(disk: Path, tmp_path: Path) -> None:
    vault = new_vault(_emptied(disk) / "vault").vault
    add_note(vault, "kept")
    fill_up(disk, 0)
    (tmp_path / f".copy-{vault.key.vault.hex()}").mkdir()  # of an earlier one, cut off
    backup = back_up(vault, tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == [backup.path.name]
    assert inspect_backup(backup.path, passphrase=PASSPHRASE).counts["note"] == 1
    vault.close()


def test_full_backup_drive_is_named_and_its_backups_stay(disk: Path, tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "vault").vault
    first = back_up(vault, _emptied(disk))
    content = first.path.read_bytes()
    for left in range(0, first.path.stat().st_size, _STEP // 4):
        filler = fill_up(disk, left)
        with pytest.raises(BackupDiskFull, match="disk is full"):
            back_up(vault, disk)
        filler.unlink()
    assert [entry.name for entry in disk.iterdir()] == [first.path.name]
    assert first.path.read_bytes() == content
    vault.close()
