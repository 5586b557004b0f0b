"""The assessment summary as a document: why somebody came, what was asked and told, what was found."""

from collections.abc import Sequence
from datetime import datetime

from recovery_desktop.documents import finding_pages, opening_pages
from recovery_desktop.documents.assessment_content import AssessmentSummary, Told
from recovery_desktop.documents.blocks import Block, Text
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.document import build_document
from recovery_desktop.documents.furniture import running
from recovery_desktop.documents.lists import items
from recovery_desktop.documents.look import BODY, CELL, CELL_BOLD, LONG_VOICE, NOTE, Grid, voice_style
from recovery_desktop.documents.paper import Paper
from recovery_desktop.documents.sections import joined, row_of, section, stacked, subsection
from recovery_desktop.documents.tables import Heading, Table, table
from recovery_desktop.documents.voice import voice
from recovery_desktop.text import _


def build(summary: AssessmentSummary, paper: Paper, printed_at: datetime, lang: str = "en-US") -> bytes:
    """The summary as a tagged PDF/A-2a and PDF/UA-1 file."""
    grid = Grid(paper)
    about = running(summary, _("Assessment summary"), printed_at)
    return build_document(body(summary, grid), grid, about, summary.practice.name, lang)


def body(summary: AssessmentSummary, grid: Grid) -> Column:
    """Everything between head and foot of the pages."""
    width = grid.width
    parts: list[Block | None] = [
        *opening_pages.opening(summary, _("Assessment summary"), _about(summary), width),
        _reason(summary),
        _substances(summary, width),
        _told(summary, width),
        finding_pages.findings(summary.findings, width) if summary.findings else None,
        finding_pages.scores(summary.scores, summary.score_courses, width, _readiness(summary)),
        opening_pages.brings(summary.client.called, summary.strengths, summary.preferences, width),
        finding_pages.safety(summary.safety, width),
    ]
    return Column([part for part in parts if part is not None])


def _about(summary: AssessmentSummary) -> list[tuple[str, str]]:
    return [
        (_("Allergies"), summary.allergies),
        (_("Assessment"), joined(summary.kind, summary.assessed_by, by="; ")),
        (_("Admitted"), summary.admitted),
        (_("Legal status"), summary.legal_status),
        (_("Referred by"), summary.referred_by),
    ]


def _reason(summary: AssessmentSummary) -> Column | None:
    """The client's words, and the counselor's below them."""
    words = voice(came, voice_style(came, quiet=True)) if (came := summary.reason_for_coming) else None
    told = Text(summary.summary, BODY, before=6 if words else 0) if summary.summary else None
    return section(_("Reason for coming"), words, told)


def _substances(summary: AssessmentSummary, width: float) -> Column | None:
    grid = finding_pages.substance_table(summary.substances, width) if summary.substances else None
    history = items(summary.substance_history, width, CELL) if summary.substance_history else None
    before = subsection(_("Longest time without, and what was tried"), history, before=10 if grid else 0)
    return section(_("Substance use"), grid, before)


def _readiness(summary: AssessmentSummary) -> Block | None:
    said = _("Readiness: {rulers}").format(rulers=summary.readiness)
    return Text(said, CELL, before=4) if summary.readiness else None


def _told(summary: AssessmentSummary, width: float) -> Column | None:
    """Who was asked, and each section with what the client said, the answers, and the strengths seen there."""
    asked = joined(*summary.asked_whom, by=" ")
    sections = _section_table(summary.told, width) if summary.told else None
    return section(_("What was asked, and what was said"), Text(asked, CELL) if asked else None, sections)


def _section_table(sections: Sequence[Told], width: float) -> Table:
    columns = [Heading(_("Section"), 82), Heading(_("What was said"), 417)]
    rows = [
        row_of(
            stacked(Text(one.section, CELL_BOLD), Text(one.state, NOTE)),
            stacked(
                voice(one.own_words, LONG_VOICE),
                Text("\n".join(one.said), CELL),
                Text(_("Strength: {what}").format(what=one.strengths) if one.strengths else "", CELL, before=2),
            ),
        )
        for one in sections
    ]
    return table(columns, rows, width, before=5)
