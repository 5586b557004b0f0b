"""Whom the client does not see any more since a version was signed is in nothing made of that version for others."""

from recovery_desktop.desk.disclosing import prepare
from recovery_desktop.desk.request import Request
from recovery_desktop.desk.signing import signed_copy
from recovery_desktop.plans.snapshot import take, take_practice
from recovery_desktop.records.client import Client
from recovery_desktop.records.family import SupportPerson
from recovery_desktop.records.store import Store
from tests.documents.reading import spoken
from tests.people import sample
from tests.signing import NOW, sign

LAW = {"recipient": "Dr. Lee", "basis": "audit", "purpose": "Audit", "detail": "Yearly audit", "told_by": "Dana"}


def told(client: Client, version: int) -> str:
    prepared = prepare(Request("plan", "law", **LAW), take(client.id), take_practice(), NOW, signed_copy(version))  # type: ignore[arg-type]
    return " ".join(spoken(prepared.pdf()))


def test_who_was_closed_after_a_signing_stays_out_of_that_version(store: Store) -> None:
    client = sample(store, "priya-shah")
    store.save(client, emergency_name="Ravi Shah")  # a field of its own
    version = sign(store, client.id).version_id
    sister = SupportPerson.get(SupportPerson.name.startswith("Anjali"))
    assert "Anjali" in told(client, version)
    store.save(sister, client_wants="no_contact")
    assert sister.name not in told(client, version)
