"""What a chart says without a picture: a name, a sentence and a table of values. No Qt in here."""

import datetime
from dataclasses import dataclass
from typing import Protocol

from recovery_desktop.text import N_, _, ngettext

# small numbers are read as words; one is part of the phrase, because languages give it a gender
_COUNTS = (
    N_("two"),
    N_("three"),
    N_("four"),
    N_("five"),
    N_("six"),
    N_("seven"),
    N_("eight"),
    N_("nine"),
    N_("ten"),
    N_("eleven"),
    N_("twelve"),
)
_DAYS_OF_MONTH, _DAYS_OF_YEAR = 30.44, 365.25


@dataclass(frozen=True)
class Values:
    """A chart as a table: the heads of the columns, and rows of as many cells."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Telling(Protocol):
    """What every description of a chart can say."""

    @property
    def name(self) -> str: ...

    def sentence(self) -> str:
        """What the picture shows, in words."""

    def values(self) -> Values:
        """Everything that the picture shows, as a table."""


def told(telling: Telling) -> str:
    """Sentence and values as one text, for who listens instead of looking."""
    values = telling.values()
    lines = ("; ".join(f"{head} {cell}" for head, cell in _cells(values, row)) for row in values.rows)
    return "\n".join((telling.sentence(), *lines))


def _cells(values: Values, row: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(head, cell) for head, cell in zip(values.heads, row, strict=True) if cell]


def count_words(count: int) -> str:
    """2 to 12 as words, other numbers as figures."""
    return _(_COUNTS[count - 2]) if 2 <= count <= len(_COUNTS) + 1 else str(count)


def span_words(first: datetime.date, last: datetime.date) -> str:
    """The time between two days as one says it: "ten weeks", "one day"."""
    days = (last - first).days
    if days < 14:
        return ngettext("one day", "{count} days", days).format(count=count_words(days))
    if days < 120:
        weeks = round(days / 7)
        return ngettext("one week", "{count} weeks", weeks).format(count=count_words(weeks))
    if days < 2 * _DAYS_OF_YEAR:
        months = round(days / _DAYS_OF_MONTH)
        return ngettext("one month", "{count} months", months).format(count=count_words(months))
    years = round(days / _DAYS_OF_YEAR)
    return ngettext("one year", "{count} years", years).format(count=count_words(years))
