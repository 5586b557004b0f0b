"""What was signed goes along in a client file and is the same, byte for byte, in another practice."""

import base64
import json
from collections.abc import Callable
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
from recovery_desktop.records.signed import SignedPlan, hash_of
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


def another_reason(version: dict[str, Any], _signed: dict[str, Any]) -> None:
    version["reason_detail"] = "never said"


def another_signature(version: dict[str, Any], _signed: dict[str, Any]) -> None:
    version["signatures"][0]["name"] = "Somebody Else"


def no_signature(version: dict[str, Any], _signed: dict[str, Any]) -> None:
    del version["signatures"]


def one_more_reason(version: dict[str, Any], _signed: dict[str, Any]) -> None:
    version["overrides"] = [*version.get("overrides", []), {"rule": "made-up", "reason": "never given"}]


def other_content(_version: dict[str, Any], signed: dict[str, Any]) -> None:
    content = base64.b64decode(signed["content"]).replace(b"Dana Whitfield", b"Dana Whitfeild")
    signed["content"] = base64.b64encode(content).decode()
    signed["content_hash"] = hash_of(content)


def no_record(_version: dict[str, Any], signed: dict[str, Any]) -> None:
    signed["content"] = base64.b64encode(b"{}").decode()
    signed["content_hash"] = hash_of(b"{}")


@pytest.mark.parametrize(
    "lie", [another_reason, another_signature, no_signature, one_more_reason, other_content, no_record]
)
def test_a_record_that_says_otherwise_than_was_signed_is_refused(
    file: bytes, store: Store, lie: Callable[[dict[str, Any], dict[str, Any]], None]
) -> None:
    """Also where whoever changed it made its hashes anew."""
    plain = json.loads(file)
    (version,) = [one for one in plain["client"]["episodes"][-1]["plan_versions"] if one["number"] == 2]
    lie(version, plain["signed"][0])
    with pytest.raises(BadClientFile, match="mistake"):
        take_client(store, json.dumps(plain).encode())
    assert not Client.select().exists()


def test_a_signature_that_came_later_comes_along(file: bytes, store: Store) -> None:
    plain = json.loads(file)
    (version,) = [one for one in plain["client"]["episodes"][-1]["plan_versions"] if one["number"] == 2]
    later = {"role": "supervisor", "name": "Ruth Amaya", "manner": "paper", "signed_on": "2026-12-01"}
    version["signatures"].append(later)
    take_client(store, json.dumps(plain).encode())
    assert faults(store.vault.database) == []


def test_a_signed_version_may_come_without_what_it_froze(file: bytes, store: Store) -> None:
    plain = json.loads(file)
    del plain["signed"]
    take_client(store, json.dumps(plain).encode())
    assert PlanVersion.get(PlanVersion.number == 2).status == "signed"
    assert faults(store.vault.database) == []
    assert Release.select().exists()
