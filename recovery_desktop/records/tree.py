"""The shape of the whole record: which lists and threads hang where.

All kinds of record are loaded with the first question about it. They are many, and no start waits for them.
"""

from functools import cache

from recovery_desktop.records.base import Link, Owner, Record


def all_kinds() -> tuple[type[Record], ...]:
    """Every record, owners before what they own and pointed-at before what points."""
    from recovery_desktop.records.kinds import RECORDS

    return RECORDS


@cache
def kinds_by_table() -> dict[str, type[Record]]:
    """Every record by the name of its table."""
    return {str(model._meta.table_name): model for model in all_kinds()}


def all_shared() -> tuple[type[Record], ...]:
    """Records of the practice that a client's record points at."""
    from recovery_desktop.records.kinds import SHARED

    return SHARED


def all_links() -> tuple[type[Link], ...]:
    """Every kind of thread between two records."""
    from recovery_desktop.records.kinds import LINKS

    return LINKS


@cache
def owned_by(model: type[Record]) -> tuple[tuple[Owner, type[Record]], ...]:
    """The lists of a record: the owner field and the class of their rows, in the order of `all_kinds`."""
    owners = ((one.owner(), one) for one in all_kinds())
    return tuple((owner, one) for owner, one in owners if owner is not None and owner.rel_model is model)


@cache
def links_of(model: type[Record]) -> tuple[type[Link], ...]:
    """The links whose threads are listed in a record."""
    return tuple(link for link in all_links() if link.owner().rel_model is model)


@cache
def below(model: type[Record]) -> tuple[type[Record], ...]:
    """A record's class and all classes hanging below it, owners first."""
    return (model, *(deeper for _, child in owned_by(model) for deeper in below(child)))
