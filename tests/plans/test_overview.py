"""What the Overview shows is worked out from the record: wishes, scores, signals, course, states, banner."""

import datetime
from typing import Any

import pytest

from recovery_desktop.plans.banner_facts import banner_facts
from recovery_desktop.plans.course import course
from recovery_desktop.plans.scores import scores_over_time
from recovery_desktop.plans.short import short
from recovery_desktop.plans.signals import signals
from recovery_desktop.plans.snapshot import take
from recovery_desktop.plans.tab_states import tab_states
from recovery_desktop.plans.whole_person import whole_person
from recovery_desktop.plans.wishes import LONGEST, wish
from recovery_desktop.records.assessment import Administration, AreaOfLife, Assessment, RecordedScore, Strength
from recovery_desktop.records.client import Allergy, Client, ContactPoint, Episode
from recovery_desktop.records.diagnoses import Diagnosis, TestResult
from recovery_desktop.records.goals import Goal, Need, Objective, Progress
from recovery_desktop.records.person import Hopes, Readiness
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.sessions import Contact, ContactObjective
from recovery_desktop.records.store import Store
from recovery_desktop.records.substances import Substance
from recovery_desktop.records.therapies import SafetyStep
from tests.people import TODAY, admitted, day, sample


@pytest.fixture
def care(store: Store) -> tuple[Client, Episode]:
    return admitted(store)


def observed(client: Client, today: datetime.date = TODAY) -> list[str]:
    return [one.words for one in signals(take(client.id), today)]


# -- wishes


def test_hopes_go_before_goals_and_these_before_the_reason(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    assert wish(take(client.id)) is None
    for model, owner, field, words in (
        (Episode, episode, "reason_for_coming", "I missed a shift."),
        (Goal, episode, "own_words", "Dance again"),
        (Hopes, store.add(Assessment, episode), "a_year_from_now", "A quiet head."),
    ):
        if model is Episode:
            store.save(episode, **{field: words})
        else:
            store.add(model, owner, **{field: words})
        found = wish(take(client.id))
        assert found is not None
        assert (found.words, found.field, found.by) == (f"“{words}”", field, "Rosa")


def test_a_long_wish_ends_with_a_whole_sentence(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    store.save(episode, reason_for_coming="I want to sleep. " * 30 + "x" * 400)
    found = wish(take(client.id))
    assert found is not None
    assert found.words.endswith("I want to sleep. …”")
    assert len(found.words) < LONGEST + 10


# -- scores


def test_scores_of_one_questionnaire_make_a_series(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    for on, value, band in ((day(-30), 14, "moderate"), (day(-2), 9, "mild")):
        given = store.add(Administration, episode, instrument="gad-7", name="GAD-7", measures="worry", given_on=on)
        store.add(RecordedScore, given, value=value, highest=21, band=band)
        store.add(RecordedScore, given, scale="Part", value=1, highest=3)
    hark = store.add(Administration, episode, instrument="hark", given_on=day(-30))
    store.add(RecordedScore, hark, value=0, highest=4)
    alone = store.add(Administration, episode, instrument="bam", given_on=day(-3))
    store.add(RecordedScore, alone, scale="Use", value=3)
    series = scores_over_time(take(client.id))
    assert [each.name for each in series] == ["GAD-7", "bam Use"]
    assert (series[0].change, series[0].words, series[0].high) == (-5, "moderate, now mild", 21)
    assert not series[1].is_followed


def test_days_of_use_are_followed_from_assessment_to_assessment(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    for on, days in ((day(-50), 10), (day(-5), 2)):
        assessment = store.add(Assessment, episode, started_on=on)
        store.add(Substance, assessment, substance_class="cocaine", days_of_30=days)
    (series,) = scores_over_time(take(client.id))
    assert (series.name, series.change, series.high) == ("Cocaine", -8, 30)


# -- signals


def test_missed_visits(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    store.add(Contact, episode, held_on=day(-12), attendance="attended")
    store.add(Contact, episode, held_on=day(-6), attendance="missed")
    assert observed(client) == []
    store.add(Contact, episode, held_on=day(-2), attendance="missed")
    assert observed(client) == ["Missed 2 visits since 8 Oct."]
    assert observed(client, day(5)) == ["Missed 2 visits since 8 Oct.", "The last meeting was 17 days ago."]


def test_a_quiet_goal_and_a_slipping_one(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    goal = store.add(Goal, episode, own_words="Dance again", status_on=day(-60))
    assert observed(client) == ["“Dance again” has had no entry for 8 weeks."]
    store.add(Progress, goal, noted_on=day(-8), client_rating=7)
    store.add(Progress, goal, noted_on=day(-1), client_rating=4)
    assert observed(client) == ["“Dance again” fell from 7 to 4 by the client’s own rating."]


def test_work_on_an_objective_keeps_its_goal_awake(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    goal = store.add(Goal, episode, own_words="Dance again", status_on=day(-60))
    objective = store.add(Objective, goal, statement="One class a week")
    contact = store.add(Contact, episode, held_on=day(-3), attendance="attended")
    store.link(ContactObjective, contact, objective)
    assert observed(client) == []


def test_many_quiet_goals_are_counted(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    for words in ("One", "Two", "Three"):
        store.add(Goal, episode, own_words=words, status_on=day(-30))
    assert observed(client) == ["3 goals have had no entry for 4 weeks or more."]


def test_falling_confidence_alliance_and_tests(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    for confidence in (7, 5):
        store.add(Readiness, store.add(Assessment, episode), confidence=confidence)
    for on, heard in ((day(-9), 9), (day(-2), 6)):
        store.add(Contact, episode, held_on=on, felt_heard=heard)
    store.add(TestResult, episode, taken_on=day(-1), result="missed")
    assert observed(client) == [
        "The last test was missed.",
        "“I felt heard” fell from 9 to 6.",
        "Confidence fell from 7 to 5.",
    ]
    store.save(episode, discharged_on=day(0))
    assert observed(client) == []


# -- the whole person


def test_each_area_counts_its_needs_and_strengths(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    assessment = store.add(Assessment, episode)
    area = store.add(AreaOfLife, assessment, domain="money", state="assessed", rating=4)
    store.add(AreaOfLife, assessment, domain="legal", state="not_relevant")
    for domain in ("money", "money", "work"):
        store.add(Strength, assessment, domain=domain, statement="Saves")
    for status in ("met", "deferred"):
        store.add(Need, episode, statement="Rent", domain="money", status=status, status_reason="in May")
    found = {one.name: one for one in whole_person(take(client.id))}
    money = found["Money"]
    assert (money.state, money.rating, money.strengths, money.needs, money.unanswered) == ("assessed", 4, 2, 1, 0)
    assert money.entry is not None and (money.entry.number, money.field) == (area.id, "rating")
    need = store.add(Need, episode, statement="Debt", domain="money")
    again = {one.name: one for one in whole_person(take(client.id))}["Money"]
    assert again.entry is not None and (again.needs, again.unanswered) == (2, 1)
    assert (again.entry.model, again.entry.number, again.field) == (Need, need.id, "status"), "it comes first"
    assert (found["Legal"].state, found["Work"].state, found["Work"].strengths) == ("not_relevant", "not_asked", 1)
    assert found["Work"].entry is None


def test_without_an_episode_nothing_was_asked(store: Store) -> None:
    client = store.add(Client, record_number="RD-000901", legal_family="Vega")
    assert {one.state for one in whole_person(take(client.id))} == {"not_asked"}


# -- course


def test_the_course_has_one_line_a_day(store: Store) -> None:
    found = dict(course(take(sample(store, "priya-shah").id), TODAY))
    assert found[datetime.date(2026, 9, 10)] == "Intake, referred by: self; 9 questionnaires"
    assert found[datetime.date(2026, 10, 1)] == "Family session with Anjali"
    assert found[datetime.date(2026, 10, 10)] == "Plan version 2: review was due; BAM; 2 more"
    assert found[datetime.date(2026, 11, 9)] == "BAM; Full plan review, day 60"
    assert list(found) == sorted(found)


# -- states


def test_states_of_an_empty_and_of_a_full_record(store: Store, care: tuple[Client, Episode]) -> None:
    empty = tab_states(take(care[0].id), TODAY)
    assert {state.mark for state in empty.values()} == {"empty"}
    full = tab_states(take(sample(store, "priya-shah").id), TODAY)
    assert {key: state.mark for key, state in full.items()} == {
        "assessment": "done",
        "diagnoses": "started",
        "therapies": "done",
        "family": "done",
        "goals": "done",
        "aftercare": "done",
        "plan": "started",
    }


@pytest.mark.parametrize(
    ("model", "values", "tab", "reason"),
    [
        (SafetyStep, {"action": "Naloxone", "status": "open"}, "therapies", "1 safety step open"),
        (Diagnosis, {"kind": "mental", "name": "Worry"}, "diagnoses", "the principal one is to be chosen"),
        (Need, {"statement": "Money"}, "goals", "1 need without an answer"),
        (PlanVersion, {"number": 1, "next_review_on": day(-4)}, "plan", "review 4 days late"),
    ],
)
def test_what_needs_attention(
    store: Store, care: tuple[Client, Episode], model: Any, values: dict[str, Any], tab: str, reason: str
) -> None:
    client, episode = care
    store.add(model, episode, **values)
    state = tab_states(take(client.id), TODAY)[tab]
    assert (state.mark, state.reason) == ("care", reason)


def test_without_an_episode_every_part_is_empty(store: Store) -> None:
    client = store.add(Client, record_number="RD-000901", legal_family="Vega")
    assert {state.reason for state in tab_states(take(client.id), TODAY).values()} == {"no episode of care yet"}


# -- banner


def test_the_banner_of_a_sample_client(store: Store) -> None:
    facts = banner_facts(take(sample(store, "josephine-tate").id), TODAY)
    assert (facts.name, facts.legal) == ("Jo Tate", "legally Josephine Marie Tate")
    assert facts.about == ("she/her", "70", "born 18 February 1956")
    assert {fact.key: fact.words for fact in facts.facts} == {
        "allergies": "Sulfa medicines: Rash",
        "call": "555-0190, after 10:00; let it ring, no message about treatment",
        "episode": "intensive outpatient",
        "plan": "draft 3, review 20 Nov",
    }


def test_the_banner_of_a_new_client_says_what_is_missing(store: Store, care: tuple[Client, Episode]) -> None:
    facts = banner_facts(take(care[0].id), TODAY)
    assert facts.about == ("date of birth not entered",)
    assert [fact.words for fact in facts.facts] == ["not asked", "not asked", "level of care not decided", "none yet"]


def test_the_banner_never_offers_an_unsafe_number(store: Store, care: tuple[Client, Episode]) -> None:
    client, _episode = care
    store.add(ContactPoint, client, value="555-0111", safe_to_use="no")
    call = banner_facts(take(client.id), TODAY).facts[1]
    assert (call.words, call.presses) == ("no safe way known", True)
    store.add(ContactPoint, client, value="555-0122", safe_to_use="yes", messages="none")
    assert banner_facts(take(client.id), TODAY).facts[1].words == "555-0122, no messages at all"


def test_alerts_are_named_and_counted(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    store.add(Allergy, client, substance="Penicillin")
    for number in range(4):
        store.add(SafetyStep, episode, finding="Risk", action=f"Step {number}", status="open" if number else "done")
    facts = banner_facts(take(client.id), TODAY)
    assert facts.alerts == ("Risk: Step 1", "Risk: Step 2", "1 more safety step")
    assert facts.facts[0].presses


def test_a_long_text_is_cut_at_a_word() -> None:
    assert short("  One line\nand another ") == "One line"
    assert short("word " * 40, 20) == "word word word word…"
    assert short("x" * 100, 10) == "x" * 9 + "…"
