"""How an episode went between two days: meetings, scores, tests, services, and where each objective stands."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from recovery_desktop.dates import short_date
from recovery_desktop.documents.course_content import Attendance, ScoreBetween
from recovery_desktop.documents.plan_answers import Service
from recovery_desktop.figures import figure
from recovery_desktop.plans import plan_answers
from recovery_desktop.plans.found_of_several import UNCLEAR
from recovery_desktop.plans.phrases import joined, sentence
from recovery_desktop.plans.plan_answers import signed
from recovery_desktop.plans.plan_findings import is_private, score
from recovery_desktop.plans.scores import Series, scores_over_time
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.plans.tests_over_time import measured, over_time
from recovery_desktop.records.sessions import CAME, CONTACT_KINDS
from recovery_desktop.text import _, ngettext


class Span(NamedTuple):
    """A time from one day to another, both within it."""

    since: datetime.date
    until: datetime.date

    def has(self, day: datetime.date | None) -> bool:
        """Whether a day lies in it."""
        return day is not None and self.since <= day <= self.until

    @property
    def words(self) -> str:
        """The time from the first to the last day."""
        return _("{since} to {until}").format(since=short_date(self.since), until=short_date(self.until))


def attendance(episode: Entry, span: Span) -> tuple[str, tuple[Attendance, ...]]:
    """How often the client came, in a sentence and by the kind of meeting."""
    rows = [row for row in episode.rows("contacts") if span.has(row["held_on"])]
    expected = [row for row in rows if row["attendance"] != "cancelled_practice"]
    came = [row for row in expected if row["attendance"] in CAME]
    words = ngettext(
        "{came} of {count} meeting attended.", "{came} of {count} meetings attended.", len(expected)
    ).format(came=len(came), count=len(expected))
    kinds = tuple(_kinds(rows))
    return words if expected else _("No meeting is recorded in this time."), kinds if len(rows) > 1 else ()


def _kinds(rows: list[Entry]) -> Iterator[Attendance]:
    for kind in ("", *CONTACT_KINDS):
        of_kind = [row["attendance"] or "attended" for row in rows if row["kind"] == kind]
        if of_kind:
            counts = {state: str(of_kind.count(state)) for state in of_kind}
            yield Attendance(
                kind=_(CONTACT_KINDS[kind]) if kind else _("Other"),
                attended=counts.get("attended", ""),
                missed=counts.get("missed", ""),
                cancelled=counts.get("cancelled_client", ""),
                cancelled_by_practice=counts.get("cancelled_practice", ""),
            )


def scores(client: Entry, span: Span) -> tuple[ScoreBetween, ...]:
    """Each score that was taken before or at the beginning and again until the end."""
    return tuple(one for series in scores_over_time(client) if (one := _between(series, span)) is not None)


def _between(series: Series, span: Span) -> ScoreBetween | None:
    """The last value before the time, or else the first within it, beside the last one."""
    until = [at for at, (day, _value) in enumerate(series.readings) if day <= span.until]
    if not until or not span.has(series.readings[until[-1]][0]):
        return None
    earlier = [at for at in until if series.readings[at][0] <= span.since]
    first, last = (earlier or until)[-1 if earlier else 0], until[-1]
    if first == last:
        return None
    (day, value), (last_day, last_value) = series.readings[first], series.readings[last]
    seen = replace(series, readings=series.readings[first : last + 1], bands=series.bands[first : last + 1])
    return ScoreBetween(
        name=series.name,
        measures=series.measures,
        before=figure(value),
        before_on=short_date(day),
        now=figure(last_value),
        now_on=short_date(last_day),
        change=signed(last_value - value),
        meaning=seen.words if any(seen.bands) else "",
    )


def tests(episode: Entry, span: Span) -> tuple[str, ...]:
    """For each thing tested for what the tests of the time came to, where at least one of them tells."""
    found = []
    for tested in over_time(episode):
        taken = tuple(one for one in tested.taken if span.has(one.day))
        if any(one.result != UNCLEAR for one in taken):
            found.append(sentence(replace(tested, taken=taken).sentence(span.until)))
    return tuple(found)


def services(episode: Entry, span: Span) -> tuple[Service, ...]:
    """The services that the client accepted and that ran in the time."""
    rows = [row for row in episode.rows("services") if row["decision"] == "accepted" and _ran(row, span)]
    return tuple(map(plan_answers.service, rows))


def _ran(row: Entry, span: Span) -> bool:
    begins, ends = row["starts_on"], row["ends_on"]
    return (begins is None or begins <= span.until) and (ends is None or ends >= span.since)


def where_it_stands(objective: Entry, goal: Entry, episode: Entry, span: Span) -> str:
    """How far an objective has come: by its tests, the last score of its questionnaire, what was noted last."""
    counted = measured(objective, goal, episode) if objective["tests_for"] else None
    noted = last_note(objective, goal)
    return joined(
        [
            counted.sentence(span.until) if counted else "",
            _last_score(objective["instrument"], episode, span),
            noted["note"] if noted else "",
        ],
        "; ",
    )


def last_note(objective: Entry, goal: Entry) -> Entry | None:
    """The last entry of progress that says something of an objective."""
    noted = [row for row in plan_answers.in_order(goal) if row.ref("objective") is objective and row["note"]]
    return noted[-1] if noted else None


def _last_score(instrument: str, episode: Entry, span: Span) -> str:
    given = [
        row
        for row in episode.rows("administrations")
        if instrument and row["instrument"] == instrument and not is_private(row)
    ]
    dated = [row for row in given if row["given_on"] and row["given_on"] <= span.until]
    if not dated:
        return ""
    result = score(max(dated, key=lambda row: row["given_on"]))
    return joined([result.instrument, joined([result.score, result.date])], ": ")
