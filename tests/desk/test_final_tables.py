"""No table that holds something signed or final lets it be changed, deleted or replaced, through records or SQL. Which
tables these are follows from the records: a new one is asked here by itself."""

from collections.abc import Callable, Iterator
from typing import Any

import peewee
import pytest
from sqlcipher3 import dbapi2

from recovery_desktop.desk.sealing import faults
from recovery_desktop.records.kinds import FINAL_RECORDS
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.signed import SignedPlan
from recovery_desktop.records.store import Store
from recovery_desktop.records.tree import owned_by
from tests.desk.signed_practice import signed_practice

MODELS: list[Any] = [
    SignedPlan,
    PlanVersion,
    *dict.fromkeys([*FINAL_RECORDS, *(row for _o, row in owned_by(PlanVersion))]),
]
TABLES: list[str] = [*(model._meta.table_name for model in MODELS), "audit"]
REFUSED = r"cannot be (changed|deleted)"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = signed_practice(tmp_path_factory.mktemp("practice") / "vault")
    yield store
    store.close()


def sealed_rows(store: Store, table: str) -> list[tuple[Any, ...]]:
    """The rows that may never change, their number first."""
    columns = {row[1] for row in store.vault.connection().execute(f'PRAGMA table_info("{table}")')}
    signed = "(SELECT version_id FROM signed_plan)"
    where = {"plan_version": f"WHERE id IN {signed}"}.get(table, "")
    if "version_id" in columns:
        where = f"WHERE version_id IN {signed}"
    rows: list[tuple[Any, ...]] = store.vault.connection().execute(f'SELECT * FROM "{table}" {where}').fetchall()
    assert rows, f"the practice of this test has no sealed row of {table}"
    return rows


SQL = {
    "update": 'UPDATE "{table}" SET "{column}" = "{column}" WHERE rowid = {number}',
    "update of its number": 'UPDATE "{table}" SET rowid = 900900 WHERE rowid = {number}',
    "update over it": 'UPDATE OR REPLACE "{table}" SET rowid = {number} WHERE rowid = {other}',
    "delete": 'DELETE FROM "{table}" WHERE rowid = {number}',
    "delete of all": 'DELETE FROM "{table}"',
    "replace": 'REPLACE INTO "{table}" SELECT * FROM "{table}" WHERE rowid = {number}',
    "insert or replace": 'INSERT OR REPLACE INTO "{table}" SELECT * FROM "{table}" WHERE rowid = {number}',
    "upsert": 'INSERT INTO "{table}" SELECT * FROM "{table}" WHERE rowid = {number}'
    ' ON CONFLICT DO UPDATE SET "{column}" = excluded."{column}"',
}


@pytest.mark.parametrize("way", SQL)
@pytest.mark.parametrize("table", TABLES)
def test_sql_is_refused(store: Store, table: str, way: str) -> None:
    connection = store.vault.connection()
    before = sealed_rows(store, table)
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")') if not row[5]]
    number, other = before[0][0], before[-1][0]
    for column in columns if "{column}" in SQL[way] else columns[:1]:
        sql = SQL[way].format(table=table, column=column, number=number, other=other if other != number else 900901)
        if way == "update over it" and other == number:
            continue  # one row alone is not replaced by another
        with pytest.raises((dbapi2.IntegrityError, peewee.IntegrityError), match=REFUSED):
            store.vault.write(lambda sql=sql: store.vault.connection().execute(sql))
    assert sealed_rows(store, table) == before


RECORDS: dict[str, Callable[[Any, Any], object]] = {
    "save": lambda _model, row: row.save(),
    "delete the row": lambda _model, row: row.delete_instance(),
    "update": lambda model, row: model.update(id=model.id).where(model.id == row.id).execute(),
    "delete": lambda model, row: model.delete().where(model.id == row.id).execute(),
    "replace": lambda model, row: model.replace(**row.__data__).execute(),
    "insert over it": lambda model, row: model.insert(**row.__data__).on_conflict_replace().execute(),
}


@pytest.mark.parametrize("way", RECORDS)
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.table_name)
def test_records_are_refused(store: Store, model: Any, way: str) -> None:
    table = model._meta.table_name
    before = sealed_rows(store, table)
    row = model.get_by_id(before[0][0])
    row.dirty_fields.clear()
    row._dirty.update(name for name in row.__data__ if name != "id")
    with pytest.raises(peewee.IntegrityError, match=REFUSED):
        RECORDS[way](model, row)
    assert sealed_rows(store, table) == before


def test_nothing_of_it_came_through(store: Store) -> None:
    assert faults(store.vault.database) == [] and store.vault.check() == []


@pytest.mark.parametrize("table", TABLES)
def test_triggers_hold_each_table(store: Store, table: str) -> None:
    query = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?"
    names = {name for (name,) in store.vault.connection().execute(query, (table,)).fetchall()}
    assert {f"{table}_keeps", f"{table}_stays"} <= names
