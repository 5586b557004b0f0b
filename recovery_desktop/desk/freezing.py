"""The whole record as a signed version keeps it, and back: the client file of that day, the practice, the row numbers.

What is read back is a snapshot like the one it was made of, so that every document can be made of a signed version.
Row numbers are kept beside the file, because what changed since is found by them.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from recovery_desktop.exchange.reading import ClientFile, Row, read_client_file
from recovery_desktop.exchange.writing import client_file, rows_in_file
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.base import Record
from recovery_desktop.records.practice import Practice

FORMAT = "recovery-desktop-signed"


@dataclass(frozen=True)
class Thawed:
    """A signed version's record, as it was: the client and the practice."""

    client: Entry
    practice: Entry


def freeze(client: Entry, practice: Entry, changed: Mapping[tuple[type[Record], int], Mapping[str, Any]]) -> bytes:
    """The record as UTF-8 JSON, without counseling notes, which are kept apart by law (42 CFR 2.11).

    `changed` has plain values by field name for rows that are to be another way in it than they are: a version is
    frozen as signed before it is. The same record gives the same bytes. Raises RecordTooLarge.
    """
    frozen = {
        "format": FORMAT,
        "practice": _plain(practice),
        "numbers": [[entry.number for entry in entries] for entries in rows_in_file(client)],
        "record": json.loads(client_file(client, changed=changed)),
    }
    return (json.dumps(frozen, ensure_ascii=False, indent=1) + "\n").encode()


def thaw(content: bytes) -> Thawed:
    """The snapshot that was frozen, apart from the practice's database; made by an earlier program too.

    Raises BadClientFile when the content is not what `freeze` makes.
    """
    frozen = json.loads(content)
    file = read_client_file(json.dumps(frozen["record"]).encode())
    shared, own = frozen["numbers"]
    return Thawed(_client(file, [*shared, *own]), _practice(frozen["practice"]))


def _plain(entry: Entry) -> dict[str, Any]:
    described = entry.model.described().items()
    return {name: field.to_plain(entry[name]) for name, field in described if not field.is_empty(entry[name])}


def _practice(plain: Mapping[str, Any]) -> Entry:
    known = Practice.described()
    return Entry(
        Practice, 1, _values(Practice, {n: f.from_plain(plain[n]) for n, f in known.items() if n in plain}), {}
    )


def _client(file: ClientFile, numbers: list[int]) -> Entry:
    entries: dict[int, Entry] = {}
    named: dict[str, Entry] = {}
    rows = [*file.shared, *file.client.walk()]
    for row, number in zip(rows, numbers, strict=True):
        entries[id(row)] = named[row.name] = Entry(row.model, number, _values(row.model, row.values), {})
    for row in rows:
        _hang(row, entries, named)
    return entries[id(file.client)]


def _hang(row: Row, entries: Mapping[int, Entry], named: Mapping[str, Entry]) -> None:
    """The lists below a row's entry, what it points at, and its threads with their far ends."""
    entry = entries[id(row)]
    for below in row.lists:
        owner = below.model.owner()
        assert owner is not None
        entry.lists.setdefault(owner.listed_as, []).append(entries[id(below)])
    entry.refs = {name: named[far] for name, far in row.refs.items()}
    for link, far in row.links:
        entry.links.setdefault(link.owner().listed_as, []).append(named[far])
        named[far].back.setdefault(link.target().backref, []).append(entry)


def _values(model: type[Record], given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: given.get(name, field.empty) for name, field in model.described().items()}
