"""The example client's limits: no contact with the parents is in sight, and in nothing that concerns the sister."""

import datetime

import pytest

from recovery_desktop.documents.letters import texts_of
from recovery_desktop.documents.plan_content import TreatmentPlan
from recovery_desktop.plans.network import network
from recovery_desktop.plans.snapshot import Entry, take, take_practice
from recovery_desktop.plans.treatment_plan import treatment_plan
from recovery_desktop.records.store import Store
from tests.people import sample

TODAY = datetime.date(2026, 10, 12)


@pytest.fixture
def client(store: Store) -> Entry:
    return take(sample(store, "priya-shah").id)


@pytest.fixture
def plan(client: Entry) -> TreatmentPlan:
    return treatment_plan(client, take_practice(), TODAY)


def test_no_contact_stands_in_the_picture_and_apart_in_the_plan(client: Entry, plan: TreatmentPlan) -> None:
    ties = {one.name: one.tie for one in network(client, TODAY)}
    assert ties == {
        "Anjali Shah": "supportive",
        "Parents": "no_contact",
        "Two close friends": "risky",
        "A co-worker": "risky",
    }
    assert [one.name.partition(",")[0] for one in plan.no_contact] == ["Parents"]
    assert "Parents" not in [one.name for one in plan.support]


def test_nothing_that_concerns_the_sister_speaks_of_the_parents(client: Entry, plan: TreatmentPlan) -> None:
    of_sister = (
        *(one for one in plan.support if one.name == "Anjali Shah"),
        *(one for one in plan.releases if one.recipient == "Anjali Shah"),
        *(one for one in plan.family_sessions if "Anjali" in one.people),
    )
    said = [one.said for one in network(client, TODAY) if one.name == "Anjali Shah"]
    words = " ".join((*texts_of(of_sister), *said))
    assert len(of_sister) == 3
    assert "attendance" in words.lower()
    for hidden in ("parent", "no contact", "mother", "father"):
        assert hidden not in words.lower()


def test_what_she_may_be_told_has_its_limits(plan: TreatmentPlan) -> None:
    (release,) = [one for one in plan.releases if one.recipient == "Anjali Shah"]
    assert release.told.startswith("Attendance, emergencies, education about recovery")
    assert "session content" in release.not_told.lower()
    assert (release.state, release.stands_out) == ("live", False)
