"""A second program knocks at the vault, and the one that holds it hears each knock once."""

import subprocess
import sys
from pathlib import Path

import pytest

from recovery_desktop.vault import Knocks, Vault, VaultInUse, VaultMissing, knock
from recovery_desktop.vault.layout import KNOCK
from tests.vault.small import add_note, notes, opened

_PROGRAM = """
import sys
from pathlib import Path
from recovery_desktop.vault import VaultInUse, knock, open_vault, unlock_key
from tests.vault.practice import PASSPHRASE
from tests.vault.small import SCHEMA
folder = Path(sys.argv[1])
try:
    open_vault(folder, unlock_key(folder, PASSPHRASE), SCHEMA)
except VaultInUse:
    knock(folder)
"""


def test_the_program_that_comes_second_is_heard_by_the_first(vault: Vault) -> None:
    knocks = Knocks(vault.folder)
    assert not knocks.heard()
    subprocess.run([sys.executable, "-c", _PROGRAM, str(vault.folder)], check=True, cwd=Path(__file__).parents[2])
    assert knocks.heard()
    assert not knocks.heard()


def test_every_knock_counts_and_several_between_two_looks_are_one(tmp_path: Path) -> None:
    knocks = Knocks(tmp_path)
    for _time in range(3):
        knock(tmp_path)
        assert knocks.heard()
    knock(tmp_path)
    knock(tmp_path)
    assert [knocks.heard(), knocks.heard()] == [True, False]


def test_an_old_knock_and_a_removed_one_are_not_heard(tmp_path: Path) -> None:
    knock(tmp_path)
    knocks = Knocks(tmp_path)
    assert not knocks.heard()
    (tmp_path / KNOCK).unlink()
    assert not knocks.heard()


def test_a_knock_changes_nothing_of_the_vault_and_tells_nothing(vault: Vault) -> None:
    add_note(vault, "Zebulon")
    knock(vault.folder)
    assert len((vault.folder / KNOCK).read_bytes()) == 16
    with pytest.raises(VaultInUse):
        opened(vault.folder)
    vault.close()
    again = opened(vault.folder)
    assert notes(again) == ["Zebulon"]
    assert again.findings == []
    again.close()


def test_where_no_vault_is_nobody_can_be_called(tmp_path: Path) -> None:
    with pytest.raises(VaultMissing):
        knock(tmp_path / "gone")
