"""The plan review as a document: how it went since the last one, what the client says, how it goes on."""

from dataclasses import replace
from datetime import datetime

from recovery_desktop.documents import course_pages, opening_pages
from recovery_desktop.documents.blocks import Block, Text
from recovery_desktop.documents.closing_pages import changes
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.document import build_document
from recovery_desktop.documents.furniture import running
from recovery_desktop.documents.look import BODY, BODY_BOLD, CELL, CELL_BOLD, LABEL, LONG_VOICE, NOTE, Grid
from recovery_desktop.documents.paper import Paper
from recovery_desktop.documents.review_content import PlanReview
from recovery_desktop.documents.sections import labelled, row_of, section
from recovery_desktop.documents.signatures import signature_lines, signed_body, signing
from recovery_desktop.documents.tables import Heading, table
from recovery_desktop.documents.voice import voice
from recovery_desktop.text import _


def build(review: PlanReview, paper: Paper, printed_at: datetime, lang: str = "en-US") -> bytes:
    """The review as a tagged PDF/A-2a and PDF/UA-1 file."""
    grid = Grid(paper)
    about = running(review, review.title, printed_at)
    return build_document(body(review, grid), grid, about, review.practice.name, lang)


def body(review: PlanReview, grid: Grid) -> Column:
    """Everything between head and foot of the pages."""
    width = grid.width
    parts: list[Block | None] = [
        *opening_pages.opening(review, review.title, _about(review), width),
        section(_("How it has gone"), Text(review.how_it_went, BODY) if review.how_it_went else None),
        course_pages.attendance(review.attendance, review.meetings),
        course_pages.reviewed_goals(review.goals, width),
        course_pages.measures(_("Scores and tests, before and now"), review.scores, review.tests, width),
        _services(review, width),
        _news(review, width),
        _view(review),
        _decision(review),
    ]
    return signed_body(parts, _signatures(review, width))


def _about(review: PlanReview) -> list[tuple[str, str]]:
    return [
        (_("Period"), review.period),
        (_("Why now"), review.cause),
        (_("Due on"), review.due),
        (_("Held"), review.held),
        (_("Responsible counselor"), review.counselor),
    ]


def _services(review: PlanReview, width: float) -> Column | None:
    columns = [
        Heading(_("Service"), 180, CELL_BOLD),
        Heading(_("How often"), 199),
        Heading(_("Given by"), 120),
    ]
    rows = [row_of(one.name, one.frequency or one.duration, one.provider) for one in review.services]
    return section(_("Services in this time"), table(columns, rows, width)) if rows else None


def _news(review: PlanReview, width: float) -> Column | None:
    reason = Text(review.change_reason, BODY_BOLD) if review.change_reason else None
    listed = changes(review.changes, width)
    return section(_("What changed, and why"), reason, replace(listed, before=6) if listed else None)


def _view(review: PlanReview) -> Column | None:
    """The client's own view, and how content the client is."""
    called = review.client.called
    title = _("What {name} says of it").format(name=called) if called else _("What the client says of it")
    words = voice(review.client_view) if review.client_view else None
    content = _labelled(_("Satisfaction, 0 to 10"), review.satisfaction)
    more = voice(review.would_help_more, LONG_VOICE) if review.would_help_more else None
    label = Text(_("What would help more"), LABEL, before=8, glue=True) if more else None
    return section(title, words, content, label, more)


def _decision(review: PlanReview) -> Column | None:
    decided = Text(review.decision, BODY_BOLD) if review.decision else None
    reason = Text(review.decision_reason, BODY, before=3) if review.decision_reason else None
    return section(_("How it goes on"), decided, reason, _labelled(_("Next review"), review.next_review))


def _labelled(label: str, text: str) -> Block | None:
    block = labelled(label, text)
    return replace(block, before=8) if block else None


def _signatures(review: PlanReview, width: float) -> Column:
    """Who signed the plan that was looked at, and the places to sign below this review."""
    earlier = "\n".join(review.plan_signed)
    said: list[Block] = []
    if earlier:
        said = [Text(_("The plan that was looked at was signed by"), NOTE, before=7, glue=True), Text(earlier, CELL)]
    return signing(said, [signature_lines(review.signatures, width)] if review.signatures else [])
