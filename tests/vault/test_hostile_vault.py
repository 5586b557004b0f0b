"""Files that somebody made up or exchanged: each is refused by name, at once, and nothing is written."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from recovery_desktop.vault import (
    KeySlotsDamaged,
    Vault,
    VaultDamaged,
    VaultError,
    VaultForeign,
    VaultMissing,
    VaultTooNew,
    WrongPassphrase,
)
from recovery_desktop.vault.database import VaultDatabase
from recovery_desktop.vault.layout import DATABASE, KEYSLOTS, KEYSLOTS_COPY
from tests.vault.practice import PASSPHRASE
from tests.vault.small import add_note, new_vault, notes, opened

Change = Callable[[Path, bytes], None]


def _sql(*statements: str) -> Change:
    """Somebody with the key changes the database by other means."""

    def change(folder: Path, key: bytes) -> None:
        database = VaultDatabase(folder / DATABASE, lambda: key)
        database.connect()
        for statement in statements:
            database.connection().execute(statement)
        database.close()

    return change


def _key_files(make: Callable[[bytes], bytes]) -> Change:
    def change(folder: Path, _key: bytes) -> None:
        content = make((folder / KEYSLOTS).read_bytes())
        for name in (KEYSLOTS, KEYSLOTS_COPY):
            (folder / name).write_bytes(content)

    return change


def _database(make: Callable[[bytes], bytes]) -> Change:
    def change(folder: Path, _key: bytes) -> None:
        (folder / DATABASE).write_bytes(make((folder / DATABASE).read_bytes()))

    return change


def _field(*path: str | int, value: object) -> Change:
    def make(content: bytes) -> bytes:
        whole = json.loads(content)
        place = whole
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value
        return json.dumps(whole, indent=1).encode()

    return _key_files(make)


def _plain(folder: Path, _key: bytes) -> None:
    (folder / DATABASE).unlink()
    plain = dbapi2.connect(str(folder / DATABASE))
    plain.execute("CREATE TABLE note (id, words)")
    plain.commit()
    plain.close()


def _other_vaults_files(*names: str) -> Change:
    def change(folder: Path, _key: bytes) -> None:
        other = folder.with_name("other")
        new_vault(other).vault.close()
        for name in names:
            shutil.copy(other / name, folder / name)

    return change


def _gone(*names: str) -> Change:
    def change(folder: Path, _key: bytes) -> None:
        for name in names:
            (folder / name).unlink()

    return change


def _huge_key_files(folder: Path, _key: bytes) -> None:
    for name in (KEYSLOTS, KEYSLOTS_COPY):
        with (folder / name).open("r+b") as file:
            file.truncate(1024**3)  # takes no room on the disk, but would in memory


_CASES: dict[str, tuple[Change, type[VaultError]]] = {
    "another program's id": (_sql("PRAGMA application_id = 1"), VaultForeign),
    "no id": (_sql("PRAGMA application_id = 0"), VaultForeign),
    "another vault's id inside": (_sql("UPDATE vault SET value = 'x' WHERE name = 'id'"), VaultForeign),
    "own table gone": (_sql("DROP TABLE vault"), VaultForeign),
    "audit key gone": (_sql("DELETE FROM vault WHERE name = 'audit-key'"), VaultForeign),
    "audit key cut": (_sql("UPDATE vault SET value = 'ab' WHERE name = 'audit-key'"), VaultForeign),
    "audit key no number": (_sql("UPDATE vault SET value = 'zé' || value WHERE name = 'audit-key'"), VaultForeign),
    "schema's seal changed": (_sql("UPDATE vault SET value = 'é' WHERE name = 'schema-seal'"), VaultForeign),
    "trigger added": (
        _sql("CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM draft; END"),
        VaultForeign,
    ),
    "view added": (_sql("CREATE VIEW v AS SELECT * FROM note"), VaultForeign),
    "table added": (_sql("CREATE TABLE extra (id)"), VaultForeign),
    "index added": (_sql("CREATE INDEX i ON note (words)"), VaultForeign),
    "guarding trigger removed": (_sql("DROP TRIGGER audit_stays"), VaultForeign),
    "guarding trigger weakened": (
        _sql("DROP TRIGGER audit_stays", "CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT 1; END"),
        VaultForeign,
    ),
    "column added": (_sql("ALTER TABLE note ADD COLUMN more"), VaultForeign),
    "newer schema": (_sql("PRAGMA user_version = 2"), VaultTooNew),
    "far newer schema": (_sql("PRAGMA user_version = 2000000000"), VaultTooNew),
    "plain database": (_plain, VaultForeign),
    "no bytes": (_database(lambda content: b""), VaultDamaged),
    "zeros": (_database(lambda content: bytes(len(content))), VaultForeign),
    "half a page": (_database(lambda content: content[:2048]), VaultDamaged),
    "bytes behind the end": (_database(lambda content: content + bytes(4096)), VaultDamaged),
    "text file": (_database(lambda content: b"dear diary " * 900), VaultForeign),
    "other vault's database": (_other_vaults_files(DATABASE), VaultForeign),
    "other vault's key files": (_other_vaults_files(KEYSLOTS, KEYSLOTS_COPY), VaultForeign),
    "database gone": (_gone(DATABASE), VaultDamaged),
    "key files gone": (_gone(KEYSLOTS, KEYSLOTS_COPY), KeySlotsDamaged),
    "all gone": (_gone(DATABASE, KEYSLOTS, KEYSLOTS_COPY), VaultMissing),
    "huge memory asked": (_field("slots", 0, "kdf", "m", value=2**40), KeySlotsDamaged),
    "endless passes asked": (_field("slots", 0, "kdf", "t", value=10**9), KeySlotsDamaged),
    "no slots": (_field("slots", value=[]), KeySlotsDamaged),
    "a thousand slots": (
        _key_files(
            lambda content: json.dumps({**json.loads(content), "slots": json.loads(content)["slots"] * 500}).encode()
        ),
        KeySlotsDamaged,
    ),
    "deep nesting": (_key_files(lambda content: b"[" * 60_000), KeySlotsDamaged),
    "key file of 1 GB": (_huge_key_files, KeySlotsDamaged),
    "other version": (_field("v", value=2), KeySlotsDamaged),
    "slot without seal": (_field("mac", value="00" * 32), KeySlotsDamaged),
}


@pytest.mark.parametrize("case", _CASES)
def test_made_up_vault_is_refused_by_name(case: str, vault: Vault) -> None:
    change, expected = _CASES[case]
    add_note(vault, "kept")
    vault.close()
    change(vault.folder, vault.key.for_database)
    before = _content(vault.folder)
    with pytest.raises(VaultError) as caught:
        opened(vault.folder)
    assert type(caught.value) is expected
    assert all((caught.value.cause, caught.value.kept, caught.value.remedy))
    assert _content(vault.folder) == before


def _content(folder: Path) -> dict[str, bytes]:
    """What is in the folder, without what grew too large to look at."""
    files = [file for file in folder.iterdir() if file.is_file() and file.stat().st_size < 10**7]
    return {file.name: file.read_bytes() for file in files}


def test_key_files_with_the_slots_in_another_order_are_no_way_in(vault: Vault) -> None:
    vault.close()
    _key_files(lambda content: content.replace(b'"passphrase"', b'"recovery"', 1))(vault.folder, b"")
    with pytest.raises((KeySlotsDamaged, WrongPassphrase)):
        opened(vault.folder, PASSPHRASE)


def test_untouched_vault_opens(vault: Vault) -> None:
    add_note(vault, "kept")
    vault.close()
    again = opened(vault.folder)
    assert notes(again) == ["kept"]
    again.close()
