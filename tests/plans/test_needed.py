"""What everybody needs this week: its numbers, and that a record in part says what the whole record says."""

import datetime
import random
from typing import Any

import pytest

from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.needed import KINDS, WEEK, Needed, counts, needed, summary
from recovery_desktop.plans.needed_across import awaited_after_discharge, needed_across
from recovery_desktop.plans.records_in_part import records_in_part
from recovery_desktop.plans.rhythm import NO_RHYTHM, Rhythm
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.aftercare import FollowUp
from recovery_desktop.records.assessment import Administration, Assessment, ScheduledInstrument
from recovery_desktop.records.base import Link, Record
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.diagnoses import Diagnosis, TestResult
from recovery_desktop.records.family import FamilySession, Referral, Release, SessionPerson, SupportPerson
from recovery_desktop.records.fields import Answers, Choice, Day, Described, Line, Number, Several, Text, Whole
from recovery_desktop.records.goals import (
    Goal,
    GoalNeed,
    Need,
    NeedReferral,
    NeedSafetyStep,
    NeedService,
    Objective,
    Progress,
)
from recovery_desktop.records.health import TraumaSafety
from recovery_desktop.records.life import MoneyLegal
from recovery_desktop.records.person import Readiness
from recovery_desktop.records.plan import PlanVersion, Signature
from recovery_desktop.records.reviews import PlanReview
from recovery_desktop.records.sessions import Contact, ContactObjective
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import PRIVATE_GATES, SafetyStep, Service
from tests.people import TODAY, admitted, day, sample


def agreed(today: datetime.date = TODAY, rhythm: Rhythm = NO_RHYTHM) -> dict[int, tuple[Needed, ...]]:
    """What all records in part say, once it is what each whole record says, all at once and one by one."""
    numbers = [client.id for client in Client.select()]
    found = needed_across(numbers, today, rhythm)
    assert list(found) == numbers
    for number in numbers:
        assert found[number] == needed(take(number), today, rhythm)
        assert needed_across([number], today, rhythm) == {number: found[number]}
    return found


def told(ones: tuple[Needed, ...]) -> list[tuple[str, str]]:
    return [(one.kind, one.words) for one in ones]


# -- the numbers


def people(store: Store) -> dict[str, tuple[Client, Episode]]:
    names = ("open step", "late review", "two things", "need", "missed", "silent", "nothing", "later")
    return {name: admitted(store, record_number=f"RD-{at:06}") for at, name in enumerate(names)}


def test_each_is_counted_once_in_each_kind(store: Store) -> None:
    of = people(store)
    store.add(SafetyStep, of["open step"][1], action="Naloxone")
    store.add(SafetyStep, of["open step"][1], action="Overdose plan", status="open")
    store.add(PlanVersion, of["late review"][1], number=1, next_review_on=day(-5))
    store.add(FollowUp, of["two things"][1], kind="call", due_on=day(-1))
    store.add(FollowUp, of["two things"][1], kind="visit", due_on=day(WEEK))
    store.add(Need, of["need"][1], statement="Money", domain="money")
    for ago in (9, 2):
        store.add(Contact, of["missed"][1], held_on=day(-ago), attendance="missed")
    goal = store.add(Goal, of["silent"][1], own_words="Dance", status_on=day(-30))
    store.add(Progress, goal, noted_on=day(-21))
    store.add(FollowUp, of["later"][1], kind="call", due_on=day(WEEK + 1))
    found = agreed()
    assert {name: told(found[client.id]) for name, (client, _episode) in of.items()} == {
        "open step": [("safety", "Naloxone, safety step open"), ("safety", "Overdose plan, safety step open")],
        "late review": [("late", "Plan review, 5 days late")],
        "two things": [("late", "Follow-up call, 1 day late"), ("week", "Follow-up visit, in 7 days")],
        "need": [("need", "need without an answer: Money")],
        "missed": [("away", "Missed 2 visits since 5 Oct")],
        "silent": [("quiet", "“Dance” has had no entry for 3 weeks")],
        "nothing": [],
        "later": [],
    }
    assert counts(found.values()) == {"safety": 1, "late": 2, "week": 1, "need": 1, "away": 1, "quiet": 1}
    assert summary(6, counts(found.values())) == (
        "6 need something this week: 1 not safe yet, 2 overdue, 1 due this week, 1 with a need unanswered, "
        "1 missed or not seen, 1 with a silent goal."
    )


@pytest.mark.parametrize(
    "values", [{"gate": "G11", "action": "Talk"}, {"action": "Talk in private; see Trauma and safety"}]
)
def test_a_private_step_is_counted_without_words(store: Store, values: dict[str, str]) -> None:
    client, episode = admitted(store)
    store.add(SafetyStep, episode, finding="Afraid at home", **values)
    store.add(Administration, episode, instrument="hark", given_on=TODAY, responses={"1": "yes"})
    assert told(agreed()[client.id]) == [("safety", "safety step open")]


def test_a_safety_answer_names_the_questionnaire_and_no_answer(store: Store) -> None:
    client, episode = admitted(store)
    store.add(Administration, episode, instrument="phq-9", given_on=TODAY, responses={"9": 2})
    (one,) = agreed()[client.id]
    assert (one.words, one.model, one.field) == ("safety answer: PHQ-9", Administration, "responses")


def test_after_discharge_calls_and_visits_are_still_needed(store: Store) -> None:
    client, episode = admitted(store)
    store.add(FollowUp, episode, kind="call", due_on=day(2))
    store.add(Need, episode, statement="Money")
    assert awaited_after_discharge(TODAY) == []
    store.save(episode, discharged_on=day(-3))
    assert awaited_after_discharge(TODAY) == [client.id]
    assert told(agreed()[client.id]) == [("week", "Follow-up call, in 2 days")]
    store.add(Episode, client, intake_on=TODAY)
    assert told(agreed()[client.id]) == []


def test_what_the_rules_of_the_practice_ask_for_is_told(store: Store) -> None:
    of = {name: admitted(store, record_number=f"RD-{at:06}") for at, name in enumerate(("new", "visits", "old", "met"))}
    store.save(of["new"][1], admitted_on=day(-28))
    store.save(of["visits"][1], admitted_on=day(-20))
    for ago in (20, 12, 5, 1):
        store.add(Contact, of["visits"][1], held_on=day(-ago), attendance="attended")
    store.add(Contact, of["visits"][1], held_on=day(-15), attendance="missed")
    for name, reviewed in (("old", -70), ("met", -38)):
        store.save(of[name][1], admitted_on=day(-90))
        version = store.add(PlanVersion, of[name][1], number=1, status="signed", dated_on=day(-80))
        signed = {"name": "R. Amaya", "manner": "typed", "signed_on": day(-80)}
        store.add(Signature, version, role="supervisor" if name == "met" else "counselor", **signed)
        store.add(PlanReview, of[name][1], held_on=day(reviewed))
        store.add(Contact, of[name][1], held_on=day(-50), kind="family", attendance="attended")
        for ago in (33, 3):
            store.add(Contact, of[name][1], held_on=day(-ago), kind="individual")
    store.add(FamilySession, of["met"][1], kind="education", status="planned", due_on=day(30))
    found = agreed(TODAY, STRICT)
    assert {name: told(found[client.id]) for name, (client, _episode) in of.items()} == {
        "new": [("week", "First plan, in 2 days"), ("week", "Family session, in 2 days")],
        "visits": [("late", "First plan, 1 day late")],
        "old": [
            ("late", "Plan review, 30 days late"),
            ("late", "Signature, version 1: clinical supervisor, 80 days late"),
            ("late", "Family session, 20 days late"),
        ],
        "met": [("week", "Plan review, in 2 days")],
    }
    assert told(agreed()[of["old"][0].id]) == []
    store.add(FamilySession, of["old"][1], status="declined", outcome="He wants none")
    store.save(PlanVersion.get(PlanVersion.episode == of["old"][1]), next_review_on=day(20))
    store.add(PlanVersion, of["new"][1], number=1, status="draft", dated_on=day(-1))
    found = agreed(TODAY, STRICT)
    assert told(found[of["old"][0].id]) == [("late", "Signature, version 1: clinical supervisor, 80 days late")]
    assert [words for _kind, words in told(found[of["new"][0].id])] == [
        "First plan, in 2 days",
        "Family session, in 2 days",
    ]


# -- in part and whole


@pytest.mark.parametrize(
    ("link", "model", "values"),
    [
        (GoalNeed, Goal, {"own_words": "Save", "status": "met"}),
        (NeedService, Service, {"name": "Coach", "decision": "accepted"}),
        (NeedReferral, Referral, {"recipient": "Credit counseling"}),
        (NeedSafetyStep, SafetyStep, {"action": "Naloxone", "status": "done"}),
    ],
)
def test_an_answered_need_is_not_needed(
    store: Store, link: type[Link], model: type[Record], values: dict[str, str]
) -> None:
    client, episode = admitted(store)
    need, answer = store.add(Need, episode, statement="Money"), store.add(model, episode, **values)
    assert told(agreed()[client.id]) == [("need", "need without an answer: Money")]
    store.link(link, *((answer, need) if link is GoalNeed else (need, answer)))
    assert agreed()[client.id] == ()


def test_who_is_gone_is_left_out(store: Store) -> None:
    client, _episode = admitted(store)
    without = store.add(Client, record_number="RD-000009", legal_family="Fox")
    assert set(needed_across([client.id, without.id, 99], TODAY)) == {client.id, without.id}


def test_what_was_not_read_is_not_taken_for_nothing(store: Store) -> None:
    client, _episode = admitted(store)
    record = records_in_part([client.id], TODAY, TODAY)[client.id]
    episode = running_episode(record)
    assert episode is not None and episode.rows("needs") == []
    for look in (lambda: record.rows("allergies"), lambda: episode.tied("sessions")):
        with pytest.raises(LookupError):
            look()


@pytest.mark.parametrize("told", ["of the person", "in an earlier episode", "in an earlier assessment", "by a step"])
def test_a_session_with_somebody_the_client_is_afraid_of_is_not_due(store: Store, told: str) -> None:
    client, earlier = admitted(store)
    store.save(earlier, discharged_on=day(-400))
    episode = store.add(Episode, client, intake_on=day(-60))
    partner = store.add(SupportPerson, client, name="Sam", relation="partner")
    SessionPerson.create(session=store.add(FamilySession, episode, kind="repair", due_on=day(-3)), person=partner)
    due = [("late", "Family session: repair and making up, 3 days late")]
    assert told_of(client) == due
    if told == "of the person":
        store.save(partner, feels_unsafe="yes")
    elif told == "in an earlier episode":
        store.add(Administration, earlier, instrument="hark", responses={"1": "yes"})
    elif told == "by a step":
        store.add(SafetyStep, earlier, gate=PRIVATE_GATES[0], action="Talk alone", status="done")
    else:
        store.add(TraumaSafety, store.add(Assessment, episode), afraid_of_someone="yes")
        store.add(Assessment, episode)
    assert told_of(client) == []
    store.save(partner, feels_unsafe="no")
    assert told_of(client) == due


def told_of(client: Client) -> list[tuple[str, str]]:
    return told(agreed()[client.id])


def test_the_sample_clients_on_any_day(store: Store) -> None:
    for name in ("priya-shah", "ernesto-quizhpe", "josephine-tate"):
        sample(store, name)
    for days in range(-60, 200, 5):
        agreed(day(days))
        agreed(day(days), STRICT)


STRICT = Rhythm(first_plan_days=30, first_plan_visits=3, review_days=40, family_days=30, countersigners=("supervisor",))
OFFSETS = (-70, -40, -31, -30, -29, -26, -22, -21, -20, -14, -13, -8, -3, -1, 0, 0, 1, 3, 6, 7, 8, 20, 46)
OF_EPISODE = (
    *(
        FollowUp,
        FollowUp,
        FollowUp,
        PlanVersion,
        PlanVersion,
        PlanReview,
        SafetyStep,
        Administration,
        Administration,
        ScheduledInstrument,
    ),
    *(
        Need,
        Need,
        Service,
        Service,
        FamilySession,
        FamilySession,
        Referral,
        Diagnosis,
        TestResult,
        TestResult,
        SetAside,
    ),
    *(Contact,) * 8,
)
OF_GOAL = (Objective, Objective, Progress, Progress)
THREADS: tuple[tuple[type[Link], type[Record], type[Record]], ...] = (
    (GoalNeed, Goal, Need),
    (NeedService, Need, Service),
    (NeedReferral, Need, Referral),
    (NeedSafetyStep, Need, SafetyStep),
    (ContactObjective, Contact, Objective),
    (SessionPerson, FamilySession, SupportPerson),
)
ANSWERS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("phq-9", {"9": 0}),
    ("phq-9", {"9": 1}),
    ("asq", {"1": "yes"}),
    ("hark", {"1": "yes"}),
    ("gad-7", {"1": 2}),
)


class Maker:
    """Clients with rows of every kind that may matter, near today, made by chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def client(self, number: int) -> None:
        guardian = self.chance.choice(["", "", "Ana Vega"])
        names = {"legal_family": "Vega", "search_key": "vega", "guardian_name": guardian}
        client = Client.create(record_number=f"RD-{number:06}", **names)
        admitted_on = self.chance.choice([None, day(-60), day(-27), day(-9)])
        episode = Episode.create(client=client, intake_on=day(-60), admitted_on=admitted_on)
        if self.chance.random() < 0.2:
            episode = Episode.create(client=client, discharged_on=self.chance.choice([None, day(-1), day(0), day(1)]))
        rows = self.rows(client, (SupportPerson, Release)) + self.rows(episode, OF_EPISODE)
        for assessment in self.rows(episode, (Assessment, Assessment)):
            self.rows(assessment, (MoneyLegal, Readiness, TraumaSafety))
        for goal in self.rows(episode, (Goal, Goal, Goal)):
            rows += [goal, *self.rows(goal, OF_GOAL)]
        for version in (row for row in rows if isinstance(row, PlanVersion)):
            self.rows(version, (Signature, Signature))
        self.tie(rows)

    def rows(self, owner: Record, models: tuple[type[Record], ...]) -> list[Any]:
        chosen = [model for model in models if self.chance.random() < 0.6]
        return [self.row(model, owner) for model in chosen]

    def row(self, model: type[Record], owner: Record) -> Record:
        belongs = model.owner()
        assert belongs is not None
        values = {name: self.value(field) for name, field in model.described().items()}
        if model in (Administration, ScheduledInstrument):
            values["instrument"], answers = self.chance.choice(ANSWERS)
            values |= {"responses": answers} if model is Administration else {}
        if model is PlanVersion:
            values["number"] = self.chance.randint(1, 9)
        if model is SafetyStep:
            values["gate"] = self.chance.choice(["", "G02", "G11"])
        made: Record = model.create(**{belongs.name: owner}, position=self.chance.randrange(3), **values)
        return made

    def value(self, field: Described) -> Any:
        match field:
            case Day():
                return None if self.chance.random() < 0.3 else day(self.chance.choice(OFFSETS))
            case Choice():  # the first ones are what goes on
                return self.chance.choice(["", *list(field.labels)[:2], *field.labels])
            case Whole():
                return self.chance.choice([None, *range(int(field.low), int(field.low) + 5)])
            case Number():
                return field.low
            case Several() | Answers():
                return field.empty
            case Line() | Text():
                return self.chance.choice(["", "Some words"])
        return field.empty

    def tie(self, rows: list[Any]) -> None:
        for link, near, far in THREADS:
            pairs = [(one, other) for one in rows for other in rows if type(one) is near and type(other) is far]
            for one, other in pairs:
                if self.chance.random() < 1 / 3:
                    link.create(**{link.owner().name: one, link.target().name: other})


def test_any_practice_is_told_as_its_clients_are(store: Store) -> None:
    maker = Maker(1)
    store.vault.write(lambda: [maker.client(number) for number in range(200)])
    seen, by_the_rules = set(), set()
    for today in (TODAY, day(2), day(9)):
        seen |= {one.kind for ones in agreed(today).values() for one in ones}
        by_the_rules |= {one.what for ones in agreed(today, STRICT).values() for one in ones}
    assert seen == set(KINDS), "clients made by chance try every kind"
    assert {"First plan", "Plan review", "Family session"} <= by_the_rules
    signatures = {what.partition(": ")[2] for what in by_the_rules if what.startswith("Signature, version ")}
    assert signatures == {"parent or guardian", "clinical supervisor"}
