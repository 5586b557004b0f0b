"""Steps of continuing care are offered from the level of care, the services accepted, and the home."""

import datetime
from typing import Any

import pytest

from recovery_desktop.plans.offers import Offer
from recovery_desktop.plans.snapshot import take
from recovery_desktop.plans.step_offers import step_offers
from recovery_desktop.records.aftercare import AftercareStep
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.client import Episode, LevelOfCare
from recovery_desktop.records.life import LivingConditions
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import Service
from tests.people import admitted, sample

DAY = datetime.date(2026, 10, 12)


@pytest.fixture
def episode(store: Store) -> Episode:
    _client, episode = admitted(store)
    store.save(episode, admitted_on=DAY)
    return episode


def _offered() -> tuple[Offer, ...]:
    return step_offers(take(Episode.get().client.id).rows("episodes")[0], DAY)


def _months() -> list[tuple[Any, ...]]:
    return [tuple(one.values.get(name) for name in ("kind", "from_month", "until_month")) for one in _offered()]


@pytest.mark.parametrize(
    ("chosen", "steps"),
    [
        (
            "residential",
            [
                ("intensive_outpatient", 0, 2),
                ("outpatient", 2, 4),
                ("checkup", 4, 12),
                ("alumni", 2, 12),
            ],
        ),
        (
            "intensive_outpatient",
            [
                ("intensive_outpatient", 0, 2),
                ("outpatient", 2, 4),
                ("checkup", 4, 12),
                ("alumni", 2, 12),
            ],
        ),
        ("outpatient", [("outpatient", 0, 2), ("checkup", 2, 12)]),
        ("checkups", [("checkup", 0, 12)]),
        ("emergency", []),
        ("", []),
    ],
)
def test_less_and_less_care_follows_from_the_level(
    store: Store, episode: Episode, chosen: str, steps: list[tuple[Any, ...]]
) -> None:
    store.add(LevelOfCare, episode, chosen=chosen, decided_on=DAY)
    assert _months() == steps
    assert {one.source for one in _offered()} <= {"from: Level of care, 12 Oct"}


def test_the_newest_decision_counts(store: Store, episode: Episode) -> None:
    store.add(LevelOfCare, episode, chosen="checkups", decided_on=DAY)
    store.add(LevelOfCare, episode, chosen="outpatient", decided_on=DAY - datetime.timedelta(30))
    assert _months() == [("checkup", 0, 12)]


@pytest.mark.parametrize(("span", "unit", "months"), [(8, "weeks", 2), (10, "weeks", 3), (4, "months", 4)])
def test_the_first_step_lasts_as_long_as_the_program(
    store: Store, episode: Episode, span: int, unit: str, months: int
) -> None:
    store.add(LevelOfCare, episode, chosen="intensive_outpatient", decided_on=DAY)
    group = {"times": 3, "per": "week", "span": span, "span_unit": unit}
    store.add(Service, episode, name="Group", modality="cbt", decision="accepted", **group)
    assert _months()[:2] == [("intensive_outpatient", 0, months), ("outpatient", months, months + 2)]


def _service(store: Store, episode: Episode, **values: Any) -> Service:
    given = {"name": "Something", "modality": "peer", "decision": "accepted", "decided_on": DAY}
    return store.add(Service, episode, **(given | values))


def test_a_service_goes_on_as_it_is_given(store: Store, episode: Episode) -> None:
    values = {"times": 2, "per": "week", "timing": "evenings", "provider": "Marisol", "places": ["text"]}
    _service(store, episode, name="Peer coach", starts_on=DAY, **values)
    (one,) = _offered()
    assert (one.words, one.source) == ("Peer coach", "from: Therapies, 12 Oct")
    assert one.values["kind"] == "peer_coach"
    assert one.values["where_or_who"] == "Marisol"
    made = store.add(AftercareStep, episode, **one.values)
    assert (made.times, made.timing, made.places, made.until_month) == (2, "evenings", ["text"], 12)
    assert _offered() == ()


@pytest.mark.parametrize(
    "values",
    [
        {"decision": "open"},
        {"decision": "declined"},
        {"modality": "motivational", "times": 1, "per": "week"},
        {"modality": "medical", "times": 1, "per": "once"},
        {"modality": "cbt"},
        {"modality": "cbt", "times": 3, "per": "week"},
        {"modality": "cbt", "times": 1, "per": "week", "span": 6, "span_unit": "weeks", "starts_on": DAY},
    ],
    ids=str,
)
def test_what_ends_with_treatment_is_no_step(store: Store, episode: Episode, values: dict[str, Any]) -> None:
    _service(store, episode, **values)
    assert _offered() == ()


@pytest.mark.parametrize(
    "values",
    [
        {"times": 1, "per": "week", "span": 16, "span_unit": "weeks", "starts_on": DAY},
        {"times": 1, "per": "month"},
    ],
    ids=str,
)
def test_what_goes_on_after_the_program_is(store: Store, episode: Episode, values: dict[str, Any]) -> None:
    _service(store, episode, modality="trauma", **values)
    assert [one.values["kind"] for one in _offered()] == ["therapy"]


@pytest.mark.parametrize(
    ("home", "count"),
    [({"stable": "no"}, 1), ({"housing": "shelter"}, 1), ({"housing": "rented", "stable": "yes"}, 0)],
)
def test_without_a_stable_home_recovery_housing_is_offered(
    store: Store, episode: Episode, home: dict[str, str], count: int
) -> None:
    store.add(LivingConditions, store.add(Assessment, episode, started_on=DAY), **home)
    assert [one.values["kind"] for one in _offered()] == ["recovery_housing"] * count


def test_what_was_left_aside_stays_away(store: Store, episode: Episode) -> None:
    _service(store, episode, name="Peer coach")
    store.add(SetAside, episode, what="aftercare:step:peer coach")
    assert _offered() == ()


@pytest.mark.parametrize("name", ["priya-shah", "josephine-tate", "ernesto-quizhpe"])
def test_all_steps_of_a_sample_client_can_be_entered(store: Store, name: str) -> None:
    sample(store, name)
    AftercareStep.delete().execute()
    for one in _offered():
        store.add(AftercareStep, Episode.get(), **one.values)
    assert _offered() == ()


def test_the_example_client_is_offered_her_way(store: Store) -> None:
    """Intensive outpatient, weekly to month 4, check-ups to month 12, SMART online, her coach by text."""
    sample(store, "priya-shah")
    AftercareStep.delete().execute()
    assert _months()[:3] == [("intensive_outpatient", 0, 2), ("outpatient", 2, 4), ("checkup", 4, 12)]
    by_kind = {one.values["kind"]: one.values for one in _offered()}
    assert by_kind["peer_group"]["what"] == "SMART Recovery online"
    assert by_kind["peer_coach"]["places"] == ["text"]
