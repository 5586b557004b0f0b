"""The caseload says of each client what is most urgent, and who is due comes first."""

import datetime
from typing import Any

import pytest

from recovery_desktop.records.aftercare import FollowUp
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.caseload import CaseloadReader, Line
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep

TODAY = datetime.date(2026, 10, 12)


def day(offset: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=offset)


def add(store: Store, number: int, **episode: Any) -> tuple[Client, Episode]:
    client = store.add(Client, record_number=f"RD-{number:06d}", legal_given="Dee", legal_family=f"Example{number}")
    return client, store.add(Episode, client, **episode)


def lines(which: str = "open", words: str = "") -> list[Line]:
    reader = CaseloadReader()
    reader.renew(TODAY)
    return list(reader.read(which, words).lines)


def state_of(words: str = "") -> tuple[str, str]:
    (line,) = lines("all", words)
    return line.mark, line.state


def test_a_client_without_anything_is_not_assessed_yet(store: Store) -> None:
    store.add(Client, record_number="RD-000001", legal_family="Shah")
    assert state_of() == ("empty", "not assessed yet")


@pytest.mark.parametrize(("completed", "said"), [(None, "in assessment"), (TODAY, "assessed, no plan yet")])
def test_an_assessment_without_a_plan(store: Store, completed: datetime.date | None, said: str) -> None:
    _client, episode = add(store, 1)
    store.add(Assessment, episode, completed_on=completed)
    assert state_of() == ("started", said)


@pytest.mark.parametrize(
    ("offset", "expected"),
    [
        (-5, ("care", "review 5 days late")),
        (-1, ("care", "review 1 day late")),
        (0, ("done", "review today")),
        (3, ("done", "review in 3 days")),
        (40, ("done", "review 21 Nov 2026")),
    ],
)
def test_the_next_review_of_the_current_plan(store: Store, offset: int, expected: tuple[str, str]) -> None:
    _client, episode = add(store, 1)
    store.add(PlanVersion, episode, number=1, status="replaced", next_review_on=day(-100))
    store.add(PlanVersion, episode, number=2, next_review_on=day(offset))
    assert state_of() == expected


def test_a_review_that_was_held_is_not_due(store: Store) -> None:
    _client, episode = add(store, 1)
    store.add(FollowUp, episode, kind="plan_review", due_on=day(-9), held_on=day(-8))
    store.add(FollowUp, episode, kind="plan_review", due_on=day(-2))
    store.add(FollowUp, episode, kind="call", due_on=day(-30))
    assert state_of() == ("care", "review 2 days late")


@pytest.mark.parametrize(
    ("due", "held", "said"), [(-9, -12, "plan 1"), (-20, -8, "plan 1"), (-20, -15, "review 9 days late")]
)
def test_a_held_review_answers_the_day_that_the_plan_names(store: Store, due: int, held: int, said: str) -> None:
    _client, episode = add(store, 1)
    store.add(PlanVersion, episode, number=1, next_review_on=day(-9))
    store.add(FollowUp, episode, kind="plan_review", due_on=day(due), held_on=day(held))
    assert state_of()[1] == said


def test_an_open_safety_step_goes_before_a_coming_review(store: Store) -> None:
    _client, episode = add(store, 1)
    store.add(PlanVersion, episode, number=1, next_review_on=day(2))
    store.add(SafetyStep, episode, action="Naloxone")
    assert state_of() == ("alarm", "safety step open")


def test_an_open_safety_step_goes_before_a_late_review(store: Store) -> None:
    _client, episode = add(store, 1)
    store.add(PlanVersion, episode, number=1, next_review_on=day(-2))
    store.add(SafetyStep, episode, action="Naloxone")
    (line,) = lines("due")
    assert (line.mark, line.state) == ("alarm", "safety step open")


def test_a_draft_is_named(store: Store) -> None:
    _client, episode = add(store, 1)
    store.add(PlanVersion, episode, number=2, status="draft")
    assert state_of() == ("started", "draft 2")


def test_a_running_episode_goes_before_one_that_ended_later_in_the_list(store: Store) -> None:
    client, _episode = add(store, 1)
    store.add(Episode, client, discharged_on=day(-3))
    assert state_of() == ("empty", "not assessed yet")


def test_filters_and_their_counts(store: Store) -> None:
    late = add(store, 1)[1]
    store.add(PlanVersion, late, number=1, next_review_on=day(-1))
    add(store, 2)
    add(store, 3, discharged_on=day(-10))
    reader = CaseloadReader()
    reader.renew(TODAY)
    read = reader.read("closed")
    assert read.counts == {"open": 2, "due": 1, "closed": 1, "all": 3}
    assert [line.state for line in read.lines] == ["ended 2 Oct 2026"]
    assert [line.record_number for line in reader.read("due").lines] == ["RD-000001"]


def test_the_most_urgent_stands_first(store: Store) -> None:
    for number, offset in ((1, 40), (2, -1), (3, -6), (4, 3)):
        store.add(PlanVersion, add(store, number)[1], number=1, next_review_on=day(offset))
    assert [line.record_number[-1] for line in lines()] == ["3", "2", "4", "1"]


def test_typing_finds_clients_of_every_filter(store: Store) -> None:
    add(store, 1)
    add(store, 2, discharged_on=day(-10))
    assert [line.record_number for line in lines("open", "000002")] == ["RD-000002"]
    assert [line.record_number for line in lines("open", "exampel2")] == ["RD-000002", "RD-000001"]


def test_a_change_of_one_client_is_read_alone(store: Store) -> None:
    client, episode = add(store, 1)
    reader = CaseloadReader()
    reader.renew(TODAY)
    store.add(PlanVersion, episode, number=1, next_review_on=day(-1))
    store.save(client, legal_family="Shah")
    reader.renew_client(client.id, TODAY)
    (line,) = reader.read("open", "shha").lines
    assert (line.name, line.state) == ("Dee Shah", "review 1 day late")
    store.remove(client)
    reader.renew_client(client.id, TODAY)
    assert reader.read("all").total == 0


def with_answers(**names: tuple[str, ...]) -> CaseloadReader:
    """A reader that is told of safety answers, by the last name of the client."""

    def answers(_today: datetime.date, only: int | None) -> dict[int, tuple[str, ...]]:
        numbers = {client.id: names[client.legal_family] for client in Client.select() if client.legal_family in names}
        return {number: found for number, found in numbers.items() if only in (None, number)}

    reader = CaseloadReader(answers)
    reader.renew(TODAY)
    return reader


def test_a_safety_answer_goes_before_all_else(store: Store) -> None:
    for number in (1, 2, 3):
        store.add(PlanVersion, add(store, number)[1], number=1, next_review_on=day(-number))
    add(store, 4)
    read = with_answers(Example1=("PHQ-9",), Example4=("ASQ", "PHQ-9")).read("due")
    assert [(line.record_number[-1], line.mark, line.state) for line in read.lines] == [
        ("1", "alarm", "safety answer: PHQ-9"),
        ("4", "alarm", "safety answer: ASQ, PHQ-9"),
        ("3", "care", "review 3 days late"),
        ("2", "care", "review 2 days late"),
    ]


def test_a_safety_answer_of_one_client_comes_and_goes(store: Store) -> None:
    client, _episode = add(store, 1)
    said: dict[int, tuple[str, ...]] = {}
    reader = CaseloadReader(lambda _today, _client: said)
    reader.renew(TODAY)
    for said[client.id], state in ((("PHQ-9",), "safety answer: PHQ-9"), ((), "not assessed yet")):
        reader.renew_client(client.id, TODAY)
        assert [line.state for line in reader.read("open").lines] == [state]


def test_care_that_ends_on_a_day_to_come_has_not_ended(store: Store) -> None:
    add(store, 1, discharged_on=day(1))
    add(store, 2, discharged_on=day(0))
    assert [line.record_number[-1] for line in lines("open")] == ["1"]
    assert [line.record_number[-1] for line in lines("closed")] == ["2"]
