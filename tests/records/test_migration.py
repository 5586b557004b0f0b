"""Vaults of every schema ever used open with today's program, whole, whatever their size; newer ones are refused."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from recovery_desktop.records.client import Client
from recovery_desktop.records.schema import SCHEMA
from recovery_desktop.records.search import find_clients
from recovery_desktop.records.store import Store, open_store
from recovery_desktop.vault import Step, create, list_backups, open_vault, unlock_key
from recovery_desktop.vault.database import row_counts
from tests.practices import CHEAP, PASSPHRASE

KEPT = Path(__file__).parents[1] / "vaults"


def old_vault(folder: Path, steps: int, clients: int) -> dict[str, int]:
    """Makes a closed vault at an old schema with every table filled; returns the rows of each table."""
    vault = create(folder, PASSPHRASE, SCHEMA[:steps], user="Counselor", cost=CHEAP, ballast=0).vault
    connection = vault.connection()
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    ours = [table for table in tables if table not in ("audit", "draft", "vault")]
    vault.write(lambda: [fill(connection, table, number) for table in ours for number in range(1, clients + 1)])
    counts = row_counts(connection)
    vault.close()
    return {table: counts[table] for table in ours}


def fill(connection: Any, table: str, number: int) -> None:
    """One row with something in every column; pointers go to the row with the same number."""
    columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    values = {name: filler(name, kind, number) for _, name, kind, *_ in columns}
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    connection.execute("PRAGMA defer_foreign_keys = ON")
    connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', list(values.values()))


def filler(name: str, kind: str, number: int) -> Any:
    if name == "id" or name.endswith("_id"):
        return number
    if name == "search_key":
        return f"zoe {number}"
    if name.endswith("_on") or name == "birth_date":
        return "1997-05-04"
    return {"TEXT": f"Zoë {number}", "INTEGER": number % 7, "REAL": number / 2}[kind]


def contents(connection: Any, tables: dict[str, int], columns: dict[str, list[str]]) -> dict[str, list[Any]]:
    listed = {table: ", ".join(f'"{column}"' for column in columns[table]) for table in tables}
    return {
        table: connection.execute(f'SELECT {listed[table]} FROM "{table}" ORDER BY 1, 2').fetchall() for table in tables
    }


@pytest.mark.parametrize("clients", [1, 30, 300])
@pytest.mark.parametrize("steps", range(1, len(SCHEMA)))
def test_an_old_vault_opens_with_everything_in_it(tmp_path: Path, steps: int, clients: int) -> None:
    folder = tmp_path / "vault"
    counts = old_vault(folder, steps, clients)
    before = open_vault(folder, unlock_key(folder, PASSPHRASE), SCHEMA[:steps])
    columns = {
        table: [row[1] for row in before.connection().execute(f'PRAGMA table_info("{table}")')] for table in counts
    }
    old = contents(before.connection(), counts, columns)
    before.close()
    store = open_store(folder, unlock_key(folder, PASSPHRASE))
    assert store.vault.schema_version == len(SCHEMA)
    assert contents(store.vault.connection(), counts, columns) == old
    assert store.vault.check() == []
    assert len(find_clients("zoe", limit=1000)) == clients
    (backup,) = list_backups(folder / "backups")
    assert backup.kind == "before-update"
    store.close()


def test_a_vault_of_a_newer_program_is_refused_and_untouched(tmp_path: Path) -> None:
    from recovery_desktop.vault.errors import VaultTooNew

    folder = tmp_path / "vault"
    later = (*SCHEMA, Step(len(SCHEMA) + 1, "from the future", lambda _connection: None))
    create(folder, PASSPHRASE, later, user="Counselor", cost=CHEAP, ballast=0).vault.close()
    content = (folder / "vault.db").read_bytes()
    with pytest.raises(VaultTooNew) as refused:
        open_store(folder, unlock_key(folder, PASSPHRASE))
    assert refused.value.remedy
    assert (folder / "vault.db").read_bytes() == content


@pytest.mark.parametrize("kept", sorted(KEPT.glob("schema-*")), ids=lambda folder: folder.name)
def test_a_kept_vault_of_every_schema_still_opens(tmp_path: Path, kept: Path) -> None:
    """These vaults were made by the program of their time and are never made anew."""
    folder = tmp_path / "vault"
    shutil.copytree(kept, folder)
    store: Store = open_store(folder, unlock_key(folder, PASSPHRASE))
    assert store.vault.check() == []
    assert find_clients("priya")[0].record_number == "RD-000123"
    assert Client.get(Client.record_number == "RD-000123").legal_family == "Shah"
    store.close()


def test_every_schema_has_its_kept_vault() -> None:
    assert [folder.name for folder in sorted(KEPT.glob("schema-*"))] == [f"schema-{step.number}" for step in SCHEMA]
