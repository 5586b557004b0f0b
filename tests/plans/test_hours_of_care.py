"""Hours of care a week: from the dose and the days of what was accepted."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_desktop.plans.hours_of_care import hours_of_care
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.client import Episode
from recovery_desktop.records.therapies import PERIODS, SPANS, Service

START = datetime.date(2026, 9, 21)
DAY = datetime.timedelta(1)


def _service(**values: Any) -> Entry:
    empty = {name: field.empty for name, field in Service.described().items()}
    weekly = {"name": "Counseling", "decision": "accepted", "times": 2, "per": "week", "minutes": 90}
    return Entry(Service, 1, {**empty, **weekly, "starts_on": START, **values}, {})


def _hours(*services: Entry) -> list[tuple[datetime.date, float, str]]:
    episode = Entry(Episode, 1, {}, {})
    episode.lists["services"] = list(services)
    return [(one.since, one.hours, one.why) for one in hours_of_care(episode)]


def test_what_goes_on_without_an_end_is_one_stretch() -> None:
    assert _hours(_service()) == [(START, 3, "begins: Counseling")]


@pytest.mark.parametrize(
    ("dose", "hours"),
    [
        ({"times": 1, "per": "day", "minutes": 30}, 3.5),
        ({"times": 13, "per": "month", "minutes": 60}, 3),
        ({"times": 1, "per": "week", "minutes": 50}, 0.83),
    ],
)
def test_other_periods_come_to_hours_a_week(dose: dict[str, Any], hours: float) -> None:
    assert [each for _on, each, _why in _hours(_service(**dose))] == [hours]


@pytest.mark.parametrize(
    "values",
    [{"decision": "declined"}, {"per": "once"}, {"minutes": None}, {"times": None}, {"starts_on": None}],
)
def test_what_has_no_hours_is_left_out(values: dict[str, Any]) -> None:
    assert _hours(_service(**values)) == []


@pytest.mark.parametrize(
    ("end", "on"),
    [
        ({"ends_on": START + 9 * DAY}, START + 10 * DAY),
        ({"span": 2, "span_unit": "weeks"}, START + 14 * DAY),
        ({"span": 2, "span_up_to": 3, "span_unit": "weeks"}, START + 21 * DAY),
        ({"span": 10, "span_unit": "days"}, START + 10 * DAY),
        ({"span": 1, "span_unit": "months"}, START + 30 * DAY),
        ({"span": 6, "span_unit": "sessions"}, START + 21 * DAY),
    ],
)
def test_it_ends_when_it_says_so(end: dict[str, Any], on: datetime.date) -> None:
    assert _hours(_service(**end)) == [(START, 3, "begins: Counseling"), (on, 0, "ends: Counseling")]


def test_a_step_down_says_what_took_the_place_of_what_and_why() -> None:
    group = _service(name="Day program", times=3, minutes=180, ends_on=START + 41 * DAY)
    less = _service(starts_on=START + 42 * DAY, times=1, minutes=60, change_reason="goals met for four weeks")
    assert _hours(group, less) == [
        (START, 9, "begins: Day program"),
        (START + 42 * DAY, 1, "begins: Counseling (goals met for four weeks); ends: Day program"),
    ]


@given(
    st.lists(
        st.fixed_dictionaries(
            {},
            optional={
                "times": st.integers(1, 100),
                "minutes": st.integers(1, 1440),
                "per": st.sampled_from(["", *PERIODS]),
                "span": st.integers(1, 1000),
                "span_unit": st.sampled_from(["", *SPANS]),
                "starts_on": st.dates(datetime.date(2000, 1, 1), datetime.date(2100, 1, 1)),
                "ends_on": st.dates(datetime.date(2000, 1, 1), datetime.date(2100, 1, 1)),
            },
        ),
        max_size=6,
    )
)
def test_any_doses_and_days_come_to_stretches_in_their_order(rows: list[dict[str, Any]]) -> None:
    found = _hours(*(_service(**row) for row in rows))
    assert [on for on, _h, _w in found] == sorted({on for on, _h, _w in found})
    assert all(hours >= 0 and why for _on, hours, why in found)
