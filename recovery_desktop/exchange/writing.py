"""A client's whole record as a client file."""

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from recovery_desktop.errors import KnownError
from recovery_desktop.exchange.form import FORMAT, MOST_BYTES, SHARED_LISTS, VERSION
from recovery_desktop.exchange.signed import SignedPart, as_plain
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.base import Owner, Record
from recovery_desktop.records.sessions import CounselingNote
from recovery_desktop.records.tree import links_of, owned_by
from recovery_desktop.text import _


class RecordTooLarge(KnownError):
    """A record that would make a larger client file than any practice takes in."""

    def __init__(self) -> None:
        super().__init__(
            _("This record is too large for a client file, which holds up to {most} MB.").format(
                most=MOST_BYTES // 1_000_000
            ),
            _("The record is unchanged, and no file was written."),
            _("Shorten its longest texts, or export it without counseling notes."),
        )


Changed = Mapping[tuple[type[Record], int], Mapping[str, Any]]
"""Plain values by field name for some rows, named by their class and number, that the file has instead of theirs."""


def client_file(
    client: Entry,
    *,
    counseling_notes: bool = False,
    changed: Changed | None = None,
    signed: Sequence[SignedPart] = (),
    without: Collection[type[Record]] = (),
) -> bytes:
    """The client file of a record, as UTF-8 JSON; the same record always gives the same bytes. What its signed versions
    froze goes along when it is given; rows of the classes in `without` stay.

    Counseling notes are kept apart by law (42 CFR 2.11) and left out unless they are asked for. Raises RecordTooLarge.
    """
    writer = _Writer(client, _skipped(counseling_notes) | set(without), changed or {})
    plain: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    for name, model in SHARED_LISTS.items():
        if rows := [writer.row(entry) for entry in writer.shared if entry.model is model]:
            plain[name] = rows
    plain["client"] = writer.row(client)
    if signed:
        plain["signed"] = as_plain(signed)
    content = (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()
    if len(content) > MOST_BYTES:
        raise RecordTooLarge
    return content


def rows_in_file(client: Entry) -> tuple[list[Entry], list[Entry]]:
    """The entries that a client file without counseling notes is made of, in its order: the practice's own, the
    client's."""
    writer = _Writer(client, _skipped(False), {})
    shared = [entry for model in SHARED_LISTS.values() for entry in writer.shared if entry.model is model]
    return shared, list(writer.walk(client))


def _skipped(counseling_notes: bool) -> set[type[Record]]:
    return set() if counseling_notes else {CounselingNote}


class _Writer:
    """Gives an identifier to each entry that another one points at, and writes entries."""

    def __init__(self, client: Entry, skipped: set[type[Record]], changed: Changed) -> None:
        self.skipped = skipped
        self.changed = changed
        entries = [entry for entry in client.walk() if entry.model not in skipped]
        pointed = {id(far) for entry in entries for far in _pointed_at(entry)}
        self.shared = _distinct(far for entry in entries for far in entry.refs.values() if far.model.owner() is None)
        self.names: dict[int, str] = {}
        counts: Counter[str] = Counter()
        for entry in [*self.shared, *entries]:
            if id(entry) in pointed:
                table = str(entry.model._meta.table_name)
                counts[table] += 1
                self.names[id(entry)] = f"{table}-{counts[table]}"

    def row(self, entry: Entry) -> dict[str, Any]:
        plain: dict[str, Any] = {}
        if id(entry) in self.names:
            plain["id"] = self.names[id(entry)]
        for name, field in entry.model.described().items():
            if not field.is_empty(entry[name]):
                plain[name] = field.to_plain(entry[name])
        plain |= self.changed.get((entry.model, entry.number), {})
        plain |= {name: self.names[id(far)] for name, far in entry.refs.items()}
        for link in links_of(entry.model):
            if ends := entry.links.get(link.owner().listed_as):
                plain[link.owner().listed_as] = [self.names[id(far)] for far in ends]
        for owner, below in self.lists(entry):
            if rows := [self.row(row) for row in below]:
                plain[owner.listed_as] = rows[0] if owner.only_one else rows
        return plain

    def lists(self, entry: Entry) -> Iterator[tuple[Owner, list[Entry]]]:
        """The lists of an entry that go into the file, in its order."""
        for owner, model in owned_by(entry.model):
            if model not in self.skipped:
                yield owner, entry.rows(owner.listed_as)

    def walk(self, entry: Entry) -> Iterator[Entry]:
        """An entry and all below it, in the order of the file."""
        yield entry
        for _owner, rows in self.lists(entry):
            for row in rows:
                yield from self.walk(row)


def _pointed_at(entry: Entry) -> list[Entry]:
    return [*entry.refs.values(), *(far for ends in entry.links.values() for far in ends)]


def _distinct(entries: Any) -> list[Entry]:
    return list({id(entry): entry for entry in entries}.values())
