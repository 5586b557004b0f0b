"""Holding a review of the plan: it answers the review that was due, and says when the next one is.

When a review is due is kept in one place, the calendar of follow-ups and the day that a version names (`plans.due`);
here both are made to follow what the review says.
"""

import datetime
from typing import Any, Protocol, TypeVar

from recovery_desktop.desk.next_version import begin_next, draft_of, last_version
from recovery_desktop.plans.due import next_review
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.aftercare import FollowUp
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Episode
from recovery_desktop.records.goals import GOING_ON, Goal
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.reviews import GoalReview, PlanReview
from recovery_desktop.text import _

AnyRecord = TypeVar("AnyRecord", bound=Record)
SCHEDULED = "due"
"""The cause of a review that was due; every other cause comes from what happened."""


class Changing(Protocol):
    """What adds and saves rows: the store, or the history that can take it back."""

    def add(self, model: type[AnyRecord], owner: Record | None = None, **values: Any) -> AnyRecord: ...

    def save(self, row: AnyRecord, **changes: Any) -> Any: ...


def due_day(episode: Episode) -> datetime.date | None:
    """When the plan is to be reviewed next, as it stands everywhere."""
    entry = next(each for each in take(episode.client.id).rows("episodes") if each.number == episode.id)
    found = next_review(entry)
    day: datetime.date | None = found[0][found[1]] if found is not None else None
    return day


def begin_review(changing: Changing, episode: Episode, cause: str, by: str) -> PlanReview:
    """A review of the version that is in force, with a line for each goal that is worked on; one that was due knows its
    day."""
    version = _in_force(episode)
    given: dict[str, Any] = {"version_number": version.number} if version is not None else {}
    if cause == SCHEDULED and (day := due_day(episode)) is not None:
        given["due_on"] = day
    review = changing.add(PlanReview, episode, cause=cause, held_by=by, **given)
    for goal in Goal.select().where(Goal.episode == episode).order_by(Goal.position, Goal.id):
        if goal.status in GOING_ON:
            changing.add(GoalReview, review, goal=goal)
    return review


def begin_revision(changing: Changing, episode: Episode, cause: str, by: str, today: datetime.date) -> PlanReview:
    """A short revision because something happened: a review of today, and the draft that takes up what changes."""
    review = begin_review(changing, episode, cause, by)
    version = begin_next(changing.add, episode, cause, today)
    if version.reason != cause and version.number > 1:
        changing.save(version, reason=cause)
    hold(changing, review, today)
    return review


def hold(changing: Changing, review: PlanReview, held_on: datetime.date | None) -> None:
    """Keeps when a review was held, and with it that the one that was due is answered; without one it is due again."""
    follow_up = _answered_by(review)
    changing.save(review, held_on=held_on)
    if follow_up is not None:
        changing.save(follow_up, held_on=held_on)
    elif held_on is not None:
        values = {"due_on": review.due_on} if review.due_on else {}
        words = _("Plan review: {cause}").format(cause=PlanReview.described()["cause"].shown(review.cause))
        changing.add(FollowUp, review.episode, kind="plan_review", what=words, held_on=held_on, **values)


def _answered_by(review: PlanReview) -> FollowUp | None:
    """The follow-up that stands for a review: of its due day, and held when the review was, or not yet."""
    same_day = (FollowUp.due_on == review.due_on) if review.due_on else FollowUp.due_on.is_null()
    held = (FollowUp.held_on == review.held_on) if review.held_on else FollowUp.held_on.is_null()
    if not review.due_on and not review.held_on:
        return None
    of_episode = (FollowUp.episode == review.episode) & (FollowUp.kind == "plan_review")
    found: FollowUp | None = FollowUp.select().where(of_episode & same_day & held).order_by(FollowUp.id.desc()).first()
    return found


def set_next(changing: Changing, review: PlanReview, day: datetime.date | None) -> None:
    """Keeps when the plan is to be reviewed after this review: in the calendar, and in a draft that is under way."""
    before = review.next_review_on
    changing.save(review, next_review_on=day)
    draft = draft_of(review.episode)
    if draft is not None:
        changing.save(draft, next_review_on=day)
    planned = _planned_for(review, before) if before is not None else None
    if planned is not None:
        changing.save(planned, due_on=day)
    elif day is not None and _planned_for(review, day) is None:
        changing.add(FollowUp, review.episode, kind="plan_review", what=_("Plan review"), due_on=day)


def _planned_for(review: PlanReview, day: datetime.date) -> FollowUp | None:
    of_day = (FollowUp.kind == "plan_review") & (FollowUp.due_on == day) & FollowUp.held_on.is_null()
    found: FollowUp | None = FollowUp.get_or_none((FollowUp.episode == review.episode) & of_day)
    return found


def _in_force(episode: Episode) -> PlanVersion | None:
    """The version that is looked at: the last one that is no draft, or the first draft while there is no other."""
    last = last_version(episode)
    if last is None or last.status != "draft":
        return last
    signed = PlanVersion.select().where((PlanVersion.episode == episode) & (PlanVersion.status != "draft"))
    found: PlanVersion | None = signed.order_by(PlanVersion.number.desc()).first()
    return found or last
