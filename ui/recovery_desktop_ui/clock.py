"""The day that the window takes for today: one place, so that a test can set it."""

import datetime

_set: datetime.date | None = None


def today() -> datetime.date:
    """The computer's day, or the one that was set."""
    return _set or datetime.date.today()


def use(day: datetime.date | None) -> None:
    """Sets the day; None goes back to the computer's."""
    global _set
    _set = day
