"""The discharge summary as a document: from admission to the last day, and what comes next."""

from datetime import datetime

from recovery_desktop.documents import closing_pages, course_pages, diagnosis_pages, opening_pages
from recovery_desktop.documents.answer_pages import referrals
from recovery_desktop.documents.blocks import Block, Text
from recovery_desktop.documents.columns import Column, Row
from recovery_desktop.documents.discharge_content import DischargeSummary
from recovery_desktop.documents.document import build_document
from recovery_desktop.documents.furniture import running
from recovery_desktop.documents.lists import items
from recovery_desktop.documents.look import BODY, BODY_BOLD, CELL, LONG_VOICE, Grid
from recovery_desktop.documents.paper import Paper
from recovery_desktop.documents.sections import GAP, section, side_by_side
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
        _reason(summary, width),
        course_pages.goals(summary.goals, width),
        course_pages.measures(_("Scores and tests, at the start and at the end"), summary.scores, summary.tests, width),
        _conditions(summary, width),
        _how_it_stands(summary, width),
        referrals(summary.referrals, width),
        closing_pages.aftercare(summary.aftercare, width),
    ]
    return signed_body(parts, signing([], [signature_lines(summary.signatures, width)] if summary.signatures else []))


def _about(summary: DischargeSummary) -> list[tuple[str, str]]:
    return [
        (_("Allergies"), summary.allergies),
        (_("Medicines"), "" if summary.medications else summary.medications_state),
        (_("Admitted"), summary.admitted),
        (_("Discharged"), summary.discharged),
        (_("Last contact"), summary.last_contact),
        (_("Attendance"), summary.attendance),
        (_("Responsible counselor"), summary.counselor),
        (_("Level of care"), summary.level_of_care),
    ]


def _reason(summary: DischargeSummary, width: float) -> Column | None:
    """Why treatment ended and where it goes on, over what the client came with."""
    came = voice(summary.reason_for_coming, LONG_VOICE) if summary.reason_for_coming else None
    why = Text(summary.reason, BODY_BOLD) if summary.reason else None
    on = Text(summary.disposition, BODY, before=3) if summary.disposition else None
    return section(_("Reason for discharge, and how it goes on"), why, on, _came(came, width))


def _came(words: Text | None, width: float) -> Block | None:
    return Row([Text(_("Came with"), CELL), words], [62, width - 62], before=4) if words else None


def _conditions(summary: DischargeSummary, width: float) -> Block | None:
    """Diagnoses beside medicines; where none are taken the state of their list is a fact of the head."""
    half = (width - GAP) / 2 if summary.diagnoses and summary.medications else width
    found = diagnosis_pages.short_diagnoses(summary.diagnoses, half) if summary.diagnoses else None
    taken = diagnosis_pages.short_medicines(summary.medications, half) if summary.medications else None
    return side_by_side([section(_("Diagnoses"), found), section(_("Medicines"), taken)], width, before=15)


def _how_it_stands(summary: DischargeSummary, width: float) -> Block | None:
    """How things stand beside what speaks for the time to come and what does not."""
    half = (width - GAP) / 2 if any(summary.status) and any(summary.outlook) else width
    listed = ((_("How things stand"), summary.status), (_("Outlook, from what is recorded"), summary.outlook))
    found = [section(title, items(said, half, CELL) if any(said) else None) for title, said in listed]
    return side_by_side(found, width, before=15)
