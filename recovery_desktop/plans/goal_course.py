"""How each goal goes: the client's ratings over time, and what is to be reached next."""

import datetime
from dataclasses import dataclass

from recovery_desktop.plans.short import goal_title, short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.goals import GOING_ON
from recovery_desktop.text import _
from recovery_desktop.when import when

TOP = 10  # of the client's rating


@dataclass(frozen=True)
class GoalCourse:
    """A goal that is worked on: the client's rating by day, the earliest first, and its next objective with its day."""

    title: str
    is_own: bool
    readings: tuple[tuple[datetime.date, int], ...]
    next: str
    is_late: bool
    entry: Entry


def goal_courses(episode: Entry, today: datetime.date) -> tuple[GoalCourse, ...]:
    """All goals that are worked on, in the client's order."""
    return tuple(_course(goal, today) for goal in episode.rows("goals") if goal["status"] in GOING_ON)


def _course(goal: Entry, today: datetime.date) -> GoalCourse:
    going_on = (row for row in goal.rows("objectives") if row["status"] in GOING_ON and row["due_on"])
    first = min(going_on, key=lambda row: row["due_on"], default=None)
    is_late = first is not None and first["due_on"] < today
    said = _said(first, today) if first is not None else ""
    return GoalCourse(goal_title(goal), bool(goal["own_words"]), ratings(goal), said, is_late, goal)


def ratings(goal: Entry) -> tuple[tuple[datetime.date, int], ...]:
    """The client's rating by day, the earliest first; of several on one day the last counts."""
    rated = [row for row in goal.rows("progress") if row["noted_on"] and row["client_rating"] is not None]
    return tuple(
        {row["noted_on"]: row["client_rating"] for row in sorted(rated, key=lambda row: row["noted_on"])}.items()
    )


def _said(objective: Entry, today: datetime.date) -> str:
    words, day = short(objective["statement"]), when(objective["due_on"], today)
    return _("{objective}: {when}").format(objective=words, when=day)
