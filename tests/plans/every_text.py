"""A client in whose record every text says where it comes from, to see in which document it stands."""

import datetime
from typing import Any

from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client
from recovery_desktop.records.fields import Choice, Clock, Day, Described, Line, Text, Whole
from recovery_desktop.records.kinds import LINKS
from recovery_desktop.records.store import Store
from recovery_desktop.records.tree import below


def token(model: type[Record], field: Described) -> str:
    return f"{model.__name__}.{field.name}"


def filled(model: type[Record]) -> dict[str, Any]:
    """A value for each text of a record that says where it comes from, and for what it cannot be without."""
    values: dict[str, Any] = {}
    for name, field in model.described().items():
        if isinstance(field, Choice):
            values |= {name: next(iter(field.labels))} if field.required else {}
        elif isinstance(field, (Line, Text)) and not isinstance(field, Clock):
            values[name] = token(model, field)
        elif isinstance(field, Whole) and field.required:
            values[name] = 2
        elif isinstance(field, Day) and field.required:
            values[name] = datetime.date(2026, 11, 2)
    return values


def client_with_every_text(store: Store) -> Entry:
    """The client's record; rows of all kinds are there once, tied to each other."""
    rows: dict[type[Record], Record] = {}
    for model in below(Client):
        owner = model.owner()
        refs = {name: rows[ref.rel_model] for name, ref in model.refs().items() if model.is_final()}
        rows[model] = store.add(model, rows[owner.rel_model] if owner else None, **filled(model), **refs)
    for model, row in [one for one in rows.items() if not one[0].is_final()]:
        store.save(row, **{name: rows[ref.rel_model] for name, ref in model.refs().items() if ref.rel_model in rows})
    for link in LINKS:
        store.link(link, rows[link.owner().rel_model], rows[link.target().rel_model])
    return take(rows[Client].id)
