"""The copy for somebody who stands by the client: large type, how to help, what to do in an emergency, whom to call;
and of the client only what the release allows."""

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
    LARGE_WORDS,
    Listing,
    in_the_reader_s_language,
    listed,
    lists_side_by_side,
    part,
    phone_list,
)
from recovery_desktop.documents.look import Grid
from recovery_desktop.documents.opening_pages import letterhead, title_line
from recovery_desktop.documents.paper import Paper
from recovery_desktop.documents.plan_answers import Contact
from recovery_desktop.documents.voice import voice
from recovery_desktop.text import _


@dataclass(frozen=True)
class FamilyCopy(Headed):
    """Everything the copy prints, in the order it prints it; a part that may not be told is empty."""

    reader: str = ""  # for whom it is
    attendance: str = ""
    wants: tuple[str, ...] = ()  # in the client's words
    calendar: tuple[Doing, ...] = ()
    meetings: tuple[Doing, ...] = ()  # with the reader
    asked: str = ""  # of the reader, in the client's words
    part_in_plan: tuple[str, ...] = ()  # what was agreed with the reader
    medicines: tuple[str, ...] = ()
    how_to_help: tuple[str, ...] = ()
    early_signs: tuple[str, ...] = ()
    what_helps: tuple[str, ...] = ()
    if_it_happens: tuple[str, ...] = ()  # when the client slips
    own_emergency: tuple[str, ...] = ()  # what the client's plan says of an emergency
    next_steps: tuple[Doing, ...] = ()
    emergency: tuple[str, ...] = ()
    naloxone: tuple[str, ...] = ()
    to_call: tuple[Contact, ...] = ()

    def written_for_the_client(self) -> tuple[str, ...]:
        """What the counselor put into words; the client's own are not among it."""
        done = (*self.calendar, *self.meetings, *self.next_steps)
        return tuple(filter(None, (*(one.what for one in done), *self.part_in_plan)))


def build(copy: FamilyCopy, paper: Paper, printed_at: datetime, lang: str = "en-US") -> bytes:
    """The copy as a tagged PDF/A-2a and PDF/UA-1 file."""
    title = _("For the family")
    grid = Grid(paper)
    width = grid.width
    blocks: list[Block | None] = [
        letterhead(copy.practice, width),
        title_line(title, copy.version, copy.date, width),
        Text(_opening(copy), LARGE, before=6),
        Text(copy.attendance, LARGE_BOLD, before=8) if copy.attendance else None,
        *_about_the_plan(copy, width),
        part(_("How you can help"), listed("", copy.how_to_help, width)),
        *_hard_times(copy, width),
        part(_("In an emergency"), listed("", copy.emergency, width, numbered=True)),
        part(_("Naloxone"), listed("", copy.naloxone, width)),
        part(_("Whom to call"), phone_list(copy.to_call, width)),
        in_the_reader_s_language(),
    ]
    body = Column([block for block in blocks if block is not None])
    return build_document(body, grid, running(copy, title, printed_at), copy.practice.name, lang)


def _opening(copy: FamilyCopy) -> str:
    """For whom it is, and that it is for nobody else."""
    keep = _("Please keep it to yourself and out of sight of others.")
    if copy.reader:
        told = _("This is for {reader}. {client} wants you to have it.")
        return f"{told.format(reader=copy.reader, client=copy.client.called)} {keep}"
    return f"{_('{client} wants you to have this.').format(client=copy.client.called)} {keep}"


def _about_the_plan(copy: FamilyCopy, width: float) -> list[Column | None]:
    called = copy.client.called
    wants = [voice(words, LARGE_WORDS, before=4) for words in copy.wants]
    asked = [Text(_("{client} asks of you").format(client=called), LARGE_BOLD, "H3", glue=True, before=6)]
    return [
        part(_("What {client} wants").format(client=called), *wants),
        part(_("What is planned"), calendar(copy.calendar)),
        part(
            _("Together"),
            calendar(copy.meetings),
            listed("", copy.part_in_plan, width),
            *([*asked, voice(copy.asked, LARGE_WORDS, before=3)] if copy.asked else []),
        ),
        part(_("Medicines"), listed("", copy.medicines, width)),
    ]


def _hard_times(copy: FamilyCopy, width: float) -> list[Column | None]:
    slip = _("If {client} slips").format(client=copy.client.called)
    left = (Listing(_("Early signs"), copy.early_signs), Listing(slip, copy.if_it_happens, numbered=True))
    emergency = Listing(_("The plan for an emergency"), copy.own_emergency)
    right = (Listing(_("What helps"), copy.what_helps), emergency)
    return [
        part(_("When it gets hard"), lists_side_by_side([left, right], width)),
        part(_("What goes on, and when"), calendar(copy.next_steps)),
    ]
