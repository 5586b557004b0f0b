"""Diagnoses, how they belong together, medicines and care team, as a treatment plan prints them."""

from collections.abc import Sequence
from dataclasses import replace

from recovery_desktop.documents.blocks import Block, Text
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.look import BODY, CELL, CELL_BOLD, NOTE, NUMBER
from recovery_desktop.documents.plan_content import TreatmentPlan
from recovery_desktop.documents.plan_findings import CareTeamMember, CoOccurring, Diagnosis, Medication, TestResult
from recovery_desktop.documents.sections import joined, labelled, row_of, section, subsection
from recovery_desktop.documents.tables import Heading, Table, table
from recovery_desktop.text import _


def diagnoses(plan: TreatmentPlan, width: float) -> Column | None:
    """Diagnoses with what belongs to them: pairs, medicines, care team."""
    body: list[Block | None] = []
    if "diagnoses" not in plan.left_out:
        none = Text(_("No diagnosis is recorded."), BODY)
        body += diagnosis_table(plan.diagnoses, width) if plan.diagnoses else [none]
    if plan.co_occurring:
        body.append(subsection(_("How they belong together"), _pair_table(plan.co_occurring, width)))
    if "medicines" not in plan.left_out:
        none_listed = Text(plan.medications_state or _("None recorded."), CELL)
        medicines = medicine_table(plan.medications, width) if plan.medications else none_listed
        body.append(subsection(_("Medicines"), medicines))
    if plan.tests:
        body.append(subsection(_("Tests, the newest first"), _test_table(plan.tests, width)))
    if plan.care_team:
        body.append(subsection(_("Care team"), _team_table(plan.care_team, width)))
    return section(_("Diagnoses and treatment team"), *body)


def diagnosis_table(listed: Sequence[Diagnosis], width: float) -> list[Block]:
    """A row for each diagnosis; who diagnosed them stands once below where it is the same of all."""
    columns = [
        Heading(_("Code"), 50, NUMBER),
        Heading(_("Diagnosis"), 122),
        Heading(_("Role"), 78),
        Heading(_("Basis"), 118),
        Heading(_("Diagnosed by"), 131),
    ]
    rows = [row_of(one.code, _named(one), _role(one), one.basis, Text(one.diagnosed_by, NOTE)) for one in listed]
    by = {one.diagnosed_by for one in listed}
    if len(listed) == 1 or len(by) > 1:
        return [table(columns, rows, width)]
    below = labelled(_("Diagnosed by"), "".join(by))
    told = [replace(below, before=6)] if below else []
    return [table(columns[:4], [row[:4] for row in rows], width), *told]


def short_diagnoses(listed: Sequence[Diagnosis], width: float) -> Table:
    """A row for each diagnosis, in half a page's width."""
    rows = [row_of(one.code, joined(_named(one), _role(one), one.basis, one.diagnosed_by, by="; ")) for one in listed]
    return table([Heading("", 50, NUMBER), Heading("", max(width - 50, 1))], rows, width)


def _named(one: Diagnosis) -> str:
    """Its name, and how severe it is where the name does not say so."""
    return joined(one.name, "" if one.severity.lower() in one.name.lower() else one.severity, by=", ")


def _role(one: Diagnosis) -> str:
    return joined(one.role, _("provisional") if one.provisional else "", by=", ")


def _pair_table(pairs: Sequence[CoOccurring], width: float) -> Table:
    columns = [
        Heading(_("Together"), 118, CELL_BOLD),
        Heading(_("Came first"), 72),
        Heading(_("How they act on each other"), 135),
        Heading(_("Treated by"), 70),
        Heading(_("One step for both"), 104),
    ]
    rows = [
        row_of(
            joined(pair.substance, pair.condition, by=" + "),
            pair.came_first,
            pair.connection,
            pair.treated_by,
            pair.step,
        )
        for pair in pairs
    ]
    return table(columns, rows, width)


def medicine_table(medicines: Sequence[Medication], width: float) -> Table:
    """A row for each medicine."""
    columns = [
        Heading(_("Medicine"), 130, CELL_BOLD),
        Heading(_("Dose"), 130),
        Heading(_("For"), 129),
        Heading(_("Prescribed by"), 110),
    ]
    return table(columns, [row_of(one.name, one.dose, one.purpose, one.prescriber) for one in medicines], width)


def short_medicines(medicines: Sequence[Medication], width: float) -> Table:
    """A row for each medicine, in half a page's width."""
    rows = [row_of(one.name, joined(one.dose, one.purpose, one.prescriber, by="; ")) for one in medicines]
    return table([Heading("", 90, CELL_BOLD), Heading("", max(width - 90, 1))], rows, width)


def _test_table(results: Sequence[TestResult], width: float) -> Table:
    columns = [
        Heading(_("Date"), 180),
        Heading(_("Test"), 119),
        Heading(_("Result"), 90),
        Heading(_("Note"), 110),
    ]
    rows = [
        row_of(one.date, one.kind, Text(one.result, CELL_BOLD if one.stands_out else CELL), one.note) for one in results
    ]
    return table(columns, rows, width)


def _team_table(team: Sequence[CareTeamMember], width: float) -> Table:
    columns = [
        Heading(_("Name"), 130, CELL_BOLD),
        Heading(_("Role"), 110),
        Heading(_("Task"), 159),
        Heading(_("Contact"), 100),
    ]
    return table(columns, [row_of(one.name, one.role, one.task, one.contact) for one in team], width)
