"""The head and foot of each page, all of it artifacts: a screen reader reads the document without interruption."""

from dataclasses import dataclass, replace
from datetime import datetime

from recovery_desktop.documents.headed import Headed
from recovery_desktop.documents.look import HAIR, RUNNING, RUNNING_BOLD, Grid, Style
from recovery_desktop.documents.pen import Pen
from recovery_desktop.text import _


@dataclass(frozen=True)
class Running:
    """What stands on every page. No page says more of the client's name than the initials."""

    document: str  # translated name of the document
    record: str
    initials: str
    version: str  # "3"; empty leaves it out
    printed_at: datetime
    signed: bool
    sample: bool
    confidential: bool = True  # the line of 42 CFR 2.32; a wallet card does without
    dated: bool = True  # the foot says when it was printed


def running(content: Headed, document: str, printed_at: datetime) -> Running:
    """What stands on every page of a document of a client's record, of which `document` is the translated name."""
    return Running(
        document=document,
        record=content.client.record,
        initials=content.client.initials,
        version=str(content.version) if content.version else "",
        printed_at=printed_at,
        signed=content.signed,
        sample=content.sample,
    )


def draw_furniture(pen: Pen, grid: Grid, running: Running, page: int, pages: int) -> None:
    """Draws head and foot of page `page` of `pages`; the first page has the letterhead and no running head."""
    left, right, paper = grid.edge, grid.edge + grid.width, grid.paper
    state = _state(running)
    with pen.tags.artifact():
        if page > 1:
            head = " · ".join(filter(None, (running.document, running.record, running.initials)))
            pen.label(left, paper.height - 42.5, head, RUNNING, grid.width * 0.55)
        pen.label(right, paper.height - 42.5, state, _right(RUNNING_BOLD), grid.width * 0.44)
        pen.rule(left, 51, right, 0.45, HAIR)
        number = _("page {page} of {pages}").format(page=page, pages=pages)
        pen.label(right, 39.7, number, _right(RUNNING_BOLD))
        pen.label(left, 39.7, _foot(running), RUNNING, grid.width * 0.82)
        pen.label(right, 28.7, state, _right(RUNNING), grid.width * 0.44)
        if running.confidential:
            # 42 CFR 2.32 (a)(2), the short statement: the regulation's own words
            notice = _("42 CFR part 2 prohibits unauthorized use or disclosure of these records.")
            pen.label(left, 28.7, notice, RUNNING, grid.width * 0.55)


def _right(style: Style) -> Style:
    return replace(style, align=1)


def _foot(running: Running) -> str:
    version = _("version {number}").format(number=running.version) if running.version else ""
    moment = running.printed_at.strftime("%Y-%m-%d %H:%M") if running.dated else ""
    printed = _("printed {moment}").format(moment=moment) if moment else ""
    return " · ".join(filter(None, (running.record, running.document, version, printed)))


def _state(running: Running) -> str:
    draft = "" if running.signed else _("DRAFT, not signed")
    sample = _("SAMPLE, nobody in it is real") if running.sample else ""
    return " · ".join(filter(None, (draft, sample)))
