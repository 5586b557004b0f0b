"""The day and the moment that the window takes for now: one place, so that a test can set the day."""

import datetime

_set: datetime.date | None = None


def today() -> datetime.date:
    """The computer's day, or the one that was set."""
    return _set or datetime.date.today()


def now() -> datetime.datetime:
    """The computer's time with its zone, on that day."""
    moment = datetime.datetime.now()
    return (datetime.datetime.combine(_set, moment.time()) if _set is not None else moment).astimezone()


def use(day: datetime.date | None) -> None:
    """Sets the day; None goes back to the computer's."""
    global _set
    _set = day
