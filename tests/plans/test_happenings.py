"""The timeline tells everything that has a day, where it stands, and nothing that is private."""

import datetime
from typing import Any

import pytest

from recovery_desktop.plans.happenings import KINDS, Happening, happenings
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.aftercare import FollowUp
from recovery_desktop.records.assessment import Administration, RecordedScore
from recovery_desktop.records.client import Client, Episode, LevelOfCare
from recovery_desktop.records.diagnoses import Diagnosis, TestResult
from recovery_desktop.records.family import FamilySession, Referral, SessionPerson, SupportPerson
from recovery_desktop.records.goals import Goal, Progress
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.sessions import Contact, CounselingNote
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep, Service
from tests.people import TODAY, admitted, day, sample


@pytest.fixture
def care(store: Store) -> tuple[Client, Episode]:
    return admitted(store)


def told(client: Client, today: datetime.date = TODAY) -> list[tuple[str, str, bool]]:
    """All but the intake."""
    return [(one.kind, one.words, one.is_bad) for one in happenings(take(client.id), today) if one.words != "Intake"]


ON = day(-9)


@pytest.mark.parametrize(
    ("model", "values", "kind", "words", "is_bad"),
    [
        (PlanVersion, {"number": 2, "dated_on": ON, "reason": "step_down"}, "care", "Plan version 2: step down", False),
        (PlanVersion, {"number": 2, "dated_on": ON, "reason": "setback"}, "setback", "Plan version 2: setback", True),
        (LevelOfCare, {"decided_on": ON, "chosen": "outpatient"}, "service", "Level of care: outpatient", False),
        (Diagnosis, {"name": "Worry", "diagnosed_on": ON}, "diagnosis", "Diagnosis: Worry", False),
        (TestResult, {"taken_on": ON, "result": "missed"}, "test", "Test, missed", True),
        (TestResult, {"taken_on": ON, "result": "positive", "tested_for": "EtG"}, "test", "Test: EtG, positive", False),
        (Contact, {"held_on": ON, "kind": "group"}, "contact", "Group session", False),
        (Contact, {"held_on": ON, "attendance": "missed", "note": "Ill"}, "contact", "Contact, missed: Ill", True),
        (Contact, {"held_on": ON, "kind": "crisis"}, "setback", "Crisis contact", True),
        (FamilySession, {"held_on": ON}, "family", "Family session", False),
        (Referral, {"recipient": "Dr. Lee", "made_on": ON}, "referral", "Referred to Dr. Lee", False),
        (
            Referral,
            {"recipient": "Dr. Lee", "result_on": ON, "status": "not_attended", "result": "No ride"},
            "referral",
            "Referral to Dr. Lee: not attended: No ride",
            True,
        ),
        (Goal, {"own_words": "Dance", "status": "met", "status_on": ON}, "goal", "“Dance”: met", False),
        (
            SafetyStep,
            {"action": "Naloxone", "status": "done", "done_on": ON},
            "safety",
            "Safety step done: Naloxone",
            False,
        ),
        (
            FollowUp,
            {"kind": "call", "held_on": ON, "result": "Well"},
            "follow_up",
            "Follow-up call: Well",
            False,
        ),
    ],
)
def test_each_kind_is_told_with_where_it_stands(
    store: Store,
    care: tuple[Client, Episode],
    model: Any,
    values: dict[str, Any],
    kind: str,
    words: str,
    is_bad: bool,
) -> None:
    client, episode = care
    row = store.add(model, episode, **values)
    (one,) = (each for each in happenings(take(client.id), TODAY) if each.words != "Intake")
    assert (one.on, one.kind, one.words, one.is_bad) == (ON, kind, words, is_bad)
    assert (one.model, one.number, one.episode) == (model, row.id, episode.id)
    assert one.field in model.described()
    assert told(client, day(-10)) == [], "what is to come is not told"


def test_services_say_what_care_comes_to(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    dose = {"decision": "accepted", "per": "week", "minutes": 60}
    store.add(Service, episode, name="CBT", times=1, starts_on=day(-30), ends_on=day(-11), **dose)
    store.add(Service, episode, name="Group", times=3, starts_on=day(-20), **dose)
    store.add(Service, episode, name="Physician", decision="accepted", starts_on=day(-5))
    store.add(Service, episode, name="Peer", decision="declined", starts_on=day(-5))
    assert [words for _kind, words, _bad in told(client)] == [
        "Begins: CBT; now 1 hour of care a week",
        "Begins: Group; now 4 hours of care a week",
        "Ended: CBT; now 3 hours of care a week",
        "Begins: Physician",
    ]


def test_a_goal_tells_its_whole_way(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    goal = store.add(Goal, episode, own_words="Dance", status="met", status_on=day(-1))
    store.add(Progress, goal, noted_on=day(-20), goal_status="paused")
    store.add(Progress, goal, noted_on=day(-9), goal_status="active")
    store.add(Progress, goal, noted_on=day(-1), goal_status="met")
    assert [words for _kind, words, _bad in told(client)] == ["“Dance”: paused", "“Dance”: met"]


def test_questionnaires_with_their_result(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    given = store.add(Administration, episode, instrument="gad-7", name="GAD-7", given_on=ON)
    store.add(RecordedScore, given, value=9, highest=21, band="mild")
    assert told(client) == [("score", "GAD-7 9, mild", False)]


def test_nothing_private_is_told(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    store.add(Administration, episode, instrument="hark", given_on=ON)
    store.add(CounselingNote, episode, written_on=ON, text="A thought")
    store.add(SafetyStep, episode, gate="G11", action="A safe place", status="done", done_on=ON)
    store.add(Diagnosis, episode, code="T74.11XA", name="Adult physical abuse", diagnosed_on=ON)
    store.add(FamilySession, episode, kind="couple_therapy", status="contraindicated", held_on=ON)
    assert told(client) == []


def test_family_sessions_name_who_came(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    person = store.add(SupportPerson, client, name="Anjali Shah")
    store.link(SessionPerson, store.add(FamilySession, episode, held_on=ON), person)
    assert told(client) == [("family", "Family session with Anjali", False)]


def test_all_episodes_are_told_in_the_order_of_time(store: Store, care: tuple[Client, Episode]) -> None:
    client, before = care
    store.save(before, discharged_on=day(-50), discharge_reason="completed")
    now = store.add(Episode, client, intake_on=day(-3))
    found = happenings(take(client.id), TODAY)
    assert [(one.on, one.episode) for one in found] == [
        (day(-60), before.id),
        (day(-50), before.id),
        (day(-3), now.id),
    ]
    assert found[1].words.startswith("Discharged: ")


@pytest.mark.parametrize("name", ["priya-shah", "ernesto-quizhpe", "josephine-tate"])
def test_the_sample_clients_tell_whatever_has_a_day(store: Store, name: str) -> None:
    """Counted against the record itself."""
    client = sample(store, name)
    later = day(400)
    found: tuple[Happening, ...] = happenings(take(client.id), later)
    assert list(found) == sorted(found, key=lambda one: (one.on, list(KINDS).index(one.kind)))
    of_model = {model: {one.number for one in found if one.model is model} for model in (Contact, TestResult)}
    assert of_model[Contact] == {row.id for row in Contact.select().where(Contact.held_on.is_null(False))}
    assert of_model[TestResult] == {row.id for row in TestResult.select().where(TestResult.taken_on.is_null(False))}
    assert {one.number for one in found if one.kind == "score"} == {
        row.id
        for row in Administration.select().where(Administration.given_on.is_null(False))
        if "hark" not in row.instrument
    }
