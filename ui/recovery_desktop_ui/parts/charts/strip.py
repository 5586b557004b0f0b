"""What was found on which day, one lane for each thing that was looked for, as plain values. No Qt in here."""

import datetime
from dataclasses import dataclass

from recovery_desktop.dates import short_date
from recovery_desktop.text import _
from recovery_desktop_ui.parts.charts.telling import Values

# name: (colour token, whether it is filled); the drawing knows how each looks, and no two look alike without colour
SHAPES: dict[str, tuple[str, bool]] = {
    "disc": ("accent", True),
    "diamond": ("care", True),
    "open_diamond": ("care", False),
    "square": ("accent", True),
    "triangle": ("care", True),
    "cross": ("ink", False),
    "slashed": ("ink", False),
    "open_square": ("quiet", False),
    "ring": ("quiet", False),
}


@dataclass(frozen=True)
class Mark:
    """One finding of a day: its shape, and in words."""

    day: datetime.date
    shape: str
    words: str


@dataclass(frozen=True)
class Lane:
    """All findings of one kind, the earliest first."""

    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Strip:
    """The lanes from top to bottom; `legend` says what each shape means, `told` what the picture shows."""

    name: str
    lanes: tuple[Lane, ...]
    legend: tuple[tuple[str, str], ...]
    told: str

    @property
    def days(self) -> tuple[datetime.date, datetime.date]:
        """The first and the last day of all lanes, which have at least one mark."""
        every = [mark.day for lane in self.lanes for mark in lane.marks]
        return min(every), max(every)

    def sentence(self) -> str:
        return self.told

    def values(self) -> Values:
        """Every mark, the newest first."""
        rows = [(mark.day, lane.name, mark.words) for lane in self.lanes for mark in lane.marks]
        rows.sort(key=lambda row: row[0], reverse=True)
        heads = (_("Date"), _("What"), _("Result"))
        return Values(heads, tuple((short_date(day), name, words) for day, name, words in rows))
