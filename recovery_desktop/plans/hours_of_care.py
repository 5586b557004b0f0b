"""Hours of care a week over time, from the services that were accepted: when they grew or shrank, and why."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _

_A_WEEK = {"day": 7.0, "week": 1.0, "month": 12 / 52}
_DAYS = {"days": 1.0, "weeks": 7.0, "months": 365.25 / 12}
_DAY = datetime.timedelta(1)


@dataclass(frozen=True)
class Stretch:
    """From one day on so many hours a week, and what changed on that day, in words; 0 where all has ended."""

    since: datetime.date
    hours: float
    why: str


@dataclass(frozen=True)
class _Given:
    """One service from its first day up to the day after its last, which is None while no end is set."""

    name: str
    hours: float
    since: datetime.date
    until: datetime.date | None
    reason: str


def hours_of_care(episode: Entry) -> tuple[Stretch, ...]:
    """The stretches of an episode in their order. Services without a dose in minutes, or a first day, are left out."""
    given = list(_given(episode))
    days = sorted({one.since for one in given} | {one.until for one in given if one.until is not None})
    found: list[Stretch] = []
    for day in days:
        hours = sum(one.hours for one in given if one.since <= day and (one.until is None or day < one.until))
        found.append(Stretch(day, round(hours, 2), _why(given, day)))
    return tuple(found)


def _given(episode: Entry) -> Iterator[_Given]:
    for row in episode.rows("services"):
        hours, since = hours_a_week(row), row["starts_on"]
        if row["decision"] == "accepted" and hours and since is not None:
            yield _Given(row["name"], hours, since, day_after(row), row["change_reason"])


def hours_a_week(row: Entry) -> float:
    """How many hours a week a dosed row comes to; 0 while it does not say, or is given once."""
    share = _A_WEEK.get(row["per"], 0.0)
    return (row["times"] or 0) * (row["minutes"] or 0) * share / 60


def day_after(row: Entry) -> datetime.date | None:
    """The day after the last of a service: as it was entered, or by how long it is to go on at the most; None while it
    has no first day, or no end."""
    since: datetime.date | None = row["starts_on"]
    if since is None:
        return None
    if row["ends_on"] is not None:
        end: datetime.date = row["ends_on"] + _DAY
        return max(end, since)
    span, unit = row["span_up_to"] or row["span"], row["span_unit"]
    if not span:
        return None
    if unit == "sessions":
        a_week = (row["times"] or 0) * _A_WEEK.get(row["per"], 0.0)
        return since + datetime.timedelta(round(7 * span / a_week)) if a_week else None
    return since + datetime.timedelta(round(span * _DAYS[unit])) if unit in _DAYS else None


def _why(given: list[_Given], day: datetime.date) -> str:
    begun = [f"{one.name} ({one.reason})" if one.reason else one.name for one in given if one.since == day]
    ended = [one.name for one in given if one.until == day]
    begins = _("begins: {names}").format(names=joined(begun)) if begun else ""
    ends = _("ends: {names}").format(names=joined(ended)) if ended else ""
    return joined([begins, ends], "; ")
