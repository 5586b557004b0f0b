"""The traps of SQLCipher and peewee that were found on the way, each kept from closing again."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import peewee
import pytest
from sqlcipher3 import dbapi2

from recovery_desktop.vault import Vault, VaultDamaged, VaultForeign, VaultInUse
from recovery_desktop.vault.database import VaultDatabase, cipher_problems
from recovery_desktop.vault.layout import DATABASE, PAGE
from tests.vault.practice import SECRET
from tests.vault.small import add_note, notes, opened

KEY = bytes(range(32))


def _connected(path: Path, key: bytes = KEY, *, new: bool = False) -> VaultDatabase:
    database = VaultDatabase(path, lambda: key, new=new)
    database.connect()
    return database


def _filled(path: Path) -> Path:
    database = _connected(path, new=True)
    database.connection().execute("CREATE TABLE note (words TEXT)")
    database.connection().execute("INSERT INTO note VALUES (?)", (SECRET * 2000,))
    database.close()
    return path


@pytest.mark.parametrize("length", [0, 1, 16, 31, 33, 64])
def test_key_of_wrong_length_writes_nothing(length: int, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        _connected(tmp_path / "file", bytes(length), new=True)
    assert not (tmp_path / "file").exists()


def test_new_file_is_encrypted_from_its_first_byte(tmp_path: Path) -> None:
    path = _filled(tmp_path / "file")
    content = path.read_bytes()
    assert not content.startswith(b"SQLite format 3")
    assert SECRET.encode() not in content
    assert b"CREATE TABLE" not in content


def test_wrong_key_is_noticed_at_connecting_and_is_not_called_damage(tmp_path: Path) -> None:
    path = _filled(tmp_path / "file")
    with pytest.raises(VaultForeign):
        _connected(path, bytes(32))


@pytest.mark.parametrize("size", [0, 1, PAGE - 1])
def test_empty_or_cut_file_is_not_opened_as_a_new_vault(size: int, tmp_path: Path) -> None:
    path = _filled(tmp_path / "file")
    with path.open("r+b") as file:
        file.truncate(size)
    with pytest.raises(VaultDamaged):
        _connected(path)
    assert path.stat().st_size == size


def test_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(VaultDamaged):
        _connected(tmp_path / "file")
    assert not (tmp_path / "file").exists()


def test_plain_database_is_refused(tmp_path: Path) -> None:
    plain = dbapi2.connect(str(tmp_path / "file"))
    plain.execute("CREATE TABLE note (words TEXT)")
    plain.commit()
    plain.close()
    with pytest.raises(VaultForeign):
        _connected(tmp_path / "file")


def test_damage_on_the_first_page_is_called_damage(tmp_path: Path) -> None:
    path = _filled(tmp_path / "file")
    content = bytearray(path.read_bytes())
    content[200] ^= 1
    path.write_bytes(content)
    with pytest.raises(VaultDamaged):
        _connected(path)


def test_key_is_in_no_parameter_and_no_text(tmp_path: Path) -> None:
    database = _connected(tmp_path / "file", new=True)
    traced: list[str] = []
    database.connection().set_trace_callback(traced.append)
    database.connection().execute("CREATE TABLE note (words TEXT)")
    shown = repr(database.connect_params) + repr(vars(database)) + " ".join(traced)
    assert KEY.hex() not in shown
    assert repr(KEY) not in shown
    with pytest.raises((pickle.PicklingError, TypeError, AttributeError)):
        pickle.dumps(database)
    database.close()


def test_there_is_no_way_to_rekey_in_place() -> None:
    assert not hasattr(VaultDatabase, "rekey")
    assert not hasattr(VaultDatabase, "set_passphrase")


def test_damage_says_nothing_on_the_error_stream(tmp_path: Path) -> None:
    path = _filled(tmp_path / "file")
    content = bytearray(path.read_bytes())
    content[-100] ^= 1
    path.write_bytes(content)
    program = (
        "import sys; from pathlib import Path; from recovery_desktop.vault.database import *\n"
        "d = VaultDatabase(Path(sys.argv[1]), lambda: bytes(range(32))); d.connect()\n"
        "print(cipher_problems(d.connection()))"
    )
    run = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert (run.stdout.strip(), run.stderr) == ("1", "")


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "truncate"),
        ("synchronous", 3),
        ("locking_mode", "exclusive"),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("fullfsync", 1),
        ("cipher_memory_security", "0"),
        ("cipher_status", "1"),
        ("cipher_page_size", "4096"),
        ("temp_store", 0),  # and it is compiled to be memory: see below
    ],
)
def test_connection_has_every_setting(pragma: str, value: object, vault: Vault) -> None:
    assert vault.connection().execute(f"PRAGMA {pragma}").fetchone()[0] == value


def test_temporary_tables_stay_in_memory(vault: Vault) -> None:
    options = {option for (option,) in vault.connection().execute("PRAGMA compile_options")}
    assert "TEMP_STORE=2" in options
    assert "THREADSAFE=1" in options  # what copying in a worker relies on


def test_replace_cannot_slip_past_the_triggers(vault: Vault) -> None:
    add_note(vault, "one")
    connection = vault.connection()
    row = connection.execute("SELECT * FROM audit WHERE seq = 1").fetchone()
    marks = ", ".join("?" * len(row))
    for statement in (
        "UPDATE audit SET user = 'x'",
        "DELETE FROM audit",
        f"REPLACE INTO audit VALUES ({marks})",
        f"INSERT OR REPLACE INTO audit VALUES ({marks})",
    ):
        with pytest.raises(dbapi2.IntegrityError):
            connection.execute(statement, row if "?" in statement else ())
    assert vault.audit.verify() == []


def test_older_file_put_back_is_noticed(vault: Vault) -> None:
    """Every page of it has a good seal: SQLCipher and SQLite find nothing wrong with it."""
    add_note(vault, "one")
    vault.close()
    older = (vault.folder / DATABASE).read_bytes()
    vault = opened(vault.folder)
    add_note(vault, "two")
    head = vault.audit.head()
    vault.close()
    (vault.folder / DATABASE).write_bytes(older)
    vault = opened(vault.folder)
    assert cipher_problems(vault.connection()) == 0
    assert len(vault.findings) == 1
    assert vault.audit.verify() == []
    assert len(vault.audit.verify(head)) == 1
    vault.close()


def test_closed_database_does_not_open_itself_again(vault: Vault) -> None:
    vault.close()
    with pytest.raises(peewee.InterfaceError):
        vault.connection()
    with pytest.raises(peewee.InterfaceError):
        peewee.RawQuery("SELECT 1").execute(vault.database)
    vault = opened(vault.folder)
    assert notes(vault) == []
    vault.close()


def test_second_opening_is_refused_here_and_from_another_process(vault: Vault) -> None:
    with pytest.raises(VaultInUse):
        opened(vault.folder)
    program = (
        "import sys; from pathlib import Path; from tests.vault.small import opened\n"
        "from recovery_desktop.vault import VaultInUse\n"
        "try: opened(Path(sys.argv[1]))\n"
        "except VaultInUse: print('in use')"
    )
    run = subprocess.run([sys.executable, "-c", program, str(vault.folder)], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "in use"


def test_other_program_with_the_key_is_kept_out_too(vault: Vault) -> None:
    """Even one that knows nothing of the folder's lock: SQLite's own lock is held as well."""
    program = (
        "import sys; from pathlib import Path; from recovery_desktop.vault.database import VaultDatabase\n"
        "from recovery_desktop.vault import VaultInUse\n"
        "d = VaultDatabase(Path(sys.argv[1]), lambda: bytes.fromhex(sys.stdin.read()))\n"
        "try: d.connect()\n"
        "except VaultInUse: print('in use')"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(vault.folder / DATABASE)],
        input=vault.key.for_database.hex(),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ},
    )
    assert run.stdout.strip() == "in use"
