"""One pure function scores every questionnaire by what its data file says, so that each score can be explained.

Nothing is guessed: without all its answers there is no total and no band. A safety answer counts at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from recovery_desktop.instruments.conditions import holds
from recovery_desktop.instruments.definitions import Answer, Bands, Cut, Instrument, Item, Scale, Skip
from recovery_desktop.instruments.library import instrument

TOTAL = "total"
DECLINED = "declined"
Responses = Sequence[Any] | Mapping[str, Any]


@dataclass(frozen=True)
class Score:
    """What the answers of one administration come to."""

    instrument: str
    status: str
    """`complete`, `incomplete` (a scored item has no answer) or `invalid` (an answer that the form does not have)."""
    total: int | float | None = None
    """The published total; None where there is none or where an answer is missing or wrong."""
    severity: str | None = None
    """The band of the total, or the outcome, in the publisher's word; None where none is published."""
    meaning: str = ""
    """The band in one plain sentence, or why the items were not asked."""
    recorded_as: str = ""
    """What stands in the record in place of the band, where the items were not asked and a band would mislead."""
    subscales: Mapping[str, int | float | None] = field(default_factory=dict)
    """By the key of each subscale; None where one of its own items is missing or wrong."""
    subscale_levels: Mapping[str, str] = field(default_factory=dict)
    """The published band of each subscale that has some."""
    missing_items: tuple[str, ...] = ()
    skipped_items: tuple[str, ...] = ()
    """Items without an answer that other answers make unnecessary; they count 0."""
    error_items: tuple[str, ...] = ()
    """Keys of items with an answer that the form does not have, and keys that it does not know."""
    flags: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    bands_source: str = ""
    """Where the bands, or without bands the scoring, were published."""


def score(instrument_id: str, responses: Responses, *, sex: str | None = None, substance: str | None = None) -> Score:
    """Scores answers as the questionnaire's publisher says; the rules and their source stand in its data file.

    `responses` is a list in printed order or a mapping by item key; an answer is a whole number, or "yes" / "no" (the
    file does the keying), and None is unanswered, as is "declined" where the form has no such answer. `sex` ("male",
    "female") and `substance` choose the bands of the few forms whose cuts differ by them. Wrong answers never raise:
    they make the result `invalid`. Raises ValueError for an unknown `instrument_id`.
    """
    form = instrument(instrument_id)
    given, errors = _sorted_out(form, responses)
    asked = [item for item in form.items if substance not in item.not_for_substance]
    points = _points(asked, given, errors)
    skipped = _skip(form, points)
    missing = tuple(i.key for i in asked if i.scored and i.key not in (*points, *errors, *skipped))
    values = {scale.key: _value(scale, asked, points, skipped) for scale in form.scales}
    status = "invalid" if errors else "incomplete" if missing else "complete"
    total = values.get(TOTAL) if status == "complete" else None
    cut, source = _band(form, TOTAL, total, sex, substance)
    severity, meaning = (cut.severity, cut.means) if cut else (None, "")
    if form.outcomes and not errors:
        severity, meaning = _outcome(form, points, values)
    closed = _closed_gate(form, points) if status == "complete" else None
    levels = {key: _band(form, key, value, sex, substance)[0] for key, value in values.items() if key != TOTAL}
    return Score(
        instrument=form.id,
        status=status,
        total=total,
        severity=severity,
        meaning=closed.means if closed else meaning,
        recorded_as=closed.recorded_as if closed else "",
        subscales={key: value for key, value in values.items() if key != TOTAL},
        subscale_levels={key: level.severity for key, level in levels.items() if level},
        missing_items=missing,
        skipped_items=tuple(item.key for item in asked if item.key in skipped and item.key not in points),
        error_items=tuple(errors),
        flags=frozenset(each.flag for each in form.flags if holds(each.when, points, values)),
        notes=tuple(each.text for each in form.notes if holds(each.when, points, values)),
        bands_source=source or form.scoring_source,
    )


def _sorted_out(form: Instrument, responses: Responses) -> tuple[dict[str, Any], list[str]]:
    """The answers by item key, and the keys that the form does not know; positions beyond its end are their number."""
    keys = [item.key for item in form.items]
    if isinstance(responses, Mapping):
        given = dict(responses)
    else:
        given = {keys[i] if i < len(keys) else f"({i + 1})": answer for i, answer in enumerate(responses)}
    return given, [str(key) for key, answer in given.items() if key not in keys and answer is not None]


def _points(asked: Sequence[Item], given: Mapping[str, Any], errors: list[str]) -> dict[str, int]:
    """What each answered item counts; notes in `errors` the items whose answer the form does not have."""
    points = {}
    for item in asked:
        value = given.get(item.key)
        answer = answer_of(item, value)
        if answer is not None:
            points[item.key] = answer.points
        elif value is not None and value != DECLINED:
            errors.append(item.key)
    return points


def answer_of(item: Item, value: Any) -> Answer | None:
    """The printed answer that a stored value stands for; None if it stands for none."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    return next((each for each in item.answers if value == each.value or value in each.also), None)


def _skip(form: Instrument, points: dict[str, int]) -> set[str]:
    """The items that were rightly not asked. Behind a gate an answer that is there does not count."""
    skipped: set[str] = set()
    for skip in form.skips:
        if holds(skip.when, points, {}):
            skipped.update(skip.items)
            if skip.gate:
                for item in skip.items:
                    points.pop(item, None)
    return skipped


def _closed_gate(form: Instrument, points: Mapping[str, int]) -> Skip | None:
    """What has to be said of items that were rightly not asked, if it has."""
    return next((skip for skip in form.skips if skip.means and holds(skip.when, points, {})), None)


def _value(scale: Scale, asked: Sequence[Item], points: Mapping[str, int], skipped: set[str]) -> int | float | None:
    """The score of one scale; an item that was rightly skipped counts 0."""
    keys = {item.key for item in asked}
    counted = [key for key in scale.items if key in keys]
    if any(key not in points and key not in skipped for key in counted):
        return None
    total = sum(points.get(key, 0) for key in counted)
    return round(total / len(counted), 1) if scale.is_mean else total


def _band(
    form: Instrument, scale: str, value: float | None, sex: str | None, substance: str | None
) -> tuple[Cut | None, str]:
    """The band in which a score lies, and where the bands were published."""
    bands = bands_for(form, scale, sex, substance)
    if bands is None:
        return None, ""
    if value is None:
        return None, bands.source
    return next((cut for cut in reversed(bands.cuts) if value >= cut.at), None), bands.source


def bands_for(form: Instrument, scale: str, sex: str | None, substance: str | None) -> Bands | None:
    """Those for the sex or substance, or else those for everybody. Where the cuts differ by substance there are none
    for an unknown one."""
    of_scale = [bands for bands in form.bands if bands.scale == scale]
    for_one = [bands for bands in of_scale if bands.sex or bands.substance]
    chosen = [bands for bands in for_one if (bands.sex or sex) == sex and (bands.substance or substance) == substance]
    if chosen:
        return chosen[0]
    if any(bands.substance for bands in for_one) and substance is None:
        return None
    return next((bands for bands in of_scale if bands not in for_one), None)


def _outcome(
    form: Instrument, points: Mapping[str, int], values: Mapping[str, int | float | None]
) -> tuple[str | None, str]:
    """The first outcome that holds. It may hold before all is answered: then it says what is still open."""
    for outcome in form.outcomes:
        if holds(outcome.when, points, values):
            return outcome.severity, outcome.means
    return None, ""
