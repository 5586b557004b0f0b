"""When a questionnaire is due again, by the schedule and by when it was answered last."""

import datetime
from typing import Any

import pytest

from recovery_desktop.plans.due import due
from recovery_desktop.plans.instruments_due import instruments_due
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.assessment import Administration, ScheduledInstrument
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.store import Store
from tests.people import TODAY, admitted, day


@pytest.fixture
def care(store: Store) -> tuple[Client, Episode]:
    return admitted(store)


def next_days(client: Client) -> list[tuple[str, datetime.date]]:
    return [(one.name, one.on) for one in instruments_due(take(client.id).rows("episodes")[0])]


@pytest.mark.parametrize(
    ("schedule", "given", "expected"),
    [
        ({"every_days": 30, "first_on": day(5)}, [], day(5)),
        ({"every_days": 30, "first_on": day(5)}, [day(-1)], day(5)),
        ({"every_days": 30, "first_on": day(-40)}, [day(-40), day(-9)], day(21)),
        ({"every_days": 14}, [day(-20)], day(-6)),
        ({"every_days": 14}, [], None),
        ({"first_on": day(-3)}, [], day(-3)),
        ({"first_on": day(-3)}, [day(-2)], None),
        ({"every_days": 30, "first_on": day(-40), "until_on": day(10)}, [day(-9)], None),
    ],
)
def test_the_next_day(
    store: Store,
    care: tuple[Client, Episode],
    schedule: dict[str, Any],
    given: list[datetime.date],
    expected: datetime.date | None,
) -> None:
    client, episode = care
    store.add(ScheduledInstrument, episode, instrument="gad-7", **schedule)
    for each in given:
        store.add(Administration, episode, instrument="gad-7", given_on=each)
    assert next_days(client) == ([("GAD-7", expected)] if expected else [])


def test_it_stands_in_the_list_of_what_is_due(store: Store, care: tuple[Client, Episode]) -> None:
    client, episode = care
    store.add(ScheduledInstrument, episode, instrument="bam", every_days=30, first_on=day(-3))
    store.add(ScheduledInstrument, episode, instrument="house-list", first_on=day(3))
    store.add(ScheduledInstrument, episode, instrument="phq-9", first_on=day(200))
    found = [(one.kind, one.what) for one in due(take(client.id), TODAY)]
    assert ("late", "BAM again") in found and ("coming", "house-list again") in found
    assert not any("PHQ-9" in what for _kind, what in found)
