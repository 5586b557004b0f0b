"""The recovery sheet: the printed code that opens the records when the passphrase is lost, on one page."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from recovery_desktop.dates import long_date
from recovery_desktop.documents.blocks import Block, Rule, Text
from recovery_desktop.documents.columns import Column, Row
from recovery_desktop.documents.document import build_document
from recovery_desktop.documents.furniture import Running
from recovery_desktop.documents.lists import items
from recovery_desktop.documents.look import (
    ACCENT,
    BODY,
    BODY_BOLD,
    CELL,
    LABEL,
    NOTE,
    PRACTICE,
    SUBSECTION,
    TITLE,
    Grid,
)
from recovery_desktop.documents.paper import Paper
from recovery_desktop.documents.recovery_sheet_code import numbered_groups
from recovery_desktop.documents.signatures import Gap
from recovery_desktop.text import _

_GUTTER = 28
_ROOM_FOR_A_PEN = 28  # points above a line to write on


@dataclass(frozen=True)
class RecoverySheet:
    """What the sheet prints; the code is a secret that is kept nowhere but there."""

    code: str = field(repr=False)  # as it is made: groups with a hyphen between them, the check last
    practice: str  # empty before the practice has a name
    made_on: date
    folder_hint: str = ""  # where the records lie, to find them on another day


def build(sheet: RecoverySheet, paper: Paper, lang: str = "en-US") -> bytes:
    """The sheet as a tagged PDF/A-2a and PDF/UA-1 file; `lang` is the language of its texts as a BCP 47 tag.

    The same sheet, paper and language give the same bytes.
    """
    running = Running(
        document=_("Recovery sheet"),
        record="",
        initials="",
        version="",
        printed_at=datetime.combine(sheet.made_on, time()),
        dated=False,  # the day stands beside the title
        signed=True,  # it is no draft of anything
        sample=False,
        confidential=False,  # no client's data is on it
    )
    grid = Grid(paper)
    return build_document(_body(sheet, grid.width), grid, running, sheet.practice, lang)


def _body(sheet: RecoverySheet, width: float) -> Column:
    folder = [Text(_("The records lie in"), LABEL, before=10, glue=True), Text(sheet.folder_hint, CELL)]
    return Column(
        [
            *_head(sheet, width),
            Text(_purpose(sheet.practice), BODY, before=12),
            replace(numbered_groups(sheet.code.split("-"), width), before=14),
            Text(_about_the_code(), NOTE, before=8),
            _instructions(width),
            _warning(),
            Text(_replaced(), CELL, before=12),
            *(folder if sheet.folder_hint else []),
            _by_hand(width),
        ]
    )


def _head(sheet: RecoverySheet, width: float) -> list[Block]:
    made = Text(_("Made on {date}").format(date=long_date(sheet.made_on)), replace(BODY_BOLD, align=1))
    name = Text(_("Recovery sheet"), TITLE, "H1", outline=(0, _("Recovery sheet")))
    title = Row([name, made], [width - 190, 190], before=14)
    practice: list[Block] = [Text(sheet.practice, PRACTICE)] if sheet.practice else []
    return [*practice, title, Rule(tall=2, weight=1.2, color=ACCENT, before=9)]


def _instructions(width: float) -> Block:
    """How to use the sheet beside how to keep it."""
    half = (width - _GUTTER) / 2
    parts = [
        _part(_("When you need it"), items(_uses(), half, CELL, numbered=True)),
        _part(_("How to keep it"), items(_keeps(), half, CELL)),
    ]
    return Row(parts, [half + _GUTTER, half], keep=1, gap=_GUTTER, level=False, grouped=True, before=16)


def _part(title: str, said: Block) -> Column:
    return Column([Text(title, SUBSECTION, "H2", outline=(1, title), glue=True), replace(said, before=4)])


def _warning() -> Column:
    """What nobody may overlook, between two lines."""
    line = Rule(tall=2, weight=1.2, color=ACCENT)
    return Column([line, Text(_lost(), BODY_BOLD, before=7), replace(line, before=8)], keep=1, before=15)


def _by_hand(width: float) -> Row:
    """Lines to write on before the envelope is closed."""
    half = (width - _GUTTER) / 2
    places = [
        Column([Gap(_ROOM_FOR_A_PEN), Rule(), Text(words, NOTE, before=2)])
        for words in (_("Sealed on (date)"), _("By (name)"))
    ]
    return Row(places, [half + _GUTTER, half], keep=1, gap=_GUTTER, level=False, before=8)


def _purpose(practice: str) -> str:
    if practice:
        opens = _(
            "This code opens the records of {practice} when the passphrase is forgotten, on this computer or a new one."
        ).format(practice=practice)
    else:
        opens = _("This code opens your records when the passphrase is forgotten, on this computer or a new one.")
    return f"{opens} {_('Whoever holds it together with the computer or a backup can read all of them.')}"


def _about_the_code() -> str:
    return " ".join(
        (
            _("The code has no letters I, L and O: what looks like one of them is the digit 1 or 0."),
            _("The check shows the program that nothing was mistyped."),
        )
    )


def _uses() -> Sequence[str]:
    return (
        _("Start Recovery Desktop and choose the recovery code instead of the passphrase."),
        _("Type the nine groups in their order. Small letters and spaces make no difference."),
        _("Choose a new passphrase, and print a new sheet when the program offers it."),
    )


def _keeps() -> Sequence[str]:
    return (
        _("Seal it in an envelope and write the date across the flap."),
        _("Lock it away from the laptop, never in the laptop bag."),
        _("Take no photo of it, scan it nowhere, send it to nobody."),
        _("Tell one person you trust where it is, in case you cannot work."),
    )


def _lost() -> str:
    return " ".join(
        (
            _("Without the passphrase and without this sheet the records are lost for ever."),
            _("Nobody can bring them back, not even those who made the program."),
        )
    )


def _replaced() -> str:
    return " ".join(
        (
            _("A newer recovery sheet replaces this one: then this code opens only the backups made before."),
            _("Destroy it when you have no such backups any more."),
        )
    )
