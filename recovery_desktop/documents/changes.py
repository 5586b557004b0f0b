"""What changed in the plan, and why, as a document for the client: large type, and the reason beside each change."""

from dataclasses import dataclass, replace
from datetime import datetime

from recovery_desktop.documents.blocks import Block, Text
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.document import build_document
from recovery_desktop.documents.fonts import BOLD, SANS
from recovery_desktop.documents.furniture import Running
from recovery_desktop.documents.look import ACCENT, SOFT, Grid, Style, voice_style
from recovery_desktop.documents.opening_pages import letterhead, title_line
from recovery_desktop.documents.paper import Letterhead, Paper
from recovery_desktop.documents.plan_findings import Client
from recovery_desktop.documents.sections import joined, row_of, section
from recovery_desktop.documents.tables import Heading, table
from recovery_desktop.documents.voice import voice
from recovery_desktop.text import _

_LARGE, _WHY, _KIND = Style(SANS, 12, 16.5), Style(SANS, 11, 15.5, SOFT), Style(BOLD, 11, 15.5, ACCENT)


@dataclass(frozen=True)
class ChangedLine:
    """One change: its kind in a word, a sentence, and the reason, which may be empty."""

    kind: str
    what: str
    why: str = ""


@dataclass(frozen=True)
class Group:
    """The changes of one goal, whose words stand below the title, or of one part of the plan."""

    title: str
    words: str
    lines: tuple[ChangedLine, ...]
    is_own: bool = False  # the words are the client's


@dataclass(frozen=True)
class ChangesPaper:
    """What the document says; 0 and empty texts are left out."""

    practice: Letterhead
    client: Client
    version: int
    version_before: int
    date: str
    date_before: str = ""
    reason: str = ""
    care: str = ""
    groups: tuple[Group, ...] = ()
    comment: str = ""
    signed: bool = False
    sample: bool = False


def build(content: ChangesPaper, paper: Paper, printed_at: datetime, lang: str = "en-US") -> bytes:
    """The document as a tagged PDF/A-2a and PDF/UA-1 file."""
    running = Running(
        document=_("What changed, and why"),
        record=content.client.record,
        initials=content.client.initials,
        version=str(content.version) if content.version else "",
        printed_at=printed_at,
        signed=content.signed,
        sample=content.sample,
    )
    grid = Grid(paper)
    return build_document(_body(content, grid.width), grid, running, content.practice.name, lang)


def _body(content: ChangesPaper, width: float) -> Column:
    parts: list[Block | None] = [
        letterhead(content.practice, width),
        title_line(_("What changed, and why"), content.version, content.date, width),
        _opening(content),
        *(_group(group, width) for group in content.groups),
        _comment(content),
    ]
    return Column([part for part in parts if part is not None])


def _opening(content: ChangesPaper) -> Column:
    """For whom it is, which two versions are compared and why, and whether there is more or less care."""
    name = content.client.called or content.client.name
    told = (
        _("This says what is different in the plan of {name} since version {number} of {day}, and why.")
        if content.date_before
        else _("This says what is different in the plan of {name} since version {number}, and why.")
    )
    since = told.format(name=name, number=content.version_before, day=content.date_before)
    lines = [
        joined(content.client.name, content.client.record),
        since if content.version_before else "",
        _("Why the plan was looked at: {reason}.").format(reason=content.reason) if content.reason else "",
        content.care,
        "" if content.groups else _("Nothing in the plan is different."),
    ]
    said: list[Block] = [Text(line, _LARGE, before=6) for line in lines if line]
    return Column(said, before=10)


def _group(group: Group, width: float) -> Column | None:
    rows = [row_of(Text(line.kind, _KIND), Text(line.what, _LARGE), Text(line.why, _WHY)) for line in group.lines]
    columns = [
        Heading("", 74),
        Heading(_("What is different"), 260),
        Heading(_("Why"), 165),
    ]
    words: Block | None = None
    if group.words:
        style = voice_style(group.words, quiet=True)
        words = voice(group.words, style) if group.is_own else Text(group.words, _LARGE)
        words = replace(words, glue=True)
    return section(group.title, words, table(columns, rows, width, pad=5, before=6))


def _comment(content: ChangesPaper) -> Column | None:
    return section(_("The client about this plan"), voice(content.comment)) if content.comment else None
