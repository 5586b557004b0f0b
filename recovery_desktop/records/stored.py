"""Rows as they are stored, column by column: to bring back exactly what was there, unchecked as it was kept once."""

from collections.abc import Iterable
from typing import Any

import peewee

from recovery_desktop.records.base import Link, Record

Columns = dict[str, Any]


def row(model: type[Record], number: int, database: peewee.Database | None = None) -> Columns:
    """One row, of another database than the open practice's where one is given. Raises LookupError when it is gone."""
    found = rows_with(model, "id", [number], database)
    if not found:
        raise LookupError(f"{model.__name__} row is gone")
    return found[0]


def rows_with(
    model: type[peewee.Model], column: str, numbers: Iterable[int], database: peewee.Database | None = None
) -> list[Columns]:
    """The rows whose `column` has one of the numbers, in the order in which they were written."""
    listed = ", ".join(map(str, numbers))
    if not listed:
        return []
    # threads have no number of their own that keeps them in order
    chosen = "rowid, *" if issubclass(model, Link) else "*"
    sql = f'SELECT {chosen} FROM "{_table(model)}" WHERE "{column}" IN ({listed}) ORDER BY rowid'
    cursor = _execute(sql, database=database)
    names = [description[0] for description in cursor.description]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]


def value(model: type[Record], number: int, column: str) -> Any:
    """What stands in one column of a row. Raises LookupError when it is gone."""
    found = _execute(f'SELECT "{column}" FROM "{_table(model)}" WHERE id = ?', (number,)).fetchone()
    if found is None:
        raise LookupError(f"{model.__name__} row is gone")
    return found[0]


def insert(model: type[peewee.Model], columns: Columns) -> None:
    """Writes a row that is not there, with the number it had; belongs inside `Vault.write`."""
    names = ", ".join(f'"{name}"' for name in columns)
    _execute(f'INSERT INTO "{_table(model)}" ({names}) VALUES ({", ".join("?" * len(columns))})', columns.values())


def update(model: type[Record], number: int, columns: Columns) -> None:
    """Writes some columns of a row; belongs inside `Vault.write`. Raises LookupError when the row is gone."""
    setting = ", ".join(f'"{name}" = ?' for name in columns)
    if not _execute(f'UPDATE "{_table(model)}" SET {setting} WHERE id = ?', (*columns.values(), number)).rowcount:
        raise LookupError(f"{model.__name__} row is gone")


def columns_of(row: Record) -> Columns:
    """A row that is in hand as it is stored."""
    fields = ((field, row.__data__.get(field.name)) for field in row._meta.sorted_fields)
    return {field.column_name: None if value is None else field.db_value(value) for field, value in fields}


def next_place(model: type[Record], owner: int | None) -> int:
    """The position behind the last row of an owner, or of all rows where they have none."""
    belongs = model.owner()
    where, of_owner = (f'WHERE "{belongs.column_name}" = ?', [owner]) if belongs is not None else ("", [])
    (last,) = _execute(f'SELECT coalesce(max(position), -1) FROM "{_table(model)}" {where}', of_owner).fetchone()
    return int(last) + 1


def is_free(model: type[peewee.Model], rowid: int) -> bool:
    """Whether no row has this number."""
    return _execute(f'SELECT 1 FROM "{_table(model)}" WHERE rowid = ?', (rowid,)).fetchone() is None


def highest(model: type[Record]) -> int:
    """The highest number of a row, 0 when there is none."""
    return int(_execute(f'SELECT coalesce(max(id), 0) FROM "{_table(model)}"').fetchone()[0])


def _table(model: type[peewee.Model]) -> str:
    return str(model._meta.table_name)


def _execute(sql: str, values: Iterable[Any] = (), database: peewee.Database | None = None) -> Any:
    return (database or Record._meta.database).execute_sql(sql, tuple(values))
