"""The thread of a whole plan: both directions, loose ends, the order in which it is shown."""

import datetime
from itertools import pairwise

import pytest

from recovery_desktop.plans.golden_thread import GoldenThread, Knot, golden_thread, key_of, no_need_of
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Episode
from recovery_desktop.records.family import Referral
from recovery_desktop.records.goals import (
    Finding,
    Goal,
    GoalNeed,
    Intervention,
    InterventionObjective,
    Need,
    NeedFinding,
    NeedReferral,
    NeedService,
    Objective,
    Progress,
)
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import Service
from tests.people import admitted, sample

TODAY = datetime.date(2026, 10, 12)


@pytest.fixture
def episode(store: Store) -> Episode:
    return admitted(store)[1]


def thread(episode: Episode) -> GoldenThread:
    return golden_thread(entry(episode), TODAY)


def entry(episode: Episode) -> Entry:
    return next(each for each in take(episode.client_id).rows("episodes") if each.number == episode.id)


def lacks(episode: Episode) -> dict[str, str]:
    return {knot.words: knot.lacks for knot in thread(episode).loose}


def whole(store: Store, episode: Episode) -> dict[str, Record]:
    """One thread from a finding to what is done, with nothing missing."""
    assessment = store.add(Assessment, episode)
    finding = store.add(Finding, assessment, domain="money", statement="Debt")
    need = store.add(Need, episode, statement="Money", status="open")
    goal = store.add(Goal, episode, own_words="Out of the hole")
    objective = store.add(Objective, goal, statement="Pay 200 a month")
    service = store.add(Service, episode, name="Credit counseling", decision="accepted")
    action = store.add(Intervention, goal, what="Meet the adviser", service=service)
    store.link(NeedFinding, need, finding)
    store.link(GoalNeed, goal, need)
    store.link(InterventionObjective, action, objective)
    return {
        "finding": finding,
        "need": need,
        "goal": goal,
        "objective": objective,
        "service": service,
        "action": action,
    }


def test_a_thread_with_nothing_missing_has_no_loose_end_and_runs_through_all_stages(
    store: Store, episode: Episode
) -> None:
    rows = whole(store, episode)
    found = thread(episode)
    assert found.loose == ()
    assert [knot.stage for knot in found.knots] == ["finding", "need", "goal", "objective", "action"]
    names = ("finding", "need", "goal", "objective", "service")
    keys = [(rows[name]._meta.table_name, rows[name].id) for name in names]
    assert list(found.ties) == list(pairwise(keys))
    assert found.sentence() == "1 of 1 need answered, 1 goal, 0 loose ends."


@pytest.mark.parametrize(
    ("gone", "loose"),
    [
        ("goal", {"Money": "no answer yet", "Credit counseling": "serves no need"}),
        ("need", {"Debt": "leads to no need", "“Out of the hole”": "answers no need"}),
        ("finding", {"Money": "comes from no finding"}),
        ("objective", {"“Out of the hole”": "has no objective"}),
        ("action", {"“Out of the hole”": "nothing is done for it", "Credit counseling": "serves no need"}),
    ],
)
def test_whatever_is_taken_out_leaves_its_loose_ends(
    store: Store, episode: Episode, gone: str, loose: dict[str, str]
) -> None:
    store.remove(whole(store, episode)[gone])
    assert lacks(episode) == loose


def test_a_finding_that_leads_to_no_need_may_be_left_so_until_it_says_something_else(
    store: Store, episode: Episode
) -> None:
    finding = store.add(Finding, store.add(Assessment, episode), domain="legal", statement="No legal matters")
    assert lacks(episode) == {"No legal matters": "leads to no need"}
    row = entry(episode).rows("assessments")[0].rows("findings")[0]
    store.add(SetAside, episode, what=no_need_of(row), set_aside_on=TODAY)
    assert lacks(episode) == {}
    assert [knot.standing for knot in thread(episode).knots] == ["no need comes of it"]
    store.save(finding, statement="A court date in May")
    assert lacks(episode) == {"A court date in May": "leads to no need"}


def test_what_is_over_asks_for_nothing(store: Store, episode: Episode) -> None:
    store.add(Goal, episode, own_words="Dance", status="paused")
    store.add(Need, episode, statement="Nicotine", status="deferred", status_reason="week 6")
    store.add(Service, episode, name="Twelve-step", decision="declined")
    assert lacks(episode) == {}
    assert [knot.is_over for knot in thread(episode).knots] == [True, True]


def test_services_and_referrals_answer_a_need_without_a_goal(store: Store, episode: Episode) -> None:
    finding = store.add(Finding, store.add(Assessment, episode), domain="physical", statement="Palpitations")
    need = store.add(Need, episode, statement="Heart check")
    store.link(NeedFinding, need, finding)
    assert lacks(episode) == {"Heart check": "no answer yet"}
    referral = store.add(Referral, episode, recipient="Lena Abara, MD")
    assert lacks(episode)["Lena Abara, MD"] == "serves no need"
    store.link(NeedReferral, need, referral)
    assert lacks(episode) == {}
    service = store.add(Service, episode, name="Physician visit", decision="accepted")
    store.link(NeedService, need, service)
    assert {far for near, far in thread(episode).ties if near == ("need", need.id)} == {
        ("referral", referral.id),
        ("service", service.id),
    }


def test_a_goal_says_how_it_goes(store: Store, episode: Episode) -> None:
    goal = store.add(Goal, episode, own_words="Dance")
    standing = lambda: thread(episode).knots[0].standing  # noqa: E731
    assert standing() == "no progress yet"
    store.add(Progress, goal, noted_on=TODAY, note="First class")
    assert standing() == "1 entry"
    store.add(Progress, goal, noted_on=TODAY, client_rating=7)
    store.add(Progress, goal, noted_on=TODAY - datetime.timedelta(7), client_rating=3)
    assert standing() == "7 of 10, 12 Oct"
    store.add(Progress, goal, client_rating=9)  # without a day yet
    assert standing() == "7 of 10, 12 Oct"
    store.add(Progress, goal, noted_on=TODAY, client_rating=8)
    assert standing() == "8 of 10, 12 Oct"


def test_all_stands_beside_what_it_belongs_to(store: Store, episode: Episode) -> None:
    """Goals in the client's order; needs, objectives and services follow them; loose ends last."""
    assessment = store.add(Assessment, episode)
    goals = [store.add(Goal, episode, own_words=words) for words in ("First", "Second")]
    store.add(Need, episode, statement="of none")
    for goal in reversed(goals):
        finding = store.add(Finding, assessment, domain="social", statement=f"found for {goal.own_words}")
        need = store.add(Need, episode, statement=f"needed for {goal.own_words}")
        store.link(NeedFinding, need, finding)
        store.link(GoalNeed, goal, need)
        store.add(Objective, goal, statement=f"toward {goal.own_words}")

    def words(stage: str) -> list[str]:
        return [knot.words for knot in thread(episode).knots if knot.stage == stage]

    assert words("finding") == ["found for First", "found for Second"]
    assert words("need") == ["needed for First", "needed for Second", "of none"]
    assert words("objective") == ["toward First", "toward Second"]


@pytest.mark.parametrize("name", ["ernesto-quizhpe", "josephine-tate", "priya-shah"])
def test_the_plans_of_the_sample_clients_have_no_loose_end_and_every_goal_a_thread_in_both_directions(
    store: Store, name: str
) -> None:
    """Every need has an answer, every action comes from somewhere."""
    client = sample(store, name)
    found = golden_thread(take(client.id).rows("episodes")[-1], TODAY)
    assert [(knot.words, knot.lacks) for knot in found.loose] == []
    for goal in (knot for knot in found.knots if knot.stage == "goal"):
        assert {"finding", "need"} <= stages(found, goal, 0)
        assert {"objective", "action"} <= stages(found, goal, 1)


def stages(found: GoldenThread, start: Knot, side: int) -> set[str]:
    """The stages of all knots that can be reached from one by going on to one side."""
    reached, waiting = set(), [start.key]
    while waiting:
        key = waiting.pop()
        waiting += [tie[side] for tie in found.ties if tie[1 - side] == key and tie[side] not in reached]
        reached |= set(waiting)
    return {knot.stage for knot in found.knots if key_of(knot.entry) in reached}


def test_the_sentence_counts_answers_by_the_rule_of_needs(store: Store, episode: Episode) -> None:
    store.remove(whole(store, episode)["finding"])
    assert thread(episode).sentence() == "1 of 1 need answered, 1 goal, 1 loose end."
    store.add(Need, episode, statement="Sleep", status="declined")
    assert thread(episode).sentence() == "1 of 2 needs answered, 1 goal, 2 loose ends."
    assert lacks(episode)["Sleep"] == "no answer yet"
