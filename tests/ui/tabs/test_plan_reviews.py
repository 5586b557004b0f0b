"""Reviews on the Plan tab: held with a few keys, answered everywhere, and the next version starts from there."""

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.parts.editors.segments import SegmentsEditor
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.plans.due import due
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.aftercare import FollowUp
from recovery_desktop.records.client import Client
from recovery_desktop.records.goals import Goal, Progress
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.reviews import GoalReview, PlanReview
from recovery_desktop.records.store import Store
from tests.people import sample
from tests.ui.windows import click, field, open_page, opened_window, press, settle, type_into

TODAY = datetime.date(2026, 11, 9)  # the day of the next review of the sample client


@pytest.fixture
def window(qtbot: QtBot, store: Store) -> Iterator[MainWindow]:
    clock.use(TODAY)
    client = sample(store, "priya-shah")
    store.save(PlanVersion.get(PlanVersion.number == 2), status="replaced")
    made = opened_window(qtbot, store, client=client, page="plan")
    yield made
    clock.use(None)


def begun(window: MainWindow) -> PlanReview:
    click(window, "reviews.hold")
    settle()
    return PlanReview.get()


def decision_of(window: MainWindow) -> SegmentsEditor:
    """The answers about the first goal."""
    found = window.findChild(SegmentsEditor, "goal_review0.decision.input")
    assert isinstance(found, SegmentsEditor)
    return found


def is_seen(window: MainWindow, name: str) -> bool:
    return any(each.isVisible() for each in window.findChildren(QAbstractButton, name))


def test_the_review_that_is_due_is_begun_with_its_goals(window: MainWindow) -> None:
    assert field(window, "reviews.due").text() == "Next review: 9 November 2026, today."
    review = begun(window)
    assert (review.cause, review.due_on, review.version_number) == ("due", TODAY, 2)
    assert GoalReview.select().count() == Goal.select().count()
    click(window, "reviews.hold")  # the one that is under way, not another
    assert PlanReview.select().count() == 1


def test_holding_it_answers_what_was_due(window: MainWindow) -> None:
    begun(window)
    type_into(window, "plan_review.held_on", "today")
    press(window, "Tab")
    settle()
    held = [row.due_on for row in FollowUp.select() if row.kind == "plan_review" and row.held_on == TODAY]
    assert held == [TODAY]
    assert not [one for one in due(take(Client.get().id), TODAY) if one.rank == 0 and one.on == TODAY]
    field(window, "plan.preview").setFocus()
    press(window, "Ctrl+Z")
    settle()
    assert PlanReview.get().held_on is None
    assert not FollowUp.get(FollowUp.due_on == TODAY, FollowUp.kind == "plan_review").held_on


def test_a_goal_that_is_met_is_met_on_the_goals_page_and_one_key_takes_it_back(window: MainWindow) -> None:
    begun(window)
    before = Progress.select().count()
    type_into(window, "goal_review0.note", "Eight of eight nights")
    press(window, "Tab")
    met = next(option for option in decision_of(window).options if option.code == "met")
    QTest.mouseClick(met, Qt.MouseButton.LeftButton)
    assert window.keeper is not None and window.keeper.flush()
    settle()
    goal = Goal.select().order_by(Goal.position).first()
    assert (goal.status, goal.status_reason, goal.status_on) == ("met", "Eight of eight nights", TODAY)
    assert Progress.select().count() == before + 1
    press(window, "Ctrl+Z")
    settle()
    assert Goal.get_by_id(goal.id).status == "active"
    assert GoalReview.get().decision == ""


def test_the_next_version_starts_here(window: MainWindow) -> None:
    assert field(window, "reviews.next_version").isVisible()
    click(window, "reviews.next_version")
    settle()
    draft = PlanVersion.get(PlanVersion.number == 3)
    assert (draft.status, draft.reason, draft.dated_on) == ("draft", "due", TODAY)
    assert field(window, "plan_version.reason.input").isVisible()  # opened, to be said why
    assert "Version 3" in field(window, "plan_version.row0").accessibleName()
    with pytest.raises(AssertionError):
        field(window, "reviews.next_version")


@pytest.mark.parametrize("cause", ["setback", "step_up", "step_down", "new_diagnosis", "life_event"])
def test_a_short_revision_leads_through_its_steps(window: MainWindow, cause: str) -> None:
    click(window, f"reviews.revise.{cause}")
    settle()
    review = PlanReview.get()
    assert (review.cause, review.held_on) == (cause, TODAY)
    assert PlanVersion.get(PlanVersion.number == 3).reason == cause
    assert field(window, "review.care.services").isVisible()
    assert is_seen(window, "review.safety.crisis") == (cause == "setback")
    click(window, "plan_version.row0")
    type_into(window, "plan_review.progress", "Two evenings at the bar")
    type_into(window, "plan_review.next_review_on", "2026-11-23")
    press(window, "Tab")
    settle()
    assert PlanReview.get().progress == "Two evenings at the bar"
    assert PlanVersion.get(PlanVersion.number == 3).next_review_on == datetime.date(2026, 11, 23)
    assert "2026" in field(window, "plan_version.next_review_on").text()


def test_safety_first_leads_to_the_crisis_plan(window: MainWindow) -> None:
    click(window, "reviews.revise.setback")
    settle()
    click(window, "review.safety.crisis")
    settle()
    assert window.workplace is not None and window.workplace.place()[1].page == "aftercare"


def test_a_review_that_was_left_half_done_is_found_again(window: MainWindow) -> None:
    begun(window)
    type_into(window, "plan_review.client_view", "It is mine now")
    open_page(window, "goals")
    open_page(window, "plan")
    assert PlanReview.get().client_view == "It is mine now"
    assert field(window, "plan_review.client_view").toPlainText() == "It is mine now"
