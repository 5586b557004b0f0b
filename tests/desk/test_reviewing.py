"""Reviews and the next version: a review that is held is due nowhere any more, and what follows is one truth."""

import datetime

import pytest

from recovery_desktop.desk.next_version import begin_next
from recovery_desktop.desk.reviewing import begin_review, begin_revision, due_day, hold, set_next
from recovery_desktop.plans.due import due
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.aftercare import FollowUp
from recovery_desktop.records.client import Episode
from recovery_desktop.records.goals import Goal
from recovery_desktop.records.history import History
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.reviews import GoalReview, PlanReview
from recovery_desktop.records.store import Store
from tests.people import TODAY, admitted, day

REVIEW = day(3)


@pytest.fixture
def episode(store: Store) -> Episode:
    _client, made = admitted(store)
    store.add(
        PlanVersion, made, number=1, status="signed", dated_on=day(-30), next_review_on=REVIEW, cultural_fit="Late"
    )
    store.add(Goal, made, own_words="Sleep")
    store.add(Goal, made, own_words="Run", status="dropped")
    return made


def reviews_due(episode: Episode) -> list[datetime.date | None]:
    found = due(take(episode.client_id), TODAY)
    return [one.on for one in found if one.rank == 0]


def test_a_review_knows_its_day_its_version_and_the_goals_that_go_on(store: Store, episode: Episode) -> None:
    review = begin_review(store, episode, "due", "Dana")
    assert (review.due_on, review.version_number, review.held_by) == (REVIEW, 1, "Dana")
    assert [row.goal.own_words for row in GoalReview.select()] == ["Sleep"]


def test_a_review_that_is_held_answers_the_day_that_the_plan_names(store: Store, episode: Episode) -> None:
    review = begin_review(store, episode, "due", "")
    assert reviews_due(episode) == [REVIEW]
    hold(store, review, TODAY)
    assert reviews_due(episode) == []
    hold(store, review, day(1))
    assert [row.held_on for row in FollowUp.select()] == [day(1)]
    hold(store, review, None)
    assert reviews_due(episode) == [REVIEW]


def test_a_review_that_was_set_as_a_follow_up_is_answered_there(store: Store, episode: Episode) -> None:
    follow_up = store.add(FollowUp, episode, kind="plan_review", due_on=day(1))
    hold(store, begin_review(store, episode, "due", ""), TODAY)
    assert FollowUp.get_by_id(follow_up.id).held_on == TODAY
    assert FollowUp.select().count() == 1


def test_the_next_review_is_due_once_and_moves_with_what_the_review_says(store: Store, episode: Episode) -> None:
    review = begin_review(store, episode, "due", "")
    hold(store, review, TODAY)
    set_next(store, review, day(30))
    assert reviews_due(episode) == [day(30)]
    set_next(store, review, day(40))
    assert reviews_due(episode) == [day(40)]
    assert due_day(episode) == day(40)


def test_the_next_version_goes_on_from_the_last_and_keeps_the_review_due(store: Store, episode: Episode) -> None:
    draft = begin_next(store.add, episode, "step_down", TODAY)
    assert (draft.number, draft.status, draft.reason, draft.cultural_fit) == (2, "draft", "step_down", "Late")
    assert reviews_due(episode) == [REVIEW]
    assert begin_next(store.add, episode, "due", TODAY) == draft


def test_after_a_review_the_next_version_asks_for_a_new_day(store: Store, episode: Episode) -> None:
    review = begin_review(store, episode, "due", "")
    hold(store, review, REVIEW)
    assert begin_next(store.add, episode, "due", TODAY).next_review_on is None
    set_next(store, review, day(33))
    assert PlanVersion.get(PlanVersion.number == 2).next_review_on == day(33)
    assert reviews_due(episode) == [day(33)]


def test_a_revision_is_one_step_that_can_be_taken_back(store: Store, episode: Episode) -> None:
    history = History(store)
    history.at_once("revise", lambda: begin_revision(history, episode, "setback", "Dana", TODAY))
    review = PlanReview.get()
    assert (review.cause, review.held_on, review.due_on) == ("setback", TODAY, None)
    assert PlanVersion.get(PlanVersion.number == 2).reason == "setback"
    assert reviews_due(episode) == [REVIEW]  # what happened in between does not stand for it
    history.undo()
    counts = [model.select().count() for model in (PlanReview, GoalReview, FollowUp, PlanVersion)]
    assert counts == [0, 0, 0, 1]


def test_a_revision_goes_on_with_the_draft_that_is_there(store: Store, episode: Episode) -> None:
    begin_next(store.add, episode, "due", TODAY)
    begin_revision(store, episode, "life_event", "", TODAY)
    assert [each.reason for each in PlanVersion.select()] == ["", "life_event"]
