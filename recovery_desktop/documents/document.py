"""Puts a document together: parts it into pages, draws them, adds head and foot, makes the archive file."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from datetime import datetime

from reportlab.pdfgen.canvas import Canvas

from recovery_desktop.documents.archive import About, finish
from recovery_desktop.documents.blocks import FIT, Block
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.fonts import SANS, STAND_INS, font, one_document_at_a_time
from recovery_desktop.documents.furniture import Running, draw_furniture
from recovery_desktop.documents.letters import one_line
from recovery_desktop.documents.look import Grid
from recovery_desktop.documents.notice import notice
from recovery_desktop.documents.notice_content import Notice
from recovery_desktop.documents.pen import Pen
from recovery_desktop.documents.tags import Element

_in_front: ContextVar[Notice | None] = ContextVar("notice in front of a document", default=None)


@contextmanager
def behind(content: Notice | None) -> Iterator[None]:
    """Within it, in this thread alone, each document begins with a page that holds this notice (42 CFR 2.32)."""
    before = _in_front.set(content)
    try:
        yield
    finally:
        _in_front.reset(before)


def build_document(
    body: Column, grid: Grid, running: Running, practice: str, lang: str, to_cut: Sequence[Block] = ()
) -> bytes:
    """The finished archive file. `body` holds everything between head and foot, in reading order; each block `to_cut`
    follows on a page of its own, which says nothing of confidential records."""
    about = About(
        title=one_line(running.document, SANS),
        author=one_line(practice, SANS),
        subject=one_line(running.document, SANS),
        lang=lang,
        made=with_time_zone(running.printed_at),
    )
    drawn, tree = draw(body, grid, running, lang, to_cut)
    return finish(drawn, tree, about)


def draw(
    body: Column, grid: Grid, running: Running, lang: str, to_cut: Sequence[Block] = ()
) -> tuple[bytes, list[Element]]:
    """The drawn pages as a plain PDF, and the structure of what is on them."""
    for name in STAND_INS:
        font(name)
    out = io.BytesIO()
    size = (grid.paper.width, grid.paper.height)
    canvas = Canvas(out, size, invariant=1, pageCompression=0, initialFontName=SANS, lang=lang)  # `finish` compresses
    pen = Pen(canvas)
    with one_document_at_a_time:
        content = _in_front.get()
        cover = paginate(notice(content, grid.width), grid.width, grid.height) if content else []
        said = [*cover, *paginate(body, grid.width, grid.height)]
        pages = [*said, *(page for sheet in to_cut for page in paginate(sheet, grid.width, grid.height))]
        for number, page in enumerate(pages, 1):
            on_page = running if number <= len(said) else replace(running, confidential=False)
            draw_furniture(pen, grid, on_page, number, len(pages))
            page.draw(pen, grid.edge, grid.paper.height - grid.top, grid.width)
            canvas.showPage()
        canvas.save()
    return out.getvalue(), pen.tags.top


def paginate(body: Block, width: float, height: float) -> list[Block]:
    """The body parted into pages of the given width and height."""
    pages: list[Block] = []
    while body.height(width) > height + FIT:
        parts = body.split(width, height, height)
        if parts is None:
            raise ValueError("a block is higher than a page and cannot be parted")
        pages.append(parts[0])
        body = parts[1]
    return [*pages, body]


def with_time_zone(moment: datetime) -> datetime:
    """The moment with the computer's own time zone when it has none."""
    return moment if moment.tzinfo else moment.astimezone()
