"""Checks on what is aimed at: needs with their answers, goals, objectives, the thread through all of it, reasons."""

from collections.abc import Iterator

from recovery_desktop.plans.golden_thread import golden_thread
from recovery_desktop.plans.needs import unanswered
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.readiness_checks.looked import Gap, Looked, at, is_blank, said_of, without
from recovery_desktop.plans.short import goal_title, short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.goals import GOING_ON, Goal, Need
from recovery_desktop.text import N_, _

_MEASURED_BY = ("measure", "instrument", "tests_for")
_OF_OBJECTIVES = {
    "measure": N_("no measure"),
    "baseline": N_("not said how it is now"),
    "target": N_("no target"),
    "due_on": N_("no date"),
}
_LEFT_OUT = ("deferred", "declined", "advised_against")
_ENDED_EARLY = ("changed", "paused", "dropped")


def needs_answered(looked: Looked) -> Iterator[Gap]:
    """Every need has an answer: a goal, a service, a referral, a safety step, or a reason why not now."""
    if not looked.episode.rows("needs"):
        yield without(Need, _("no need is written yet"))
    for row in unanswered(looked.episode):
        yield at(row, "status", said_of(short(row["statement"]), _("need without an answer")))


def golden_thread_whole(looked: Looked) -> Iterator[Gap]:
    """Nothing of the plan hangs loose but needs without an answer, which `needs_answered` names."""
    waiting = {row.number for row in unanswered(looked.episode)}
    for knot in golden_thread(looked.episode, looked.today).loose:
        if knot.entry.model is not Need or knot.entry.number not in waiting:
            yield at(knot.entry, "", said_of(short(knot.words), knot.lacks))


def goals_in_own_words(looked: Looked) -> Iterator[Gap]:
    """Every goal that is worked on has the client's words."""
    yield from _no_goal(looked)
    yield from _of_goals(looked, "own_words", _("not in the client’s words"))


def goals_build_on_strengths(looked: Looked) -> Iterator[Gap]:
    """Every goal says which strengths it builds on."""
    yield from _of_goals(looked, "builds_on", _("not said which strengths it builds on"))


def goals_have_dates(looked: Looked) -> Iterator[Gap]:
    """Every goal has a target date."""
    yield from _of_goals(looked, "target_on", _("no target date"))


def objective_measurable(looked: Looked) -> Iterator[Gap]:
    """Every objective has a measure, where it stands now, a target and a date."""
    yield from _no_goal(looked)
    for goal in looked.goals:
        if not goal.rows("objectives"):
            yield at(goal, "", said_of(_titled(goal), _("no objective that can be measured")))
        for row in goal.rows("objectives"):
            missing = [field for field in _OF_OBJECTIVES if _lacks(row, field)] if row["status"] in GOING_ON else []
            if missing:
                lacks = joined(_(_OF_OBJECTIVES[field]) for field in missing)
                yield at(row, missing[0], said_of(short(row["statement"]), lacks))


def decisions_have_reasons(looked: Looked) -> Iterator[Gap]:
    """What was put off, declined, changed, paused or dropped has a reason."""
    for row in looked.episode.rows("services"):
        if row["decision"] in _LEFT_OUT and _has_no_reason(row):
            yield at(row, "decision_reason", said_of(short(row["name"]), _without_reason(row, "decision")))
    for goal in looked.episode.rows("goals"):
        if goal["status"] in _ENDED_EARLY and is_blank(goal, "status_reason"):
            yield at(goal, "status_reason", said_of(_titled(goal), _without_reason(goal, "status")))
        for row in goal.rows("objectives"):
            if row["status"] in _ENDED_EARLY and is_blank(row, "status_reason"):
                yield at(row, "status_reason", said_of(short(row["statement"]), _without_reason(row, "status")))


def _has_no_reason(service: Entry) -> bool:
    """The client's own reason; what is advised against has the counselor's."""
    is_advice = service["decision"] == "advised_against"
    return is_blank(service, "decision_reason") and (not is_advice or is_blank(service, "reason"))


def _without_reason(row: Entry, field: str) -> str:
    return _("{decision} without a reason").format(decision=row.shown(field))


def _lacks(objective: Entry, field: str) -> bool:
    if field == "measure":
        return all(is_blank(objective, name) for name in _MEASURED_BY)
    return is_blank(objective, field)


def _no_goal(looked: Looked) -> Iterator[Gap]:
    if not looked.goals:
        yield without(Goal, _("no goal is worked on"))


def _of_goals(looked: Looked, field: str, lacks: str) -> Iterator[Gap]:
    for goal in looked.goals:
        if is_blank(goal, field):
            yield at(goal, field, said_of(_titled(goal), lacks))


def _titled(goal: Entry) -> str:
    return goal_title(goal) or _("A goal without words")
