"""Whom the client does not see any more since a version was signed is in nothing made of that version for others."""

from recovery_desktop.desk.disclosing import prepare
from recovery_desktop.desk.freezing import thaw
from recovery_desktop.desk.request import Request
from recovery_desktop.desk.signing import signed_copy
from recovery_desktop.exchange.sample import sample_client_files
from recovery_desktop.exchange.taking import take_client
from recovery_desktop.plans.snapshot import take, take_practice
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.family import SupportPerson
from recovery_desktop.records.goals import Goal, GoalNeed, Need, NeedSafetyStep
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.signed import SignedPlan
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep
from tests.documents.reading import spoken
from tests.signing import NOW, sign

LAW = {"recipient": "Dr. Lee", "basis": "audit", "purpose": "Audit", "detail": "Yearly audit", "told_by": "Dana"}


def told(client: Client, version: int) -> str:
    prepared = prepare(Request("plan", "law", **LAW), take(client.id), take_practice(), NOW, signed_copy(version))  # type: ignore[arg-type]
    return " ".join(spoken(prepared.pdf()))


def test_who_was_closed_after_a_signing_stays_out_of_that_version(store: Store) -> None:
    client = take_client(store, sample_client_files()[2].read_bytes())
    store.save(client, emergency_name="Ravi Shah")  # a field of its own
    version = sign(store, client.id).version_id
    sister = SupportPerson.get(SupportPerson.name.startswith("Anjali"))
    assert "Anjali" in told(client, version)
    store.save(sister, client_wants="no_contact")
    assert sister.name not in told(client, version)


def test_what_became_private_after_a_signing_stays_out_of_that_version_and_of_what_changed(store: Store) -> None:
    client = take_client(store, sample_client_files()[2].read_bytes())
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
