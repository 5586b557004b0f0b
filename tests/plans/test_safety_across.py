"""The lists of all clients say of each what the client's own record says of safety answers."""

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery_desktop.instruments import ids, instrument
from recovery_desktop.plans.answered import (
    PRIVATE_FLAGS,
    SAFETY_FLAGS,
    alerts_of,
    raising_answers,
    score_of,
)
from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.safety_across import safety_across
from recovery_desktop.plans.safety_answers import step_for, unanswered_alerts
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.assessment import Administration
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep
from tests.instruments.valid_answers import printed
from tests.people import TODAY, admitted, day, sample

WITH_SAFETY_ANSWERS = ("asq", "hark", "phq-9")


def give(store: Store, episode: Episode, which: str, on: datetime.date | None = TODAY, **answers: Any) -> None:
    responses = {name.removeprefix("_"): value for name, value in answers.items()}
    store.add(Administration, episode, instrument=which, given_on=on, responses=responses)


def told(number: int) -> tuple[str, ...]:
    """The same from the client's own record."""
    episode = running_episode(take(number))
    if episode is None or (episode["discharged_on"] and episode["discharged_on"] <= TODAY):
        return ()
    return tuple(dict.fromkeys(alert.name for alert, _row in unanswered_alerts(episode)))


def agreed() -> dict[int, tuple[str, ...]]:
    """What all lists say, once it is what each client's own says, all at once and one by one."""
    found = dict(safety_across(TODAY))
    for client in Client.select():
        assert found.get(client.id, ()) == told(client.id)
        assert safety_across(TODAY, client.id).get(client.id, ()) == told(client.id)
        assert set(safety_across(TODAY, client.id)) <= {client.id}
    return found


def test_a_practice_without_questionnaires(store: Store) -> None:
    assert safety_across(TODAY) == {}
    client, _episode = admitted(store)
    assert safety_across(TODAY) == safety_across(TODAY, client.id) == {}


def test_from_the_answer_to_the_step(store: Store) -> None:
    client, episode = admitted(store)
    give(store, episode, "phq-9", day(-3), _9=2)
    give(store, episode, "phq-9", day(-1), _9=0)
    give(store, episode, "asq", day(-2), _1="no", _2="declined")
    assert agreed() == {client.id: ("ASQ", "PHQ-9")}, "the most urgent first"
    step = store.add(SafetyStep, episode, gate="G02", action="Safety plan", done_on=day(-3))
    assert agreed() == {client.id: ("ASQ",)}
    store.save(step, done_on=day(-2))
    assert agreed() == {}
    store.save(step, done_on=None)
    assert agreed() == {client.id: ("ASQ", "PHQ-9")}
    (alert,) = alerts_of("asq", {"2": "declined"})
    store.add(SafetyStep, episode, **step_for(alert, day(-2)))
    assert agreed() == {client.id: ("PHQ-9",)}


def test_only_the_episode_that_goes_on(store: Store) -> None:
    client, before = admitted(store)
    give(store, before, "phq-9", _9=1)
    assert set(agreed()) == {client.id}
    store.save(before, discharged_on=TODAY)
    assert agreed() == {}
    store.save(before, discharged_on=day(1))
    assert set(agreed()) == {client.id}
    store.save(before, discharged_on=day(-1))
    now = store.add(Episode, client, intake_on=TODAY)
    assert agreed() == {}
    give(store, now, "phq-9", _9=1)
    assert set(agreed()) == {client.id}


def test_private_and_unknown_ones_are_not_there(store: Store) -> None:
    _client, episode = admitted(store)
    give(store, episode, "hark", _1="yes")
    give(store, episode, "our-own-10", _9=3)
    give(store, episode, "phq-9", _9="1")  # no answer of the form
    assert agreed() == {}


def test_answers_that_cannot_be_read_hold_nobody_up(store: Store) -> None:
    client, episode = admitted(store)
    give(store, episode, "phq-9", _9=1)
    give(store, episode, "asq", _1="yes")
    database = Client._meta.database
    database.execute_sql("UPDATE administration SET responses = '' WHERE instrument = 'asq'")
    assert dict(safety_across(TODAY)) == {client.id: ("PHQ-9",)}


@pytest.mark.parametrize("name", ["priya-shah", "ernesto-quizhpe", "josephine-tate"])
def test_nothing_is_open_for_a_sample_client(store: Store, name: str) -> None:
    sample(store, name)
    assert agreed() == {}


def test_which_questionnaires_have_safety_answers() -> None:
    raising = {each for each in ids() if any(flag.flag in SAFETY_FLAGS for flag in instrument(each).flags)}
    assert raising == set(WITH_SAFETY_ANSWERS)
    assert {name: list(items) for name, items in raising_answers().items()} == {
        "asq": ["1", "2", "3", "4", "5"],
        "phq-9": ["9"],
    }


@pytest.mark.parametrize("name", WITH_SAFETY_ANSWERS)
def test_every_answer_that_raises_an_alert_is_looked_for(name: str) -> None:
    """By the database, which picks the administrations that are scored: those it leaves out raise none."""
    any_answer = {
        item.key: st.sampled_from([*printed(item), "declined", "?", None, True]) for item in instrument(name).items
    }

    @given(st.fixed_dictionaries({}, optional=any_answer))
    def holds(answers: dict[str, Any]) -> None:
        found = score_of(name, answers)
        assert found is not None
        flags = [flag for flag in SAFETY_FLAGS if flag in found.flags]
        assert [alert.flag for alert in alerts_of(name, answers)] == flags, "of what decides alone"
        looked_for = raising_answers().get(name, {})
        picked = any(answers.get(item) in values for item, values in looked_for.items())
        assert picked or set(flags) <= set(PRIVATE_FLAGS)

    holds()


ADMINISTRATIONS = st.lists(
    st.tuples(
        st.sampled_from([("phq-9", {"9": 0}), ("phq-9", {"9": 3}), ("asq", {"1": "yes"}), ("hark", {"1": "yes"})]),
        st.none() | st.integers(-3, 3).map(day),
    ),
    max_size=4,
)
STEPS = st.lists(
    st.fixed_dictionaries({"gate": st.sampled_from(["", "G02"]), "done_on": st.none() | st.integers(-3, 3).map(day)}),
    max_size=2,
)


def test_any_practice_is_told_as_its_clients_are(store: Store) -> None:
    @settings(deadline=None, max_examples=25)
    @given(st.lists(st.tuples(ADMINISTRATIONS, STEPS), max_size=3))
    def holds(people: list[tuple[list[Any], list[dict[str, Any]]]]) -> None:
        for client in Client.select():
            store.remove(client)
        for number, (administrations, steps) in enumerate(people):
            _client, episode = admitted(store, record_number=f"RD-{number:06}")
            for (which, responses), on in administrations:
                store.add(Administration, episode, instrument=which, given_on=on, responses=responses)
            for step in steps:
                store.add(SafetyStep, episode, action="Safety plan", **step)
        agreed()

    holds()
