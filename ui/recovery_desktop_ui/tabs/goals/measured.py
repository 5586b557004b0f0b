"""What the drug tests say of an objective that is measured by them, beside the objective."""

from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.plans.tests_over_time import Count, measured
from recovery_desktop.records.goals import Objective
from recovery_desktop.text import _
from recovery_desktop.when import near_date
from recovery_desktop_ui.clock import today


def count_of(row: Objective) -> Count | None:
    """The tests that are its measure; None for one that is not measured by tests, or before the first."""
    if not row.tests_for:
        return None
    record = take(row.goal.episode.client_id)
    for episode in record.rows("episodes"):
        for goal in episode.rows("goals"):
            if (objective := _of(goal, row)) is not None:
                return measured(objective, goal, episode)
    return None


def _of(goal: Entry, row: Objective) -> Entry | None:
    return next((each for each in goal.rows("objectives") if each.number == row.id), None)


def in_brief(row: Objective) -> str:
    """“8 of 9 tests negative since 14 Sep; 1 missed”."""
    count = count_of(row)
    return count.sentence(today()) if count is not None else ""


def in_full(row: Objective) -> str:
    """The count, and which tests were counted."""
    if not row.tests_for:
        return ""
    count = count_of(row)
    if count is None:
        return _("No test for {what} is on record yet since work on it began.").format(what=row.tests_for)
    counted = _("Counted are the tests for {what} from {day} on, under Diagnoses.")
    return f"{count.sentence(today())}. {counted.format(what=row.tests_for, day=near_date(count.since, today()))}"
