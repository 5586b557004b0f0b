"""The steps build what the records describe; a changed record without its step is noticed here."""

import re
from pathlib import Path
from typing import Any

import peewee
import pytest

from recovery_desktop.records.base import practice_database
from recovery_desktop.records.kinds import LINKS, RECORDS
from recovery_desktop.records.schema import SCHEMA
from recovery_desktop.records.signed import SignedPlan
from recovery_desktop.records.store import Store
from recovery_desktop.vault import Connection

MODELS = [*RECORDS, *LINKS, SignedPlan]
OUR_OWN = {model._meta.table_name for model in MODELS}


def shape(connection: Any) -> dict[str, Any]:
    """Columns, keys and indexes of all record tables, in a form that does not depend on how they came to be."""
    return {table: table_shape(connection, table) for table in sorted(OUR_OWN)}


def table_shape(connection: Any, table: str) -> dict[str, Any]:
    columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    keys = connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
    indexes = connection.execute(f'PRAGMA index_list("{table}")').fetchall()
    named = {index[1]: (index[2], index_columns(connection, index[1])) for index in indexes}
    strict = connection.execute("SELECT strict FROM pragma_table_list(?)", (table,)).fetchone()
    return {
        "columns": {(name, kind, notnull, key) for _, name, kind, notnull, _default, key in columns},
        "keys": {(key[3], key[2], key[4], key[6]) for key in keys},
        "indexes": sorted(named.values()),
        "strict": strict,
    }


def index_columns(connection: Any, name: str) -> tuple[str, ...]:
    return tuple(row[2] for row in connection.execute(f'PRAGMA index_info("{name}")').fetchall())


def described(folder: Path) -> dict[str, Any]:
    """The shape that today's records ask for."""
    database = peewee.SqliteDatabase(str(folder / "described.db"))
    with database.bind_ctx(MODELS), database.connection_context():
        database.create_tables(MODELS)
        found = shape(database.connection())
    practice_database.initialize(None)
    return found


def test_the_steps_build_what_the_records_describe(store: Store, tmp_path: Path) -> None:
    built = shape(store.vault.connection())
    wanted = described(tmp_path)
    for table in wanted:
        assert built[table] == wanted[table], table


def test_no_table_is_without_a_record(store: Store) -> None:
    rows = store.vault.connection().execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    strangers = {name for (name,) in rows} - OUR_OWN
    assert strangers == {"audit", "draft", "vault"}


def test_steps_are_numbered_and_the_vault_stands_at_the_last(store: Store) -> None:
    assert [step.number for step in SCHEMA] == list(range(1, len(SCHEMA) + 1))
    assert store.vault.schema_version == SCHEMA[-1].number


def test_steps_know_no_records() -> None:
    source = Path(__file__).parents[2] / "recovery_desktop" / "records" / "schema.py"
    imported = re.findall(r"^\s*(?:from|import) (\S+)", source.read_text("utf-8"), re.MULTILINE)
    assert set(imported) == {"unicodedata", "recovery_desktop.assets", "recovery_desktop.vault"}


def test_the_search_step_finds_clients_who_were_there_before() -> None:
    import sqlite3

    connection = sqlite3.connect(":memory:")
    steps = Connection(connection)
    SCHEMA[0].run(steps)
    values = {"legal_given": "José", "legal_family": "NÚÑEZ", "record_number": "RD-000007", "birth_date": "1985-03-09"}
    columns = [row[1] for row in connection.execute("PRAGMA table_info(client)") if row[3] and row[1] != "id"]
    row = {column: values.get(column, "") for column in columns} | {"position": 0, "birth_date": "1985-03-09"}
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO client ({', '.join(row)}) VALUES ({marks})", list(row.values()))
    SCHEMA[1].run(steps)
    assert connection.execute("SELECT search_key FROM client").fetchone() == ("jose nunez rd-000007 1985-03-09",)
    connection.close()


def test_the_third_step_says_declined() -> None:
    import sqlite3

    connection = sqlite3.connect(":memory:")
    steps = Connection(connection)
    for step in SCHEMA[:2]:
        step.run(steps)
    words = {"test_result": "result", "family_session": "status"}
    for table, column in words.items():
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[3] and row[1] != "id"]
        for said in ("refused", "planned"):
            numbers = {name: 1 for name in names if name.endswith("_id") or name == "position"}
            row = dict.fromkeys(names, "") | numbers | {column: said}
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))
    SCHEMA[2].run(steps)
    for table, column in words.items():
        assert connection.execute(f"SELECT {column} FROM {table} ORDER BY id").fetchall() == [
            ("declined",),
            ("planned",),
        ]
    connection.close()


def test_foreign_keys_hold(store: Store) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"):
        store.vault.write(
            lambda: store.vault.connection().execute(
                "INSERT INTO allergy (position, client_id, substance, reaction) VALUES (0, 999, 'x', '')"
            )
        )
