"""The course of a score: the days in their order, without a guess where a score is missing, with published bands."""

import datetime
from typing import Any

from recovery_desktop.plans.score_trends import Given, courses

FIRST, SECOND, THIRD = (datetime.date(2026, month, 10) for month in (8, 9, 10))


def gad(day: datetime.date, total: int) -> Given:
    """A GAD-7 that comes to a total up to 7."""
    return Given(day, {str(item): int(item <= total) for item in range(1, 8)})


def test_the_earliest_stands_first() -> None:
    (course,) = courses("gad-7", [gad(THIRD, 2), gad(FIRST, 6), gad(SECOND, 5)])
    assert course.readings == ((FIRST, 6), (SECOND, 5), (THIRD, 2))
    assert (course.since_first, course.since_last) == (-4, -3)
    assert (course.name, course.low, course.high, course.higher_is_better) == ("GAD-7", 0, 21, False)
    assert course.bands == ((0, "minimal"), (5, "mild"), (10, "moderate"), (15, "severe"))


def test_one_value_is_no_change() -> None:
    (course,) = courses("gad-7", [gad(FIRST, 6)])
    assert course.since_first is None and course.since_last is None


def test_what_has_no_score_leaves_no_gap_and_no_guess() -> None:
    (course,) = courses("gad-7", [gad(FIRST, 6), Given(SECOND, {"1": 3}), gad(THIRD, 4)])
    assert course.readings == ((FIRST, 6), (THIRD, 4))
    assert courses("gad-7", [Given(FIRST, {"1": 3})]) == ()
    assert courses("gad-7", []) == ()


def test_without_a_total_each_scale_has_its_own_course() -> None:
    use: dict[str, Any] = {"4": 2, "5": 1, "6": 2}
    protective: dict[str, Any] = {"9": 2, "10": 0, "12": 1, "13": 4, "14": 4, "16": 3}
    found = courses("bam", [Given(FIRST, use), Given(SECOND, use | protective)])
    assert [(course.name, len(course.readings), course.higher_is_better) for course in found] == [
        ("BAM, Use", 2, False),
        ("BAM, Protective", 1, True),
    ]
    assert found[0].bands == ((0, "no attention"), (1, "attention"))


def test_a_scale_without_published_bands_has_none() -> None:
    (recognition, *_rest) = courses("socrates-8d", [Given(FIRST, {str(item): 3 for item in range(1, 20)})])
    assert recognition.bands == ()
