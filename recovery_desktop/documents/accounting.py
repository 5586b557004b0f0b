"""The accounting of disclosures as a document: what left the practice, to whom and why, for the client."""

from datetime import datetime

from recovery_desktop.documents import opening_pages
from recovery_desktop.documents.accounting_content import Accounting, Disclosed
from recovery_desktop.documents.blocks import Block, Text
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.document import build_document
from recovery_desktop.documents.furniture import running
from recovery_desktop.documents.look import BODY, CELL, CELL_BOLD, NOTE, Grid
from recovery_desktop.documents.paper import Paper
from recovery_desktop.documents.sections import row_of, section, stacked
from recovery_desktop.documents.tables import Heading, table
from recovery_desktop.text import _


def build(accounting: Accounting, paper: Paper, printed_at: datetime, lang: str = "en-US") -> bytes:
    """The accounting as a tagged PDF/A-2a and PDF/UA-1 file."""
    grid = Grid(paper)
    about = running(accounting, _("Accounting of disclosures"), printed_at)
    return build_document(body(accounting, grid), grid, about, accounting.practice.name, lang)


def body(accounting: Accounting, grid: Grid) -> Column:
    """Everything between head and foot of the pages."""
    width = grid.width
    said = Text(accounting.said, BODY) if accounting.said else None
    listed = _table(accounting, width) if accounting.entries else None
    disclosures = section(_("Disclosures"), said, listed)
    head = opening_pages.opening(accounting, _("Accounting of disclosures"), [(_("Period"), accounting.period)], width)
    return Column([*head, *([disclosures] if disclosures else [])])


def _table(accounting: Accounting, width: float) -> Block:
    columns = [
        Heading(_("Date"), 58, CELL_BOLD),
        Heading(_("To"), 116),
        Heading(_("What"), 127),
        Heading(_("Purpose"), 88),
        Heading(_("Legal basis"), 110),
    ]
    return table(columns, [_row(one) for one in accounting.entries], width, before=8)


def _row(one: Disclosed) -> list[str | Block]:
    return row_of(
        one.date,
        stacked(Text(one.recipient, CELL_BOLD), Text(one.address, NOTE)),
        stacked(
            Text(one.what, CELL_BOLD),
            Text(one.content, CELL),
            Text(one.handed_over, NOTE),
        ),
        stacked(Text(one.purpose, CELL), Text(one.told_by, NOTE)),
        stacked(Text(one.basis, CELL), Text(one.basis_detail, CELL), Text(one.release, NOTE)),
    )
