"""What was signed goes along in a client file and is the same, byte for byte, in another practice."""

import json
from typing import Any

import pytest

from recovery_desktop.desk.sealing import faults
from recovery_desktop.exchange.reading import BadClientFile
from recovery_desktop.exchange.sample import sample_client_files
from recovery_desktop.exchange.signed import signed_parts
from recovery_desktop.exchange.taking import take_client
from recovery_desktop.exchange.writing import client_file
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.client import Client
from recovery_desktop.records.family import Release
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.signed import SignedPlan
from recovery_desktop.records.store import Store
from tests.practices import new_practice
from tests.signing import sign


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The example client with a signed version, out of another practice in which rows have other numbers."""
    store = new_practice(tmp_path_factory.mktemp("practice") / "other")
    take_client(store, sample_client_files()[0].read_bytes())
    client = take_client(store, sample_client_files()[2].read_bytes())
    sign(store, client.id)
    record = take(client.id)
    content = client_file(record, signed=signed_parts(record))
    store.close()
    return content


def test_what_was_signed_comes_along(file: bytes, store: Store) -> None:
    plain = json.loads(file)
    client = take_client(store, file)
    signed = SignedPlan.get()
    assert signed.content_hash == plain["signed"][0]["content_hash"]
    assert bytes(signed.pdf).startswith(b"%PDF")
    assert PlanVersion.get_by_id(signed.version_id).status == "signed"
    assert faults(store.vault.database) == []
    record = take(client.id)
    assert client_file(record, signed=signed_parts(record)) == file


@pytest.mark.parametrize(
    ("name", "value"), [("pdf", "AAAA"), ("content_hash", "0" * 64), ("number", 9), ("episode", 4), ("author", 7)]
)
def test_what_was_changed_on_the_way_is_refused(file: bytes, store: Store, name: str, value: Any) -> None:
    plain = json.loads(file)
    plain["signed"][0][name] = value
    with pytest.raises(BadClientFile):
        take_client(store, json.dumps(plain).encode())
    assert not Client.select().exists()


def test_a_signed_version_may_come_without_what_it_froze(file: bytes, store: Store) -> None:
    plain = json.loads(file)
    del plain["signed"]
    take_client(store, json.dumps(plain).encode())
    assert PlanVersion.get(PlanVersion.number == 2).status == "signed"
    assert faults(store.vault.database) == []
    assert Release.select().exists()
