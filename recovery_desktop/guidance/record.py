"""The client's record as the derivation of facts reads it: a snapshot, or a client file as plain data.

Nothing is stored here and no table is known: a row is whatever gives its fields and its lists by name.
"""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from recovery_desktop.guidance.facts import NO, YES

_SAYS_NOTHING = ("state", "review", "answered_by", "asked_on")


class Row(Protocol):
    """A row of a record. `plans.snapshot.Entry` is one."""

    values: dict[str, Any]

    def rows(self, name: str, /) -> Sequence["Row"]: ...


class PlainRow:
    """A row of a client file: what is left out there is empty here."""

    def __init__(self, plain: Mapping[str, Any]) -> None:
        self.values = dict(plain)

    def rows(self, name: str, /) -> "list[PlainRow]":
        """The rows of a list; a list that holds at most one stands in the file without brackets."""
        found = self.values.get(name) or ()
        return [PlainRow(each) for each in ([found] if isinstance(found, Mapping) else found)]


def plain_client(plain: Mapping[str, Any]) -> PlainRow:
    """The client of a client file that was read as plain data: the whole file, or what stands under "client"."""
    return PlainRow(plain.get("client", plain))


def value(row: Row | None, name: str) -> Any:
    """What a field holds; None where it is empty."""
    found = None if row is None else row.values.get(name)
    return None if found in ("", [], {}) else found


def text(row: Row | None, name: str) -> str:
    """What a field of words holds."""
    return str(value(row, name) or "").strip()


def number(row: Row | None, name: str) -> float | None:
    """What a field of figures holds."""
    found = value(row, name)
    return float(found) if isinstance(found, int | float) and not isinstance(found, bool) else None


def day(row: Row | None, name: str) -> datetime.date | None:
    """The day that a field holds; a client file writes it as 2026-09-10."""
    found = value(row, name)
    if isinstance(found, str):
        try:
            return datetime.date.fromisoformat(found)
        except ValueError:
            return None
    return found if isinstance(found, datetime.date) else None


def asked(row: Row | None, name: str) -> str | None:
    """Yes or no; None for what was not asked, is not known or was declined."""
    found = value(row, name)
    return found if found in (YES, NO) else None


def first(row: Row | None, name: str) -> Row | None:
    """The only row of a list that holds at most one."""
    return next(iter(row.rows(name)), None) if row is not None else None


class Standing:
    """What stands of a client on a day: the running episode and, of its assessments, for each section and list the
    newest that says anything. What is dated later does not count yet."""

    def __init__(self, client: Row, today: datetime.date) -> None:
        self.client = client
        self.today = today
        self.episode = self._running()
        self._assessments = self.dated("assessments", "started_on")

    def _running(self) -> Row | None:
        episodes = [row for row in self.client.rows("episodes") if self._is_past(day(row, "intake_on"))]
        open_ones = [row for row in episodes if day(row, "discharged_on") is None]
        return next(reversed(open_ones or episodes), None)

    def _is_past(self, when: datetime.date | None) -> bool:
        return when is None or when <= self.today

    def dated(self, listed: str, by: str) -> list[Row]:
        """The rows of a list of the episode that are not dated after today, in the order of the record."""
        rows = self.episode.rows(listed) if self.episode is not None else ()
        return [row for row in rows if self._is_past(day(row, by))]

    def section(self, name: str) -> Row | None:
        """A section of the assessment; None when no assessment says anything in it."""
        return next(iter(self.listed(name)), None)

    def listed(self, name: str) -> list[Row]:
        """The rows of a list of the assessment."""
        for assessment in reversed(self._assessments):
            rows = list(assessment.rows(name))
            if any(_says_anything(row) for row in rows):
                return rows
        return []

    def asked_on(self, section: str) -> datetime.date | None:
        """The day on which a section was asked: its own, or that of its assessment."""
        for assessment in reversed(self._assessments):
            row = first(assessment, section)
            if row is not None and _says_anything(row):
                return day(row, "asked_on") or day(assessment, "started_on")
        return next((day(row, "started_on") for row in reversed(self._assessments) if day(row, "started_on")), None)

    def was_asked(self, section: str) -> bool:
        """Whether the newest assessment that knows of a section says that it was asked."""
        states = [text(first(row, section), "state") for row in self._assessments]
        return next((state for state in reversed(states) if state), "") == "asked"


def _says_anything(row: Row) -> bool:
    own = (held for name, held in row.values.items() if name not in _SAYS_NOTHING)
    return any(held not in ("", None, [], {}) for held in own)
