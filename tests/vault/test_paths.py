"""Folders as people name them: everything works in each of them."""

import os
import unicodedata
from pathlib import Path

import pytest

from recovery_desktop.vault import back_up, inspect_backup, restore
from tests.vault.practice import PASSPHRASE
from tests.vault.small import add_note, new_vault, notes, opened

_LONG = "a folder with a name of its own " * 6
_NAMES = [
    "with spaces",
    " leading and trailing ",
    "it's",
    'say "so"',
    "100% sure",
    "%s%d{}",
    "question?mark=1&b#c",
    "semi;colon'--",
    "Клиенты",
    "顧客の記録",
    "عملاء",
    "🐢 slowly",
    unicodedata.normalize("NFD", "Größe Ångström"),
    unicodedata.normalize("NFC", "Größe Ångström"),
    "İstanbul ışık",
    "-rf",
    ".hidden",
    "new\nline",
    "back\\slash",
    "file:memory?mode=memory",
    str(Path(_LONG) / _LONG),
]


@pytest.mark.parametrize("name", _NAMES)
def test_everything_works_in_this_folder(name: str, tmp_path: Path) -> None:
    if os.name == "nt":
        name = "".join(letter for letter in name if letter not in '"?\n\\:').strip()
    folder = tmp_path / name / "vault"
    usb = tmp_path / name / "usb"
    vault = new_vault(folder).vault
    usb.mkdir()
    add_note(vault, "one")
    backup = back_up(vault, usb)
    add_note(vault, "two")
    vault.change_passphrase(PASSPHRASE, "another long one")
    vault.replace_key("a third long one")
    vault.close()
    again = opened(folder, "a third long one")
    assert notes(again) == ["one", "two"]
    again.close()
    replaced = restore(inspect_backup(backup.path, passphrase=PASSPHRASE), folder)
    restored = opened(folder)
    assert notes(restored) == ["one"]
    assert restored.check() == []
    restored.close()
    assert replaced is not None
    assert sorted(entry.name for entry in (tmp_path / name).iterdir()) == ["usb", "vault"]
