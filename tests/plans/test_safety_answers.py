"""A safety answer stays in sight until something is written down about it."""

import datetime
from typing import Any

import pytest

from recovery_desktop.plans.banner_facts import banner_facts
from recovery_desktop.plans.due import due
from recovery_desktop.plans.safety_answers import unanswered_alerts
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.assessment import Administration
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep
from tests.people import TODAY, admitted, day

SAYS = "Item 9 was answered above zero: thoughts of being better off dead or of self-harm in the last two weeks."


@pytest.fixture
def care(store: Store) -> tuple[Client, Episode]:
    return admitted(store)


def give(
    store: Store, episode: Episode, instrument: str, on: datetime.date | None = TODAY, **answers: Any
) -> Administration:
    responses = {name.removeprefix("_"): value for name, value in answers.items()}
    return store.add(Administration, episode, instrument=instrument, name=instrument, given_on=on, responses=responses)


def flags(client: Client) -> list[str]:
    return [alert.flag for alert, _row in unanswered_alerts(take(client.id).rows("episodes")[0])]


def test_banner_and_due_list_name_it(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    row = give(store, episode, "phq-9", _9=2)
    assert flags(client) == ["suicide_item_positive"]
    record = take(client.id)
    assert banner_facts(record, TODAY).alerts[0].startswith("PHQ-9: Item 9 was answered above zero")
    (one,) = due(record, TODAY)
    assert (one.kind, one.when, one.entry.number) == ("alarm", "no safety step yet", row.id)


def test_of_one_questionnaire_the_newest_counts(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    give(store, episode, "phq-9", day(-1), _9=0)
    give(store, episode, "phq-9", day(-10), _9=3)
    assert flags(client) == []
    give(store, episode, "asq", day(-10), _1="yes")
    assert flags(client) == ["suicide_risk"]


def test_the_most_urgent_of_one_questionnaire_is_named(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    give(store, episode, "asq", _1="yes", _5="yes")
    assert flags(client) == ["suicide_risk_acute"]


def test_a_step_that_names_its_finding_answers_it(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    give(store, episode, "phq-9", _9=2)
    store.add(SafetyStep, episode, finding="Naloxone", action="Give it")
    assert flags(client) == ["suicide_item_positive"]
    step = store.add(SafetyStep, episode, finding=f"PHQ-9: {SAYS}", action="Talk now", status="open")
    assert flags(client) == []
    store.save(step, status="done")
    assert flags(client) == []
    store.remove(step)
    assert flags(client) == ["suicide_item_positive"]


@pytest.mark.parametrize("gate", ["G01", "G02"])
def test_a_step_at_a_suicide_gate_answers_it(store: Store, care: tuple[Client, Episode], gate: str) -> None:
    client, episode = care
    give(store, episode, "phq-9", _9=2)
    store.add(SafetyStep, episode, gate=gate, finding="Thoughts of death", action="Safety plan")
    assert flags(client) == []


@pytest.mark.parametrize(
    "step", [{"gate": "G02", "finding": "Thoughts of death"}, {"finding": f"PHQ-9: {SAYS}"}], ids=["gate", "finding"]
)
def test_a_step_from_before_does_not_answer_a_new_answer(
    store: Store, care: tuple[Client, Episode], step: dict[str, str]
) -> None:
    client, episode = care
    give(store, episode, "phq-9", day(-10), _9=2)
    store.add(SafetyStep, episode, action="Safety plan", status="done", done_on=day(-10), **step)
    assert flags(client) == []
    give(store, episode, "phq-9", TODAY, _9=1)
    assert flags(client) == ["suicide_item_positive"]
    store.add(SafetyStep, episode, action="Safety plan again", status="done", done_on=TODAY, **step)
    assert flags(client) == []


def test_violence_at_home_is_in_neither(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    give(store, episode, "hark", _1="yes")
    assert flags(client) == []
    assert banner_facts(take(client.id), TODAY).alerts == ()
    assert due(take(client.id), TODAY) == ()


def test_one_without_a_day_or_unknown_here_disturbs_nothing(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    give(store, episode, "our-own-10", _9=3)
    give(store, episode, "phq-9", None, _9=1)
    assert flags(client) == ["suicide_item_positive"]
