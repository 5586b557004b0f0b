"""Time in the audit: always UTC with its offset, in the order of the entries, and a turned clock is written down."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from recovery_desktop.vault import Clock, Vault
from recovery_desktop.vault.audit import CLOCK_TURNED
from recovery_desktop.vault.clock import Moment, step_between
from tests.clocks import START, Hands, in_zone
from tests.vault.small import add_note, new_vault, opened


def _turns(vault: Vault) -> list[str]:
    rows = vault.connection().execute("SELECT object FROM audit WHERE action = ? ORDER BY seq", (CLOCK_TURNED,))
    return [text for (text,) in rows.fetchall()]


@pytest.mark.parametrize(
    ("turned", "told"),
    [
        (timedelta(minutes=-4), []),
        (timedelta(minutes=-6), ["-360 s"]),
        (timedelta(days=-1), ["-86400 s"]),
        (timedelta(hours=23), []),
        (timedelta(hours=25), ["+90000 s"]),
        (timedelta(days=3653), ["+315619200 s"]),
    ],
)
def test_turned_clock_is_written_down_once(turned: timedelta, told: list[str], tmp_path: Path) -> None:
    hands = Hands()
    vault = new_vault(tmp_path / "vault", hands.clock).vault
    add_note(vault, "before")
    hands.turn(turned)
    add_note(vault, "after")
    add_note(vault, "and again")
    assert _turns(vault) == told
    assert len(vault.findings) == len(told)
    assert vault.audit.verify() == []
    vault.close()


def test_a_weekend_asleep_is_no_turned_clock(tmp_path: Path) -> None:
    hands = Hands()
    vault = new_vault(tmp_path / "vault", hands.clock).vault
    hands.pass_by(timedelta(days=3))
    add_note(vault, "monday")
    assert _turns(vault) == []
    vault.close()


@pytest.mark.parametrize(("passed", "found"), [(-1, 1), (30, 0), (3653, 1)])
def test_clock_turned_between_two_openings_is_told(passed: int, found: int, tmp_path: Path) -> None:
    hands = Hands()
    new_vault(tmp_path / "vault", hands.clock).vault.close()
    hands.wall += timedelta(days=passed)
    hands.steady = 5.0  # started again
    vault = opened(tmp_path / "vault", clock=hands.clock)
    assert len(vault.findings) == len(_turns(vault)) == found
    vault.close()


_ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Kiritimati")
_MOMENTS = (
    datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC),  # before and after the clocks change, both ways
    datetime(2026, 3, 29, 1, 0, 1, tzinfo=UTC),
    datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
    datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    datetime(2026, 11, 1, 5, 30, tzinfo=UTC),
    datetime(2028, 2, 29, 23, 30, tzinfo=UTC),
    datetime(2026, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
    datetime(2027, 1, 1, tzinfo=UTC),
)


@pytest.mark.parametrize("zone", _ZONES)
def test_every_zone_stores_the_same_utc_and_its_own_offset(zone: str, tmp_path: Path) -> None:
    now: list[datetime] = []
    vault = new_vault(tmp_path / "vault", Clock(now=lambda: now[-1] if now else START, steady=lambda: 0.0)).vault
    with in_zone(zone):
        for moment in _MOMENTS:
            now.append(moment.astimezone())
            add_note(vault, "x")
    rows = vault.connection().execute("SELECT utc, utc_offset FROM audit WHERE action = 'add' ORDER BY seq").fetchall()
    assert [datetime.fromisoformat(utc) for utc, _offset in rows] == list(_MOMENTS)
    with in_zone(zone):
        offsets = [moment.astimezone().utcoffset() for moment in _MOMENTS]
    assert [timedelta(seconds=offset) for _utc, offset in rows] == offsets
    assert vault.audit.verify() == []
    vault.close()


def test_travelling_is_no_turned_clock() -> None:
    early = Moment(datetime(2026, 5, 1, 12, tzinfo=timezone(timedelta(hours=-8))), 0.0)
    late = Moment(datetime(2026, 5, 1, 22, 5, tzinfo=timezone(timedelta(hours=2))), 300.0)
    assert step_between(early, late) is None


def test_real_clock_knows_its_offset_and_goes_on() -> None:
    clock = Clock()
    started = clock.steady()
    assert clock.now().utcoffset() is not None
    assert started <= clock.steady()
