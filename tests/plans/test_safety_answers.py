"""A safety answer stays in sight until something is written down about it."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_desktop.plans.answered import Alert, alerts_of
from recovery_desktop.plans.banner_facts import banner_facts
from recovery_desktop.plans.due import due
from recovery_desktop.plans.safety_answers import is_answered, step_for, unanswered_alerts
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.assessment import Administration
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import GATE_STATES, SafetyStep
from tests.people import TODAY, admitted, day

SAYS = "Item 9 was answered above zero: thoughts of being better off dead or of self-harm in the last two weeks."

DAY = datetime.timedelta(days=1)
EVERY_ANSWER: dict[str, dict[str, Any]] = {
    "phq-9": {"9": 1},
    "asq": {"1": "yes", "5": "yes"},
    "hark": {"1": "yes"},
}
WHOLE = {"response": "Asked in private, plan written.", "done_by": "Dana Whitfield"}
STEPS = ({"gate": "G02", "finding": "Thoughts of death"}, {"finding": f"PHQ-9, 14 Oct 2025: {SAYS}"})


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
    assert banner_facts(record, TODAY).alerts[0].startswith("PHQ-9, 14 Oct: Item 9 was answered above zero")
    (one,) = due(record, TODAY)
    assert (one.kind, one.when, one.entry.number) == ("alarm", "no response recorded yet", row.id)


def test_a_later_denial_hides_no_earlier_answer(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    give(store, episode, "phq-9", day(-10), _9=3)
    give(store, episode, "phq-9", day(-1), _9=0)
    assert flags(client) == ["suicide_item_positive"]
    give(store, episode, "phq-9", day(-5), _9=1)
    give(store, episode, "asq", day(-20), _1="yes")
    found = [(alert.flag, row["given_on"]) for alert, row in unanswered_alerts(take(client.id).rows("episodes")[0])]
    assert found == [
        ("suicide_risk", day(-20)),
        ("suicide_item_positive", day(-5)),
        ("suicide_item_positive", day(-10)),
    ], "the most urgent first, then the newest"


@pytest.mark.parametrize("step", STEPS, ids=["gate", "finding"])
def test_one_step_answers_all_that_came_before_it(
    store: Store, care: tuple[Client, Episode], step: dict[str, str]
) -> None:
    client, episode = care
    for days in (-10, -5, -1):
        give(store, episode, "phq-9", day(days), _9=1)
    done = store.add(SafetyStep, episode, action="Safety plan", status="done", done_on=day(-5), **step, **WHOLE)
    assert flags(client) == ["suicide_item_positive"], "that of yesterday is left"
    store.save(done, done_on=TODAY)
    assert flags(client) == []


def test_the_most_urgent_of_one_questionnaire_is_named(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    give(store, episode, "asq", _1="yes", _5="yes")
    assert flags(client) == ["suicide_risk_acute"]


def test_a_step_that_names_its_finding_answers_it(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    give(store, episode, "phq-9", _9=2)
    store.add(SafetyStep, episode, finding="Naloxone", action="Give it")
    assert flags(client) == ["suicide_item_positive"]
    step = store.add(SafetyStep, episode, finding=f"PHQ-9, 14 Oct 2026: {SAYS}", action="Talk now", status="open")
    assert flags(client) == []
    store.save(step, status="done")
    assert flags(client) == ["suicide_item_positive"], "what was done, by whom and when is not said"
    store.save(step, done_on=TODAY, **WHOLE)
    assert flags(client) == []
    store.remove(step)
    assert flags(client) == ["suicide_item_positive"]


@pytest.mark.parametrize("gate", ["G01", "G02"])
def test_a_step_at_a_suicide_gate_answers_it(store: Store, care: tuple[Client, Episode], gate: str) -> None:
    client, episode = care
    give(store, episode, "phq-9", _9=2)
    said = {"finding": "Thoughts of death", "action": "Safety plan", "status": "done", "done_on": TODAY}
    store.add(SafetyStep, episode, gate=gate, **said, **WHOLE)
    assert flags(client) == []


@pytest.mark.parametrize("status", GATE_STATES)
@pytest.mark.parametrize("lacks", ["response", "done_by", "done_on"])
def test_a_step_that_is_not_open_says_what_was_done_by_whom_and_when(
    store: Store, care: tuple[Client, Episode], status: str, lacks: str
) -> None:
    client, episode = care
    give(store, episode, "phq-9", _9=2)
    said = {**WHOLE, "done_on": TODAY, **STEPS[0]}
    del said[lacks]
    step = store.add(SafetyStep, episode, action="Safety plan", status=status, **said)
    is_in_sight_itself = status == "open" and lacks != "done_on"
    assert flags(client) == ([] if is_in_sight_itself else ["suicide_item_positive"])
    store.save(step, done_on=TODAY, **WHOLE)
    assert flags(client) == (["suicide_item_positive"] if status == "planned" else []), "what is planned is not done"


@pytest.mark.parametrize("step", STEPS, ids=["gate", "finding"])
def test_an_open_step_without_a_day_answers_only_what_it_names_with_its_day(
    store: Store, care: tuple[Client, Episode], step: dict[str, str]
) -> None:
    """It may have been written before: nothing says when."""
    client, episode = care
    give(store, episode, "phq-9", day(-10), _9=2)
    store.add(SafetyStep, episode, action="Safety plan", status="open", **step)
    assert flags(client) == ["suicide_item_positive"]
    (alert,) = alerts_of("phq-9", {"9": 2})
    store.add(SafetyStep, episode, status="open", **step_for(alert, day(-10)))
    assert flags(client) == []
    give(store, episode, "phq-9", TODAY, _9=2)
    assert flags(client) == ["suicide_item_positive"]


@pytest.mark.parametrize("step", STEPS, ids=["gate", "finding"])
def test_a_step_from_before_does_not_answer_a_new_answer(
    store: Store, care: tuple[Client, Episode], step: dict[str, str]
) -> None:
    client, episode = care
    give(store, episode, "phq-9", day(-10), _9=2)
    store.add(SafetyStep, episode, action="Safety plan", status="done", done_on=day(-10), **step, **WHOLE)
    assert flags(client) == []
    give(store, episode, "phq-9", TODAY, _9=1)
    assert flags(client) == ["suicide_item_positive"]
    store.add(SafetyStep, episode, action="Safety plan again", status="done", done_on=TODAY, **step, **WHOLE)
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
    store.add(SafetyStep, episode, action="Safety plan", done_on=TODAY, status="done", **STEPS[0], **WHOLE)
    assert flags(client) == ["suicide_item_positive"], "it may have been given later"
    (alert,) = alerts_of("phq-9", {"9": 1})
    store.add(SafetyStep, episode, **step_for(alert, None))
    assert flags(client) == []


DAYS = st.none() | st.integers(-3, 3).map(day)
ALERTS = [alert for instrument in ("phq-9", "asq", "hark") for alert in alerts_of(instrument, EVERY_ANSWER[instrument])]


@st.composite
def written(draw: st.DrawFn) -> dict[str, Any]:
    """A step as a counselor or the program may have written it."""
    step = step_for(draw(st.sampled_from(ALERTS)), draw(DAYS))
    gate = draw(st.sampled_from(["", "G01", "G02", "G06"]))
    own = draw(st.sampled_from([step["finding"], "Thoughts of death", ""]))
    said = {
        "status": draw(st.sampled_from(["", *GATE_STATES])),
        "response": draw(st.sampled_from(["", "Plan written"])),
    }
    return {**step, **said, "gate": gate, "finding": own, "done_on": draw(DAYS), "done_by": "Dana Whitfield"}


@given(st.sampled_from(ALERTS), DAYS, st.lists(written(), max_size=4), written())
def test_what_answers_an_alert(
    alert: Alert, given_on: datetime.date | None, steps: list[dict[str, Any]], step: dict[str, Any]
) -> None:
    def answers(day: datetime.date | None, *these: dict[str, Any]) -> bool:
        return is_answered(alert, day, these)

    assert answers(given_on, *steps) == any(answers(given_on, each) for each in steps)
    begun = {"gate": "", "status": "open", "response": "", "done_by": "", "done_on": None}
    assert answers(given_on, step_for(alert, given_on) | begun)
    if step["done_on"] is not None and given_on is not None:
        assert not answers(given_on, step | {"done_on": given_on - DAY}), "done before"
        if answers(given_on, step):
            assert answers(given_on - DAY, step), "it answers what came before, too"
            assert answers(given_on, step | {"done_on": step["done_on"] + DAY})
    elif answers(given_on, step):
        assert not answers((given_on or TODAY) + 9 * DAY, step | {"done_on": None}), "of a day that it does not name"
