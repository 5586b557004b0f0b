"""The recovery code as it stands on its sheet: numbered groups, each letter in a slot of its own, for tired eyes."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from recovery_desktop.documents.blocks import Block
from recovery_desktop.documents.columns import Column, Row
from recovery_desktop.documents.look import BODY_BOLD, LABEL, TINT, Style
from recovery_desktop.documents.pen import Pen
from recovery_desktop.text import _

_LETTER = Style(BODY_BOLD.face, 26, 32, align=0.5)
_SLOT = 23.0  # points for each letter; the longest group has six
_TALL, _PAD, _GAP, _ROUND = 52.0, 12.0, 8.0, 4.0
_AIR = 4.0  # on both sides of a usual letter in its slot: without it the first stands below its label
_ACROSS = 3


@dataclass(eq=False)
class Group(Block):
    """One group on a field of its own, with its label above."""

    label: str
    letters: str
    key: Hashable = field(default_factory=object)

    def measure(self, width: float) -> float:
        return _TALL

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        pen.panel((left, top - _TALL, left + width, top), TINT, _ROUND)
        with pen.tags.element(self.key, "LI"):
            with pen.tags.marked((self.key, "label"), "Lbl"):
                pen.label(left + _PAD, top - 6 - LABEL.size, self.label, LABEL, width - 2 * _PAD)
            with pen.tags.marked((self.key, "letters"), "LBody"):
                for place, letter in enumerate(self.letters):
                    pen.label(left + _PAD - _AIR + (place + 0.5) * _SLOT, top - _TALL + 10, letter, _LETTER)


def numbered_groups(groups: Sequence[str], width: float) -> Column:
    """All groups of a code, read from left to right and line by line; the last one is the check."""
    named = [(_("Group {number}").format(number=i), group) for i, group in enumerate(groups[:-1], 1)]
    named.append((_("Group {number}, the check").format(number=len(groups)), groups[-1]))
    step = (width + _GAP) / _ACROSS
    rows: list[Block] = []
    for first in range(0, len(named), _ACROSS):
        cells = [Group(label, letters) for label, letters in named[first : first + _ACROSS]]
        widths = [step] * (len(cells) - 1) + [step - _GAP]
        rows.append(Row(cells, widths, keep=1, gap=_GAP, level=False, before=_GAP if rows else 0))
    return Column(rows, keep=1, tag="L")
