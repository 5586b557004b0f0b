"""From topics asked to a diagnosis that could be recorded; what is offered beside it."""

from typing import Any

import pytest

from recovery_desktop.plans.diagnosis_offers import social_factors, unpaired
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.plans.use_disorders import Counted, counted
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.client import Episode
from recovery_desktop.records.diagnoses import CoOccurring, Diagnosis
from recovery_desktop.records.life import SocialNeeds
from recovery_desktop.records.store import Store
from recovery_desktop.records.substances import Substance, UseTopics
from tests.people import admitted, sample

FOUR = {"larger_or_longer": "yes", "cut_down": "yes", "time_spent": "yes", "craving": "yes", "hazardous": "no"}


@pytest.fixture
def episode(store: Store) -> Episode:
    return admitted(store)[1]


def _asked(store: Store, episode: Episode, substance: dict[str, Any], topics: dict[str, Any]) -> Substance:
    assessment = store.add(Assessment, episode)
    used: Substance = store.add(Substance, assessment, **substance)
    store.add(UseTopics, used, **topics)
    return used


def _entry(episode: Episode) -> Entry:
    return take(episode.client.id).rows("episodes")[-1]


def _only(episode: Episode) -> Counted:
    (found,) = counted(_entry(episode))
    return found


def test_the_sample_clients_diagnoses_follow_from_their_topics(store: Store) -> None:
    for name, codes in (
        ("priya-shah", ["F14.20", "F12.10", None, "F17.290"]),
        ("josephine-tate", ["F11.20", "F13.10", None]),
        ("ernesto-quizhpe", ["F10.20"]),
    ):
        found = counted(take(sample(store, name).id).rows("episodes")[-1])
        assert [each.found.code if each.found else "" for each in found] == codes
        assert all(each.is_recorded for each in found if each.found and each.found.code)


def test_what_is_recorded_says_all_that_follows_from_the_topics(store: Store, episode: Episode) -> None:
    used = _asked(
        store,
        episode,
        {"substance_class": "opioid", "name": "Heroin"},
        {**FOUR, "months_since": 14, "maintenance_therapy": "yes", "controlled_environment": "yes"},
    )
    found = _only(episode)
    assert (found.recorded, found.is_recorded) == (None, False)
    assert found.fields() == {
        "kind": "use_disorder",
        "code": "F11.21",
        "code_set": "ICD-10-CM April 2026",
        "name": "Opioid use disorder (Heroin)",
        "status": "remission",
        "severity": "moderate",
        "remission": "sustained",
        "specifiers": "on maintenance therapy, in a controlled environment",
        "topics_met": 4,
    }
    store.add(Diagnosis, episode, substance=used, **found.fields())
    assert _only(episode).is_recorded


@pytest.mark.parametrize(
    ("substance", "topics", "code"),
    [
        ({"substance_class": "alcohol"}, FOUR, "F10.20"),
        ({"substance_class": "alcohol"}, {**FOUR, "withdrawal_kind": "delirium"}, "F10.231"),
        ({"substance_class": "tobacco", "product": "cigarettes"}, FOUR, "F17.210"),
        ({"substance_class": "tobacco"}, {**FOUR, "maintenance_therapy": "yes"}, "F17.200"),
        ({"substance_class": "alcohol", "product": "cigarettes"}, FOUR, "F10.20"),
        ({"substance_class": "alcohol"}, {**FOUR, "maintenance_therapy": "yes"}, "F10.20"),
        ({"substance_class": "opioid", "taken_as_prescribed": "yes"}, {"tolerance": "yes", "withdrawal": "yes"}, None),
        ({"substance_class": "opioid"}, {"tolerance": "yes", "withdrawal": "yes"}, "F11.10"),
        ({"substance_class": "cannabis"}, {"craving": "no"}, None),
    ],
)
def test_each_answer_finds_its_way_into_the_code(
    store: Store, episode: Episode, substance: dict[str, str], topics: dict[str, Any], code: str | None
) -> None:
    _asked(store, episode, substance, topics)
    found = _only(episode).found
    assert found is not None
    assert found.code == code


def test_answers_that_exclude_each_other_are_a_sentence_and_no_code(store: Store, episode: Episode) -> None:
    _asked(
        store, episode, {"substance_class": "alcohol"}, {**FOUR, "months_since": 5, "withdrawal_kind": "uncomplicated"}
    )
    found = _only(episode)
    assert (found.found, found.problem) == (None, "Withdrawal and remission exclude each other.")


def test_what_nobody_asked_is_not_counted(store: Store, episode: Episode) -> None:
    _asked(store, episode, {"substance_class": "alcohol"}, {"met": 3})
    assert counted(_entry(episode)) == []


def test_the_newest_assessment_counts_and_knows_the_diagnosis_of_the_one_before(store: Store, episode: Episode) -> None:
    earlier = _asked(store, episode, {"substance_class": "stimulant", "name": "Meth"}, FOUR)
    recorded = store.add(Diagnosis, episode, substance=earlier, **_only(episode).fields())
    _asked(
        store,
        episode,
        {"substance_class": "stimulant", "name": "meth"},
        {**FOUR, "hazardous": "yes", "tolerance": "yes"},
    )
    found = _only(episode)
    assert found.recorded is not None and found.recorded.number == recorded.id
    assert not found.is_recorded
    assert found.fields()["severity"] == "severe"


def test_another_substance_of_the_class_has_a_diagnosis_of_its_own(store: Store, episode: Episode) -> None:
    used = _asked(store, episode, {"substance_class": "opioid", "name": "Heroin"}, FOUR)
    other = store.add(Substance, used.assessment, substance_class="opioid", name="Oxycodone")
    store.add(UseTopics, other, **FOUR)
    store.add(
        Diagnosis, episode, kind="use_disorder", code="F11.20", name="Opioid", severity="moderate", substance=used
    )
    assert [each.recorded is not None for each in counted(_entry(episode))] == [True, False]


def test_needs_of_daily_life_offer_the_codes_that_are_not_recorded(store: Store, episode: Episode) -> None:
    assessment = store.add(Assessment, episode)
    store.add(SocialNeeds, assessment, debt="yes", transport="no", work_hours="yes")
    assert social_factors(_entry(episode)) == [
        ("Z59.868", "Debt that weighs"),
        ("Z56.3", "Working hours that wear out"),
    ]
    store.add(Diagnosis, episode, kind="social", code="Z56.3", name="Working hours")
    assert social_factors(_entry(episode)) == [("Z59.868", "Debt that weighs")]


def test_a_use_disorder_and_a_condition_that_nobody_looked_at_together(store: Store, episode: Episode) -> None:
    use = store.add(Diagnosis, episode, kind="use_disorder", name="Alcohol use disorder", status="remission")
    worry = store.add(Diagnosis, episode, kind="mental", name="Worry")
    store.add(Diagnosis, episode, kind="mental", name="Gone", status="resolved")
    store.add(Diagnosis, episode, kind="medical", name="Asthma")
    (pair,) = unpaired(_entry(episode))
    assert [each["name"] for each in pair] == ["Alcohol use disorder", "Worry"]
    store.add(CoOccurring, episode, use_disorder=use, condition=worry)
    assert unpaired(_entry(episode)) == []
