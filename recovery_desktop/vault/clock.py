"""The wall clock and a clock that nobody can turn, and what it means when they disagree."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

BACK = timedelta(minutes=5)
AHEAD = timedelta(days=1)
AHEAD_BETWEEN_SESSIONS = timedelta(days=366)  # a vault may rest for months; a year is a wrong clock


def _local_now() -> datetime:
    return datetime.now().astimezone()


def _steady() -> float:
    """Seconds that go on while the laptop sleeps, from an arbitrary start."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


@dataclass(frozen=True)
class Clock:
    """Where the vault takes its time from: local time with its offset, and steady seconds."""

    now: Callable[[], datetime] = _local_now
    steady: Callable[[], float] = _steady


@dataclass(frozen=True)
class Moment:
    """One reading of both clocks; `steady` is None for one of an earlier session."""

    wall: datetime
    steady: float | None


def step_between(earlier: Moment, later: Moment) -> timedelta | None:
    """How far the wall clock was turned between two readings, negative for back; None for not worth a word."""
    passed = later.wall - earlier.wall
    if earlier.steady is None or later.steady is None:
        turned, ahead = passed, AHEAD_BETWEEN_SESSIONS
    else:
        turned, ahead = passed - timedelta(seconds=later.steady - earlier.steady), AHEAD
    return turned if turned < -BACK or turned > ahead else None
