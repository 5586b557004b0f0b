"""What was found, as a treatment plan prints it: areas of life, findings, substances, scores, safety and needs."""

from collections.abc import Sequence
from dataclasses import replace

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

_BETWEEN = 20  # points between two figures on a line


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
        Heading(_("Area"), 76, NUMBER),
        Heading(_("Finding"), 261),
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
        Heading(_("Substance"), 74),
        Heading(_("Amount"), 80),
        Heading(_("Days of 30"), 38),
        Heading(_("Last use"), 56),
        Heading(_("First use, age"), 42),
        Heading(_("Topics met"), 42),
        Heading(_("Remarks"), 167),
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


def scores(results: Sequence[Score], courses: Sequence[ScoreCourse], width: float) -> Column | None:
    """Results of questionnaires, and the course of those that were answered more than once."""
    columns = [
        Heading(_("Questionnaire"), 76, NUMBER),
        Heading(_("About"), 84),
        Heading(_("Date"), 64),
        Heading(_("Score"), 116, CELL_BOLD),
        Heading(_("Change"), 38),
        Heading(_("Range"), 121),
    ]
    rows = [row_of(one.instrument, one.measures, one.date, one.score, one.change, one.band) for one in results]
    return section(_("Scores"), table(columns, rows, width), *_drawn(courses, width)) if rows else None


def _drawn(courses: Sequence[ScoreCourse], width: float) -> list[Block]:
    """Two figures on a line."""
    wide = (width - _BETWEEN) / 2
    figures = [trend(course, wide) for course in courses]
    pairs = [figures[i : i + 2] for i in range(0, len(figures), 2)]
    return [Row([*pair], [wide] * len(pair), gap=_BETWEEN, keep=1, level=False, before=12) for pair in pairs]


def safety(steps: Sequence[SafetyStep], width: float) -> Column | None:
    """What a safety check found, and the steps taken; a step still open is bold."""
    columns = [
        Heading(_("Concern"), 118),
        Heading(_("What is done"), 221),
        Heading(_("Who, when"), 100),
        Heading(_("State"), 60),
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
