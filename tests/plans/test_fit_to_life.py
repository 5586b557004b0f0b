"""Times are read from what counselors type, and held against work hours and wishes; what is not plain says nothing."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_desktop.plans.fit_to_life import wishes_missed, work_met
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.plans.step_times import read_times
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.fields import WEEKDAYS
from recovery_desktop.records.life import WorkSchool
from recovery_desktop.records.person import Preferences
from recovery_desktop.records.store import Store
from recovery_desktop.text import in_language
from tests.people import admitted

LATE = ("15:00", "23:30", ["tue", "wed", "thu", "fri", "sat"])
EARLY = ("06:30", "15:30", ["mon", "tue", "wed", "thu", "fri"])
NIGHT = ("22:00", "06:00", ["mon", "tue"])


def _episode(store: Store, work: tuple[str, str, list[str]] | None = None, wishes: list[str] | None = None) -> Entry:
    client, episode = admitted(store)
    assessment = store.add(Assessment, episode, started_on=datetime.date(2026, 10, 12))
    if work is not None:
        store.add(WorkSchool, assessment, work_from=work[0], work_until=work[1], work_days=work[2])
    if wishes is not None:
        store.add(Preferences, assessment, times=wishes)
    return take(client.id).rows("episodes")[0]


@pytest.mark.parametrize(
    ("text", "days", "spans"),
    [
        ("Monday and Friday mornings", {"mon", "fri"}, ((360, 720),)),
        ("evenings", set(WEEKDAYS), ((1020, 1320),)),
        ("ten classes, Thursdays at 11:30", {"thu"}, ((690, 750),)),
        ("Mon, Wed 6 pm", {"mon", "wed"}, ((1080, 1140),)),
        ("12 a.m.", set(WEEKDAYS), ((0, 60),)),
        ("at noon", set(WEEKDAYS), ((720, 1020),)),
        ("weekends", {"sat", "sun"}, ()),
    ],
)
def test_days_and_times_are_read(text: str, days: set[str], spans: tuple[tuple[int, int], ...]) -> None:
    times = read_times(text, 60)
    assert times is not None
    assert (times.days, times.spans) == (days, spans)


def test_days_in_an_english_record_are_read_while_a_paper_is_in_spanish() -> None:
    with in_language("es"):
        for text in ("Monday and Friday mornings", "lunes y viernes"):
            times = read_times(text, 60)
            assert times is not None and times.days == {"mon", "fri"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "before closing shifts",
        "after the evening shift",
        "not on Mondays",
        "weeks 1 and 2",
        "tablet daily",
        "25:00",
    ],
)
def test_what_is_not_plain_is_no_time(text: str) -> None:
    assert read_times(text, 60) is None


@given(st.text(max_size=60))
def test_no_text_is_too_much(text: str) -> None:
    times = read_times(text, 60)
    assert times is None or (times.days and all(0 <= start < 24 * 60 for start, _end in times.spans))


@pytest.mark.parametrize(
    ("work", "timing", "minutes", "said"),
    [
        (LATE, "mornings", 180, ""),
        (LATE, "Monday evening", 60, ""),
        (LATE, "evenings", 60, "Meets work on Tuesday to Saturday, 15:00–23:30; free then: Monday, Sunday."),
        (LATE, "Tuesday evening", 60, "Meets work on Tuesday, 15:00–23:30."),
        (LATE, "Sunday and Friday at 16:00", 60, "Meets work on Friday, 15:00–23:30; free then: Sunday."),
        (LATE, "Tuesday at 14:00", 60, ""),
        (LATE, "Tuesday at 14:30", 60, "Meets work on Tuesday, 15:00–23:30."),
        (EARLY, "mornings", 60, "Meets work on Monday to Friday, 06:30–15:30; free then: Saturday, Sunday."),
        (EARLY, "Monday afternoon", 60, ""),
        (EARLY, "Monday afternoon", 120, "Meets work on Monday, 06:30–15:30."),
        (NIGHT, "Tuesday at 5 am", 60, "Meets work on Tuesday, 22:00–06:00."),
        (NIGHT, "Wednesday at 5 am", 60, "Meets work on Wednesday, 22:00–06:00."),
        (NIGHT, "Monday at 5 am", 60, ""),
        (NIGHT, "Thursday at 5 am", 60, ""),
        (LATE, "Tuesday", 60, ""),
        (LATE, "before closing shifts", 60, ""),
        (None, "evenings", 60, ""),
    ],
)
def test_work_hours_that_are_met_are_told(
    store: Store, work: tuple[str, str, list[str]] | None, timing: str, minutes: int, said: str
) -> None:
    assert work_met(timing, minutes, _episode(store, work)) == said


def test_what_does_not_say_how_long_it_takes_is_an_hour(store: Store) -> None:
    episode = _episode(store, LATE)
    assert work_met("Tuesday at 13:59", None, episode) == ""
    assert work_met("Tuesday at 14:01", None, episode) != ""


@pytest.mark.parametrize(
    ("wishes", "timing", "said"),
    [
        (["morning"], "evenings", "Not at the times wished for: mornings."),
        (["morning", "weekend"], "Monday at 18:00", "Not at the times wished for: mornings, weekends."),
        (["morning", "evening"], "evenings", ""),
        (["weekend"], "Saturday evening", ""),
        (["weekend"], "Saturday and Monday evening", "Not at the times wished for: weekends."),
        (["morning"], "Monday", ""),
        ([], "evenings", ""),
        (None, "evenings", ""),
    ],
)
def test_wishes_for_times_that_are_missed_are_told(
    store: Store, wishes: list[str] | None, timing: str, said: str
) -> None:
    assert wishes_missed(timing, 60, _episode(store, wishes=wishes)) == said


@pytest.mark.parametrize(
    "timing", ["Monday to Friday at 9:00", "Mon–Fri", "Mon - Fri mornings", "every day but Sunday", "Mon through Wed"]
)
def test_days_that_stand_for_others_are_not_taken_for_those_alone(timing: str) -> None:
    assert read_times(timing, 60) is None


@pytest.mark.parametrize("timing", ["Monday and Friday, 9:00", "Tuesday mornings, check-in online"])
def test_days_that_are_named_are_read(timing: str) -> None:
    assert read_times(timing, 60) is not None
