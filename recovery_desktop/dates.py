"""Dates as people read them, in the chosen language; a date is a day and never a time."""

import datetime

from recovery_desktop.text import N_, _

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
SHORT_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)
WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)


def long_date(day: datetime.date | None) -> str:
    """10 September 2026; empty for no date."""
    if day is None:
        return ""
    return _("{day} {month} {year}").format(day=day.day, month=_(MONTHS[day.month - 1]), year=day.year)


def weekday_date(day: datetime.date) -> str:
    """Thursday, 10 September 2026."""
    return _("{weekday}, {date}").format(weekday=_(WEEKDAYS[day.weekday()]), date=long_date(day))


def short_date(day: datetime.date | None) -> str:
    """10 Sep 2026, for a column; empty for no date."""
    if day is None:
        return ""
    return _("{day} {month} {year}").format(day=day.day, month=_(SHORT_MONTHS[day.month - 1]), year=day.year)


def day_and_month(day: datetime.date) -> str:
    """10 Sep, where the year stands nearby."""
    return _("{day} {month}").format(day=day.day, month=_(SHORT_MONTHS[day.month - 1]))


def age(born: datetime.date, on: datetime.date) -> int:
    """Whole years from a birth date to a day; somebody born on 29 February has a birthday on 1 March."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
