"""Facts of how care goes: visits and tests missed, return to use, goals met, what was begun and declined."""

import datetime

from recovery_desktop.guidance.derive.found import Found
from recovery_desktop.guidance.facts import NO, YES, Step
from recovery_desktop.guidance.record import Row, Standing, day, text, value
from recovery_desktop.guidance.triggers import Triggers
from recovery_desktop.text import _, ngettext

_MONTH = datetime.timedelta(days=30)
_DRUG_TESTS = ("urine", "saliva", "breath", "blood")
_ABOUT_USE = ("abstinence", "reduction", "safety")
_OVER = ("dropped", "changed", "paused")
_FIRST_LINE = ("cbt", "contingency", "motivational", "dbt", "trauma")


def find(found: Found, standing: Standing, table: Triggers) -> None:
    """Adds what contacts, tests, goals and services say until today."""
    if standing.episode is None:
        return
    found.add("in_care", YES, _("in care"))
    _missed(found, standing)
    _tests(found, standing)
    _goals(found, standing)
    _services(found, standing)


def steps(standing: Standing) -> list[Step]:
    """What was recorded at safety gates until today."""
    rows = standing.dated("safety_steps", "done_on")
    return [
        Step(text(row, "gate"), day(row, "done_on"), text(row, "done_by"), text(row, "response"), text(row, "status"))
        for row in rows
        if text(row, "gate")
    ]


def _missed(found: Found, standing: Standing) -> None:
    recent = [row for row in standing.dated("contacts", "held_on") if _is_recent(standing, day(row, "held_on"))]
    missed = [row for row in recent if text(row, "attendance") == "missed"]
    if recent:
        words = ngettext("{count} visit missed in 30 days", "{count} visits missed in 30 days", len(missed))
        found.add("missed_visits", float(len(missed)), words.format(count=len(missed)))


def _tests(found: Found, standing: Standing) -> None:
    """Tests for use only: a heart tracing is a test as well."""
    rows = [
        row
        for row in standing.dated("test_results", "taken_on")
        if text(row, "kind") in _DRUG_TESTS and day(row, "taken_on")
    ]
    rows.sort(key=lambda row: day(row, "taken_on") or datetime.date.min)
    if not rows:
        return
    missed = [row for row in rows if text(row, "result") == "missed" and _is_recent(standing, day(row, "taken_on"))]
    words = ngettext("{count} test missed in 30 days", "{count} tests missed in 30 days", len(missed))
    found.add("missed_tests", float(len(missed)), words.format(count=len(missed)))
    told = [text(row, "result") for row in rows if text(row, "result") in ("negative", "positive")]
    if told:
        back = "negative" in told[:-1] and told[-1] == "positive"
        found.say(
            "return_to_use",
            YES if back else NO,
            _("a positive test after negative ones"),
            _("no positive test after negative ones"),
        )


def _is_recent(standing: Standing, when: datetime.date | None) -> bool:
    return when is not None and standing.today - _MONTH <= when <= standing.today


def _goals(found: Found, standing: Standing) -> None:
    """Since how many weeks all goals about use have been met."""
    goals = [
        row
        for row in (standing.episode.rows("goals") if standing.episode else ())
        if text(row, "approach") in _ABOUT_USE and text(row, "status") not in _OVER
    ]
    days = [day(row, "status_on") for row in goals if text(row, "status") == "met"]
    known = [each for each in days if each is not None and each <= standing.today]
    if goals and len(known) == len(goals):
        weeks = (standing.today - max(known)).days // 7
        words = ngettext("goals about use met for {count} week", "goals about use met for {count} weeks", weeks)
        found.add("goals_met_weeks", float(weeks), words.format(count=weeks))
    if any(
        "spiritual" in (value(row, "domains") or ())
        for row in (standing.episode.rows("goals") if standing.episode else ())
    ):
        found.add("spiritual_goal", YES, _("a goal of faith or meaning"))


def _services(found: Found, standing: Standing) -> None:
    rows = standing.dated("services", "decided_on")
    declined = [row for row in rows if text(row, "decision") == "declined"]
    if rows:
        words = _("declined: {services}").format(services=_names(declined)) if declined else _("nothing was declined")
        found.say("declined_services", YES if declined else NO, words, words)
    begun = [row for row in rows if _is_begun(row, standing.today)]
    if begun:
        found.add("first_line_care", YES, _("already has {services}").format(services=_names(begun)))


def _is_begun(row: Row, today: datetime.date) -> bool:
    starts = day(row, "starts_on")
    chosen = text(row, "decision") == "accepted" and text(row, "modality") in _FIRST_LINE
    return chosen and starts is not None and starts < today


def _names(rows: list[Row]) -> str:
    return ", ".join(text(row, "name") for row in rows)
