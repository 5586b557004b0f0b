"""The usual contacts: 30, 90, 180 days and a year after the discharge, or until then after the admission."""

import datetime

import pytest

from recovery_desktop.plans.follow_up_days import counted_from, missing_contacts, to_come
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.aftercare import FollowUp
from recovery_desktop.records.client import Episode
from recovery_desktop.records.store import Store
from tests.people import admitted

DAY = datetime.date(2026, 10, 12)


@pytest.fixture
def episode(store: Store) -> Episode:
    _client, episode = admitted(store)
    return store.save(episode, admitted_on=DAY, intake_on=None)


def _read() -> Entry:
    return take(Episode.get().client.id).rows("episodes")[0]


def _days(today: datetime.date = DAY) -> list[int]:
    first, _name = counted_from(_read(), today)
    return [(one.on - first).days for one in missing_contacts(_read(), today)]


def test_they_are_counted_from_the_admission_and_say_so(episode: Episode) -> None:
    assert counted_from(_read(), DAY) == (DAY, "admission")
    assert [one.what for one in missing_contacts(_read(), DAY)] == [
        "Follow-up call, 30 days after admission",
        "Follow-up call, 90 days after admission",
        "Follow-up call, 180 days after admission",
        "Follow-up call, 12 months after admission",
    ]


def test_from_the_discharge_once_there_is_one(store: Store, episode: Episode) -> None:
    store.save(episode, discharged_on=DAY + datetime.timedelta(60))
    assert counted_from(_read(), DAY) == (DAY + datetime.timedelta(60), "discharge")
    assert _days() == [30, 90, 180, 365]


def test_without_any_day_they_are_counted_from_today(store: Store, episode: Episode) -> None:
    store.save(episode, admitted_on=None)
    assert counted_from(_read(), DAY) == (DAY, "today")


@pytest.mark.parametrize(
    ("kind", "off", "left"), [("call", 0, 3), ("visit", -14, 3), ("call", 15, 4), ("instrument", 0, 4)]
)
def test_a_contact_nearby_is_not_doubled(store: Store, episode: Episode, kind: str, off: int, left: int) -> None:
    store.add(FollowUp, episode, kind=kind, due_on=DAY + datetime.timedelta(90 + off))
    assert len(_days()) == left


def test_one_that_was_held_stands_for_it_too(store: Store, episode: Episode) -> None:
    store.add(FollowUp, episode, kind="call", held_on=DAY + datetime.timedelta(31))
    assert _days() == [90, 180, 365]


def test_what_is_past_is_not_offered(episode: Episode) -> None:
    assert _days(DAY + datetime.timedelta(91)) == [180, 365]
    assert _days(DAY + datetime.timedelta(366)) == []


def test_to_come_is_what_was_not_held_from_today_on(store: Store, episode: Episode) -> None:
    for days, held in ((20, None), (0, None), (-1, None), (5, DAY)):
        store.add(FollowUp, episode, kind="call", due_on=DAY + datetime.timedelta(days), held_on=held)
    store.add(FollowUp, episode, kind="call")
    assert [(row["due_on"] - DAY).days for row in to_come(_read(), DAY)] == [0, 20]
