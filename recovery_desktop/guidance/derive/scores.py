"""Facts of questionnaires, for every one alike: totals, subscales, single answers, what they raise.

No questionnaire is known by name: PHQ-9 gives the facts `phq_9`, `phq_9_item_9`, `phq_9_so_far` and, after a second
time, `phq_9_before`; a subscale of the BAM gives `bam_risk`. Flags that the data files raise are facts of their name.
"""

import datetime
from collections.abc import Iterable

from recovery_desktop.figures import figure
from recovery_desktop.guidance.derive.found import Found
from recovery_desktop.guidance.facts import NO, YES
from recovery_desktop.guidance.record import Row, Standing, day, text, value
from recovery_desktop.instruments import Score, ids, instrument, score
from recovery_desktop.instruments.definitions import Flag, Instrument
from recovery_desktop.instruments.scoring import TOTAL, answer_of
from recovery_desktop.text import _

LASTING = ("suicide_risk_acute", "suicide_risk", "suicide_item_positive", "partner_violence")
"""Safety flags: what was answered later takes none back, as it does not say that anybody asked about it."""
PRIVATE = ("partner_violence",)


def find(found: Found, standing: Standing) -> None:
    """Adds the newest answers of each questionnaire of the episode, and every safety answer of all of them."""
    given: dict[str, list[Row]] = {}
    for row in standing.dated("administrations", "given_on"):
        if text(row, "instrument") in ids() and value(row, "responses"):
            given.setdefault(text(row, "instrument"), []).append(row)
    for name, rows in given.items():
        rows.sort(key=lambda row: day(row, "given_on") or datetime.date.min)
        _safety(found, name, rows)
        _newest(found, standing, name, rows)


def fact_name(instrument_id: str, part: str = "") -> str:
    """The name of a questionnaire's fact: `phq_9`, or with a part `bam_risk`."""
    return "_".join(filter(None, [instrument_id.replace("-", "_"), part]))


def _scored(standing: Standing, row: Row) -> Score:
    return score(
        text(row, "instrument"),
        value(row, "responses"),
        sex=text(standing.client, "sex") or None,
        substance=text(row, "substance") or None,
    )


def _newest(found: Found, standing: Standing, name: str, rows: list[Row]) -> None:
    form, newest = instrument(name), rows[-1]
    result, on = _scored(standing, newest), day(newest, "given_on")
    is_private = any(flag.flag in PRIVATE for flag in form.flags)
    _values(found, form, result, on, is_private)
    _answers(found, form, newest, on, is_private)
    if len(rows) > 1:
        _before(found, form, _scored(standing, rows[-2]), day(rows[-2], "given_on"), is_private)


def _values(found: Found, form: Instrument, result: Score, on: datetime.date | None, is_private: bool) -> None:
    if result.total is not None:
        found.add(
            fact_name(form.id),
            float(result.total),
            _reads(form.name, result.total, result.recorded_as or result.severity),
            on,
            private=is_private,
        )
    if result.severity and form.outcomes:
        words = f"{form.name}: {result.severity}"
        found.add(fact_name(form.id, "outcome"), result.severity, words, on, private=is_private)
    for key, points in result.subscales.items():
        scale = form.scale(key)
        if points is not None and scale is not None and result.status != "invalid":
            words = _reads(f"{form.name} {scale.name}", points, result.subscale_levels.get(key))
            found.add(fact_name(form.id, key), float(points), words, on, private=is_private)


def _reads(name: str, points: float, band: str | None) -> str:
    """“GAD-7 14, moderate”."""
    return ", ".join(filter(None, [f"{name} {figure(points)}", band or ""]))


def _answers(found: Found, form: Instrument, row: Row, on: datetime.date | None, is_private: bool) -> None:
    """What each answer counts, and what they come to while others are missing: never more than the total will be."""
    given = value(row, "responses")
    points = {}
    for item in form.items:
        answer = answer_of(item, given.get(item.key))
        if answer is not None:
            points[item.key] = answer.points
            words = _("{name}, “{question}”: {answer}").format(
                name=form.name, question=item.text or item.key, answer=answer.label or answer.value
            )
            found.add(fact_name(form.id, f"item_{item.key}"), float(answer.points), words, on, private=is_private)
    whole = form.scale(TOTAL)
    if whole is not None and not whole.is_mean and points:
        total = float(sum(points.get(key, 0) for key in whole.items))
        is_part = any(key not in points for key in whole.items)
        words = _("{name}, {points} so far").format(name=form.name, points=figure(total))
        words = words if is_part else found.words(fact_name(form.id)) or words
        found.add(fact_name(form.id, "so_far"), total, words, on, private=is_private)


def _before(found: Found, form: Instrument, result: Score, on: datetime.date | None, is_private: bool) -> None:
    values = {"": result.total, **result.subscales}
    for key, points in values.items():
        if points is not None:
            name = "_".join(filter(None, [fact_name(form.id, key), "before"]))
            words = _("{name} {points} the time before").format(name=form.name, points=figure(points))
            found.add(name, float(points), words, on, private=is_private)


def _safety(found: Found, name: str, rows: Iterable[Row]) -> None:
    """Each safety flag is yes when any time raised it, from the newest such day; no when the newest time is whole."""
    form = instrument(name)
    for flag in (each for each in form.flags if each.flag in LASTING):
        results = [(day(row, "given_on"), score(name, value(row, "responses"))) for row in rows]
        raised = [on for on, result in results if flag.flag in result.flags]
        if raised:
            _flag(found, form, flag, max(raised, key=lambda on: on or datetime.date.max))
        elif results[-1][1].status == "complete":
            words = _("{name} raises no safety concern").format(name=form.name)
            found.add(flag.flag, NO, words, results[-1][0], private=flag.flag in PRIVATE)


def _flag(found: Found, form: Instrument, flag: Flag, on: datetime.date | None) -> None:
    before = found.facts.get(flag.flag)
    if before is not None and before.value == NO:
        del found.facts[flag.flag]
    found.add(flag.flag, YES, f"{form.name}: {flag.says}", on, private=flag.flag in PRIVATE)
