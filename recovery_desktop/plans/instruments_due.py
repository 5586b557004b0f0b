"""Which questionnaires are to be answered again, and when, by the schedule of an episode."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from recovery_desktop.plans.snapshot import Entry


@dataclass(frozen=True)
class InstrumentDue:
    """A questionnaire, the day it is due next, and its row in the schedule."""

    name: str
    on: datetime.date
    entry: Entry


def instruments_due(episode: Entry) -> Iterator[InstrumentDue]:
    """The next day of each scheduled questionnaire: the first day, or so many days after it was answered last.

    One that is to be answered once has no next day after that, and none lies beyond the day until which it is asked.
    """
    for row in episode.rows("instrument_schedule"):
        last = _last_given(episode, row["instrument"])
        on = _next(row, last)
        if on is not None and (row["until_on"] is None or on <= row["until_on"]):
            yield InstrumentDue(_called(row["instrument"]), on, row)


def _called(instrument: str) -> str:
    from recovery_desktop.plans.answered import form_of  # no start waits for what reads questionnaires

    form = form_of(instrument)
    return form.name if form is not None else instrument


def _next(row: Entry, last: datetime.date | None) -> datetime.date | None:
    first: datetime.date | None = row["first_on"]
    if last is None or (first is not None and last < first):
        return first
    return last + datetime.timedelta(row["every_days"]) if row["every_days"] else None


def _last_given(episode: Entry, instrument: str) -> datetime.date | None:
    days = [row["given_on"] for row in episode.rows("administrations") if row["instrument"] == instrument]
    return max((day for day in days if day is not None), default=None)
