"""What the drug tests say, beside the objective that is measured by them and the service that rewards them."""

from collections.abc import Iterator

from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.plans.tests_over_time import Count, measured
from recovery_desktop.records.goals import Objective
from recovery_desktop.records.therapies import Service
from recovery_desktop.text import _
from recovery_desktop.when import near_date
from recovery_desktop_ui.clock import today

_REWARDS_TESTS = "contingency"


def brief_of(row: Objective) -> str:
    """“8 of 9 tests negative since 14 Sep; 1 missed”; empty for an objective that is not measured by tests."""
    count = _count_of(row)
    return count.sentence(today()) if count is not None else ""


def whole_of(row: Objective) -> str:
    """The count, and which tests were counted."""
    if not row.tests_for:
        return ""
    count = _count_of(row)
    if count is None:
        return _("No test for {what} is on record yet since work on it began.").format(what=row.tests_for)
    counted = _("Counted are the tests for {what} from {day} on, under Diagnoses.")
    return f"{count.sentence(today())}. {counted.format(what=row.tests_for, day=near_date(count.since, today()))}"


def brief_of_service(row: Service) -> str:
    """The counts of the objectives that contingency management serves; empty for any other service."""
    if row.modality != _REWARDS_TESTS:
        return ""
    counts = []
    for episode, goal in _goals(row.episode.client_id):
        for work in goal.rows("interventions"):
            service = work.ref("service")
            if service is not None and service.number == row.id:
                counts += [measured(objective, goal, episode) for objective in work.tied("objectives")]
    return "; ".join(dict.fromkeys(count.sentence(today()) for count in counts if count is not None))


def _count_of(row: Objective) -> Count | None:
    if not row.tests_for:
        return None
    for episode, goal in _goals(row.goal.episode.client_id):
        for objective in goal.rows("objectives"):
            if objective.number == row.id:
                return measured(objective, goal, episode)
    return None


def _goals(client: int) -> Iterator[tuple[Entry, Entry]]:
    """The goals of a client, each with its episode."""
    for episode in take(client).rows("episodes"):
        for goal in episode.rows("goals"):
            yield episode, goal
