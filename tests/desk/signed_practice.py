"""A practice for tests with everything that is sealed: signed versions, what was added later, what was handed over."""

from pathlib import Path

from recovery_desktop.desk.signing import add_addendum, add_signature
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.disclosing import Disclosure
from recovery_desktop.records.goals import Goal
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.signed import SignedPlan
from recovery_desktop.records.store import Store
from tests.people import sample
from tests.practices import new_practice
from tests.signing import NOW, sign

ON = NOW.date()


def signed_practice(folder: Path) -> Store:
    """Two clients with three signed versions between them, the last with changes and their reasons."""
    store = new_practice(folder)
    for name in ("priya-shah", "ernesto-quizhpe"):
        client = sample(store, name)
        sign(store, client.id)
        for recipient in ("Harbor Clinic", "Dr. Olsen"):
            disclose(store, client, recipient)
    episode = Episode.get(Episode.client == Client.get(Client.record_number == "RD-000123"))
    store.add(PlanVersion, episode, number=3, status="draft", reason="step_down", took_part="with", dated_on=ON)
    for goal in Goal.select().where(Goal.episode == episode).limit(2):  # changes that want their reasons
        store.save(goal, statement="Something else")
    sign(store, episode.client_id)
    for row in SignedPlan.select(SignedPlan.version):
        version = PlanVersion.get_by_id(row.version_id)
        add_signature(store, version, role="supervisor", name="Ruth Amaya", manner="paper", signed_on=ON)
        add_addendum(store, version, kind="remark", written_on=ON, written_by="Dana Whitfield", text="The room is 2.")
    return store


def disclose(store: Store, client: Client, recipient: str) -> Disclosure:
    """An entry in the log."""
    values = {"document": "plan", "content": "all parts", "purpose": "care", "basis": "audit", "scope": ["diagnoses"]}
    return store.add(Disclosure, client, told_on=ON, recipient=recipient, **values)
