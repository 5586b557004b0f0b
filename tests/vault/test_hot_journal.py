"""A journal that a crash left behind belongs to the old database: it heals that one and never touches another."""

import subprocess
import sys
from pathlib import Path

import pytest

from recovery_desktop.vault import back_up, inspect_backup, restore, salvage, unlock_key
from recovery_desktop.vault.layout import JOURNAL
from tests.vault.practice import PASSPHRASE
from tests.vault.small import add_note, new_vault, notes, opened

_CRASH = """
import os, sys
from pathlib import Path
from tests.vault.small import opened
connection = opened(Path(sys.argv[1])).connection()
connection.execute("PRAGMA cache_size = 5")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE note SET words = words || ' changed'")
os._exit(9)
"""
_NOTES = [f"note {number} " * 60 for number in range(300)]


@pytest.fixture
def crashed(tmp_path: Path) -> Path:
    """A vault whose last change was cut off while it was being written over the old one; a backup holds one note."""
    vault = new_vault(tmp_path / "vault").vault
    add_note(vault, "in the backup")
    back_up(vault, tmp_path)
    for words in _NOTES:
        add_note(vault, words)
    vault.close()
    run = subprocess.run([sys.executable, "-c", _CRASH, str(vault.folder)], check=False)
    assert run.returncode == 9
    assert (vault.folder / JOURNAL).stat().st_size > 4096
    return vault.folder


def test_opening_takes_the_cut_off_change_back(crashed: Path) -> None:
    vault = opened(crashed)
    assert notes(vault) == ["in the backup", *_NOTES]
    assert vault.check() == []
    vault.close()


def test_restoring_takes_the_old_journal_out_of_the_way_with_its_database(crashed: Path) -> None:
    backup = next(crashed.parent.glob("*.rdbackup"))
    replaced = restore(inspect_backup(backup, passphrase=PASSPHRASE), crashed)
    vault = opened(crashed)
    assert notes(vault) == ["in the backup"]
    assert vault.check() == []
    vault.close()
    assert replaced is not None
    old = opened(replaced)
    assert notes(old) == ["in the backup", *_NOTES]
    old.close()


def test_salvaging_heeds_the_journal(crashed: Path) -> None:
    assert salvage(crashed, unlock_key(crashed, PASSPHRASE)).lost == {}
    again = opened(crashed)
    assert notes(again) == ["in the backup", *_NOTES]
    again.close()
