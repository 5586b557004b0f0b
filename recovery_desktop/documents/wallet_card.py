"""A card for the wallet, four panels on two faces side by side: cut out once, folded once, as large as a bank card.

No text is cropped. Where the plan says more than the card holds, entries are shortened at a word or left out from the
end of their panel, and the sheet says below the card which ones.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from recovery_desktop.documents.blocks import Block, Rule, Text
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.fonts import BOLD, SANS
from recovery_desktop.documents.letters import shortened
from recovery_desktop.documents.lists import items
from recovery_desktop.documents.look import ACCENT, CELL, SOFT, Style
from recovery_desktop.documents.pen import Pen
from recovery_desktop.text import _

_MM = 72 / 25.4
FACE_WIDE, FACE_TALL = 85.6 * _MM, 54 * _MM
_PAD, _TOP, _BETWEEN = 9.0, 7.0, 5.0
_HEAD = Style(BOLD, 8.2, 11, ACCENT)
_SIZES = tuple(Style(SANS, size, size * 1.2) for size in (10.5, 10, 9.5, 9, 8.5, 8.2))  # the first that holds all
_LINES_EACH = 2  # an entry may take so many lines
_LONGEST = 400  # letters of an entry that are looked at
_INNER = FACE_WIDE - 2 * _PAD
_ROOM = FACE_TALL - 2 * _TOP - 2 * _HEAD.lead - _BETWEEN  # for the lines of both panels of a face


@dataclass(frozen=True)
class Panel:
    """A quarter of the card. The first entries are the most important ones; `always` stands below them, whole."""

    title: str
    entries: tuple[str, ...]
    always: tuple[str, ...] = ()


@dataclass(frozen=True)
class WalletCard:
    """The four panels: two on the front, one above the other, two on the back."""

    signs: Panel
    people: Panel
    what_helps: Panel
    if_i_slip: Panel


@dataclass(eq=False)
class CutLine(Block):
    """A dashed line across the sheet to cut along."""

    def measure(self, width: float) -> float:
        return 6

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        pen.dashes(left, top - 3, left + width, top - 3, SOFT)


@dataclass(eq=False)
class Card(Block):
    """The drawn card; its two faces are read one after the other."""

    faces: Sequence[Block]
    key: Hashable = field(default_factory=object)

    def measure(self, width: float) -> float:
        return FACE_TALL

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        left += (width - 2 * FACE_WIDE) / 2  # a face has its size also where the column is narrower
        low, right = top - FACE_TALL, left + 2 * FACE_WIDE
        for edge in (low, top):
            pen.line(left, edge, right, edge, 0.6, SOFT)
        for edge in (left, right):
            pen.line(edge, low, edge, top, 0.6, SOFT)
        pen.dashes(left + FACE_WIDE, low, left + FACE_WIDE, top, SOFT)
        for number, face in enumerate(self.faces):
            with pen.tags.element((self.key, number), "Div"):
                face.draw(pen, left + number * FACE_WIDE + _PAD, top - _TOP, _INNER)


def card_sheet(card: WalletCard, width: float) -> Column:
    """The page with the card, how to make it, and what of the plan is not on it."""
    halves = ((card.signs, card.people), (card.what_helps, card.if_i_slip))
    style = next((one for one in _SIZES if all(_holds(pair, one) for pair in halves)), _SIZES[-1])
    faces = [_Face(*pair, style) for pair in halves]
    how = _("Cut along the outer line. Fold along the dashed line, with the words outside.")
    title = _("My card")
    blocks: list[Block] = [
        Text(title, Style(BOLD, 15.5, 20, ACCENT), "H2", outline=(0, title)),
        Text(how, CELL, before=3),
        Card([face.block() for face in faces], before=14),
    ]
    if left_out := [text for face in faces for text in face.left_out]:
        words = _("Too long for the card, and whole in the plan:")
        blocks += [Text(words, CELL, before=14, glue=True), items(left_out, width, CELL, before=4)]
    return Column(blocks)


def _holds(pair: tuple[Panel, Panel], style: Style) -> bool:
    """Whether all of two panels is on a face, no entry in more lines than it may take."""
    each = [_count(text, style) for panel in pair for text in panel.entries]
    always = sum(_count(text, style) for panel in pair for text in panel.always)
    return max(each, default=0) <= _LINES_EACH and sum(each) + always <= _lines_of(style)


def _lines_of(style: Style) -> int:
    return int(_ROOM / style.lead)


def _count(text: str, style: Style) -> int:
    return len(Text(text, style).lines(_INNER))


class _Face:
    """Two panels, one above the other; what one does not need of its half is the other's."""

    def __init__(self, upper: Panel, lower: Panel, style: Style) -> None:
        self.style = style
        self.left_out: list[str] = []  # what is not on the card, or not whole
        lines = _lines_of(style)
        first = min(self._wanted(upper), max(lines // 2, lines - self._wanted(lower)))
        self.panels = [(upper, self._fitted(upper, first)), (lower, self._fitted(lower, lines - first))]

    def block(self) -> Block:
        """The panels that say something, with a line between them."""
        said = [
            Column([Text(panel.title, _HEAD, "H3"), *(Text(text, self.style) for text in texts)])
            for panel, texts in self.panels
            if texts
        ]
        between = [Rule(tall=_BETWEEN)] if len(said) > 1 else []
        return Column([*said[:1], *between, *said[1:]])

    def _wanted(self, panel: Panel) -> int:
        """How many lines a panel would fill."""
        each = [min(_count(text, self.style), _LINES_EACH) for text in panel.entries]
        return sum(each) + sum(_count(text, self.style) for text in panel.always)

    def _fitted(self, panel: Panel, lines: int) -> list[str]:
        """The panel's texts as they stand on the card."""
        room, always = lines, []
        for text in panel.always:
            if _count(text, self.style) <= room:
                room -= _count(text, self.style)
                always.append(text)
            else:
                self.left_out.append(text)
        said: list[str] = []
        for text in panel.entries:
            short = self._short(text, min(_LINES_EACH, room))
            if short != text:
                self.left_out.append(text)
            if short:
                said.append(short)
                room -= _count(short, self.style)
        return [*said, *always]

    def _short(self, text: str, lines: int) -> str:
        """As much of a text as fits into so many lines, ended at a word with three dots; nothing without a line."""
        if lines < 1:
            return ""
        if len(text) <= _LONGEST and _count(text, self.style) <= lines:
            return text
        for longest in range(min(len(text) - 1, _LONGEST), 0, -1):
            short = shortened(text, longest)
            if _count(short, self.style) <= lines:
                return short
        return ""
