"""The client's own copy of the plan, from a snapshot: wishes in the client's words, what is done when, who helps."""

import datetime

from recovery_desktop.dates import long_date
from recovery_desktop.documents.calendar import Doing
from recovery_desktop.documents.my_plan import MyPlan, Wanted
from recovery_desktop.plans.assessed import standing
from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.joint_sessions import fear_was_told
from recovery_desktop.plans.papers.calendar import what_is_done
from recovery_desktop.plans.papers.client_head import client_head
from recovery_desktop.plans.papers.occasion import Occasion, Part
from recovery_desktop.plans.papers.who_helps import who_helps
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.plan_answers import relapse_prevention
from recovery_desktop.plans.plan_findings import strengths
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.goals import GOING_ON
from recovery_desktop.text import N_

PARTS = (
    Part("wants", N_("What I want"), ("plan",)),
    Part("strengths", N_("What I am good at"), ("plan",)),
    Part("calendar", N_("What we will do, and when"), ("plan",)),
    Part("helpers", N_("Who helps"), ("plan",)),
    Part("hard", N_("If it gets hard"), ("aftercare",)),
    Part("rights", N_("My rights")),
)


def my_plan(client: Entry, practice: Entry, occasion: Occasion) -> MyPlan:
    """The copy of the plan of the last episode. Raises LookupError without an episode of care."""
    episode = running_episode(client)
    if episode is None:
        raise LookupError("no episode of care to plan")
    assessment = standing(episode)
    hard = relapse_prevention(client, episode, practice)
    has = occasion.has
    return MyPlan(
        **client_head(client, practice, occasion, is_draft=not occasion.signed),
        hopes=_hopes(assessment) if has("wants") else "",
        wants=_wants(episode, occasion.on) if has("wants") else (),
        strengths=strengths(assessment) if has("strengths") else (),
        calendar=_calendar(client, episode, occasion.on) if has("calendar") else (),
        helpers=who_helps(client, episode, practice, hard.people) if has("helpers") else (),
        what_helps=hard.what_helps if has("hard") else (),
        if_i_slip=hard.if_i_slip if has("hard") else (),
        emergency=hard.overdose if has("hard") else (),
        crisis=hard.crisis if has("hard") else (),
        rights=has("rights"),
    )


def _calendar(client: Entry, episode: Entry, on: datetime.date) -> tuple[Doing, ...]:
    """A copy lies at home: where fear was told, it does not say where help was looked for."""
    return what_is_done(episode, on, with_referrals=not fear_was_told(client))


def _hopes(assessment: Entry | None) -> str:
    hopes = assessment.one("hopes") if assessment else None
    return joined([hopes["own_words"], hopes["a_year_from_now"]], "\n") if hopes else ""


def _wants(episode: Entry, on: datetime.date) -> tuple[Wanted, ...]:
    return tuple(_wanted(row, on) for row in episode.rows("goals") if row["status"] in GOING_ON)


def _wanted(goal: Entry, on: datetime.date) -> Wanted:
    step = _next_step(goal, on)
    return Wanted(
        own_words=goal["own_words"],
        plain="" if goal["own_words"].strip() else goal["statement"],
        step=step["statement"] if step else "",
        by=long_date(step["due_on"]) if step else "",
    )


def _next_step(goal: Entry, on: datetime.date) -> Entry | None:
    """The objective that comes due first; those that are counted by a questionnaire are not for this paper."""
    steps = [row for row in goal.rows("objectives") if row["status"] in GOING_ON and not row["instrument"]]
    return min(steps, key=lambda row: _due(row, on), default=None)


def _due(objective: Entry, on: datetime.date) -> tuple[bool, datetime.date]:
    """In the order of their dates, those whose date has passed at the end."""
    day = objective["due_on"] or datetime.date.max
    return day < on, day
