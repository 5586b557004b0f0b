"""The discharge summary as a document: from admission to the last day, and what comes next."""

from datetime import datetime

from recovery_desktop.documents import closing_pages, course_pages, diagnosis_pages, opening_pages
from recovery_desktop.documents.answer_pages import referrals
from recovery_desktop.documents.blocks import Block, Text
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.discharge_content import DischargeSummary
from recovery_desktop.documents.document import build_document
from recovery_desktop.documents.furniture import running
from recovery_desktop.documents.lists import items
from recovery_desktop.documents.look import BODY, BODY_BOLD, CELL, LONG_VOICE, Grid
from recovery_desktop.documents.paper import Paper
from recovery_desktop.documents.sections import section
from recovery_desktop.documents.signatures import signature_lines, signed_body, signing
from recovery_desktop.documents.voice import voice
from recovery_desktop.text import _


def build(summary: DischargeSummary, paper: Paper, printed_at: datetime, lang: str = "en-US") -> bytes:
    """The summary as a tagged PDF/A-2a and PDF/UA-1 file."""
    grid = Grid(paper)
    about = running(summary, _("Discharge summary"), printed_at)
    return build_document(body(summary, grid), grid, about, summary.practice.name, lang)


def body(summary: DischargeSummary, grid: Grid) -> Column:
    """Everything between head and foot of the pages."""
    width = grid.width
    parts: list[Block | None] = [
        *opening_pages.opening(summary, _("Discharge summary"), _about(summary), width),
        _reason(summary),
        course_pages.attendance(summary.attendance, (), width),
        course_pages.goals(summary.goals, width),
        course_pages.scores(_("Scores, at the start and at the end"), summary.scores, width),
        course_pages.tests(summary.tests),
        _diagnoses(summary, width),
        _medicines(summary, width),
        _listed(_("How things stand"), summary.status, width),
        referrals(summary.referrals, width),
        closing_pages.aftercare(summary.aftercare, width),
        _listed(_("Outlook, from what is recorded"), summary.outlook, width),
    ]
    return signed_body(parts, signing([], [signature_lines(summary.signatures, width)] if summary.signatures else []))


def _about(summary: DischargeSummary) -> list[tuple[str, str]]:
    return [
        (_("Allergies"), summary.allergies),
        (_("Admitted"), summary.admitted),
        (_("Discharged"), summary.discharged),
        (_("Last contact"), summary.last_contact),
        (_("Level of care"), summary.level_of_care),
        (_("Responsible counselor"), summary.counselor),
    ]


def _reason(summary: DischargeSummary) -> Column | None:
    """Why treatment ended and where it goes on, over what the client came with."""
    came = voice(summary.reason_for_coming, LONG_VOICE, before=6) if summary.reason_for_coming else None
    why = Text(summary.reason, BODY_BOLD) if summary.reason else None
    on = Text(summary.disposition, BODY, before=3) if summary.disposition else None
    return section(_("Reason for discharge, and how it goes on"), why, on, _came(came))


def _came(words: Text | None) -> Block | None:
    return Column([Text(_("Came with"), CELL, glue=True), words], before=8) if words else None


def _diagnoses(summary: DischargeSummary, width: float) -> Column | None:
    listed = summary.diagnoses
    return section(_("Diagnoses"), diagnosis_pages.diagnosis_table(listed, width)) if listed else None


def _medicines(summary: DischargeSummary, width: float) -> Column | None:
    if summary.medications:
        return section(_("Medicines"), diagnosis_pages.medicine_table(summary.medications, width))
    return section(_("Medicines"), Text(summary.medications_state, CELL) if summary.medications_state else None)


def _listed(title: str, said: tuple[str, ...], width: float) -> Column | None:
    return section(title, items(said, width, CELL)) if any(said) else None
