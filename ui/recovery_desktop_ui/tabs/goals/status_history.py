"""What became of a goal is kept among its entries, with day and reason: met, paused, active again."""

import datetime
from dataclasses import dataclass

from recovery_desktop.records.goals import Goal, Progress
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.progress_rulers import entry_of

_BEGUN = "active"
"""What a goal is before anything was said of it."""


@dataclass(frozen=True)
class Standing:
    """What a goal was when it was looked at last: by it one knows what was changed since."""

    status: str = ""
    since: datetime.date | None = None
    reason: str = ""


def standing_of(goal: Goal) -> Standing:
    """What a goal is now."""
    return Standing(goal.status or _BEGUN, goal.status_on, goal.status_reason)


def note_status(keeper: Keeper, goal: Goal, was: Standing, today: datetime.date) -> None:
    """Notes a new status on its day, as one step with the change itself; a day that was entered for it by hand stays.
    Raises what the disk has to say."""
    status = goal.status or _BEGUN
    if status == was.status:
        return
    with keeper.history.along_with_last():
        if goal.status_on == was.since:
            keeper.save(goal, status_on=today)
        day = goal.status_on or today
        entry = entry_of(goal, day) or keeper.add(Progress, goal, noted_on=day)
        keeper.save(entry, goal_status=status)


def note_reason(keeper: Keeper, goal: Goal, was: Standing) -> None:
    """Puts the reason beside the status it belongs to; words that are not of the reason stay as they are. Raises what
    the disk has to say."""
    noted = Progress.select().where((Progress.goal == goal) & (Progress.goal_status == (goal.status or _BEGUN)))
    entry = noted.order_by(Progress.noted_on.desc(), Progress.id.desc()).first()
    if entry is not None and entry.note in ("", was.reason) and entry.note != goal.status_reason:
        with keeper.history.along_with_last():
            keeper.save(entry, note=goal.status_reason)
