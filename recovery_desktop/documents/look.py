"""The look all documents share: ink, type scale and the grid of a page. Sizes are points of 1/72 inch.

Two voices: the client's words are the only serif and the largest text after the title; all we say is sans.
Nothing depends on hue: every colour but the tints keeps at least 7:1 on white and prints as a dark grey.
"""

from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor

from recovery_desktop.documents.fonts import BOLD, SANS, SERIF
from recovery_desktop.documents.paper import Paper

INK, SOFT, ACCENT = HexColor("#1a1f24"), HexColor("#4b545c"), HexColor("#0e4a5a")
MID, HAIR, TINT, WHITE = HexColor("#8fb0b9"), HexColor("#b9c3c8"), HexColor("#eaf1f3"), HexColor("#ffffff")


@dataclass(frozen=True)
class Style:
    """How a text is set: face, size, distance of baselines, colour and where its lines stand in their column."""

    face: str = SANS
    size: float = 10
    lead: float = 14
    color: Color = INK
    align: float = 0  # 0 left, 0.5 centred, 1 right


TITLE = Style(BOLD, 29, 32, ACCENT)
LETTER_TITLE = Style(BOLD, 12, 16)
SECTION = Style(BOLD, 14, 18, ACCENT)
SUBSECTION = Style(BOLD, 10, 14)
BODY, BODY_BOLD = Style(), Style(BOLD)
CELL, CELL_BOLD, NUMBER = Style(SANS, 9.2, 12.2), Style(BOLD, 9.2, 12.2), Style(BOLD, 9.2, 12.2, ACCENT)
NOTE = Style(SANS, 8.3, 11, SOFT)
LABEL = Style(BOLD, 8, 10.6, SOFT)
RUNNING, RUNNING_BOLD = Style(SANS, 8, 11, SOFT), Style(BOLD, 8, 11, SOFT)
PRACTICE = Style(BOLD, 11.5, 15)

_VOICES = ((60, Style(SERIF, 20, 25)), (160, Style(SERIF, 16, 21)), (400, Style(SERIF, 12.5, 17)))
_QUIET_VOICES = ((70, Style(SERIF, 16, 20)), (160, Style(SERIF, 12.5, 16.5)))
LETTER_TITLE = Style(BOLD, 12, 16)
LONG_VOICE = Style(SERIF, 10.5, 14.5)
WISH = Style(SERIF, 12.5, 16)  # a goal in a table
QUOTE = Style(SERIF, 9.4, 12.2)  # the client's words in a table


def voice_style(words: str, quiet: bool = False) -> Style:
    """The client's words are set large; the longer they are the smaller, so that a page of them can still be read.

    `quiet` is the list of wishes on the first page, where six of them share the space.
    """
    for longest, style in _QUIET_VOICES if quiet else _VOICES:
        if len(words) <= longest:
            return style
    return LONG_VOICE


@dataclass(frozen=True)
class Grid:
    """A page's margins and columns: a narrow one for numbers and areas, a wide one for sentences."""

    paper: Paper
    edge: float = 56.7  # 20 mm
    top: float = 65.2
    foot: float = 61
    side: float = 76
    gutter: float = 14

    @property
    def width(self) -> float:
        return self.paper.width - 2 * self.edge

    @property
    def height(self) -> float:
        return self.paper.height - self.top - self.foot

    @property
    def main(self) -> float:
        return self.width - self.side - self.gutter
