"""To whom a row belongs, and the rows that one client has of a kind."""

from typing import Any

from recovery_desktop.records.base import Owner, Record
from recovery_desktop.records.client import Client


def client_of(row: Record) -> Client | None:
    """The client to whom a row belongs; None for what the practice owns."""
    owner = type(row).owner()
    if owner is None:
        return row if isinstance(row, Client) else None
    return client_of(getattr(row, owner.name))


def rows_of(model: type[Record], client: Client | None) -> list[Any]:
    """All rows of a model within one client, in their order; what the practice shares is the same for all."""
    query = model.select()
    if not model.is_shared():
        query = query.where(_within(model, client.id if client is not None else 0))
    return list(query.order_by(model.position, model.id))


def _within(model: type[Record], client: int) -> Any:
    owner: Owner | None = model.owner()
    if owner is None:
        return model.id == client
    above = owner.rel_model
    return owner.in_(above.select(above.id).where(_within(above, client)))
