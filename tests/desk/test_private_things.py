"""What tells of violence at home, or of somebody with whom contact is closed, goes to nobody: neither itself nor what
was planned because of it, on no page and in no file that goes along."""

import re

import pytest

from recovery_desktop.desk.disclosing import Prepared, prepare
from recovery_desktop.desk.papers import PAPERS
from recovery_desktop.desk.refusals import NotDisclosed
from recovery_desktop.desk.request import Request, Way
from recovery_desktop.plans.snapshot import take, take_practice
from recovery_desktop.records.aftercare import PreventionEntry
from recovery_desktop.records.assessment import ScheduledInstrument
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.diagnoses import CoOccurring, Diagnosis
from recovery_desktop.records.family import SCOPES, Referral, Release, SocialNeed, SupportPerson
from recovery_desktop.records.goals import (
    Goal,
    GoalNeed,
    Intervention,
    Need,
    NeedReferral,
    NeedSafetyStep,
    NeedService,
    Objective,
    Progress,
)
from recovery_desktop.records.plan import LookedAt, PlanVersion
from recovery_desktop.records.reviews import GoalReview, PlanReview
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep, Service
from tests.documents.reading import spoken
from tests.people import TODAY, day, sample
from tests.plans.test_consent import WHOLE
from tests.signing import NOW

CANARY = re.compile(r"Zq[a-z]+")
SEEN = {"Zqopen"}
"""What stands beside it and is not private."""


@pytest.fixture
def client(store: Store) -> Client:
    """The example client, with what may be told to nobody called Zq… in each place where it may stand."""
    client = sample(store, "priya-shah")
    episode = Episode.get(Episode.client == client)
    step = store.add(SafetyStep, episode, gate="G11", action="Zqstep", status="open")
    private = store.add(Need, episode, statement="Zqneed", domain="family", status="addressed")
    store.link(NeedSafetyStep, private, step)
    for name, needs in (("Zqgoal", [private]), ("Zqopen", [private, Need.get(Need.id != private.id)])):
        goal = store.add(Goal, episode, own_words=name, statement=name, status="active", domains=["family"])
        for need in needs:
            store.link(GoalNeed, goal, need)
        below = name if name in SEEN else f"{name}below"
        objective = store.add(Objective, goal, statement=below, status="active", instrument="hark")
        store.add(Intervention, goal, what=below)
        store.add(Progress, goal, noted_on=TODAY, note=below, objective=objective, client_rating=5)
    service = store.add(Service, episode, name="Zqservice", decision="accepted", starts_on=TODAY)
    store.link(NeedService, private, service)
    referral = store.add(Referral, episode, recipient="Zqreferral", reason="Zqreferral", made_on=TODAY)
    store.link(NeedReferral, private, referral)
    review = store.add(PlanReview, episode, held_on=TODAY, cause="due")
    store.add(GoalReview, review, goal=Goal.get(Goal.own_words == "Zqgoal"), decision="keep", note="Zqreview")
    store.add(ScheduledInstrument, episode, instrument="hark", every_days=30, first_on=TODAY)
    store.add(SocialNeed, episode, domain="safety", detail="Zqsocial", status="need")
    abuse = store.add(Diagnosis, episode, code="T74.11XA", name="Zqdiagnosis")
    store.add(CoOccurring, episode, condition=abuse, came_first="Zqpair", integrated_step="Zqpair")
    partner = store.add(SupportPerson, client, name="Zqpartner", relation="partner", feels_unsafe="yes")
    store.add(PreventionEntry, episode, kind="person", entry="Zqcall", person=partner)
    store.save(client, emergency_name="zqPartner (husband)", emergency_phone="555-0199 Zqphone")
    draft = PlanVersion.select().order_by(PlanVersion.number.desc()).get()
    store.add(LookedAt, draft, what="goal added 0123456789ab", reason="Zqreason")
    return client


def leaving(prepared: Prepared) -> set[str]:
    attached = prepared.attached.content.decode() if prepared.attached else ""
    assert '"hark"' not in attached
    return set(CANARY.findall(" ".join(spoken(prepared.pdf())) + attached))


@pytest.mark.parametrize("document", [code for code in PAPERS if code not in ("release", "accounting", "changes")])
@pytest.mark.parametrize("way", ["law", "emergency", "release"])
def test_it_goes_to_nobody(store: Store, client: Client, document: str, way: Way) -> None:
    release = None
    if way == "release":
        store.add(Release, client, **(WHOLE | {"scope": list(SCOPES), "signed_on": day(-1), "expires_on": day(90)}))
        release = take(client.id).rows("releases")[-1]
    request = Request(
        document,
        way,
        release=release,
        parts=frozenset(part.key for part in PAPERS[document].parts),
        recipient="" if release else "Dr. Lee",
        address="County hospital",
        purpose="" if release else "Audit",
        basis="audit",
        detail="Yearly audit",
        told_by="Dana",
        with_record=True,
    )
    try:
        found = leaving(prepare(request, take(client.id), take_practice(), NOW))
    except NotDisclosed as refused:  # the newest referral is the private one
        assert document == "referral" and "Nothing of this document" in refused.cause
        return
    assert found - SEEN == set()
    assert document != "plan" or found == SEEN
