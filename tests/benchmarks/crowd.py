"""A practice of whole records: the sample clients, and copies of them with everything that is theirs."""

from typing import Any

from recovery_desktop.exchange.sample import sample_client_files
from recovery_desktop.exchange.taking import take_client
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client
from recovery_desktop.records.kinds import SHARED
from recovery_desktop.records.store import Store
from recovery_desktop.records.tree import below, links_of

APART = 10_000  # between the numbers of a row and of its copy


def crowd(store: Store, count: int) -> None:
    """Fills an empty practice with so many clients, a multiple of the sample's."""
    files = sample_client_files()
    for file in files:
        take_client(store, file.read_bytes())
    store.vault.write(lambda: _copies(count // len(files)))
    assert Client.select().count() == count


def _copies(count: int) -> None:
    Client._meta.database.execute_sql("PRAGMA defer_foreign_keys = ON")  # a row may point at one that comes later
    for copy in range(1, count):
        _copy(copy * APART)


def _copy(shift: int) -> None:
    """Copies every row of the sample with its numbers shifted: its own, its owner's, and those it points at."""
    for model in below(Client):
        owner, shared = model.owner(), {name for name, ref in model.refs().items() if ref.rel_model in SHARED}
        moved = {model._meta.primary_key.column_name, *([owner.column_name] if owner else [])}
        moved |= {ref.column_name for name, ref in model.refs().items() if name not in shared}
        _copy_table(model, moved, shift)
        for link in links_of(model):
            _copy_table(link, {link.owner().column_name, link.target().column_name}, shift)


def _copy_table(model: Any, moved: set[str], shift: int) -> None:
    table, number = model._meta.table_name, "record_number"
    columns = list(model._meta.columns)
    values = [f'"{c}" + {shift}' if c in moved else f'"{c}"' for c in columns]
    values = [
        f"'RD-{shift}' || id" if c == number and model is Client else v for c, v in zip(columns, values, strict=True)
    ]
    first = next(c for c in columns if c in moved)
    listed = ", ".join(f'"{c}"' for c in columns)
    sql = f'INSERT INTO "{table}" ({listed}) SELECT {", ".join(values)} FROM "{table}" WHERE "{first}" < {APART}'
    Record._meta.database.execute_sql(sql)
