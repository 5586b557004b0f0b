"""Scores that were taken more than once, as a plan draws them."""

import datetime
from collections.abc import Iterator

from recovery_desktop.dates import day_and_month, long_date, short_date
from recovery_desktop.documents import plan_findings as printed
from recovery_desktop.figures import figure
from recovery_desktop.instruments import ids
from recovery_desktop.plans.plan_findings import is_private
from recovery_desktop.plans.score_trends import Course, Given, courses
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _


def score_courses(client: Entry, episode: Entry) -> tuple[printed.ScoreCourse, ...]:
    """The courses of all known questionnaires of the episode with more than one value, in the order of the record."""
    given: dict[tuple[str, str], list[Given]] = {}
    for row in episode.rows("administrations"):
        if row["instrument"] in ids() and row["given_on"] and not is_private(row):
            key = row["instrument"], row["substance"]
            given.setdefault(key, []).append(Given(row["given_on"], row["responses"], row["substance"]))
    return tuple(_drawn(given, client["sex"]))


def _drawn(given: dict[tuple[str, str], list[Given]], sex: str) -> Iterator[printed.ScoreCourse]:
    for (instrument, _substance), rows in given.items():
        for course in courses(instrument, rows, sex=sex):
            if len(course.readings) > 1:
                yield _course(course)


def _course(course: Course) -> printed.ScoreCourse:
    days = [day for day, _value in course.readings]
    return printed.ScoreCourse(
        name=course.name,
        sentence=_sentence(course),
        low=course.low,
        high=course.high,
        readings=tuple(
            printed.ScoreReading(_day(day, days[-1]), place, value)
            for (day, value), place in zip(course.readings, _places(days), strict=True)
        ),
        bands=tuple(printed.ScoreBand(at, word) for at, word in course.bands),
    )


def _day(day: datetime.date, last: datetime.date) -> str:
    """A day below the drawing: the year stands at the last one, and where it is another."""
    return short_date(day) if day == last or day.year != last.year else day_and_month(day)


def _places(days: list[datetime.date]) -> Iterator[float]:
    span = (days[-1] - days[0]).days
    for i, day in enumerate(days):
        yield (day - days[0]).days / span if span else i / (len(days) - 1)


def _sentence(course: Course) -> str:
    """GAD-7: 14 on 10 September 2026, 9 on 10 October 2026; lower is better."""
    read = (_("{value} on {day}").format(value=figure(value), day=long_date(day)) for day, value in course.readings)
    better = _("higher is better") if course.higher_is_better else _("lower is better")
    return _("{name}: {values}; {better}.").format(name=course.name, values=", ".join(read), better=better)
