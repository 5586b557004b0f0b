"""The key file: what opens it, what is refused under which name, and how one copy mends the other."""

import json
import unicodedata
from pathlib import Path

import pytest

from recovery_desktop.vault import (
    KeyCost,
    KeySlotsDamaged,
    Vault,
    VaultKey,
    VaultMissing,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoveryCode,
    back_up,
    recover_key,
    take_key_file,
    unlock_key,
)
from recovery_desktop.vault.keys import key_from, new_key
from recovery_desktop.vault.keyslots import PASSPHRASE as BY_PASSPHRASE
from recovery_desktop.vault.keyslots import Header, Slot, Unreadable
from recovery_desktop.vault.passphrase import as_secret, check_new
from recovery_desktop.vault.recovery_code import new_code
from tests.vault.practice import CHEAP, PASSPHRASE
from tests.vault.small import add_note, new_vault, notes, opened

_COPIES = ("keyslots.json", "keyslots.bak.json")
_MADE: tuple[VaultKey, str] = new_key(PASSPHRASE, CHEAP)
_CONTENT = _MADE[0].header.to_bytes()

_SAME = [
    ("Grüße aus Köln 1999", unicodedata.normalize("NFD", "Grüße aus Köln 1999")),
    ("Grüße aus Köln 1999", unicodedata.normalize("NFC", "Grüße aus Köln 1999")),
    ("twelve letters", "twelve letters "),
    ("twelve letters", "\ttwelve letters\n"),
    ("twelve letters", "twelve\u00a0letters"),
    ("ﬁfteen ligature letters", "fifteen ligature letters"),
    ("１２３４５６７８９０１２", "123456789012"),
    ("пароль из слов", "пароль из слов"),
    ("密码密码密码密码密码密码", "密码密码密码密码密码密码"),
    ("🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢", "🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢"),
    ("null\x00inside\x00it", "null\x00inside\x00it"),
    ("x" * 1000, "x" * 1000),
    ("half a surrogate \ud83d", "half a surrogate \ud83d"),
    ("Ångström unit long", "Ångström unit long"),
]
_OTHER = [
    ("twelve letters", "twelve  letters"),
    ("twelve letters", "Twelve letters"),
    ("twelve letters", "twelve letter"),
    ("twelve letters", "twelve letters!"),
    ("twelve letters", "ещудму дуееукы"),  # the same keys on a Russian keyboard
    ("yellow zebra pizza", "zellow yebra piyya"),  # on a German one
    ("azerty quality map", "qwerty auqlity ,qp"),  # on a French one
    ("null\x00inside\x00it", "null"),
    ("null\x00inside\x00it", "nullinsideit"),
    ("x" * 1000, "x" * 999),
    ("🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢", "🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐇"),
    ("Straße ohne Ende", "Strasse ohne Ende"),
    ("twelve letters", ""),
    ("ISTANBUL ISTANBUL", "İSTANBUL İSTANBUL"),
    ("пароль из слов", "пapоль из слов"),  # two Latin letters
]


def _opens(made: str, typed: str) -> bool:
    key, _code = new_key(made, CHEAP)
    try:
        return key_from([key.header], BY_PASSPHRASE, as_secret(typed)).data == key.data
    except WrongPassphrase:
        return False


@pytest.mark.parametrize(("made", "typed"), _SAME)
def test_right_passphrase_opens_however_it_is_typed(made: str, typed: str) -> None:
    assert _opens(made, typed)


@pytest.mark.parametrize(("made", "typed"), _OTHER)
def test_other_passphrase_does_not_open(made: str, typed: str) -> None:
    assert not _opens(made, typed)


@pytest.mark.parametrize(
    ("passphrase", "good"), [("x" * 12, True), ("x" * 11, False), (" x" * 6 + " ", False), ("é" * 12, True)]
)
def test_new_passphrase_has_twelve_characters(passphrase: str, good: bool) -> None:
    if good:
        check_new(passphrase)
    else:
        with pytest.raises(WeakPassphrase):
            check_new(passphrase)


def test_wrong_secret_and_damage_have_different_names(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    new_vault(folder).vault.close()
    with pytest.raises(WrongPassphrase):
        unlock_key(folder, "not the passphrase")
    with pytest.raises(WrongRecoveryCode):
        recover_key(folder, new_code())
    for name in _COPIES:
        (folder / name).write_bytes((folder / name).read_bytes()[:-9])
    with pytest.raises(KeySlotsDamaged):
        unlock_key(folder, PASSPHRASE)
    with pytest.raises(VaultMissing):
        unlock_key(tmp_path / "nowhere", PASSPHRASE)


@pytest.mark.parametrize("name", _COPIES)
@pytest.mark.parametrize("content", [None, b"", b"{}", b"\x00" * 700])
def test_lost_copy_is_made_again_from_the_other(name: str, content: bytes | None, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    new_vault(folder).vault.close()
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    vault = opened(folder)
    assert len(vault.findings) == 1
    vault.close()
    assert (folder / _COPIES[0]).read_bytes() == (folder / _COPIES[1]).read_bytes()
    vault = opened(folder)
    assert vault.findings == []
    vault.close()


def test_old_copy_put_back_is_brought_up_to_date(vault: Vault) -> None:
    folder = vault.folder
    old = (folder / _COPIES[0]).read_bytes()
    vault.change_passphrase(PASSPHRASE, "a new long passphrase")
    vault.close()
    (folder / _COPIES[0]).write_bytes(old)
    opened(folder, "a new long passphrase").close()
    assert (folder / _COPIES[0]).read_bytes() == (folder / _COPIES[1]).read_bytes()
    with pytest.raises(WrongPassphrase):
        unlock_key(folder, PASSPHRASE)


def test_both_copies_lost_come_back_from_a_backup(vault: Vault, tmp_path: Path) -> None:
    add_note(vault, "kept")
    backup = back_up(vault, tmp_path)
    vault.close()
    for name in _COPIES:
        (vault.folder / name).unlink()
    with pytest.raises(KeySlotsDamaged):
        unlock_key(vault.folder, PASSPHRASE)
    take_key_file(backup.path, vault.folder)
    again = opened(vault.folder)
    assert notes(again) == ["kept"]
    again.close()


def test_added_or_exchanged_slot_is_noticed() -> None:
    key, _code = _MADE
    forged = Slot.wrap(key.data, as_secret("the forger's own"), BY_PASSPHRASE, key.vault, CHEAP)
    header = Header(key.vault, key.header.generation, (forged, key.header.slots[1]), key.header.mac)
    with pytest.raises(KeySlotsDamaged):
        key_from([header], BY_PASSPHRASE, as_secret("the forger's own"))


def test_slot_opens_for_no_other_vault() -> None:
    key, _code = _MADE
    assert key.header.slots[0].unwrap(as_secret(PASSPHRASE), bytes(16)) is None


def test_key_shows_none_of_its_secrets() -> None:
    key, code = _MADE
    assert key.data.hex() not in repr(key)
    assert str(key.data) not in repr(key)
    assert code not in repr(key)


@pytest.mark.parametrize(
    "cost", [(8191, 1, 1), (2**21 + 1, 1, 1), (8192, 21, 1), (8192, 0, 1), (8192, 1, 17), (8192, 1, 0)]
)
def test_forged_cost_cannot_hang_the_machine(cost: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="bounds"):
        KeyCost(*cost)
    content = json.loads(_CONTENT)
    content["slots"][0]["kdf"].update(m=cost[0], t=cost[1], p=cost[2])
    with pytest.raises(Unreadable):
        Header.from_bytes(json.dumps(content, indent=1).encode())


def test_every_bit_of_the_key_file_counts() -> None:
    assert Header.from_bytes(_CONTENT).to_bytes() == _CONTENT
    for bit in range(0, len(_CONTENT) * 8, 7):
        changed = bytearray(_CONTENT)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(Unreadable):
            Header.from_bytes(bytes(changed))
