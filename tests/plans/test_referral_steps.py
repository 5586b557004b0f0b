"""A referral goes from made to its result, one step at a time, and says how long it has waited."""

from typing import Any

import pytest

from recovery_desktop.plans.referral_steps import next_step, state, waiting_days
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.family import NOT_ATTENDED_YET, REFERRAL_STATES, Referral
from recovery_desktop.records.store import Store
from tests.people import TODAY, admitted, day


@pytest.fixture
def care(store: Store) -> tuple[Client, Episode]:
    return admitted(store)


def entry(store: Store, care: tuple[Client, Episode], **values: Any) -> Entry:
    store.add(Referral, care[1], **({"recipient": "A clinic"} | values))
    return take(care[0].id).rows("episodes")[0].rows("referrals")[-1]


def test_step_by_step_from_nothing_to_the_result(store: Store, care: tuple[Client, Episode]) -> None:
    row = store.add(Referral, care[1], recipient="A clinic")
    said = []
    while step := next_step(take(care[0].id).rows("episodes")[0].rows("referrals")[0], TODAY):
        said.append((step.words, step.then))
        store.save(row, **(step.changes or {"result": "Seen, comes again"}))
    assert said == [
        ("Made today", ""),
        ("Booked", "appointment_on"),
        ("Attended today", "result"),
        ("Write the result", "result"),
    ]
    assert (row.status, row.made_on, row.result_on) == ("attended", TODAY, TODAY)


@pytest.mark.parametrize("status", ["", *REFERRAL_STATES])
def test_every_state_goes_on_until_its_result_is_known(store: Store, care: tuple[Client, Episode], status: str) -> None:
    assert next_step(entry(store, care, status=status), TODAY) is not None
    known = entry(store, care, status=status, result="Known")
    assert (next_step(known, TODAY) is None) == (status not in NOT_ATTENDED_YET)


@pytest.mark.parametrize(
    ("values", "mark", "words"),
    [
        ({}, "started", "Not made yet"),
        ({"status": "planned"}, "started", "Planned"),
        ({"status": "made", "made_on": day(0)}, "started", "Made · waiting 0 days"),
        ({"status": "made", "made_on": day(-1)}, "started", "Made · waiting 1 day"),
        ({"status": "made", "made_on": day(-29)}, "started", "Made · waiting 4 weeks"),
        ({"status": "made", "made_on": day(-30)}, "care", "Made · waiting 4 weeks"),
        (
            {"status": "booked", "made_on": day(-40), "appointment_on": day(3)},
            "started",
            "Booked, in 3 days · waiting 5 weeks",
        ),
        (
            {"status": "booked", "made_on": day(-14), "appointment_on": day(-1)},
            "care",
            "appointment 13 Oct: what came of it? · waiting 14 days",
        ),
        ({"status": "attended", "made_on": day(-9)}, "care", "Attended: what came of it? · waiting 9 days"),
        ({"status": "not_attended"}, "care", "Not attended: what came of it?"),
        ({"status": "attended", "result": "Seen", "result_on": day(-2)}, "done", "Attended 12 Oct 2026"),
        ({"status": "declined", "result": "Not now"}, "closed", "Declined"),
    ],
)
def test_a_referral_says_how_it_stands(
    store: Store, care: tuple[Client, Episode], values: dict[str, Any], mark: str, words: str
) -> None:
    assert state(entry(store, care, **values), TODAY) == (mark, words)


def test_what_has_its_result_waits_no_more(store: Store, care: tuple[Client, Episode]) -> None:
    values = {"status": "attended", "made_on": day(-9)}
    assert waiting_days(entry(store, care, **values), TODAY) == 9
    assert waiting_days(entry(store, care, **values, result="Seen"), TODAY) is None
    assert waiting_days(entry(store, care, status="made"), TODAY) is None
    assert waiting_days(entry(store, care, status="made", made_on=day(2)), TODAY) is None
