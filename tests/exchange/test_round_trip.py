"""A client goes out as a file and comes in again with nothing lost."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from recovery_desktop.diagnoses import code_set
from recovery_desktop.exchange.form import VERSION
from recovery_desktop.exchange.reading import read_client_file
from recovery_desktop.exchange.sample import sample_client_files
from recovery_desktop.exchange.taking import take_client
from recovery_desktop.exchange.writing import RecordTooLarge, client_file
from recovery_desktop.plans.diagnosis_checks import codes_to_choose
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from tests.practices import new_practice, reopened
from tests.whole_clients import client_files


def written(store: Store, client: Client) -> bytes:
    return client_file(take(client.id), counseling_notes=True)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(plain=client_files())
def test_any_client_comes_back_byte_for_byte(tmp_path_factory: pytest.TempPathFactory, plain: dict[str, Any]) -> None:
    first, second = (new_practice(tmp_path_factory.mktemp("practice") / "vault") for _ in range(2))
    try:
        once = written(use(first), take_client(use(first), json.dumps(plain).encode()))
        twice = written(use(second), take_client(use(second), once))
        assert once == twice
        assert values_of(once) == values_of(json.dumps(plain).encode())
    finally:
        first.close()
        second.close()


def use(store: Store) -> Store:
    """Points the records at one of two open practices."""
    return Store(store.vault)


def values_of(content: bytes) -> list[Any]:
    """All values, pointers and threads of the client, in order: what must survive whatever the ids are called.

    A row of the client is known by its place in the record, a shared one by its values and when it was first named.
    """
    file = read_client_file(content)
    rows = list(file.client.walk())
    shared = {row.name: row for row in file.shared}
    places = {row.name: place for place, row in enumerate(rows) if row.name}
    named: dict[str, int] = {}

    def far(name: str) -> Any:
        if name in places:
            return places[name]
        return named.setdefault(name, len(named)), sorted(shared[name].values.items(), key=str)

    return [
        (
            row.model.__name__,
            sorted(row.values.items(), key=str),
            [(name, far(row.refs[name])) for name in sorted(row.refs)],
            sorted(((link.__name__, far(end)) for link, end in row.links), key=lambda thread: thread[0]),
        )
        for row in rows
    ]


@pytest.mark.parametrize("file", sample_client_files(), ids=lambda file: file.stem)
def test_sample_clients_come_back_whole_after_closing(store: Store, tmp_path: Path, file: Path) -> None:
    once = written(store, take_client(store, file.read_bytes()))
    again = reopened(store)
    client = Client.get()
    assert client_file(take(client.id), counseling_notes=True) == once
    assert values_of(once) == values_of(file.read_bytes())
    again.close()


def test_counseling_notes_stay_unless_they_are_asked_for(store: Store) -> None:
    note = {"written_on": "2026-09-10", "text": "kept apart"}
    plain = {
        "format": "recovery-desktop-client",
        "version": 1,
        "client": {
            "record_number": "RD-000001",
            "legal_family": "Doe",
            "episodes": [{"intake_on": "2026-09-10", "counseling_notes": [note]}],
        },
    }
    client = take_client(store, json.dumps(plain).encode())
    assert b"kept apart" not in client_file(take(client.id))
    assert b"kept apart" in client_file(take(client.id), counseling_notes=True)


def test_a_record_that_no_import_would_take_is_not_written(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    client = take_client(store, sample_client_files()[0].read_bytes())
    size = len(written(store, client))
    monkeypatch.setattr("recovery_desktop.exchange.writing.MOST_BYTES", size)
    assert len(written(store, client)) == size
    monkeypatch.setattr("recovery_desktop.exchange.writing.MOST_BYTES", size - 1)
    with pytest.raises(RecordTooLarge):
        written(store, client)


@pytest.mark.parametrize("code", ["F10", "F10.2", "F99.99", "alcohol"])
def test_a_client_is_not_refused_for_a_code_that_no_diagnosis_can_have(store: Store, code: str) -> None:
    """The window points it out; a client file holds what another practice recorded, perhaps with another release."""
    diagnosis = {"code": code, "code_set": code_set(), "name": "As recorded there"}
    plain = {
        "format": "recovery-desktop-client",
        "version": VERSION,
        "client": {"record_number": "RD-000001", "legal_family": "Doe", "episodes": [{"diagnoses": [diagnosis]}]},
    }
    client = take_client(store, json.dumps(plain).encode())
    assert json.loads(written(store, client))["client"]["episodes"][0]["diagnoses"] == [diagnosis]
    assert len(codes_to_choose(take(client.id).rows("episodes")[0])) == 1
