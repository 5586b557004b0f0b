"""What became of a goal is kept among its entries, with day and reason: active, met, paused, active again."""

import datetime

from recovery_desktop.records.goals import Goal, Progress
from recovery_desktop.text import _
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.progress_rulers import entry_of

_BEGUN = "active"
"""What a goal is before anything was said of it."""


def note_status(keeper: Keeper, goal: Goal, today: datetime.date) -> None:
    """Notes what a goal is now, if it was something else before, and its reason. Raises what the disk has to say."""
    with keeper.history.group(_("note what became of a goal")):
        entry = entry_of(goal, today)
        is_noted = entry is not None and entry.goal_status != "" and entry.goal_status == goal.status
        if not is_noted and (goal.status or _BEGUN) == _last(goal):
            return
        if entry is None:
            entry = keeper.add(Progress, goal, noted_on=today)
        if not is_noted:
            keeper.save(entry, goal_status=goal.status or _BEGUN)
            keeper.save(goal, status_on=today)
        if _is_of_reason(entry.note, goal.status_reason):
            keeper.save(entry, note=goal.status_reason)


def _last(goal: Goal) -> str:
    """What the newest entry says that the goal is."""
    noted = Progress.select().where((Progress.goal == goal) & (Progress.goal_status != ""))
    last = noted.order_by(Progress.noted_on.desc(), Progress.id.desc()).first()
    return str(last.goal_status) if last is not None else _BEGUN


def _is_of_reason(note: str, reason: str) -> bool:
    """Whether a note holds nothing but what was typed of the reason until now."""
    return note != reason and (not note or reason.startswith(note) or (bool(reason) and note.startswith(reason)))
