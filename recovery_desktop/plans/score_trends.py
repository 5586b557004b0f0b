"""The scores of one questionnaire over time: a course for the total or for each subscale, with its published bands."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from recovery_desktop.instruments import instrument, score
from recovery_desktop.instruments.definitions import Bands, Instrument, Scale
from recovery_desktop.instruments.scoring import TOTAL, bands_for
from recovery_desktop.text import _


@dataclass(frozen=True)
class Given:
    """One administration: its day, its raw answers, and what it was about if that was one substance."""

    day: datetime.date
    responses: Mapping[str, Any]
    substance: str = ""


@dataclass(frozen=True)
class Course:
    """The values of one scale by day, the earliest first; `bands` are where each begins and its published name."""

    name: str
    low: float
    high: float
    readings: tuple[tuple[datetime.date, float], ...]
    bands: tuple[tuple[float, str], ...]
    higher_is_better: bool

    @property
    def since_first(self) -> float | None:
        """How far the last value is from the first; None with one value."""
        return self.readings[-1][1] - self.readings[0][1] if len(self.readings) > 1 else None

    @property
    def since_last(self) -> float | None:
        """How far the last value is from the one before; None with one value."""
        return self.readings[-1][1] - self.readings[-2][1] if len(self.readings) > 1 else None


def courses(instrument_id: str, given: Sequence[Given], *, sex: str = "") -> tuple[Course, ...]:
    """The courses of all scales that have a value; administrations without one leave no gap and no guess."""
    form = instrument(instrument_id)
    by_scale: dict[str, list[tuple[datetime.date, float]]] = {scale.key: [] for scale in form.scales}
    ordered = sorted(given, key=lambda one: one.day)
    for one in ordered:
        found = score(instrument_id, one.responses, sex=sex or None, substance=one.substance or None)
        for key, value in {**found.subscales, TOTAL: found.total}.items():
            if value is not None:
                by_scale[key].append((one.day, float(value)))
    shown = [scale for scale in form.scales if scale.key == TOTAL] or list(form.scales)
    about = ordered[-1].substance if ordered else ""
    return tuple(_course(form, scale, by_scale[scale.key], sex, about) for scale in shown if by_scale[scale.key])


def _course(
    form: Instrument, scale: Scale, readings: list[tuple[datetime.date, float]], sex: str, substance: str
) -> Course:
    bands: Bands | None = bands_for(form, scale.key, sex or None, substance or None)
    name = (
        form.name
        if scale.key == TOTAL
        else _("{questionnaire}, {scale}").format(questionnaire=form.name, scale=scale.name)
    )
    return Course(
        name=name,
        low=scale.low,
        high=scale.high,
        readings=tuple(readings),
        bands=tuple((cut.at, cut.severity) for cut in bands.cuts) if bands else (),
        higher_is_better=scale.higher_is_better,
    )
