"""Lists: a dark dot or a number before each item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recovery_desktop.documents.blocks import Block, Text
from recovery_desktop.documents.columns import Column, Row
from recovery_desktop.documents.fonts import BOLD
from recovery_desktop.documents.look import ACCENT, BODY, Style
from recovery_desktop.documents.pen import Pen


@dataclass(eq=False)
class Dot(Block):
    """The mark before an item, for the eye only."""

    style: Style

    def measure(self, width: float) -> float:
        return self.style.lead

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        size = self.style.size
        pen.disc(left + size * 0.22, top - size * 0.7, size * 0.16, ACCENT)


def items(
    texts: Sequence[str], width: float, style: Style = BODY, *, numbered: bool = False, before: float = 0
) -> Column:
    """A list of texts as typed in a column of `width`; empty texts are left out."""
    indent = style.size * (1.9 if numbered else 1.2)
    number = Style(BOLD, style.size, style.lead, ACCENT)
    said = list(filter(None, texts))
    rows: list[Block] = []
    for i, text in enumerate(said):
        mark = Text(str(i + 1), number, "Lbl") if numbered else Dot(style)
        cells = [mark, Text(text, style, "LBody")]
        together = i in (0, len(said) - 2) and len(said) > 1  # no item begins or ends a list alone on its page
        space = 3 if rows else 0
        rows.append(Row(cells, [indent, width - indent], gap=0, level=False, tag="LI", before=space, glue=together))
    return Column(rows, tag="L", before=before)
