"""The one reading of a client's whole record as plain values; guidance, documents and the client file start from it.

A snapshot is a tree of entries. An entry holds the values of one record by field name, the lists that hang below it,
what it points at, and the threads tied to it, in both directions.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from recovery_desktop.records.base import Link, Owner, Record
from recovery_desktop.records.client import Client
from recovery_desktop.records.fields import Described
from recovery_desktop.records.practice import Practice, Staff
from recovery_desktop.records.tree import all_shared, below, links_of


class Entry:
    """One record as plain values."""

    __slots__ = ("_pointed", "back", "links", "lists", "model", "number", "refs", "values")

    def __init__(self, model: type[Record], number: int, values: dict[str, Any], pointed: dict[str, int]) -> None:
        self.model = model
        self.number = number  # of the row, within its table
        self.values = values
        self._pointed = pointed
        self.lists: dict[str, list[Entry]] = {}
        self.refs: dict[str, Entry] = {}
        self.links: dict[str, list[Entry]] = {}
        self.back: dict[str, list[Entry]] = {}  # the same threads from their far end

    def __getitem__(self, name: str) -> Any:
        """The value of a field."""
        return self.values[name]

    def shown(self, name: str) -> str:
        """The value of a field as it is read, in the chosen language."""
        return self.field(name).shown(self.values[name])

    def field(self, name: str) -> Described:
        """The description of a field."""
        return _fields(self.model)[name]

    def rows(self, name: str) -> "list[Entry]":
        """The rows of a list below this entry, in the counselor's order; empty when there are none."""
        return self.lists.get(name, [])

    def one(self, name: str) -> "Entry | None":
        """The only row of a list that holds at most one."""
        return next(iter(self.rows(name)), None)

    def ref(self, name: str) -> "Entry | None":
        """The entry a field points at."""
        return self.refs.get(name)

    def tied(self, name: str) -> "list[Entry]":
        """The entries tied to this one by a thread, from either end."""
        return self.links.get(name) or self.back.get(name, [])

    def is_filled(self) -> bool:
        """Whether anything has been entered in this entry itself."""
        return any(not field.is_empty(self.values[name]) for name, field in _fields(self.model).items())

    def walk(self) -> "Iterator[Entry]":
        """This entry and all below it, in the order of the record."""
        yield self
        for rows in self.lists.values():
            for row in rows:
                yield from row.walk()


def take(client_id: int) -> Entry:
    """The whole record of a client, read in one go. Raises LookupError when there is no such client.

    Banner, marks, page and what is due ask for it one after the other: until something is written they all get the same
    one, which none of them changes.
    """
    record: Entry = Client._meta.database.remembered(("record", client_id), lambda: _take(client_id))
    return record


def _take(client_id: int) -> Entry:
    found: dict[type[Record], dict[int, Entry]] = {model: _read_shared(model) for model in all_shared()}
    for model in below(Client):
        found[model] = _read(model, client_id, found)
    if client_id not in found[Client]:
        raise LookupError("no such client")
    for model in below(Client):
        _point(model, found)
        for link in links_of(model):
            _tie(link, client_id, found)
    return found[Client][client_id]


def take_practice() -> Entry:
    """The practice's own record."""
    sql, _ = _query(Practice, "1 = ?")
    row = Practice._meta.database.execute_sql(sql, (1,)).fetchone()
    return _entry(Practice, row)


def take_staff() -> list[Entry]:
    """Everybody who works in or with the practice."""
    return list(_read_shared(Staff).values())


def _read(model: type[Record], client_id: int, found: dict[type[Record], dict[int, Entry]]) -> dict[int, Entry]:
    sql, at_owner = _query(model, _within(model))
    rows: dict[int, Entry] = {}
    owner = model.owner()
    for row in model._meta.database.execute_sql(sql, (client_id,)):
        entry = rows[row[0]] = _entry(model, row)
        if owner is not None:
            found[owner.rel_model][row[at_owner]].lists.setdefault(owner.listed_as, []).append(entry)
    return rows


def _read_shared(model: type[Record]) -> dict[int, Entry]:
    sql, _ = _query(model, "1")
    return {row[0]: _entry(model, row) for row in model._meta.database.execute_sql(sql)}


def _point(model: type[Record], found: dict[type[Record], dict[int, Entry]]) -> None:
    if refs := model.refs():
        for entry in found[model].values():
            entry.refs = {name: found[refs[name].rel_model][number] for name, number in entry._pointed.items()}


def _tie(link: type[Link], client_id: int, found: dict[type[Record], dict[int, Entry]]) -> None:
    here, there = link.owner(), link.target()
    table, order = link._meta.table_name, f'"{here.column_name}", rowid'
    sql = f'SELECT "{here.column_name}", "{there.column_name}" FROM "{table}" WHERE {_owned(here)} ORDER BY {order}'
    for near, far in link._meta.database.execute_sql(sql, (client_id,)):
        a, b = found[here.rel_model][near], found[there.rel_model][far]
        a.links.setdefault(here.listed_as, []).append(b)
        b.back.setdefault(there.backref, []).append(a)


@cache
def _fields(model: type[Record]) -> dict[str, Described]:
    return model.described()


@cache
def converters(model: type[Record]) -> tuple[tuple[str, Any], ...]:
    """Each field's name and how a stored value becomes a plain one; None where it is one already."""
    plain = Described.python_value
    return tuple((n, None if type(f).python_value is plain else f.python_value) for n, f in _fields(model).items())


@cache
def _query(model: type[Record], where: str) -> tuple[str, int]:
    """The SELECT of a model's rows (number, fields, pointers, owner) and the column the owner stands in."""
    names = [model.described()[name].column_name for name in model.described()]
    names += [ref.column_name for ref in model.refs().values()]
    owner = model.owner()
    columns = ["id", *names, *([owner.column_name] if owner else [])]
    listed = ", ".join(f'"{column}"' for column in columns)
    return f'SELECT {listed} FROM "{model._meta.table_name}" WHERE {where} ORDER BY position, id', len(columns) - 1


@cache
def _within(model: type[Record]) -> str:
    """The condition that a row belongs to one client, whose number is the one parameter."""
    owner = model.owner()
    return "id = ?" if owner is None else _owned(owner)


def _owned(owner: Owner) -> str:
    table = owner.rel_model._meta.table_name
    return f'"{owner.column_name}" IN (SELECT id FROM "{table}" WHERE {_within(owner.rel_model)})'


def _entry(model: type[Record], row: Any) -> Entry:
    named = converters(model)
    values = {n: c(v) if c else v for (n, c), v in zip(named, row[1:], strict=False)}
    pointers = zip(_refs(model), row[1 + len(named) :], strict=False)
    return Entry(model, row[0], values, {name: number for name, number in pointers if number is not None})


@cache
def _refs(model: type[Record]) -> tuple[str, ...]:
    return tuple(model.refs())
