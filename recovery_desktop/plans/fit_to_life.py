"""Whether the times of a step fit the client's work and the times the client wished for, in sentences.

It points out; whether a step fits is for the client to say.
"""

from recovery_desktop.plans.assessed import standing
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.plans.step_times import DAY, Span, Times, read_times
from recovery_desktop.records.fields import WEEKDAYS
from recovery_desktop.text import _

_USUAL_MINUTES = 60  # of something that does not say how long it takes


def work_met(timing: str, minutes: int | None, episode: Entry) -> str:
    """On which days something meets the work hours of the record; empty where it does not, or nobody knows."""
    work, long = _assessed(episode, "work_school"), minutes or _USUAL_MINUTES
    times = read_times(timing, long)
    if work is None or times is None or not times.spans:
        return ""
    if not (work["work_days"] and work["work_from"] and work["work_until"]):
        return ""
    shift = _shift(work["work_from"], work["work_until"])
    meant = [day for day in WEEKDAYS if day in times.days]
    met = [day for day in meant if _is_taken(day, times, work["work_days"], shift, long)]
    free = [day for day in meant if day not in met]
    if not met:
        return ""
    said = _("Meets work on {days}, {hours}").format(days=_days(met), hours=f"{work['work_from']}–{work['work_until']}")
    return _("{said}; free then: {free}.").format(said=said, free=_days(free)) if free else said + "."


def wishes_missed(timing: str, minutes: int | None, episode: Entry) -> str:
    """Which times the client wished for, where something is at none of them; empty otherwise."""
    preferences = _assessed(episode, "preferences")
    times = read_times(timing, minutes or _USUAL_MINUTES)
    wished = preferences["times"] if preferences is not None else []
    if preferences is None or times is None or not wished or not times.parts or times.parts & set(wished):
        return ""
    labels = [lower_first(preferences.field("times").shown([code])) for code in wished]
    return _("Not at the times wished for: {times}.").format(times=joined(labels))


def _assessed(episode: Entry, section: str) -> Entry | None:
    assessment = standing(episode)
    return assessment.one(section) if assessment is not None else None


def _shift(start: str, end: str) -> Span:
    first, last = _minutes(start), _minutes(end)
    return first, last if last > first else last + DAY


def _minutes(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def _is_taken(day: str, times: Times, work_days: list[str], shift: Span, minutes: int) -> bool:
    """Whether on a day no span of the step leaves the minutes it takes beside that day's shift and the one before."""
    order = list(WEEKDAYS)
    before = order[order.index(day) - 1]
    shifts = [shift] if day in work_days else []
    if before in work_days and shift[1] > DAY:
        shifts.append((0, shift[1] - DAY))
    return all(_longest_free(span, shifts) < min(minutes, span[1] - span[0]) for span in times.spans)


def _longest_free(span: Span, shifts: list[Span]) -> int:
    start, end = span
    edges = sorted((max(first, start), min(last, end)) for first, last in shifts if first < end and last > start)
    at, longest = start, 0
    for first, last in edges:
        longest, at = max(longest, first - at), max(at, last)
    return max(longest, end - at)


def _days(days: list[str]) -> str:
    """“Monday”, “Tuesday to Saturday”: three and more in a row by their ends."""
    order = list(WEEKDAYS)
    at = [order.index(day) for day in days]
    names = [_(WEEKDAYS[day]) for day in days]
    if len(at) > 2 and at == list(range(at[0], at[-1] + 1)):
        return _("{first} to {last}").format(first=names[0], last=names[-1])
    return joined(names)
