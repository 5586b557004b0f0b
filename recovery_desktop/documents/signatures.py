"""The place to sign: who, in what role, with room for a name by hand and a date; kept whole with what it confirms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recovery_desktop.documents.blocks import Block, Figure, Rule, Text
from recovery_desktop.documents.columns import Column, Row
from recovery_desktop.documents.look import CELL, CELL_BOLD, NOTE
from recovery_desktop.documents.paper import Signature
from recovery_desktop.documents.pen import Pen
from recovery_desktop.documents.pictures import readable_picture
from recovery_desktop.text import _

_ROOM = 32  # points to sign in


@dataclass(eq=False)
class Gap(Block):
    """Empty space of a given height."""

    tall: float

    def measure(self, width: float) -> float:
        return self.tall

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        pass


def blank_line() -> Column:
    """A line to write on by hand."""
    return Column([Gap(_ROOM / 2), Rule()])


def signature_lines(signatures: Sequence[Signature], width: float) -> Column:
    """All places to sign, never parted from each other while they fit on a page."""
    return Column([_signature(signature, width) for signature in signatures], keep=1)


def _signature(signature: Signature, width: float) -> Row:
    named = ", ".join(filter(None, (signature.name, signature.credential)))
    mark = _mark(signature)
    who = Column([mark, Rule(), Text(named, CELL_BOLD, before=2), Text(signature.role, NOTE)])
    when: list[Block] = [Gap(_ROOM), Rule(), Text(_("Date"), NOTE, before=2)]
    said = "\n".join(filter(None, (signature.signed, signature.not_signed)))
    if said:
        when = [Gap(_ROOM - CELL.lead), Text(said, CELL), Rule(), Text(_("Date"), NOTE, before=2)]
    return Row([who, Column(when)], [width * 0.6, width * 0.4], gap=24, level=False)


def _mark(signature: Signature) -> Block:
    """The written signature when there is a readable picture of it, else room to sign."""
    picture = readable_picture(signature.picture)
    if picture is None:
        return Gap(_ROOM)
    tall = _ROOM - 4
    wide = min(tall * picture.width / picture.height, 200)

    def paint(pen: Pen, left: float, bottom: float) -> None:
        pen.picture(picture, (left, bottom, left + wide, bottom + tall))

    return Figure(wide, tall, _("Signature of {name}").format(name=signature.name), paint, before=4)
