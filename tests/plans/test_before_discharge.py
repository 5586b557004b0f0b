"""What stands before a discharge is told part by part, leads to where it is changed, and decides nothing."""

import datetime
from typing import Any

import pytest

from recovery_desktop.plans.before_discharge import Part, before_discharge, said_of_discharge
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.aftercare import ENTRY_KINDS, AftercareStep, DischargeCriterion, PreventionEntry
from recovery_desktop.records.assessment import Administration, RecordedScore
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.family import Referral
from recovery_desktop.records.goals import Goal, Need, NeedReferral
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep
from tests.people import admitted, sample

DAY = datetime.date(2026, 10, 12)


@pytest.fixture
def episode(store: Store) -> Episode:
    _client, episode = admitted(store)
    return store.save(episode, admitted_on=DAY)


def _parts(today: datetime.date = DAY) -> dict[str, Part]:
    client = take(Client.get().id)
    return {part.key: part for part in before_discharge(client, client.rows("episodes")[0], today)}


def _said(key: str, today: datetime.date = DAY) -> tuple[str, str | None]:
    part = _parts(today)[key]
    return " ".join(part.says), part.mark


def test_of_an_empty_record_each_part_says_what_is_missing_and_where(episode: Episode) -> None:
    parts = _parts()
    assert {key: part.mark for key, part in parts.items()} == {
        "criteria": "empty",
        "goals": "empty",
        "needs": "empty",
        "scores": "empty",
        "safety": "done",
        "hard_times": "empty",
        "next_steps": "empty",
    }
    assert [(part.page, part.section) for part in parts.values()] == [
        ("aftercare", "criteria"),
        ("goals", ""),
        ("goals", ""),
        ("assessment", ""),
        ("therapies", "safety"),
        ("aftercare", "trigger"),
        ("aftercare", "steps"),
    ]


def test_criteria_met_of_all_and_whether_they_were_talked_through(store: Store, episode: Episode) -> None:
    first = store.add(DischargeCriterion, episode, statement="Tests negative", met="yes", discussed_on=DAY)
    second = store.add(DischargeCriterion, episode, statement="Sleeps", met="no")
    assert _said("criteria") == ("1 of 2 criteria are met. 1 was not talked through yet.", "started")
    assert (_parts()["criteria"].model, _parts()["criteria"].number) == (DischargeCriterion, second.id)
    store.save(second, met="yes", discussed_on=DAY)
    assert _said("criteria") == ("2 of 2 criteria are met.", "done")
    assert _parts()["criteria"].number == first.id


def test_goals_that_are_worked_on(store: Store, episode: Episode) -> None:
    goal = store.add(Goal, episode, own_words="Dance again", status="active")
    store.add(Goal, episode, own_words="Sleep", status="met")
    assert _said("goals") == ("1 of 2 goals are still worked on: “Dance again”.", "started")
    store.save(goal, status="paused")
    assert _said("goals") == ("No goal is worked on any more.", "done")


def test_needs_without_an_answer_come_before_those_that_are_worked_on(store: Store, episode: Episode) -> None:
    need = store.add(Need, episode, statement="Worry", status="open")
    store.add(Need, episode, statement="Debt", status="deferred", status_reason="after the move")
    assert _said("needs") == ("1 need has no answer: Worry.", "care")
    store.link(NeedReferral, need, store.add(Referral, episode, recipient="Credit counseling"))
    assert _said("needs") == ("1 of 2 needs are answered and not met yet.", "started")
    store.save(need, status="met")
    assert _said("needs") == ("Every need is met, put off or declined.", "done")


def _score(store: Store, episode: Episode, instrument: str, value: float, days: int) -> Administration:
    on = DAY + datetime.timedelta(days)
    given = store.add(Administration, episode, instrument=instrument, name=instrument.upper(), given_on=on)
    store.add(RecordedScore, given, value=value, highest=21, band="moderate" if value > 9 else "mild")
    return given


def test_scores_now_stand_against_the_first(store: Store, episode: Episode) -> None:
    _score(store, episode, "gad-7", 14, 0)
    assert _said("scores")[1] == "empty"
    newest = _score(store, episode, "gad-7", 9, 30)
    assert _said("scores") == ("GAD-7: 14 at first, 9 now; moderate, now mild.", None)
    assert (_parts()["scores"].model, _parts()["scores"].number) == (Administration, newest.id)


def test_questionnaires_on_violence_are_not_told(store: Store, episode: Episode) -> None:
    _score(store, episode, "hark", 3, 0)
    _score(store, episode, "hark", 1, 30)
    assert "HARK" not in str(_parts())


@pytest.mark.parametrize(("gate", "words"), [("G06", "Call 911"), ("G11", "Plan a safe way out")])
def test_an_open_safety_step_is_counted_and_not_told(store: Store, episode: Episode, gate: str, words: str) -> None:
    step = store.add(SafetyStep, episode, gate=gate, action=words, status="open")
    assert _said("safety") == ("1 safety step is open.", "alarm")
    assert words not in str(_parts())
    store.save(step, status="done")
    assert _said("safety") == ("No safety step is open.", "done")


def test_headings_of_hard_times_that_say_nothing(store: Store, episode: Episode) -> None:
    for kind in ENTRY_KINDS:
        if kind not in ("early_sign", "crisis"):
            store.add(PreventionEntry, episode, kind=kind, entry="Something")
    assert _said("hard_times") == ("The relapse-prevention plan says nothing yet on: early signs, crisis.", "started")
    assert _parts()["hard_times"].section == "early_sign"


@pytest.mark.parametrize(
    ("values", "said", "mark", "field"),
    [
        ({"where_or_who": "Dana", "starts_on": DAY}, "Check-ups: Dana, since 12 Oct.", "done", ""),
        (
            {"where_or_who": "Dana", "starts_on": DAY + datetime.timedelta(9)},
            "Check-ups: Dana, from 21 Oct.",
            "done",
            "",
        ),
        ({"where_or_who": "Dana"}, "Check-ups: Dana, no first date yet.", "started", "starts_on"),
        ({"places": ["online"], "starts_on": DAY}, "Check-ups: online, since 12 Oct.", "done", ""),
        ({"starts_on": DAY}, "Check-ups: nobody named yet, since 12 Oct.", "started", "where_or_who"),
    ],
)
def test_next_steps_say_who_and_when(
    store: Store, episode: Episode, values: dict[str, Any], said: str, mark: str, field: str
) -> None:
    store.add(AftercareStep, episode, what="Check-ups", **values)
    assert _said("next_steps") == (said, mark)
    assert _parts()["next_steps"].field == field


def test_a_step_whose_months_have_passed_comes_next_no_more(store: Store, episode: Episode) -> None:
    store.add(AftercareStep, episode, what="Group", until_month=2)
    assert "Group" in _said("next_steps", DAY + datetime.timedelta(60))[0]
    assert _said("next_steps", DAY + datetime.timedelta(62))[1] == "empty"


def test_it_never_says_that_it_is_time(store: Store) -> None:
    sample(store, "priya-shah")
    client = take(Client.get().id)
    assert said_of_discharge(client, client.rows("episodes")[0]).endswith("is for Priya and you to say.")
    store.save(Episode.get(), discharged_on=DAY, discharge_reason="moved")
    client = take(Client.get().id)
    assert said_of_discharge(client, client.rows("episodes")[0]) == "Discharged on 12 Oct 2026: moved away."
