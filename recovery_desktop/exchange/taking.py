"""Takes a checked client file into the open practice, whole or not at all."""

from typing import Any

from recovery_desktop.errors import KnownError
from recovery_desktop.exchange.reading import ClientFile, Row, read_client_file
from recovery_desktop.records.base import Link, Record
from recovery_desktop.records.client import Client
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

    Staff and resources that the practice has already are used, others are added. Raises BadClientFile,
    ClientAlreadyHere or a vault error; then nothing was written.
    """
    file = read_client_file(content)
    client: Client = store.vault.write(lambda: _Taking(store).take(file))
    return client


class _Taking:
    def __init__(self, store: Store) -> None:
        self.store = store
        self.rows: dict[str, Record] = {}

    def take(self, file: ClientFile) -> Client:
        number = file.client.values["record_number"]
        if Client.select().where(Client.record_number == number).exists():
            raise ClientAlreadyHere(number)
        for row in file.shared:
            self.rows[row.name] = self._same(row) or self.store.add(row.model, **row.values)
        kept: list[tuple[Row, Record]] = []
        client = self._add(file.client, None, kept)
        for row, record in kept:
            self._tie(row, record)
        assert isinstance(client, Client)
        return client

    def _same(self, row: Row) -> Record | None:
        names: tuple[str, ...] = row.model.same_as  # type: ignore[attr-defined]
        where: dict[str, Any] = {name: row.values.get(name, "") for name in names}
        found: Record | None = row.model.get_or_none(**where)
        return found

    def _add(self, row: Row, owner: Record | None, kept: list[tuple[Row, Record]]) -> Record:
        record = self.store.add(row.model, owner, **row.values)
        kept.append((row, record))
        if row.name:
            self.rows[row.name] = record
        for below in row.lists:
            self._add(below, record, kept)
        return record

    def _tie(self, row: Row, record: Record) -> None:
        if row.refs:
            self.store.save(record, **{name: self.rows[far] for name, far in row.refs.items()})
        for link, far in row.links:
            self._link(link, record, self.rows[far])

    def _link(self, link: type[Link], record: Record, far: Record) -> None:
        self.store.link(link, record, far)
