"""The referral letter as a document: one page in the form of a letter."""

from dataclasses import replace
from datetime import datetime

from recovery_desktop.documents import opening_pages
from recovery_desktop.documents.blocks import Block, Rule, Text
from recovery_desktop.documents.columns import Column, Row
from recovery_desktop.documents.document import build_document
from recovery_desktop.documents.furniture import running
from recovery_desktop.documents.look import BODY, CELL, CELL_BOLD, LETTER_TITLE, Grid
from recovery_desktop.documents.paper import Paper
from recovery_desktop.documents.referral_content import ReferralLetter
from recovery_desktop.documents.sections import row_of, subsection
from recovery_desktop.documents.signatures import signature_lines
from recovery_desktop.documents.tables import Heading, table
from recovery_desktop.text import _


def build(letter: ReferralLetter, paper: Paper, printed_at: datetime, lang: str = "en-US") -> bytes:
    """The letter as a tagged PDF/A-2a and PDF/UA-1 file."""
    grid = Grid(paper)
    about = running(letter, _("Referral letter"), printed_at)
    return build_document(body(letter, grid), grid, about, letter.practice.name, lang)


def body(letter: ReferralLetter, grid: Grid) -> Column:
    """Everything between head and foot of the pages."""
    width = grid.width
    parts: list[Block | None] = [
        opening_pages.letterhead(letter.practice, width),
        _addressed(letter, width),
        Text(letter.subject, LETTER_TITLE, "H1", outline=(0, letter.subject), before=14),
        Text(letter.salutation, BODY, before=12),
        Text(letter.reason, BODY, before=8),
        subsection(_("What we ask you"), Text(letter.question, BODY), small_section=True) if letter.question else None,
        _facts(letter, width),
        Text(letter.reply, BODY, before=12),
    ]
    closing: list[Block] = [Text(letter.closing, BODY, glue=True)] if letter.closing else []
    if letter.signatures:
        closing.append(signature_lines(letter.signatures, width))
    found = [part for part in parts if part is not None and not (isinstance(part, Text) and not part.text)]
    return Column([*found, Column(closing or [Rule()], keep=1, before=12)])


def _addressed(letter: ReferralLetter, width: float) -> Row:
    """To whom, and the day, on one line."""
    to = Text("\n".join(filter(None, (letter.recipient, letter.address))), BODY)
    return Row([to, Text(letter.date, replace(BODY, align=1))], [width - 150, 150], before=22)


def _facts(letter: ReferralLetter, width: float) -> Block | None:
    if not letter.known:
        return None
    columns = [Heading("", 110), Heading("", 389)]
    rows = [row_of(Text(one.label, CELL_BOLD), Text(one.text, CELL)) for one in letter.known]
    return subsection(_("What you may need to know"), table(columns, rows, width), small_section=True)
