"""One score over time, as plain values: readings, range, cut-off and bands, and how they read in words."""

import datetime
from dataclasses import dataclass

from recovery_desktop.dates import long_date, short_date
from recovery_desktop.figures import figure
from recovery_desktop.text import _
from recovery_desktop_ui.parts.charts.telling import Values, span_words


@dataclass(frozen=True)
class Reading:
    """One value of one day; None where it was asked for and there is none."""

    day: datetime.date
    value: float | None


@dataclass(frozen=True)
class Band:
    """A stretch of the range that has a word: 5 to 9 is mild. Both ends belong to it."""

    low: float
    high: float
    word: str


@dataclass(frozen=True)
class Trend:
    """A score over time. `readings` stand in the order of their days; `bands` from the lowest to the highest."""

    name: str
    readings: tuple[Reading, ...]
    high: float
    low: float = 0
    cut_off: float | None = None
    cut_off_word: str = ""
    bands: tuple[Band, ...] = ()

    @property
    def scored(self) -> list[tuple[int, float]]:
        """Place and value of every reading that has one."""
        return [(i, reading.value) for i, reading in enumerate(self.readings) if reading.value is not None]

    @property
    def limit_words(self) -> str:
        """The cut-off as it stands beside its line; empty without one."""
        if self.cut_off is None:
            return ""
        return f"{self.cut_off_word or _('cut-off')} {figure(self.cut_off)}"

    def band_of(self, value: float) -> str:
        """The word of the band a value lies in, or nothing; between two bands the lower one counts."""
        return next((band.word for band in reversed(self.bands) if value >= band.low), "")

    def sentence(self) -> str:
        """How the score went: “PHQ-9 fell from 19 to 7 in ten weeks, from moderately severe to mild.”"""
        if not self.scored:
            return _("{name} has no score yet.").format(name=self.name)
        (i, first), (j, last) = self.scored[0], self.scored[-1]
        days = self.readings[i].day, self.readings[j].day
        bands = self.band_of(first), self.band_of(last)
        if i == j:
            said = _("{name} was {value} on {date}").format(
                name=self.name, value=figure(first), date=long_date(days[0])
            )
            return f"{said}, {bands[0]}." if bands[0] else f"{said}."
        said = self._course(first, last, days)
        if bands[0] == bands[1]:
            return f"{said}, {bands[0]}." if bands[0] else f"{said}."
        return _("{course}, from {before} to {now}.").format(course=said, before=bands[0], now=bands[1])

    def _course(self, first: float, last: float, days: tuple[datetime.date, datetime.date]) -> str:
        words = {"name": self.name, "first": figure(first), "last": figure(last), "span": span_words(*days)}
        if days[0] == days[1]:
            return _("{name} was {first} and later {last} on the same day").format(**words)
        if first == last:
            return _("{name} was {first} and is {last} again after {span}").format(**words)
        if last < first:
            return _("{name} fell from {first} to {last} in {span}").format(**words)
        return _("{name} rose from {first} to {last} in {span}").format(**words)

    def values(self) -> Values:
        """Date, score and, where there are bands, the word of the band."""
        heads = (_("Date"), _("Score"), *([_("Meaning")] if self.bands else []))
        return Values(heads, tuple(self._row(reading) for reading in self.readings))

    def _row(self, reading: Reading) -> tuple[str, ...]:
        words = _("no score") if reading.value is None else figure(reading.value)
        band = "" if reading.value is None else self.band_of(reading.value)
        return (short_date(reading.day), words, *([band] if self.bands else []))
