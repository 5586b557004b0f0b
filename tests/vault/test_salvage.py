"""Broken pages in the middle of the records: what can be read is saved, what cannot is counted, the rest goes on."""

import random
import shutil
from pathlib import Path

import pytest

from recovery_desktop.records.client import Client
from recovery_desktop.vault import Vault, VaultDamaged, VaultInUse, back_up, salvage, unlock_key
from recovery_desktop.vault.layout import DATABASE, PAGE
from tests.vault.practice import PASSPHRASE, SECRET, new_practice, open_practice
from tests.vault.small import new_vault, notes, opened, tampering

_NOTES = [f"note {number} " + "words " * 100 for number in range(2000)]


def _filled(folder: Path) -> Vault:
    vault = new_vault(folder).vault

    def work() -> None:
        for number, words in enumerate(_NOTES, start=1):
            vault.connection().execute("INSERT INTO note VALUES (?, ?)", (number, words))
            vault.connection().execute("INSERT INTO remark (note) VALUES (?)", (number,))
            vault.audit.append("add", f"note/{number}")

    vault.write(work)
    vault.close()
    return vault


def _break(file: Path, pages: list[int]) -> None:
    with file.open("r+b") as opened_file:
        for page in pages:
            opened_file.seek(page * PAGE + 500)
            opened_file.write(b"broken")


def test_broken_pages_cost_only_their_own_rows(tmp_path: Path) -> None:
    vault = _filled(tmp_path / "vault")
    file = vault.folder / DATABASE
    count = file.stat().st_size // PAGE
    chance = random.Random(5)
    _break(file, chance.sample(range(count // 4, count - 1), 5))
    with pytest.raises(VaultDamaged):
        opened(vault.folder)
    result = salvage(vault.folder, vault.key)
    again = opened(vault.folder)
    kept = notes(again)
    assert 0 < sum(result.lost.values()) < 400
    assert 0.8 * len(_NOTES) < result.saved["note"] <= len(_NOTES)
    assert set(kept) <= {*_NOTES, *(words for words in kept if words.startswith("? "))}
    assert sum(not words.startswith("? ") for words in kept) == result.saved["note"]
    assert again.check() == []
    assert len(list(tmp_path.rglob("replaced-*"))) == 1
    back_up(again, tmp_path)  # a salvaged vault is one like any other
    again.close()


def test_lost_entries_are_known_and_later_tampering_still_shows(tmp_path: Path) -> None:
    vault = _filled(tmp_path / "vault")
    file = vault.folder / DATABASE
    count = file.stat().st_size // PAGE
    for page in range(count - 1, 3, -1):  # from the end: the audit's rows came last
        before = file.read_bytes()
        _break(file, [page])
        result = salvage(vault.folder, vault.key)
        if result.lost.get("audit", 0) > 5:  # not the tail, which only a head kept outside can miss
            break
        file.write_bytes(before)
    again = opened(vault.folder)
    assert result.lost["audit"] > 5
    assert again.audit.verify() == []
    with tampering(again) as connection:
        connection.execute("DELETE FROM audit WHERE seq = 5")
        assert again.audit.verify() != []
    with tampering(again) as connection:
        connection.execute("UPDATE vault SET value = value || ' 7' WHERE name = 'audit-gaps'")
        assert again.audit.verify() != [], "gaps that no entry vouches for excuse nothing"
    again.close()


def test_salvaging_a_whole_vault_changes_nothing_in_it(tmp_path: Path) -> None:
    vault = _filled(tmp_path / "vault")
    result = salvage(vault.folder, vault.key)
    assert result.lost == result.stand_ins == {}
    assert (result.saved["note"], result.saved["remark"]) == (len(_NOTES), len(_NOTES))
    again = opened(vault.folder)
    assert notes(again) == _NOTES
    assert again.check() == []
    with pytest.raises(VaultInUse):
        salvage(vault.folder, vault.key)
    again.close()


def test_broken_beginning_is_left_to_the_backups(tmp_path: Path) -> None:
    vault = _filled(tmp_path / "vault")
    _break(vault.folder / DATABASE, [0])
    before = (vault.folder / DATABASE).read_bytes()
    with pytest.raises(VaultDamaged):
        salvage(vault.folder, vault.key)
    assert (vault.folder / DATABASE).read_bytes() == before


def _practice(folder: Path) -> None:
    store = new_practice(folder)
    for number in range(2, 60):
        store.add(Client, record_number=str(number), legal_given=SECRET, legal_family="x" * 400, preferred_name="y")
    store.close()


def _break_a_practice(folder: Path, times: int) -> None:
    """Pages broken anywhere in real records: either the result is whole, or it is said that only a backup helps."""
    _practice(folder / "master")
    key = unlock_key(folder / "master", PASSPHRASE)
    count = (folder / "master" / DATABASE).stat().st_size // PAGE
    chance, saved = random.Random(times), 0
    for _time in range(times):
        left = Path(shutil.copytree(folder / "master", folder / "left"))
        _break(left / DATABASE, chance.sample(range(1, count), chance.randrange(1, 6)))
        try:
            salvage(left, key)
        except VaultDamaged:
            pass
        else:
            store = open_practice(left)
            assert store.vault.check() == []
            saved += 1
            store.close()
        shutil.rmtree(left)
    assert saved >= times // 3


def test_practice_with_broken_pages(tmp_path: Path) -> None:
    _break_a_practice(tmp_path, 3)


@pytest.mark.long
def test_practice_with_broken_pages_200_times(tmp_path: Path) -> None:
    _break_a_practice(tmp_path, 200)
