"""Tests over time: what was found for each thing, how many of how many, and the measure of an objective."""

import datetime
from typing import Any

import pytest

from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.plans.tests_over_time import measured, over_time
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.diagnoses import TestResult
from recovery_desktop.records.goals import Goal, Intervention, InterventionObjective, Objective
from recovery_desktop.records.store import Store
from tests.people import TODAY, admitted, day, sample

Care = tuple[Client, Episode]


@pytest.fixture
def care(store: Store) -> Care:
    return admitted(store)


def taken(store: Store, episode: Episode, on: int, result: str, what: str = "Cocaine", **values: Any) -> None:
    store.add(TestResult, episode, taken_on=day(on), result=result, tested_for=what, kind="urine", **values)


def episode_of(client: Client) -> Entry:
    episode = running_episode(take(client.id))
    assert episode is not None
    return episode


def sentences(client: Client) -> dict[str, str]:
    return {one.name: one.sentence(TODAY) for one in over_time(episode_of(client))}


def test_results_are_counted_and_the_rest_is_named(store: Store, care: Care) -> None:
    client, episode = care
    for on in range(-40, -18, 2):
        taken(store, episode, on, "negative")
    for on, result in ((-16, "missed"), (-14, "positive"), (-12, "declined"), (-10, "invalid"), (-1, "pending")):
        taken(store, episode, on, result)
    taken(store, episode, -5, "")  # not answered yet
    store.add(TestResult, episode, result="negative", tested_for="Cocaine")  # of no day
    said = "11 of 14 tests without cocaine since 4 Sep; 1 missed; 1 declined; 1 invalid; 1 still open"
    assert sentences(client) == {"Cocaine": said}


def test_what_was_found_each_time_is_said_so(store: Store, care: Care) -> None:
    client, episode = care
    taken(store, episode, -5, "positive")
    assert sentences(client) == {"Cocaine": "Cocaine found in 1 of 1 test since 9 Oct"}
    taken(store, episode, -4, "positive")
    assert sentences(client) == {"Cocaine": "Cocaine found in 2 of 2 tests since 9 Oct"}
    taken(store, episode, -3, "missed")
    assert sentences(client) == {"Cocaine": "0 of 3 tests without cocaine since 9 Oct; 1 missed"}


def test_names_are_one_whatever_their_case_and_accents(store: Store, care: Care) -> None:
    client, episode = care
    for on, what in ((-9, "cocaïne"), (-5, "COCAINE, THC"), (-2, "thc ;  cocaine")):
        taken(store, episode, on, "negative", what)
    assert sentences(client) == {
        "Cocaïne": "3 of 3 tests without cocaïne since 5 Oct",
        "THC": "2 of 2 tests without THC since 9 Oct",
    }


@pytest.mark.parametrize(
    ("value", "results"),
    [
        ("Cocaine and cannabis found, no opioids", ("positive", "positive", "negative")),
        ("cocaine", ("positive", "unclear", "unclear")),
        ("negative for cannabis; opioids 300 ng/ml", ("unclear", "negative", "positive")),
        ("", ("unclear", "unclear", "unclear")),
    ],
)
def test_of_several_at_once_the_value_tells_which(
    store: Store, care: Care, value: str, results: tuple[str, ...]
) -> None:
    client, episode = care
    taken(store, episode, -3, "positive", "Cocaine, cannabis, opioids", value=value)
    found = {one.name: one.taken[0] for one in over_time(episode_of(client))}
    assert tuple(found[name].result for name in ("Cocaine", "Cannabis", "Opioids")) == results
    assert found["Cocaine"].words.startswith("Positive, in a test for: Cocaine, cannabis, opioids")


def test_laboratory_results_are_normal_or_not(store: Store, care: Care) -> None:
    client, episode = care
    for on, result in ((-30, "abnormal"), (-2, "normal")):
        taken(store, episode, on, result, "Liver values (ALT)", value="40 U/l")
    store.add(TestResult, episode, taken_on=day(-1), result="negative", kind="breath")
    assert sentences(client) == {
        "Liver values (ALT)": "Liver values (ALT): 1 of 2 results normal since 14 Sep",
        "Breath alcohol test": "Breath alcohol test: 1 of 1 test negative since 13 Oct",
    }


def objective(store: Store, episode: Episode, **values: Any) -> Objective:
    goal = store.add(Goal, episode, own_words="Keep my weekends", status_on=day(-30))
    return store.add(Objective, goal, statement="None on closing nights", **values)


def count_of(client: Client) -> str:
    episode = episode_of(client)
    goal = episode.rows("goals")[0]
    found = measured(goal.rows("objectives")[0], goal, episode)
    return found.sentence(TODAY) if found is not None else ""


def test_an_objective_counts_its_tests_since_its_work_began(store: Store, care: Care) -> None:
    client, episode = care
    step = objective(store, episode, tests_for="cocaine")
    taken(store, episode, -34, "positive")
    assert count_of(client) == ""
    for on in (-28, -21, -14):
        taken(store, episode, on, "negative", "Cocaine metabolite, THC")
    taken(store, episode, -7, "missed")
    taken(store, episode, -6, "positive", "Alcohol")
    assert count_of(client) == "3 of 4 tests negative since 14 Sep; 1 missed"
    work = store.add(Intervention, Goal.get(), what="Contingency management", starts_on=day(-22))
    store.link(InterventionObjective, work, step)
    assert count_of(client) == "2 of 3 tests negative since 22 Sep; 1 missed"


def test_without_a_name_no_test_is_its_measure(store: Store, care: Care) -> None:
    client, episode = care
    objective(store, episode)
    taken(store, episode, -7, "negative")
    assert count_of(client) == ""


def test_the_example_client(store: Store) -> None:
    client = sample(store, "priya-shah")
    cocaine, *_others, heart = over_time(episode_of(client))
    assert cocaine.sentence(TODAY) == "8 of 9 tests without cocaine since 10 Sep"
    assert (cocaine.taken[0].day, cocaine.taken[0].result) == (datetime.date(2026, 9, 10), "positive")
    assert heart.sentence(TODAY) == "Heart tracing (ECG): 1 of 1 result normal since 24 Sep"
    assert count_of(client) == "8 of 8 tests negative since 14 Sep"
