"""The place to sign: who, in what role, with room for a name by hand and a date; kept whole with what it confirms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recovery_desktop.documents.blocks import Block, Figure, Rule, Text
from recovery_desktop.documents.columns import Column, Row
from recovery_desktop.documents.look import CELL, CELL_BOLD, NOTE, SECTION
from recovery_desktop.documents.paper import Signature
from recovery_desktop.documents.pen import Pen
from recovery_desktop.documents.pictures import readable_picture
from recovery_desktop.text import _

_ROOM, _MOST_ROOM = 30, 120  # points to sign in; more where it takes more to say how somebody signed, or why not
_DATE = 0.36  # share of the width for the day and how
_BETWEEN = 24  # points between two places to sign


@dataclass(eq=False)
class Gap(Block):
    """Empty space of a given height."""

    tall: float

    def measure(self, width: float) -> float:
        return self.tall

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        pass


def signed_body(parts: Sequence[Block | None], signing: Column) -> Column:
    """The parts there are and the places to sign; nobody signs a page that holds nothing but signatures: the end of
    what stands before goes along."""
    *others, last = [part for part in parts if part is not None]
    return Column([*others, replace(last, glue=True), signing])


def signing(said: Sequence[Block], to_sign: Sequence[Block]) -> Column:
    """The section with the places to sign: one piece while a page can hold it."""
    head = Text(_("Signatures"), SECTION, "H2", outline=(0, _("Signatures")))
    # two lines of what is signed stay with the places to sign, also when what is said fills pages
    glued = [replace(block, glue=True) for block in (head, *said[-1:])]
    return Column([glued[0], *said[:-1], *glued[1:], Column(to_sign, keep=1, before=4)], keep=1, before=15)


def blank_line() -> Column:
    """A line to write on by hand."""
    return Column([Gap(_ROOM / 2), Rule()])


def signature_lines(signatures: Sequence[Signature], width: float) -> Column:
    """All places to sign, two on a line where there is little to say of how somebody signed, never parted from each
    other while they fit on a page."""
    half = (width - _BETWEEN) / 2
    if len(signatures) == 1 or any(_said(one).height(half * _DATE) > _ROOM + 2 * CELL.lead for one in signatures):
        return Column([_signature(signature, width) for signature in signatures], keep=1)
    places = [_signature(signature, half) for signature in signatures]
    pairs = [places[i : i + 2] for i in range(0, len(places), 2)]
    steps = (half + _BETWEEN, half)
    lines = [Row(pair, steps[: len(pair)], keep=1, gap=_BETWEEN, level=False, grouped=True) for pair in pairs]
    return Column(lines, keep=1)


def _said(signature: Signature) -> Text:
    """How somebody signed, or why not."""
    return Text("\n".join(filter(None, (signature.signed, signature.not_signed))), CELL)


def _signature(signature: Signature, width: float) -> Row:
    said = _said(signature)
    as_what = ", ".join(filter(None, (signature.role, signature.credential)))
    wide = width * _DATE
    room = max(_ROOM, min(said.height(wide), _MOST_ROOM))  # the lines on both sides stand at one height
    who = [*_mark(signature, room), Rule(), Text(signature.name, CELL_BOLD, before=2), Text(as_what, NOTE)]
    when = [Gap(max(room - said.height(wide), 0)), said, Rule(), Text(_("Date"), NOTE, before=2)]
    return Row([Column(who), Column(when)], [width - wide, wide], gap=12, level=False)


def _mark(signature: Signature, room: float) -> list[Block]:
    """The written signature when there is a readable picture of it, else room to sign."""
    picture = readable_picture(signature.picture)
    if picture is None:
        return [Gap(room)]
    tall = _ROOM - 4
    wide = min(tall * picture.width / picture.height, 200)

    def paint(pen: Pen, left: float, bottom: float) -> None:
        pen.picture(picture, (left, bottom, left + wide, bottom + tall))

    name = _("Signature of {name}").format(name=signature.name)
    return [Gap(room - tall), Figure(wide, tall, name, paint)]
