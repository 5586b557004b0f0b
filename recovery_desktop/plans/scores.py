"""Scores over time: one series for each questionnaire, or scale of one, and for the days of use."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.plan_findings import is_private
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _

_DAYS = 30


@dataclass(frozen=True)
class Series:
    """One score over time, the earliest reading first. `bands` has the published word beside each reading."""

    name: str
    measures: str
    readings: tuple[tuple[datetime.date, float], ...]
    bands: tuple[str, ...]
    high: float

    @property
    def change(self) -> float:
        """How far the last value is from the first."""
        return self.readings[-1][1] - self.readings[0][1]

    @property
    def is_followed(self) -> bool:
        """Whether it was taken more than once."""
        return len(self.readings) > 1

    @property
    def words(self) -> str:
        """What it measures and how it reads: “moderate, now mild”."""
        first, last = self.bands[0], self.bands[-1]
        band = _("{before}, now {now}").format(before=first, now=last) if first and last and first != last else last
        return band or self.measures


def scores_over_time(client: Entry) -> tuple[Series, ...]:
    """All series of the running episode: first those taken more than once, each in the order of the record.

    Questionnaires on violence at home are left out: the person it is about may look at the screen as well.
    """
    episode = running_episode(client)
    if episode is None:
        return ()
    found = [*_questionnaires(episode), *_days_of_use(episode)]
    return tuple(sorted(found, key=lambda series: not series.is_followed))


def _questionnaires(episode: Entry) -> Iterable[Series]:
    points: dict[tuple[str, str], list[tuple[Entry, Entry]]] = {}
    for row in episode.rows("administrations"):
        if is_private(row) or not row["given_on"]:
            continue
        has_total = any(not score["scale"] for score in row.rows("scores"))
        for score in row.rows("scores"):
            if score["value"] is not None and (not score["scale"] or not has_total):
                points.setdefault((row["instrument"], score["scale"]), []).append((row, score))
    for (_instrument, scale), pairs in points.items():
        pairs.sort(key=lambda pair: pair[0]["given_on"])
        last = pairs[-1][0]
        top = max(score["highest"] or score["value"] for _row, score in pairs)
        yield Series(
            name=joined([last["name"] or last["instrument"], scale], " "),
            measures=last["measures"],
            readings=tuple((row["given_on"], score["value"]) for row, score in pairs),
            bands=tuple(score["band"] for _row, score in pairs),
            high=top,
        )


def _days_of_use(episode: Entry) -> Iterable[Series]:
    """Days of use in thirty, as told in each assessment."""
    told: dict[str, list[tuple[datetime.date, Entry]]] = {}
    for assessment in episode.rows("assessments"):
        day = assessment["started_on"] or assessment["completed_on"]
        for row in assessment.rows("substances") if day else ():
            if row["days_of_30"] is not None:
                told.setdefault(row["name"] or row.shown("substance_class"), []).append((day, row))
    for name, rows in told.items():
        rows.sort(key=lambda pair: pair[0])
        yield Series(
            name=name,
            measures=_("days of use in 30"),
            readings=tuple((day, float(row["days_of_30"])) for day, row in rows),
            bands=("",) * len(rows),
            high=_DAYS,
        )
