"""What goes when a record is removed, as plain column values, so that it can be brought back exactly as it was."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from recovery_desktop.records import stored
from recovery_desktop.records.base import Link, Record
from recovery_desktop.records.stored import Columns
from recovery_desktop.records.tree import all_kinds, all_links, below


@dataclass(frozen=True)
class Removed:
    """A row with all that hung on it: rows below it, threads, and who pointed at any of them.

    Without rows it is a single thread, and `model` and `number` say in whose list that was.
    """

    model: type[Record]
    number: int
    rows: tuple[tuple[type[Record], Columns], ...]  # those first to which others belong or point
    threads: tuple[tuple[type[Link], Columns], ...]
    pointers: tuple[tuple[type[Record], int, Columns], ...] = ()  # of the row that points: class, number, column


def all_that_goes(row: Record) -> Removed:
    """Reads what the removal of `row` will take along."""
    found: dict[type[Record], list[Columns]] = {}
    for model in below(type(row)):
        owner = model.owner()
        if model is type(row):
            found[model] = stored.rows_with(model, "id", [row.id])
        else:
            assert owner is not None
            found[model] = stored.rows_with(model, owner.column_name, (one["id"] for one in found[owner.rel_model]))
    numbers = {model: [columns["id"] for columns in rows] for model, rows in found.items()}
    rows = tuple((model, columns) for model in all_kinds() for columns in found.get(model, []))
    return Removed(type(row), row.id, rows, tuple(_threads(numbers)), tuple(_pointers(numbers)))


def thread_that_goes(link: type[Link], owner: Record, target: Record) -> Removed:
    """Reads the thread between two records; without any when they are not tied."""
    here, there = link.owner().column_name, link.target().column_name
    tied = [columns for columns in stored.rows_with(link, here, [owner.id]) if columns[there] == target.id]
    return Removed(type(owner), owner.id, (), tuple((link, columns) for columns in tied))


def bring_back(removed: Removed) -> None:
    """Writes everything again under its former numbers; belongs inside `Vault.write`."""
    for model, columns in removed.rows:
        stored.insert(model, columns)
    for link, columns in removed.threads:
        stored.insert(link, columns if stored.is_free(link, columns["rowid"]) else _last(columns))
    for pointing, number, column in removed.pointers:
        stored.update(pointing, number, column)


def _last(thread: Columns) -> Columns:
    """A thread without its place among the others."""
    return {name: value for name, value in thread.items() if name != "rowid"}


def _threads(numbers: Mapping[type[Record], list[int]]) -> Iterable[tuple[type[Link], Columns]]:
    for link in all_links():
        here, there = link.owner(), link.target()
        found = stored.rows_with(link, here.column_name, numbers.get(here.rel_model, []))
        found += stored.rows_with(link, there.column_name, numbers.get(there.rel_model, []))
        yield from ((link, columns) for columns in {columns["rowid"]: columns for columns in found}.values())


def _pointers(numbers: Mapping[type[Record], list[int]]) -> Iterable[tuple[type[Record], int, Columns]]:
    for model in all_kinds():
        for ref in model.refs().values():
            for columns in stored.rows_with(model, ref.column_name, numbers.get(ref.rel_model, [])):
                if columns["id"] not in numbers.get(model, []):
                    yield model, columns["id"], {ref.column_name: columns[ref.column_name]}
