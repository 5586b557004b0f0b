"""Clocks and time zones that a test turns."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from recovery_desktop.vault import Clock
from tests.support import need

START = datetime(2026, 3, 28, 12, 0, tzinfo=UTC)


@dataclass
class Hands:
    """A clock whose hands the test moves; `pass_by` moves both the wall clock and the steady one."""

    wall: datetime = START
    steady: float = 1000.0

    def turn(self, by: timedelta) -> None:
        self.wall += by

    def pass_by(self, time: timedelta) -> None:
        self.wall += time
        self.steady += time.total_seconds()

    @property
    def clock(self) -> Clock:
        return Clock(now=lambda: self.wall, steady=lambda: self.steady)

    @property
    def local_clock(self) -> Clock:
        """Tells the time of the zone in which it is read, as the computer's own does."""
        return Clock(now=lambda: self.wall.astimezone(), steady=lambda: self.steady)


@contextmanager
def in_zone(name: str) -> Iterator[None]:
    """The time zone of this process; inside another it changes while what was begun goes on."""
    need(hasattr(time, "tzset"), "the time zone cannot be changed for one process here")
    before = os.environ.get("TZ")
    _use(name)
    try:
        yield
    finally:
        _use(before)


def _use(name: str | None) -> None:
    if name is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = name
    time.tzset()
