"""What the lines and marks of a network mean: a sample of each with its words, as many beside each other as fit."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from recovery_desktop_ui.parts.charts.network import Line, Network
from recovery_desktop_ui.parts.charts.placing import Label, cut, label, measure
from recovery_desktop_ui.parts.tokens import px

_LINE, _MARK = 34, 16  # pixels a sample is wide
_TO_WORDS, _TO_NEXT = 6, 20


@dataclass(frozen=True)
class Sample:
    """A kind of line, or else the mark with an icon's name, and beside it what it means."""

    rect: QRectF
    line: Line | None
    mark: str
    said: Label


def legend(network: Network, top: float, width: float) -> list[Sample]:
    """Lines, then marks, from the left at `top`, in as many lines as the width needs."""
    items: list[tuple[Line | None, str, str]] = [(line, "", words) for line, words in network.lines]
    items += [(None, mark, words) for mark, words in network.marks]
    x, y, tall = 0.0, top, measure("caption").height()
    found = []
    for line, mark, words in items:
        wide, said = px(_LINE if line else _MARK), label(words, 0, 0, 0)
        if x and x + wide + px(_TO_WORDS) + said.rect.width() > width:
            x, y = 0.0, y + tall + px(_TO_WORDS)
        rect = QRectF(x, y, wide, tall)
        start = rect.right() + px(_TO_WORDS)
        said = cut(label(words, start, y, 0, tone="quiet"), width - start)
        found.append(Sample(rect, line, mark, said))
        x = said.rect.right() + px(_TO_NEXT)
    return found
