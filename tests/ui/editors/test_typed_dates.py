"""Every day written in any accepted form reads back; what leaves something open means the sensible day."""

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as some
from recovery_desktop_ui.parts.typed_dates import read_day

from recovery_desktop import dates
from recovery_desktop.text import _

Day = datetime.date
TODAY = Day(2026, 9, 10)  # a Thursday

DAYS = some.dates(Day(1870, 1, 1), Day(2200, 12, 31))
NEAR = some.dates(Day(2026, 3, 14), Day(2027, 3, 8))

FORMS: dict[str, Callable[[Day], str]] = {
    "iso": Day.isoformat,
    "packed": lambda day: f"{day:%Y%m%d}",
    "figures": lambda day: f"{day.month}/{day.day}/{day.year}",
    "figures with noughts": lambda day: f"{day:%m/%d/}{day.year}",
    "points": lambda day: f"{day.month}.{day.day}.{day.year}",
    "long": dates.long_date,
    "short": dates.short_date,
    "with its weekday": dates.weekday_date,
    "month first": lambda day: f"{_(dates.MONTHS[day.month - 1])} {day.day}, {day.year}",
    "small letters": lambda day: dates.short_date(day).lower(),
    "ordinal": lambda day: f"{_(dates.MONTHS[day.month - 1])} {day.day}th {day.year}",
    "counted": lambda day: f"{(day - TODAY).days:+}",
}


@pytest.mark.parametrize("form", FORMS)
@given(day=DAYS)
def test_every_form_reads_back(form: str, day: Day) -> None:
    assert read_day(FORMS[form](day), TODAY) == day
    assert read_day(f"  {FORMS[form](day)} ", TODAY, past=True) == day


@given(day=NEAR)
def test_without_a_year_the_nearest_day_is_meant(day: Day) -> None:
    assert read_day(f"{day.month}/{day.day}", TODAY) == day
    assert read_day(f"{day.day} {_(dates.SHORT_MONTHS[day.month - 1])}", TODAY) == day


@given(day=some.dates(Day(2025, 9, 11), TODAY))
def test_without_a_year_the_past_has_come_already(day: Day) -> None:
    assert read_day(f"{day.month}/{day.day}", TODAY, past=True) == day


@given(day=some.dates(Day(1947, 1, 1), Day(2046, 12, 31)))
def test_two_figures_of_a_year_reach_twenty_years_ahead(day: Day) -> None:
    assert read_day(f"{day:%m/%d/%y}", TODAY) == day


@given(day=some.dates(Day(1926, 9, 11), TODAY))
def test_two_figures_of_a_year_of_the_past(day: Day) -> None:
    assert read_day(f"{day:%m/%d/%y}", TODAY, past=True) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", Day(2026, 9, 10)),
        ("Tomorrow", Day(2026, 9, 11)),
        ("yesterday", Day(2026, 9, 9)),
        ("+30", Day(2026, 10, 10)),
        ("-7", Day(2026, 9, 3)),
        ("−7", Day(2026, 9, 3)),
        ("+6w", Day(2026, 10, 22)),
        ("+ 2 months", Day(2026, 11, 10)),
        ("in 6 weeks", Day(2026, 10, 22)),
        ("6 weeks ago", Day(2026, 7, 30)),
        ("in a month", Day(2026, 10, 10)),
        ("3 months ago", Day(2026, 6, 10)),
        ("a year ago", Day(2025, 9, 10)),
        ("3/9", Day(2027, 3, 9)),
        ("25/12", Day(2026, 12, 25)),
        ("9 Mar", Day(2027, 3, 9)),
        ("Mar 9", Day(2027, 3, 9)),
        ("the 9th of March", Day(2027, 3, 9)),
        ("2026 Mar 9", Day(2026, 3, 9)),
        ("fri", Day(2026, 9, 11)),
        ("Thursday", Day(2026, 9, 17)),
        ("29 Feb", Day(2028, 2, 29)),
    ],
)
def test_ways_to_say_a_day(typed: str, day: Day) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12/24", Day(2025, 12, 24)),
        ("9/10", Day(2026, 9, 10)),
        ("5/4/97", Day(1997, 5, 4)),
        ("9/11/26", Day(1926, 9, 11)),
        ("fri", Day(2026, 9, 4)),
        ("thu", Day(2026, 9, 3)),
        ("29 Feb", Day(2024, 2, 29)),
        ("tomorrow", Day(2026, 9, 11)),
    ],
)
def test_days_that_have_come_already(typed: str, day: Day) -> None:
    assert read_day(typed, TODAY, past=True) == day


@pytest.mark.parametrize("end", [Day(2026, 1, 31), Day(2024, 1, 31)])
def test_a_month_after_the_31st_is_the_last_of_the_next(end: Day) -> None:
    assert read_day("in 1 month", end) == end.replace(month=3, day=1) - datetime.timedelta(1)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "3/",
        "13/13",
        "2/30/2026",
        "31 April",
        "2026-02-30",
        "0/0",
        "some day",
        "Mar 2026",
        "9",
        "+99999y",
        "Mar 9 9 9",
    ],
)
def test_what_names_no_day(typed: str) -> None:
    assert read_day(typed, TODAY) is None


@given(typed=some.text(max_size=20))
def test_nothing_typed_makes_it_stumble(typed: str) -> None:
    assert isinstance(read_day(typed, TODAY), Day | None)


def test_a_language_that_puts_the_day_first(monkeypatch: pytest.MonkeyPatch) -> None:
    spanish = {
        "{month}/{day}": "{day}/{month}",
        "in {count} {unit}": "en {count} {unit}",
        "{count} {unit} ago": "hace {count} {unit}",
        "w|wk|wks|week|weeks": "s|semana|semanas",
        "today|now": "hoy",
        "March": "marzo",
        "Tuesday": "martes",
        "Wednesday": "miércoles",
        "of|the|st|nd|rd|th": "de|del",
    }
    monkeypatch.setattr("recovery_desktop_ui.parts.typed_dates._", lambda words: spanish.get(words, words))
    assert read_day("9/3", TODAY) == Day(2027, 3, 9)
    assert read_day("9 de marzo de 2026", TODAY) == Day(2026, 3, 9)
    assert read_day("hace 6 semanas", TODAY) == Day(2026, 7, 30)
    assert read_day("en 6 semanas", TODAY) == read_day("in 6 weeks", TODAY) == Day(2026, 10, 22)
    assert read_day("HOY", TODAY) == TODAY
    assert read_day("mar", TODAY) == Day(2026, 9, 15)
    assert read_day("mie", TODAY) == Day(2026, 9, 16)
