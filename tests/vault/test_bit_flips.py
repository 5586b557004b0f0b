"""One bit turns over somewhere: it is noticed and named, or nothing at all has changed for the counselor."""

import random
import shutil
from pathlib import Path

import pytest

from recovery_desktop.vault import (
    BackupDamaged,
    KeySlotsDamaged,
    Vault,
    VaultDamaged,
    VaultError,
    VaultForeign,
    back_up,
    inspect_backup,
    restore,
)
from recovery_desktop.vault.layout import DATABASE, KEYSLOTS, KEYSLOTS_COPY, PAGE
from tests.vault.practice import PASSPHRASE
from tests.vault.small import add_note, new_vault, notes, opened

_NOTES = [f"note {number} " + "words " * 60 for number in range(60)]


def _filled(folder: Path) -> Vault:
    vault = new_vault(folder).vault
    for words in _NOTES:
        add_note(vault, words)
    return vault


def _flip(file: Path, bit: int) -> None:
    with file.open("r+b") as opened_file:
        opened_file.seek(bit // 8)
        byte = opened_file.read(1)[0] ^ 1 << bit % 8
        opened_file.seek(bit // 8)
        opened_file.write(bytes([byte]))


def _bits(file: Path, count: int) -> list[int]:
    """Bits all over the file, some of them in its first bytes, where the salt and the header are."""
    chance = random.Random(count)
    size = file.stat().st_size * 8
    return [chance.randrange(128) for _turn in range(count // 20 + 1)] + chance.sample(range(size), count)


def _flip_database(folder: Path, count: int) -> None:
    _filled(folder / "vault").close()
    file = folder / "vault" / DATABASE
    for bit in _bits(file, count):
        _flip(file, bit)
        with pytest.raises(VaultForeign if bit < 128 else VaultDamaged):
            opened(folder / "vault")
        _flip(file, bit)
    vault = opened(folder / "vault")
    assert notes(vault) == _NOTES
    vault.close()


def _flip_key_files(folder: Path, count: int) -> None:
    _filled(folder / "vault").close()
    copies = [folder / "vault" / name for name in (KEYSLOTS, KEYSLOTS_COPY)]
    for number, bit in enumerate(_bits(copies[0], count)):
        _flip(copies[number % 2], bit)
        vault = opened(folder / "vault")
        assert len(vault.findings) == 1
        vault.close()
        for copy in copies:
            _flip(copy, bit)
        with pytest.raises(KeySlotsDamaged):
            opened(folder / "vault")
        for copy in copies:
            _flip(copy, bit)
    assert copies[0].read_bytes() == copies[1].read_bytes()


def _flip_backup(folder: Path, count: int) -> None:
    vault = _filled(folder / "vault")
    backup = back_up(vault, folder).path
    vault.close()
    noticed = 0
    for bit in _bits(backup, count):
        _flip(backup, bit)
        try:
            contents = inspect_backup(backup, passphrase=PASSPHRASE)
        except BackupDamaged:
            noticed += 1
        else:  # a date or a flag in the ZIP's own lists: what is in it must be equal all the same
            restore(contents, folder / "restored")
            again = opened(folder / "restored")
            assert notes(again) == _NOTES
            again.close()
            shutil.rmtree(folder / "restored")
        _flip(backup, bit)
    assert noticed >= count * 0.9


def test_some_bits_of_the_database(tmp_path: Path) -> None:
    _flip_database(tmp_path, 40)


def test_some_bits_of_the_key_files(tmp_path: Path) -> None:
    _flip_key_files(tmp_path, 20)


def test_some_bits_of_a_backup(tmp_path: Path) -> None:
    _flip_backup(tmp_path, 60)


@pytest.mark.long
def test_400_bits_of_the_database(tmp_path: Path) -> None:
    _flip_database(tmp_path, 400)


@pytest.mark.long
def test_400_bits_of_the_key_files(tmp_path: Path) -> None:
    _flip_key_files(tmp_path, 400)


@pytest.mark.long
def test_400_bits_of_a_backup(tmp_path: Path) -> None:
    _flip_backup(tmp_path, 400)


@pytest.mark.parametrize("cut", [0, 1, PAGE - 1, PAGE, PAGE + 1, 5 * PAGE])
def test_cut_database_is_noticed(cut: int, tmp_path: Path) -> None:
    _filled(tmp_path / "vault").close()
    with (tmp_path / "vault" / DATABASE).open("r+b") as file:
        file.truncate(cut)
    with pytest.raises(VaultError) as caught:
        opened(tmp_path / "vault")
    assert type(caught.value) is VaultDamaged
