"""The clients whose records were opened last, by number, also across a lock; no name is kept."""

from recovery_desktop.records.base import practice_database

MOST = 10

_used: dict[str, list[int]] = {}  # by the practice's file: another practice has other clients


def used(number: int) -> None:
    """Notes that a client's record was opened."""
    numbers = _used.setdefault(_practice(), [])
    _used[_practice()] = [number, *(each for each in numbers if each != number)][:MOST]


def recent() -> tuple[int, ...]:
    """The last ten of the open practice, the newest first."""
    return tuple(_used.get(_practice(), ()))


def _practice() -> str:
    return str(practice_database.obj.database)
