"""What is done when, as a client reads it: what comes back, by its days, and what is done once, by its date."""

import datetime
from collections.abc import Iterable, Iterator
from itertools import chain

from recovery_desktop.dates import long_date
from recovery_desktop.documents.calendar import Doing
from recovery_desktop.plans.phrases import joined, lower_first, rate, said, session_length
from recovery_desktop.plans.plan_answers import referred_to
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.plans.step_times import read_times
from recovery_desktop.records.family import NOT_ATTENDED_YET
from recovery_desktop.records.fields import WEEKDAYS
from recovery_desktop.records.goals import GOING_ON
from recovery_desktop.text import _

_SPANS = {"days": 1, "weeks": 7, "sessions": 7, "months": 31}  # days; sessions count as one a week
_USUAL_PLACE = ["in_person"]
_SHORT = 36  # letters of when something is done; a longer one says how often, and the rest below
_NO_MEETING = "format"  # a way of meeting, not something that is done


def what_is_done(episode: Entry, on: datetime.date, *, with_referrals: bool) -> tuple[Doing, ...]:
    """The services that go on, those on named days first, then what is still to be done once, the earliest first.

    Without referrals where somebody may read it from whom the client looks for help elsewhere.
    """
    going_on = sorted((row for row in episode.rows("services") if _goes_on(row, on)), key=_first_day)
    elsewhere = _appointments(episode, on) if with_referrals else ()
    once = sorted((*_once(episode, on), *elsewhere), key=lambda one: one[0])
    again = _together(_coming_back(row, on) for row in going_on)
    return (*again, *(Doing(long_date(day), what, details) for day, what, details in once))


def _goes_on(service: Entry, on: datetime.date) -> bool:
    if service["decision"] != "accepted" or service["modality"] == _NO_MEETING or service["per"] == "once":
        return False
    ends = _ends(service)
    return bool(_when(service)) and (ends is None or ends >= on)


def _ends(service: Entry) -> datetime.date | None:
    """The day it ends, as entered or else by how long it was to go on."""
    days = (service["span_up_to"] or service["span"] or 0) * _SPANS.get(service["span_unit"], 0)
    if service["ends_on"] or not (days and service["starts_on"]):
        ended: datetime.date | None = service["ends_on"]
        return ended
    begun: datetime.date = service["starts_on"]
    return begun + datetime.timedelta(days)


def _named_days(service: Entry) -> list[int]:
    """The days of the week that its timing names."""
    times = read_times(service["timing"], service["minutes"] or 0)
    days = [number for number, key in enumerate(WEEKDAYS) if times and key in times.days]
    return days if len(days) < len(WEEKDAYS) else []


def _first_day(service: Entry) -> int:
    return min(_named_days(service), default=len(WEEKDAYS))


def _when(service: Entry) -> str:
    """On which days, or how often; empty where neither is known."""
    return joined(["" if _named_days(service) else rate(service), service["timing"]])


def _together(doings: Iterable[Doing]) -> Iterator[Doing]:
    """What is done as often as something before stands with it."""
    by_when: dict[str, list[Doing]] = {}
    for one in doings:
        by_when.setdefault(one.when, []).append(one)
    return chain.from_iterable(by_when.values())


def _coming_back(service: Entry, on: datetime.date) -> Doing:
    when, timing = _when(service), ""
    if len(when) > _SHORT and not _named_days(service) and rate(service):
        when, timing = rate(service), service["timing"]
    begins = service["starts_on"]
    starts = _("from {day}").format(day=long_date(begins)) if begins and begins > on else ""
    way = lower_first(said(service, "places")) if service["places"] != _USUAL_PLACE else ""
    details = joined([timing, session_length(service), service["provider"], way, starts])
    return Doing(when[:1].upper() + when[1:], service["name"], details)


def _once(episode: Entry, on: datetime.date) -> Iterator[tuple[datetime.date, str, str]]:
    """Each with its day and details."""
    for row in episode.rows("services"):
        if row["decision"] == "accepted" and row["per"] == "once" and row["starts_on"] and row["starts_on"] >= on:
            yield row["starts_on"], row["name"], joined([row["timing"], row["provider"]])
    for row in _own_steps(episode, on):
        yield row["due_on"], row["what"], joined([row["timing"], row["who"]])
    reviews = [row["due_on"] for row in episode.rows("follow_ups") if row["kind"] == "plan_review" and row["due_on"]]
    if coming := [day for day in reviews if day >= on]:
        yield min(coming), _("We look at this plan together"), ""


def _appointments(episode: Entry, on: datetime.date) -> Iterator[tuple[datetime.date, str, str]]:
    """Those with others, to whom the client was referred."""
    for row in episode.rows("referrals"):
        day = row["appointment_on"]
        if day and day >= on and row["status"] in NOT_ATTENDED_YET:
            yield day, _("Appointment: {where}").format(where=referred_to(row)), row["phone"]


def _own_steps(episode: Entry, on: datetime.date) -> Iterator[Entry]:
    """What is done once for a goal that is worked on."""
    for goal in episode.rows("goals"):
        for row in goal.rows("interventions") if goal["status"] in GOING_ON else ():
            if row["due_on"] and row["due_on"] >= on and row["per"] in ("", "once"):
                yield row
