"""Reads a day as people type it: in words, counted from today, as figures in the order of the language, or by name."""

import calendar
import datetime
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from recovery_desktop.dates import MONTHS, WEEKDAYS
from recovery_desktop.text import N_, _

Day = datetime.date

# Translations of the marked texts below keep their form: words divided by "|", names in braces.
_NEAR = ((N_("today|now"), 0), (N_("tomorrow"), 1), (N_("yesterday"), -1))
_ONE = N_("a|an|one")
_UNITS = (
    (N_("d|day|days"), 1, 0),
    (N_("w|wk|wks|week|weeks"), 7, 0),
    (N_("m|mo|month|months"), 0, 1),
    (N_("y|yr|yrs|year|years"), 0, 12),
)
_COUNTED = (
    (N_("in {count} {unit}"), 1),
    (N_("{count} {unit} ago"), -1),
)
_SMALL_WORDS = N_("of|the|st|nd|rd|th")
_MONTH_AND_DAY = N_("{month}/{day}")

_SIGNED = re.compile(r"([+-]) ?(\d{1,5}) ?([^\W\d_]*)")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{4})(\d\d)(\d\d)")
_FIGURES = re.compile(r"(\d{1,2}) ?[/.-] ?(\d{1,2})(?: ?[/.-] ?(\d{4}|\d\d))?")
_SHORTEST_NAME = 3  # letters of a month
_SHORTEST_WEEKDAY = 2
_YEARS_AHEAD = 20  # a year of two figures further ahead than this belongs to the last century
_LEAP = 8  # within so many years to each side, every day of the calendar occurs


def read_day(text: str, today: Day, *, past: bool = False) -> Day | None:
    """The day that a text names, or None. Where the text leaves the year or the week open, the day nearest to
    `today` is meant; with `past` (a birth, the last use) the latest one that has come already."""
    words = _plain(text)
    for way in (_near, _counted, _next_weekday, _in_figures, _by_name):
        try:
            found = way(words, today, past)
        except (ValueError, OverflowError):  # 31 February, or a day beyond the calendar
            return None
        if found is not None:
            return found
    return None


def _plain(text: str) -> str:
    """In small letters without accents, blanks made single, one kind of minus."""
    bare = unicodedata.normalize("NFD", text.casefold().replace("−", "-"))
    return " ".join("".join(sign for sign in bare if not unicodedata.combining(sign)).split())


@lru_cache(maxsize=256)
def _known(words: str) -> str:
    """A text of ours made plain; kept, because every key typed asks for all of them."""
    return _plain(words)


def _in_both(marked: str) -> Iterator[str]:
    """A marked text in the chosen language, and in English."""
    yield _known(_(marked))
    yield _known(marked)


def _is_one_of(word: str, marked: str) -> bool:
    return any(word in words.split("|") for words in _in_both(marked))


def _near(words: str, today: Day, past: bool) -> Day | None:
    for marked, days in _NEAR:
        if _is_one_of(words, marked):
            return today + datetime.timedelta(days)
    return None


def _counted(words: str, today: Day, past: bool) -> Day | None:
    if signed := _SIGNED.fullmatch(words):
        sign, count, unit = signed.groups()
        return _moved(today, -1 if sign == "-" else 1, count, unit or "d")
    for marked, direction in _COUNTED:
        for form in _in_both(marked):
            if found := re.fullmatch(re.sub(r"\\{(\w+)\\}", r"(?P<\1>\\w+)", re.escape(form)), words):
                return _moved(today, direction, found["count"], found["unit"])
    return None


def _moved(today: Day, direction: int, count: str, unit: str) -> Day | None:
    if _is_one_of(count, _ONE):
        count = "1"
    if not re.fullmatch(r"\d{1,5}", count):
        return None
    for marked, days, months in _UNITS:
        if _is_one_of(unit, marked):
            far = direction * int(count)
            return add_months(today, far * months) + datetime.timedelta(far * days)
    return None


def add_months(day: Day, months: int) -> Day:
    """The same day so many months on, or the last of that month. Raises ValueError beyond the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        raise ValueError(f"no year {year}")
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _next_weekday(words: str, today: Day, past: bool) -> Day | None:
    weekday = _weekday(words)
    if weekday is None:
        return None
    ahead = (weekday - today.weekday() - 1) % 7 + 1
    return today + datetime.timedelta(ahead - 7 if past and ahead < 7 else -7 if past else ahead)


def _weekday(word: str) -> int | None:
    return _named(word, WEEKDAYS, _SHORTEST_WEEKDAY)


def _named(word: str, names: Sequence[str], shortest: int) -> int | None:
    """The place of the name that begins with a word, in the chosen language or else in English."""
    if len(word) < shortest:
        return None
    for speak in (_, str):
        for place, name in enumerate(names):
            if _known(speak(name)).startswith(word):
                return place
    return None


def _in_figures(words: str, today: Day, past: bool) -> Day | None:
    if iso := _YEAR_FIRST.fullmatch(words):
        year, month, day = (int(part) for part in iso.groups() if part)
        return datetime.date(year, month, day)
    found = _FIGURES.fullmatch(words)
    if found is None:
        return None
    first, second, year_typed = int(found[1]), int(found[2]), found[3]
    order = _(_MONTH_AND_DAY)
    day_first = order.index("{day}") < order.index("{month}")
    month, day = (second, first) if day_first else (first, second)
    if month > 12 >= day:
        month, day = day, month  # there is only one way to read 25/12
    return _in_year(year_typed, month, day, today, past)


def _by_name(words: str, today: Day, past: bool) -> Day | None:
    """9 Mar 2026, Mar 9, March 9th, Friday, 9 March 2026."""
    month, numbers = None, []
    for word in re.findall(r"\d+|[^\W\d_]+", words):
        if word.isdigit():
            numbers.append(word)
        elif _is_one_of(word, _SMALL_WORDS):
            continue
        elif month is None and (place := _named(word, MONTHS, _SHORTEST_NAME)) is not None:
            month = place + 1
        elif _weekday(word) is None:
            return None
    if month is None or len(numbers) not in (1, 2):
        return None
    if len(numbers[0]) == 4:
        numbers.reverse()
    day, year = numbers[0], numbers[1] if len(numbers) == 2 else None
    if len(day) > 2 or (year is not None and len(year) not in (2, 4)):
        return None
    return _in_year(year, month, int(day), today, past)


def _in_year(typed: str | None, month: int, day: int, today: Day, past: bool) -> Day:
    """A day of which the year was typed whole, by two figures, or not at all."""
    if typed is None:
        return _nearest(month, day, today, past)
    if len(typed) == 4:
        return datetime.date(int(typed), month, day)
    year = today.year // 100 * 100 + int(typed)
    is_ahead = (year, month, day) > (today.year, today.month, today.day)
    is_late = is_ahead if past else year > today.year + _YEARS_AHEAD
    return datetime.date(year - 100 if is_late else year, month, day)


def _nearest(month: int, day: int, today: Day, past: bool) -> Day:
    days = []
    for year in range(today.year - _LEAP, today.year + _LEAP + 1):
        if month == 2 and day == 29 and not calendar.isleap(year):
            continue
        days.append(datetime.date(year, month, day))
    return min((one for one in days if not past or one <= today), key=lambda one: (abs(one - today), today - one))
