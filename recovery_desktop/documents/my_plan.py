"""The client's own copy of the plan: large type, plain words, what is done when, who helps; no diagnosis, no score."""

from dataclasses import dataclass
from datetime import datetime

from recovery_desktop.documents.blocks import Block, Text
from recovery_desktop.documents.calendar import Doing, calendar
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.document import build_document
from recovery_desktop.documents.furniture import running
from recovery_desktop.documents.headed import Headed
from recovery_desktop.documents.large_type import (
    LARGE,
    LARGE_BOLD,
    LARGE_NOTE,
    LARGE_WORDS,
    Listing,
    in_the_reader_s_language,
    listed,
    lists_side_by_side,
    part,
    phone_list,
)
from recovery_desktop.documents.look import Grid, voice_style
from recovery_desktop.documents.opening_pages import letterhead, title_line
from recovery_desktop.documents.paper import Paper
from recovery_desktop.documents.plan_answers import Contact
from recovery_desktop.documents.sections import in_two_columns, row_of, stacked
from recovery_desktop.documents.tables import Cell, Heading, table
from recovery_desktop.documents.voice import voice
from recovery_desktop.text import _


@dataclass(frozen=True)
class Wanted:
    """Something the client wants, and the next step to it."""

    own_words: str  # without quotation marks
    plain: str = ""  # what stands for them where the client has not said it
    step: str = ""
    by: str = ""


@dataclass(frozen=True)
class MyPlan(Headed):
    """Everything the client's copy prints, in the order it prints it."""

    hopes: str = ""  # the client's words, without quotation marks
    wants: tuple[Wanted, ...] = ()
    strengths: tuple[str, ...] = ()
    calendar: tuple[Doing, ...] = ()  # what comes back, then what is done once, by its day
    helpers: tuple[Contact, ...] = ()
    what_helps: tuple[str, ...] = ()  # in the client's words, mostly
    if_i_slip: tuple[str, ...] = ()  # in order
    emergency: tuple[str, ...] = ()
    crisis: tuple[str, ...] = ()
    rights: bool = True

    def written_for_the_client(self) -> tuple[str, ...]:
        """What the counselor put into words; the client's own are not among it."""
        steps = [text for one in self.wants for text in (one.plain, one.step)]
        done = [one.what for one in self.calendar]
        return tuple(filter(None, (*steps, *self.strengths, *done)))


def build(plan: MyPlan, paper: Paper, printed_at: datetime, lang: str = "en-US") -> bytes:
    """The copy as a tagged PDF/A-2a and PDF/UA-1 file."""
    title = _("My plan")
    grid = Grid(paper)
    width = grid.width
    blocks: list[Block | None] = [
        letterhead(plan.practice, width),
        title_line(title, plan.version, plan.date, width),
        Text(plan.client.name, LARGE_BOLD, before=6),
        _wants(plan, width),
        part(_("What I am good at"), in_two_columns(plan.strengths, width, LARGE)),
        part(_("What we will do, and when"), calendar(plan.calendar)),
        part(_("Who helps"), phone_list(plan.helpers, width)),
        _if_it_gets_hard(plan, width),
        part(_("My rights"), listed("", _rights(), width)) if plan.rights else None,
        in_the_reader_s_language(),
    ]
    body = Column([block for block in blocks if block is not None])
    return build_document(body, grid, running(plan, title, printed_at), plan.practice.name, lang)


def _wants(plan: MyPlan, width: float) -> Column | None:
    hopes = voice(plan.hopes, voice_style(plan.hopes, quiet=True)) if plan.hopes else None
    columns = [Heading(_("My goal"), 0.43), Heading(_("My next step"), 0.57)]
    rows: list[list[Cell]] = []
    for one in plan.wants:
        goal = voice(one.own_words, LARGE_WORDS) if one.own_words else Text(one.plain, LARGE)
        by = _("by {date}").format(date=one.by) if one.by else ""
        rows.append(row_of(goal, stacked(Text(one.step, LARGE), Text(by if one.step else "", LARGE_NOTE))))
    goals = table(columns, rows, width, pad=3, before=8) if rows else None
    return part(_("What I want"), hopes, goals)


def _if_it_gets_hard(plan: MyPlan, width: float) -> Column | None:
    left = (Listing(_("This helps me"), plan.what_helps), Listing(_("In an emergency"), plan.emergency))
    right = (Listing(_("If I slip"), plan.if_i_slip, numbered=True), Listing(_("If I am in crisis"), plan.crisis))
    return part(_("If it gets hard"), lists_side_by_side([left, right], width))


def _rights() -> tuple[str, ...]:
    return (
        _("This is my plan. I can change it at any time. I only have to say so."),
        _("I can say no to a part of it, and I can ask what it means and why it is there."),
        _("I can see my record, and I can ask who was told what about me."),
        _("If I am not treated right, I can complain. Nobody may punish me for that."),
    )
