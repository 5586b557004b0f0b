"""What goes when a record is removed, as plain column values, so that it can be brought back exactly as it was."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import peewee

from recovery_desktop.records.base import Record
from recovery_desktop.records.tree import LINKS, RECORDS, below

Columns = dict[str, Any]


@dataclass(frozen=True)
class Removed:
    """A row with all that hung on it: rows below it (owners first), threads, and who pointed at any of them."""

    model: type[Record]
    number: int
    rows: tuple[tuple[type[peewee.Model], Columns], ...]
    threads: tuple[tuple[type[peewee.Model], Columns], ...]
    pointers: tuple[tuple[type[Record], int, str, int], ...]  # of the row that points: class, number, column; to whom


def all_that_goes(row: Record) -> Removed:
    """Reads what the removal of `row` will take along."""
    numbers: dict[type[Record], list[int]] = {type(row): [row.id]}
    rows: list[tuple[type[peewee.Model], Columns]] = []
    for model in below(type(row)):
        owner = model.owner()
        if model is type(row):
            found = _read(model, "id", [row.id])
        else:
            assert owner is not None
            found = _read(model, owner.column_name, numbers[owner.rel_model])
        numbers[model] = [columns["id"] for columns in found]
        rows += ((model, columns) for columns in found)
    return Removed(type(row), row.id, tuple(rows), tuple(_threads(numbers)), tuple(_pointers(numbers)))


def bring_back(removed: Removed) -> None:
    """Writes everything again under its former numbers; belongs inside `Vault.write`."""
    for model, columns in (*removed.rows, *removed.threads):
        names = ", ".join(f'"{name}"' for name in columns)
        places = ", ".join("?" * len(columns))
        _execute(f'INSERT INTO "{model._meta.table_name}" ({names}) VALUES ({places})', columns.values())
    for pointing, number, column, target in removed.pointers:
        _execute(f'UPDATE "{pointing._meta.table_name}" SET "{column}" = ? WHERE id = ?', (target, number))


def _threads(numbers: Mapping[type[Record], list[int]]) -> Iterable[tuple[type[peewee.Model], Columns]]:
    for link in LINKS:
        here, there = link.owner(), link.target()
        found = _read(link, here.column_name, numbers.get(here.rel_model, []))
        found += _read(link, there.column_name, numbers.get(there.rel_model, []))
        ends = {(columns[here.column_name], columns[there.column_name]): columns for columns in found}
        yield from ((link, columns) for columns in ends.values())


def _pointers(numbers: Mapping[type[Record], list[int]]) -> Iterable[tuple[type[Record], int, str, int]]:
    for model in RECORDS:
        for ref in model.refs().values():
            for columns in _read(model, ref.column_name, numbers.get(ref.rel_model, [])):
                if columns["id"] not in numbers.get(model, []):
                    yield model, columns["id"], ref.column_name, columns[ref.column_name]


def _read(model: type[peewee.Model], column: str, values: list[int]) -> list[Columns]:
    """The rows whose `column` has one of the values, in the order in which they were written."""
    if not values:
        return []
    listed = ", ".join(map(str, values))  # our own row numbers
    cursor = _execute(f'SELECT * FROM "{model._meta.table_name}" WHERE "{column}" IN ({listed}) ORDER BY rowid')
    names = [description[0] for description in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _execute(sql: str, values: Iterable[Any] = ()) -> Any:
    return Record._meta.database.execute_sql(sql, tuple(values))
