"""How goals, objectives, needs and findings read in one line of the outline."""

import datetime
from collections.abc import Iterator

from recovery_desktop.plans.needs import unanswered
from recovery_desktop.plans.short import goal_title, short
from recovery_desktop.plans.signals import QUIET_GOAL, quiet_for
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.base import Record
from recovery_desktop.records.goals import GOING_ON
from recovery_desktop.text import _, ngettext
from recovery_desktop.when import near_date, when
from recovery_desktop_ui.parts.icons import tone_of
from recovery_desktop_ui.parts.lists import RowData

Key = tuple[type[Record], int]


def key_of(entry: Entry) -> Key:
    """By which a row is known."""
    return entry.model, entry.number


def goal_rows(episode: Entry, today: datetime.date) -> list[RowData]:
    """Each goal in the client's words, its objectives below it."""
    return [row for goal in episode.rows("goals") for row in _goal(goal, today)]


def _goal(goal: Entry, today: datetime.date) -> Iterator[RowData]:
    mark, right = _standing(goal, today)
    yield RowData(
        key_of(goal),
        goal_title(goal) or _("No words yet"),
        right=right,
        mark=mark,
        tone=tone_of(mark),
        voice=bool(goal["own_words"]),
        strong=True,
        dim=goal["status"] not in GOING_ON,
    )
    for row in goal.rows("objectives"):
        yield _objective(row, today)


def _standing(goal: Entry, today: datetime.date) -> tuple[str, str]:
    """Mark and words: what became of the goal, what it lacks, or how it goes."""
    if goal["status"] not in GOING_ON:
        return ("done" if goal["status"] == "met" else "closed"), goal.shown("status").lower()
    if not goal.rows("objectives"):
        return "care", _("no objective")
    quiet = quiet_for(goal, today)
    if quiet >= QUIET_GOAL:
        weeks = quiet // 7
        return "care", ngettext("{count} week silent", "{count} weeks silent", weeks).format(count=weeks)
    rated = [row for row in goal.rows("progress") if row["client_rating"] is not None]
    if rated:
        last = sorted(rated, key=lambda row: row["noted_on"] or datetime.date.min)[-1]
        return "started", _("{rating} of 10").format(rating=last["client_rating"])
    return "started", near_date(goal["target_on"], today) if goal["target_on"] else ""


def _objective(row: Entry, today: datetime.date) -> RowData:
    is_open = row["status"] in GOING_ON
    day = row["due_on"]
    right, tone = row.shown("status").lower(), "quiet"
    if is_open:
        right = when(day, today) if day else _("no date")
        tone = "care" if day is None or day < today else "quiet"
    return RowData(key_of(row), short(row["statement"]), right=right, tone=tone, level=1, dim=not is_open)


def need_rows(episode: Entry) -> list[RowData]:
    """The needs in their order; those that nobody has answered stand out."""
    waiting = set(map(id, unanswered(episode)))
    return [_need(row, id(row) in waiting) for row in episode.rows("needs")]


def _need(row: Entry, is_waiting: bool) -> RowData:
    mark = {"met": "done", "deferred": "closed", "declined": "closed"}.get(row["status"], "done")
    words = _("no answer yet") if is_waiting else row.shown("status").lower()
    return RowData(
        key_of(row),
        short(row["statement"]),
        right=words,
        mark="care" if is_waiting else mark,
        tone="care" if is_waiting else "quiet",
    )


def finding_rows(episode: Entry) -> list[RowData]:
    """The findings of all assessments with their area; one that leads to no need says so."""
    rows = [row for assessment in episode.rows("assessments") for row in assessment.rows("findings")]
    return [
        RowData(
            key_of(row),
            short(row["statement"]),
            right=row.shown("domain").lower() if row.tied("needs") else _("no need"),
            mark="done" if row.tied("needs") else "empty",
        )
        for row in rows
    ]
