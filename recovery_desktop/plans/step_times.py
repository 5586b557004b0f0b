"""When something takes place, read from what a counselor types: “Monday and Friday mornings”, “Thursdays at 11:30”.

A text that is not understood says nothing: no time is better than a wrong one.
"""

import re
from dataclasses import dataclass

from recovery_desktop.records.fields import WEEKDAYS
from recovery_desktop.text import N_, _

DAY = 24 * 60
Span = tuple[int, int]
"""From and until, in minutes since midnight; one that goes past midnight ends above a day's minutes."""
PARTS: dict[str, tuple[str, Span]] = {
    "morning": (N_("morning, mornings"), (6 * 60, 12 * 60)),
    "day": (N_("noon, daytime, afternoon, afternoons"), (12 * 60, 17 * 60)),
    "evening": (N_("evening, evenings, night, nights"), (17 * 60, 22 * 60)),
}
"""The parts of a day: the words that name each, and when it is."""
_WEEKEND = N_("weekend, weekends")
_NOT_THEN = N_("before, after, except, but, not, no, never, without, until, between")
"""Words after which a time is not the time meant."""
_UP_TO = N_("to, through, till")
"""Words that make two days the ends of several."""
_DASH = re.compile(r"[^\W\d_]\s*[-–—]\s*[^\W\d_]")
_CLOCK = re.compile(r"\b(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?\s?m\b|\b([01]?\d|2[0-3]):([0-5]\d)\b")


@dataclass(frozen=True)
class Times:
    """On which days of the week (all that can be meant where none is named), and when on them."""

    days: frozenset[str]
    spans: tuple[Span, ...]
    parts: frozenset[str]  # as clients' wishes name them


def read_times(text: str, minutes: int) -> Times | None:
    """What a text says of days and times; `minutes` is how long something takes from a time of the clock on. None where
    it names neither, or where it is not plain."""
    low = text.casefold()
    words = re.findall(r"[^\W\d_]+", low)
    if _listed(_NOT_THEN) & set(words):
        return None
    days = frozenset(key for key, name in WEEKDAYS.items() if _day_names(key, name) & set(words))
    if len(days) > 1 and (_listed(_UP_TO) & set(words) or _DASH.search(low)):
        return None
    if _listed(_WEEKEND) & set(words):
        days |= {"sat", "sun"}
    clock = tuple((start, start + minutes) for start in _clock_times(low))
    named = [part for part, (names, _span) in PARTS.items() if _listed(names) & set(words)]
    spans = clock or tuple(PARTS[part][1] for part in named)
    if not days and not spans:
        return None
    return Times(days or frozenset(WEEKDAYS), spans, _wished_parts(spans, days))


def _wished_parts(spans: tuple[Span, ...], days: frozenset[str]) -> frozenset[str]:
    found = {part for part, (_names, (first, last)) in PARTS.items() for start, _end in spans if first <= start < last}
    return frozenset(found | ({"weekend"} if days and days <= {"sat", "sun"} else set()))


def _listed(words: str) -> set[str]:
    """The words of a list in both languages: a record in English may be read while a paper speaks another."""
    return {word.strip() for word in f"{words},{_(words)}".casefold().split(",")}


def _day_names(key: str, name: str) -> set[str]:
    """A day in full, in the plural, and by its first three letters, in both languages."""
    both = {name.casefold(), _(name).casefold()}
    return {key, *both, *(full + "s" for full in both), *(full[:3] for full in both)}


def _clock_times(text: str) -> list[int]:
    found = []
    for hour12, minute12, half, hour, minute in _CLOCK.findall(text):
        if half:
            found.append((int(hour12) % 12 + (12 if half == "p" else 0)) * 60 + int(minute12 or 0))
        else:
            found.append(int(hour) * 60 + int(minute))
    return [time for time in found if time < DAY]
