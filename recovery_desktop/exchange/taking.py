"""Takes a checked client file into the open practice, whole or not at all."""

from typing import Any

from recovery_desktop.errors import KnownError
from recovery_desktop.exchange.reading import ClientFile, Row, read_client_file
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.practice import Staff
from recovery_desktop.records.signed import freeze_version
from recovery_desktop.records.store import Store
from recovery_desktop.text import _


class ClientAlreadyHere(KnownError):
    """The practice has this client already."""

    def __init__(self, record_number: str) -> None:
        super().__init__(
            _("A client with the record number {number} is already in this practice.").format(number=record_number),
            _("Nothing of the file was taken over."),
            _("Give one of the two another record number, if they are different people."),
        )


def take_client(store: Store, content: bytes) -> Client:
    """Adds the client of a client file to the practice and returns the new record.

    Staff and resources that the practice has already are used as they are, others are added; where it is not certain
    that two are the same, they stay two. Raises BadClientFile, ClientAlreadyHere or a vault error; then nothing was
    written.
    """
    file = read_client_file(content)
    client: Client = store.vault.write(lambda: _Taking(store).take(file))
    return client


class _Taking:
    def __init__(self, store: Store) -> None:
        self.store = store
        self.rows: dict[str, Record] = {}
        self.final: list[tuple[Row, Record]] = []

    def take(self, file: ClientFile) -> Client:
        number = file.client.values["record_number"]
        if Client.select().where(Client.record_number == number).exists():
            raise ClientAlreadyHere(number)
        shared: list[Record] = []
        for row in file.shared:
            shared.append(_same(row, shared) or self.store.add(row.model, **row.values))
            self.rows[row.name] = shared[-1]
        kept: list[tuple[Row, Record]] = []
        client = self._add(file.client, None, kept)
        for row, record in kept:
            self._tie(row, record)
        for row, owner in self.final:
            self.store.add(row.model, owner, **row.values, **{name: self.rows[far] for name, far in row.refs.items()})
        assert isinstance(client, Client)
        for part in file.signed:  # last: from then on nothing of the version changes
            episode = client.episodes.order_by(Episode.position, Episode.id)[part.episode]  # type: ignore[attr-defined]
            version = PlanVersion.get(PlanVersion.episode == episode, PlanVersion.number == part.number)
            freeze_version(self.store, version.id, part.frozen)
        return client

    def _add(self, row: Row, owner: Record | None, kept: list[tuple[Row, Record]]) -> Record:
        """Adds a row and those below it; what can never be changed waits until all that it points at is there."""
        record = self.store.add(row.model, owner, **row.values)
        kept.append((row, record))
        if row.name:
            self.rows[row.name] = record
        for below in row.lists:
            if below.model.is_final():
                self.final.append((below, record))
            else:
                self._add(below, record, kept)
        return record

    def _tie(self, row: Row, record: Record) -> None:
        if row.refs:
            self.store.save(record, **{name: self.rows[far] for name, far in row.refs.items()})
        for link, far in row.links:
            self.store.link(link, record, self.rows[far])


def _same(row: Row, taken: list[Record]) -> Record | None:
    """The practice's own record of what a row of the file describes, unless the file's rows before took it.

    None where several could be meant: a plan that names the wrong person is worse than a name that stands twice.
    """
    names: tuple[str, ...] = row.model.same_as  # type: ignore[attr-defined]
    where = [getattr(row.model, name) == row.values.get(name, "") for name in names]
    named = row.model.select().where(*where).order_by(row.model.id)
    fitting = [record for record in named if record not in taken and _fits(row, record)]
    equal = [record for record in fitting if _filled(record) == row.values]
    return equal[0] if equal else fitting[0] if len(fitting) == 1 else None


def _fits(row: Row, record: Record) -> bool:
    """Whether both can be the same: no field that both fill differs, and neither is somebody who left."""
    ours = _filled(record)
    if row.model is Staff and "left_on" in ours.keys() | row.values.keys():
        return False
    return all(ours.get(name, value) == value for name, value in row.values.items())


def _filled(record: Record) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in record.described()}
    return {name: value for name, value in values.items() if not record.described()[name].is_empty(value)}
