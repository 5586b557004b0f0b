"""What is due for one client comes from the record alone, the most urgent first."""

import datetime
from typing import Any

import pytest

from recovery_desktop.plans.due import due
from recovery_desktop.plans.needs import unanswered
from recovery_desktop.plans.rhythm import Rhythm
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.aftercare import FollowUp
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.diagnoses import Diagnosis
from recovery_desktop.records.family import FamilySession, Referral, Release, SupportPerson
from recovery_desktop.records.goals import Goal, GoalNeed, Need, NeedService, Objective
from recovery_desktop.records.plan import PlanVersion, Signature
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep, Service
from tests.people import TODAY, admitted, day


@pytest.fixture
def care(store: Store) -> tuple[Client, Episode]:
    return admitted(store)


def told(client: Client, today: datetime.date = TODAY) -> list[tuple[str, str, str]]:
    return [(one.kind, one.what, one.when) for one in due(take(client.id), today)]


def test_a_new_client_has_nothing_due(care: tuple[Client, Episode]) -> None:
    assert told(care[0]) == []


def test_the_most_urgent_comes_first(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    store.add(PlanVersion, episode, number=1, status="draft", dated_on=day(-9))
    store.add(FollowUp, episode, kind="call", what="Call about sleep", due_on=day(3))
    store.add(FollowUp, episode, kind="instrument", what="GAD-7", due_on=day(-20))
    store.add(FollowUp, episode, kind="plan_review", due_on=day(-5))
    store.add(FollowUp, episode, kind="visit", due_on=day(-1), held_on=day(-1))
    store.add(Need, episode, statement="Money\nfor rent")
    store.add(SafetyStep, episode, action="Give naloxone")
    assert told(client) == [
        ("alarm", "Give naloxone", "safety step open"),
        ("late", "Plan review", "5 days late"),
        ("late", "GAD-7", "20 days late"),
        ("care", "Answer the need: Money", "no plan yet"),
        ("coming", "Call about sleep", "in 3 days"),
        ("draft", "Plan version 1 is a draft", "9 days ago"),
    ]


def test_the_review_that_the_plan_names_counts_until_it_was_held(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    store.add(PlanVersion, episode, number=1, next_review_on=day(-2))
    assert told(client) == [("late", "Plan review", "2 days late")]
    store.add(FollowUp, episode, kind="plan_review", due_on=day(10))
    assert told(client) == [("late", "Plan review", "2 days late"), ("coming", "Plan review", "in 10 days")]
    again = store.add(FollowUp, episode, kind="plan_review", due_on=day(-2))
    assert told(client) == [("late", "Plan review", "2 days late"), ("coming", "Plan review", "in 10 days")]
    store.save(again, held_on=day(-1))
    assert told(client) == [("coming", "Plan review", "in 10 days")]


@pytest.mark.parametrize(
    ("model", "values", "field", "words"),
    [
        (
            Need,
            {"statement": "Dental care", "status": "deferred", "status_reason": "after the move"},
            "look_again_on",
            "Look again: Dental care",
        ),
        (Service, {"name": "Peer coach", "decision": "declined"}, "look_again_on", "Ask again: Peer coach"),
        (FamilySession, {"kind": "education", "status": "planned"}, "due_on", "Family session: education"),
        (
            Referral,
            {"recipient": "Credit counseling", "status": "made"},
            "appointment_on",
            "Referral: Credit counseling",
        ),
        (Diagnosis, {"name": "Anxiety", "status": "active"}, "review_on", "Diagnosis: Anxiety"),
    ],
)
def test_all_that_has_a_day_is_named(
    store: Store, care: tuple[Client, Episode], model: Any, values: dict[str, Any], field: str, words: str
) -> None:
    client, episode = care
    store.add(model, episode, **values, **{field: day(0)})
    assert told(client) == [("coming", words, "today")]
    assert told(client, day(1)) == [("late", words, "1 day late")]
    assert told(client, day(-60)) == []  # too far ahead


def test_what_lapses_is_not_late(store: Store, care: tuple[Client, Episode]) -> None:
    client, _episode = care
    store.add(Release, client, recipient="Clinic A", expires_on=day(1))
    store.add(Release, client, recipient="Clinic B", expires_on=day(1), revoked_on=day(-1))
    assert told(client) == [("coming", "Release ends: Clinic A", "tomorrow")]
    assert told(client, day(2)) == []


def test_a_follow_up_stands_for_what_is_asked_again_that_day(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    store.add(SupportPerson, client, name="Mother", ask_again_on=day(5))
    assert told(client) == [("coming", "Ask again: Mother", "in 5 days")]
    store.add(FollowUp, episode, kind="put_off", what="Mother?", due_on=day(5))
    assert told(client) == [("coming", "Mother?", "in 5 days")]


def test_objectives_of_goals_that_go_on(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    goal = store.add(Goal, episode, own_words="Sleep")
    store.add(Objective, goal, statement="Seven hours", due_on=day(-1))
    store.add(Objective, goal, statement="Met already", due_on=day(-1), status="met")
    assert told(client) == [("late", "Objective: Seven hours", "1 day late")]
    store.save(goal, status="paused")
    assert told(client) == []


def test_after_discharge_only_calls_and_visits(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    store.add(FollowUp, episode, kind="instrument", what="BAM", due_on=day(-1))
    store.add(FollowUp, episode, kind="call", due_on=day(-1))
    store.add(Need, episode, statement="Open")
    store.save(episode, discharged_on=day(-3))
    assert told(client) == [("late", "Follow-up call", "1 day late")]


def test_a_need_is_answered_by_what_really_goes_on(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    need = store.add(Need, episode, statement="Cocaine", status="open")
    goal = store.add(Goal, episode, own_words="Stop", status="dropped")
    service = store.add(Service, episode, name="Group", decision="declined")
    store.link(GoalNeed, goal, need)
    store.link(NeedService, need, service)
    assert [row["statement"] for row in unanswered(take(client.id).rows("episodes")[0])] == ["Cocaine"]
    store.save(service, decision="accepted")
    assert unanswered(take(client.id).rows("episodes")[0]) == ()


def test_whose_signature_is_missing_below_the_version_in_force(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    store.save(client, guardian_name="Ana Vega")
    version = store.add(PlanVersion, episode, number=1, status="signed", dated_on=day(-9))
    signed: dict[str, Any] = {"name": "A. Vega", "manner": "typed", "signed_on": day(-3)}
    store.add(Signature, version, role="counselor", **signed)
    rules = Rhythm(countersigners=("physician",))
    assert [(one.what, one.when) for one in due(take(client.id), TODAY, rules)] == [
        ("Signature, version 1: parent or guardian", "3 days late"),
        ("Signature, version 1: physician or prescriber", "3 days late"),
    ]
    store.add(Signature, version, role="guardian", **signed)
    store.add(Signature, version, role="physician", **signed | {"manner": "declined", "reason": "left the practice"})
    assert due(take(client.id), TODAY, rules) == ()
    store.add(PlanVersion, episode, number=2, status="signed", dated_on=day(0))
    waiting = [one for one in due(take(client.id), TODAY, rules) if one.what.startswith("Signature")]
    assert [(one.what, one.kind) for one in waiting] == [
        ("Signature, version 2: parent or guardian", "coming"),
        ("Signature, version 2: physician or prescriber", "coming"),
    ]
