"""The aftercare plan to take home: what goes on and when, people, signs, what helps, what to do when it gets hard; and
a card for the wallet."""

from dataclasses import dataclass, field
from datetime import datetime

from recovery_desktop.documents.blocks import Block, Text
from recovery_desktop.documents.calendar import Doing, calendar
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.document import build_document
from recovery_desktop.documents.furniture import running
from recovery_desktop.documents.headed import Headed
from recovery_desktop.documents.large_type import (
    LARGE_BOLD,
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
from recovery_desktop.documents.plan_answers import RelapsePrevention
from recovery_desktop.documents.wallet_card import WalletCard, card_sheet
from recovery_desktop.text import _


@dataclass(frozen=True)
class AftercarePlan(Headed):
    """Everything the plan prints, in the order it prints it."""

    steps: tuple[Doing, ...] = ()
    hard: RelapsePrevention = field(default_factory=RelapsePrevention)
    naloxone: str = ""  # where it is kept, where no entry of the plan says it
    card: WalletCard | None = None

    def written_for_the_client(self) -> tuple[str, ...]:
        """What the counselor put into words; the client's own are not among it."""
        return tuple(filter(None, (one.what for one in self.steps)))


def build(plan: AftercarePlan, paper: Paper, printed_at: datetime, lang: str = "en-US") -> bytes:
    """The plan as a tagged PDF/A-2a and PDF/UA-1 file; the card is on a page of its own, to be cut out."""
    title = _("Aftercare plan")
    grid = Grid(paper)
    blocks: list[Block | None] = [
        letterhead(plan.practice, grid.width),
        title_line(title, plan.version, plan.date, grid.width),
        Text(plan.client.name, LARGE_BOLD, before=6),
        part(_("What goes on, and when"), calendar(plan.steps)),
        *_hard_times(plan, grid.width),
        in_the_reader_s_language(),
    ]
    body = Column([block for block in blocks if block is not None])
    sheets = [card_sheet(plan.card, grid.width)] if plan.card else []
    return build_document(body, grid, running(plan, title, printed_at), plan.practice.name, lang, sheets)


def _hard_times(plan: AftercarePlan, width: float) -> list[Column | None]:
    hard = plan.hard
    naloxone = (_("Naloxone: {place}").format(place=plan.naloxone),) if plan.naloxone else ()
    signs = ([Listing(_("What sets me off"), hard.triggers)], [Listing(_("Early signs"), hard.early_signs)])
    help_ = ([Listing(_("This helps me"), hard.what_helps)], [Listing(_("I stay away from"), hard.avoid)])
    return [
        part(_("People I can call"), phone_list(hard.people, width)),
        part(_("My signs"), lists_side_by_side(signs, width)),
        part(_("What helps"), lists_side_by_side(help_, width)),
        part(_("If I slip"), listed("", hard.if_i_slip, width, numbered=True)),
        part(_("Overdose"), listed("", (*hard.overdose, *naloxone), width)),
        part(_("Crisis"), listed("", hard.crisis, width)),
    ]
