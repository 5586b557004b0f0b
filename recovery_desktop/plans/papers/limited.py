"""A client's record with nothing in it that may not leave: what each document for somebody else is made of."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from recovery_desktop.plans.papers.closed import closed_in
from recovery_desktop.plans.papers.limits import ALWAYS, FIELDS, NEVER, ONLY_THESE, WITH
from recovery_desktop.plans.papers.private_rows import Private, tells_too_much
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client
from recovery_desktop.records.disclosing import Disclosure
from recovery_desktop.records.family import Release
from recovery_desktop.records.health import TraumaSafety
from recovery_desktop.records.plan import Addendum, Override
from recovery_desktop.records.sessions import Contact, CounselingNote
from recovery_desktop.records.set_aside import SetAside

_STAY: tuple[type[Record], ...] = (CounselingNote, SetAside, Disclosure, Release, Override, Addendum)
_ALSO_IN_PART: tuple[type[Record], ...] = (Contact, TraumaSafety)
"""Of these only the fields that `limits` names go, also where no release sets limits."""
_EMERGENCY_CONTACT = ("emergency_name", "emergency_relationship", "emergency_phone")
NOTHING = Private()


def scopes_for(document: str, scopes: Collection[str]) -> frozenset[str]:
    """The parts of a release that count for a document: one for the discharge summary allows that summary alone."""
    return frozenset(scopes) - (frozenset() if document == "discharge" else {"discharge"})


def limited(client: Entry, scopes: Collection[str] | None, now: Private = NOTHING) -> tuple[Entry, dict[int, Entry]]:
    """The record as it may leave, and its entries by the `id` of those they were made of.

    Without `scopes`, as where the law itself allows it, that is all but counseling notes, what tells of violence at
    home, what others were told, and contacts that the client does not want. `now` is what became private after a
    version was frozen.
    """
    private = replace(now, people=closed_in(client, now.people.numbers) | now.people)
    twins: dict[int, Entry] = {}
    kept = _kept(client, None if scopes is None else frozenset(scopes) | {ALWAYS}, private, twins)
    for original in client.walk():
        if (twin := twins.get(id(original))) is not None:
            _tie(original, twin, twins)
    return kept, twins


def _kept(entry: Entry, scopes: frozenset[str] | None, private: Private, twins: dict[int, Entry]) -> Entry:
    values = {
        name: entry[name] if _goes(entry.model, name, scopes) else field.empty
        for name, field in entry.model.described().items()
    }
    if entry.model is Client and private.people.is_named(entry["emergency_name"], entry["emergency_phone"]):
        values |= {name: entry.model.described()[name].empty for name in _EMERGENCY_CONTACT}
    twin = twins[id(entry)] = Entry(entry.model, entry.number, values, {})
    twin.refs = {name: far for name, far in entry.refs.items() if _goes(entry.model, name, scopes)}
    for name, rows in entry.lists.items():
        goes = [row for row in rows if _leaves(row, scopes, private)]
        twin.lists[name] = [_kept(row, scopes, private, twins) for row in goes]
    return twin


def _goes(model: type[Record], name: str, scopes: frozenset[str] | None) -> bool:
    """Whether a field of a row that leaves goes with it."""
    if name in NEVER:
        return False
    limits = FIELDS.get(model, {})
    if scopes is None:
        return model not in _ALSO_IN_PART or name in limits
    needed = limits.get(name)
    if needed is None:
        return model not in ONLY_THESE
    return not scopes.isdisjoint(needed)


def _leaves(row: Entry, scopes: frozenset[str] | None, private: Private) -> bool:
    if row.model in _STAY or (row.model, row.number) in private.rows or tells_too_much(row, private.people):
        return False
    return scopes is None or not scopes.isdisjoint(WITH.get(row.model, ()))


def _tie(original: Entry, twin: Entry, twins: dict[int, Entry]) -> None:
    """What it points at and its threads, as far as the other end leaves too."""
    twin.refs = {name: far for name, one in twin.refs.items() if (far := _far(one, twins)) is not None}
    twin.links = {name: list(_far_ends(ends, twins)) for name, ends in original.links.items()}
    twin.back = {name: list(_far_ends(ends, twins)) for name, ends in original.back.items()}


def _far(entry: Entry, twins: dict[int, Entry]) -> Entry | None:
    """The other end; people of the practice and its directory are shared by all records."""
    return entry if entry.model.is_shared() else twins.get(id(entry))


def _far_ends(ends: list[Entry], twins: dict[int, Entry]) -> Iterator[Entry]:
    return (far for one in ends if (far := _far(one, twins)) is not None)
