"""What was found, as a treatment plan prints it: areas of life, findings, substances, scores, safety and needs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from recovery_desktop.documents.blocks import Block, Text
from recovery_desktop.documents.columns import Column, Row
from recovery_desktop.documents.look import CELL, CELL_BOLD, NOTE, NUMBER
from recovery_desktop.documents.plan_findings import (
    Area,
    Finding,
    Need,
    SafetyStep,
    Score,
    ScoreCourse,
    SubstanceUse,
)
from recovery_desktop.documents.sections import joined, labelled, row_of, section, stacked
from recovery_desktop.documents.tables import Cell, Heading, Table, table
from recovery_desktop.documents.trend import trend
from recovery_desktop.documents.wheel import area_words, wheel
from recovery_desktop.text import _

_BETWEEN, _ON_A_LINE = 16, 3  # points between figures, and how many stand on a line


def whole_person(areas: Sequence[Area], readiness: str, width: float) -> Column | None:
    """The wheel with the same in a list, and how ready the client feels."""
    body: list[Block | None] = []
    if areas:
        drawn = wheel(areas)
        rest = width - drawn.wide - 14
        body.append(
            Row(
                [drawn, _area_table(areas, rest)],
                [drawn.wide + 14, rest],
                gap=14,
                keep=1,
                level=False,
                grouped=True,
                before=11,
            )
        )
    for said in (labelled(_("Areas not assessed"), _notes(areas)), labelled(_("Readiness"), readiness)):
        body.append(replace(said, before=10) if said else None)
    note = _("Each area by the client’s own rating, 0 to 10. Dark areas have a goal, dashed ones were not assessed.")
    return section(_("The whole person"), *body, note=note if areas else "")


def _area_table(areas: Sequence[Area], width: float) -> Table:
    rows: list[list[Cell]] = []
    for area in areas:
        rows.append(row_of(area.name, area_words(area), ", ".join(area.goals)))
    columns = [Heading(_("Area"), 68, CELL), Heading(_("Rating"), 62, CELL), Heading(_("Goal"), 31, NUMBER)]
    return table(columns, rows, width, pad=1.6)


def _notes(areas: Sequence[Area]) -> str:
    """Why an area was declined or is not relevant, a line each: too long for the column beside the wheel."""
    return "\n".join(joined(area.name, area.note, by=": ") for area in areas if area.note)


def findings(found: Sequence[Finding], width: float) -> Column | None:
    """Finding, strength and needs of each area."""
    columns = [
        Heading(_("Area"), 68, NUMBER),
        Heading(_("Finding"), 269),
        Heading(_("Strength"), 108),
        Heading(_("Need"), 54, NUMBER),
    ]
    rows = [row_of(one.area, one.text, one.strength, " ".join(one.needs)) for one in found]
    body = table(columns, rows, width) if rows else None
    return section(_("What we found"), body, empty=_("No finding is recorded."))


def substances(uses: Sequence[SubstanceUse], width: float) -> Column | None:
    """What the client uses, as told."""
    return section(_("Substance use"), substance_table(uses, width)) if uses else None


def substance_table(uses: Sequence[SubstanceUse], width: float) -> Table:
    """A row for each substance."""
    columns = [
        Heading(_("Substance"), 70),
        Heading(_("Amount"), 68),
        Heading(_("Days of 30"), 34),
        Heading(_("Last use"), 44),
        Heading(_("First use, age"), 38),
        Heading(_("Topics met"), 38),
        Heading(_("Remarks"), 207),
    ]
    rows = [
        row_of(
            stacked(Text(use.substance, NUMBER), Text(use.route, NOTE)),
            use.amount,
            use.days_of_30,
            use.last_use,
            use.first_use_age,
            use.topics_met,
            use.remarks,
        )
        for use in uses
    ]
    return table(columns, rows, width)


def scores(
    results: Sequence[Score], courses: Sequence[ScoreCourse], width: float, readiness: Block | None = None
) -> Column | None:
    """Results of questionnaires, and the course of those that were answered more than once: they have one row with the
    first and the last result, and what lies between is drawn."""
    columns = [
        Heading(_("Questionnaire"), 64, NUMBER),
        Heading(_("About"), 76),
        Heading(_("Result"), 163),
        Heading(_("The last one"), 163),
        Heading(_("Change"), 33),
    ]
    drawn = tuple(course.name for course in courses)
    rows = [_score_row(together) for together in _by_questionnaire(results, drawn)]
    asked = table(columns, rows, width) if rows else None
    return section(_("Scores"), asked, readiness, *_drawn(courses, width))


def _by_questionnaire(results: Sequence[Score], drawn: tuple[str, ...]) -> Iterator[list[Score]]:
    """The results that share a row: all of a questionnaire whose course is drawn, else each alone."""
    for (name, _measures), group in groupby(results, key=lambda one: (one.instrument, one.measures)):
        listed = list(group)
        if any(course == name or course.startswith(f"{name},") for course in drawn):
            yield listed
        else:
            yield from ([one] for one in listed)


def _score_row(together: Sequence[Score]) -> list[Cell]:
    first, last = together[0], together[-1]
    again = _result(last) if len(together) > 1 else ""
    changes = [one.change for one in together]
    return row_of(first.instrument, first.measures, _result(first), again, joined(*changes, by=", "))


def _result(one: Score) -> str:
    return joined(joined(one.score, one.band, by="; "), one.date, by=", ")


def _drawn(courses: Sequence[ScoreCourse], width: float) -> list[Block]:
    """Three figures on a line."""
    step = (width + _BETWEEN) / _ON_A_LINE
    figures = [trend(course, step - _BETWEEN) for course in courses]
    lines = [figures[i : i + _ON_A_LINE] for i in range(0, len(figures), _ON_A_LINE)]
    return [Row([*line], [step] * len(line), gap=_BETWEEN, keep=1, level=False, before=8) for line in lines]


def safety(steps: Sequence[SafetyStep], width: float) -> Column | None:
    """What a safety check found, and the steps taken; a step still open is bold."""
    columns = [
        Heading(_("Concern"), 124),
        Heading(_("What is done"), 223),
        Heading(_("Who, when"), 102),
        Heading(_("State"), 50),
    ]
    rows = [
        row_of(
            stacked(Text(step.concern, CELL_BOLD), Text(step.finding, NOTE)),
            step.action,
            stacked(Text(step.by, CELL), Text(step.when, CELL)),
            Text(step.state, CELL_BOLD if step.stands_out else CELL),
        )
        for step in steps
    ]
    return section(_("Safety steps"), table(columns, rows, width)) if rows else None


def needs(listed: Sequence[Need], width: float) -> Column | None:
    """Each need with its answer; what is deferred, declined or open stays visible in bold."""
    columns = [
        Heading(_("No."), 40, NUMBER),
        Heading(_("Need"), 195),
        Heading(_("Status"), 76),
        Heading(_("Answer"), 188),
    ]
    rows = [
        row_of(
            need.number,
            need.text,
            Text(need.status, CELL_BOLD if need.stands_out else CELL),
            stacked(Text(need.answer, CELL), Text(need.reason, CELL)),
        )
        for need in listed
    ]
    body = table(columns, rows, width) if rows else None
    return section(_("Needs and their answers"), body, empty=_("No need is recorded."))
