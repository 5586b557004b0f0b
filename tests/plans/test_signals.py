"""Signals: what protects and fell, ideas for each kind, and "Not now" until its day or until the fact is another."""

from typing import Any

import pytest

from recovery_desktop.instruments import instrument
from recovery_desktop.instruments.scoring import TOTAL
from recovery_desktop.plans.falling import PROTECTIVE
from recovery_desktop.plans.re_engagement import ideas
from recovery_desktop.plans.signal import Signal
from recovery_desktop.plans.signals import left_for_now, signals
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.assessment import Administration, Assessment, RecordedScore
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.diagnoses import TestResult
from recovery_desktop.records.goals import Goal, Progress
from recovery_desktop.records.person import Readiness
from recovery_desktop.records.sessions import Contact
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop.records.store import Store
from tests.people import TODAY, admitted, day

Care = tuple[Client, Episode]


@pytest.fixture
def care(store: Store) -> Care:
    return admitted(store)


def found(client: Client, after: int = 0) -> list[Signal]:
    return list(signals(take(client.id), day(after)))


def leave(store: Store, episode: Episode, one: Signal, until: int | None = 14) -> None:
    for key in one.keys:
        store.add(SetAside, episode, what=key, set_aside_on=TODAY, until=None if until is None else day(until))


def administered(store: Store, episode: Episode, name: str, on: int, value: float, scale: str = "") -> None:
    given = store.add(Administration, episode, instrument=name, name=name.upper(), given_on=day(on))
    store.add(RecordedScore, given, scale=scale, value=value)


# -- what protects


def test_the_named_scales_are_those_of_the_questionnaires_and_more_of_them_is_better() -> None:
    for name, scale in PROTECTIVE.items():
        form = instrument(name)
        meant = form.scale(TOTAL) if not scale else next(each for each in form.scales if each.name == scale)
        assert meant is not None
        assert meant.higher_is_better


@pytest.mark.parametrize(("name", "scale"), PROTECTIVE.items())
def test_a_protective_score_that_fell(store: Store, care: Care, name: str, scale: str) -> None:
    client, episode = care
    administered(store, episode, name, -40, 20, scale)
    assert found(client) == []
    administered(store, episode, name, -2, 17, scale)
    administered(store, episode, name, -20, 17, scale)  # entered later, of a day in between
    assert found(client) == []
    administered(store, episode, name, -1, 12.5, scale)
    (one,) = found(client)
    called = " ".join(filter(None, (name.upper(), scale)))
    assert (one.words, one.about) == (f"{called} fell from 17 to 12.5.", "protective")


def test_other_scores_may_fall(store: Store, care: Care) -> None:
    client, episode = care
    for on, value in ((-40, 14), (-2, 9)):
        administered(store, episode, "gad-7", on, value)
        administered(store, episode, "bam", on, value, "Risk")
    assert found(client) == []


# -- tests


def test_of_several_results_of_a_day_the_most_pressing_is_told(store: Store, care: Care) -> None:
    client, episode = care
    for result in ("positive", "negative", "declined"):
        store.add(TestResult, episode, taken_on=day(-1), result=result)
    store.add(TestResult, episode, taken_on=day(3), result="missed")  # nobody knows yet
    assert [one.words for one in found(client)] == ["The last test was positive."]
    store.add(TestResult, episode, taken_on=day(0), result="negative")
    assert found(client) == []


# -- not now


def facts(store: Store, episode: Episode) -> dict[str, Any]:
    """For each kind of signal, what makes it so, and what makes it worse."""
    goal = store.add(Goal, episode, own_words="Dance again", status_on=day(-60))

    def contact(on: int, **values: Any) -> Any:
        return lambda: store.add(Contact, episode, held_on=day(on), **values)

    def test(on: int, result: str) -> Any:
        return lambda: store.add(TestResult, episode, taken_on=day(on), result=result)

    def rated(on: int, rating: int) -> Any:
        return lambda: store.add(Progress, goal, noted_on=day(on), client_rating=rating)

    def sure(points: int) -> Any:
        return lambda: store.add(Readiness, store.add(Assessment, episode), confidence=points)

    def bam(on: int, value: int) -> Any:
        return lambda: administered(store, episode, "bam", on, value, "Protective")

    return {
        "visits": (
            [contact(-9, attendance="missed"), contact(-3, attendance="missed")],
            contact(1, attendance="missed"),
        ),
        "test_missed": ([test(-2, "missed")], test(1, "missed")),
        "test_positive": ([test(-2, "positive")], test(1, "positive")),
        "test_declined": ([test(-2, "declined")], test(1, "declined")),
        "alliance": ([contact(-9, way_fits=9), contact(-2, way_fits=6)], contact(1, way_fits=3)),
        "confidence": ([sure(7), sure(5)], sure(4)),
        "protective": ([bam(-30, 18), bam(-2, 14)], bam(1, 11)),
        "goal_fell": ([rated(-9, 7), rated(-1, 4)], rated(1, 1)),
    }


KINDS = ("visits", "test_missed", "test_positive", "test_declined", "alliance", "confidence", "protective", "goal_fell")


@pytest.mark.parametrize("about", KINDS)
def test_it_comes_back_on_its_day_or_when_it_got_worse(store: Store, care: Care, about: str) -> None:
    client, episode = care
    so, worse = facts(store, episode)[about]
    for make in so:
        make()
    one = next(each for each in found(client) if each.about == about)
    leave(store, episode, one)
    assert about not in [each.about for each in found(client)]
    assert [left.words for left, _row in left_for_now(take(client.id), TODAY)] == [one.words]
    assert about in [each.about for each in found(client, after=14)]
    worse()
    assert about in [each.about for each in found(client, after=1)]


def test_what_was_left_for_good_stays_away(store: Store, care: Care) -> None:
    client, episode = care
    store.add(Contact, episode, held_on=day(-20), attendance="attended")
    (one,) = found(client)
    leave(store, episode, one, until=None)
    assert found(client, after=300) == []


def test_goals_are_left_together_and_a_new_one_is_told(store: Store, care: Care) -> None:
    client, episode = care
    for words in ("One", "Two", "Three"):
        store.add(Goal, episode, own_words=words, status_on=day(-30))
    (one,) = found(client)
    assert one.words.startswith("3 goals")
    leave(store, episode, one)
    assert found(client) == []
    store.add(Goal, episode, own_words="Four", status_on=day(-30))
    assert [each.words for each in found(client)] == ["“Four” has had no entry for 4 weeks."]
    assert len(found(client, after=14)) == 1


# -- ideas


@pytest.mark.parametrize("about", [*KINDS, "meeting", "goal_quiet"])
def test_each_kind_has_ideas_in_plain_words(about: str) -> None:
    told = ideas(about)
    assert 2 <= len(told) <= 4
    for words in told:
        assert words.endswith((".", "?"))
        assert len(words.split()) <= 24
        assert not {"addict", "abuser", "clean", "dirty", "noncompliant", "refuse"} & set(words.lower().split())
