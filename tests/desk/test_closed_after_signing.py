"""Whom the client does not see any more since a version was signed is in nothing made of that version for others."""

import pytest

from recovery_desktop.desk.disclosing import prepare
from recovery_desktop.desk.freezing import thaw
from recovery_desktop.desk.request import Request
from recovery_desktop.desk.signing import signed_copy
from recovery_desktop.plans.snapshot import take, take_practice
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.family import SupportPerson
from recovery_desktop.records.goals import Goal, GoalNeed, Need, NeedSafetyStep
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.signed import SignedPlan
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep
from tests.documents.reading import spoken
from tests.people import sample
from tests.signing import NOW, sign

LAW = {"recipient": "Dr. Lee", "basis": "audit", "purpose": "Audit", "detail": "Yearly audit", "told_by": "Dana"}


def told(client: Client, version: int) -> str:
    signed = signed_copy(version) if version else None
    prepared = prepare(Request("plan", "law", **LAW), take(client.id), take_practice(), NOW, signed)  # type: ignore[arg-type]
    return " ".join(spoken(prepared.pdf()))


@pytest.fixture
def client(store: Store) -> Client:
    return sample(store, "priya-shah")


def sister() -> SupportPerson:
    return SupportPerson.get(SupportPerson.name.startswith("Anjali"))


def test_who_was_closed_after_a_signing_stays_out_of_that_version(store: Store, client: Client) -> None:
    store.save(client, emergency_name="Ravi Shah", emergency_phone="555-0199")
    version = sign(store, client.id).version_id
    assert "Anjali" in told(client, version)
    store.save(sister(), client_wants="no_contact")
    later = told(client, version)
    assert sister().name not in later and sister().phone not in later, "nor as somebody to call when it gets hard"
    assert "Ravi Shah" in later


@pytest.mark.parametrize(
    ("name", "phone"),
    [
        ("Anjali Shah", ""),
        ("anjali", ""),
        ("Anjali R. Shah", "555-0199"),
        ("My sister", "(555) 0171"),
        ("My sister", "555-0171"),
    ],
)
def test_nor_is_she_the_emergency_contact_any_more(store: Store, client: Client, name: str, phone: str) -> None:
    store.save(client, emergency_name=name, emergency_relationship="Twin", emergency_phone=phone)
    version = sign(store, client.id).version_id
    assert "Twin" in told(client, version)
    store.save(sister(), client_wants="no_contact")
    assert "Twin" not in told(client, version)
    assert "Twin" not in told(client, 0), "of the record as it is"


def test_what_became_private_after_a_signing_stays_out_of_that_version_and_of_what_changed(
    store: Store, client: Client
) -> None:
    episode = Episode.get(Episode.client == client)
    need = store.add(Need, episode, statement="A quiet place to be", domain="family", status="addressed")
    goal = store.add(Goal, episode, own_words="Zqgoal", statement="Zqgoal", status="active", domains=["family"])
    store.link(GoalNeed, goal, need)
    version = sign(store, client.id).version_id
    assert "Zqgoal" in told(client, version)
    step = store.add(SafetyStep, episode, gate="G11", action="Safety plan", status="open")
    store.link(NeedSafetyStep, need, step)
    store.add(
        PlanVersion, episode, number=3, status="draft", reason="life_event", took_part="with", dated_on=NOW.date()
    )
    assert "Zqgoal" not in told(client, version)
    record = take(client.id)
    before = thaw(bytes(SignedPlan.get(SignedPlan.version == version).content)).client
    request = Request("changes", "law", before=before, **LAW)  # type: ignore[arg-type]
    assert "Zqgoal" not in " ".join(spoken(prepare(request, record, take_practice(), NOW).pdf()))
