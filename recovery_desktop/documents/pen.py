"""Draws on the pages of one document: the only place that puts text, lines and shapes on a ReportLab canvas."""

from collections.abc import Sequence

from PIL import Image
from reportlab.lib.colors import Color
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from recovery_desktop.documents.fonts import SANS, letter_widths, runs
from recovery_desktop.documents.letters import one_line, shortened
from recovery_desktop.documents.lines import Line, text_width
from recovery_desktop.documents.look import HAIR, Style
from recovery_desktop.documents.tags import Box, Tags

_LONGEST_LABEL = 1000  # letters; no line holds more


class Pen:
    """A canvas with its tags. Coordinates are points from the lower left corner of the page."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.tags = Tags(canvas)
        self._outline_depth = -1
        self._bookmarks = 0

    def write(
        self, left: float, top: float, width: float, lines: Sequence[Line], style: Style, hang: float = 0
    ) -> None:
        """Sets broken lines below `top` in a column of `width`; the first starts `hang` points further left."""
        text = self.canvas.beginText()
        text.setFillColor(style.color)
        baseline, face = top - style.size, ""
        for line in lines:
            text.setTextOrigin(left - hang + style.align * (width - line.width), baseline)
            for run_face, words in runs(style.face, line.text):
                if run_face != face:
                    text.setFont(run_face, style.size, style.lead)
                    face = run_face
                text.textOut(words)
            baseline, hang = baseline - style.lead, 0
        self.canvas.drawText(text)

    def label(self, x: float, baseline: float, words: str, style: Style, room: float = 1e6) -> None:
        """Sets one line that starts, is centred or ends at `x`, cut short when it is wider than `room`."""
        words = _fitting(one_line(words[:_LONGEST_LABEL], style.face), style, room)
        line = Line(words, text_width(words.rstrip(), style), 0)
        self.write(x, baseline + style.size, 0, [line], style)

    def rule(self, left: float, y: float, right: float, weight: float = 0.45, color: Color = HAIR) -> None:
        """A horizontal line, an artifact."""
        self.line(left, y, right, y, weight, color)

    def line(self, x1: float, y1: float, x2: float, y2: float, weight: float, color: Color) -> None:
        with self.tags.artifact():
            self.canvas.setStrokeColor(color)
            self.canvas.setLineWidth(weight)
            self.canvas.line(x1, y1, x2, y2)

    def dashes(self, x1: float, y1: float, x2: float, y2: float, color: Color) -> None:
        """A dashed line to cut or fold along, an artifact."""
        self.canvas.setDash(4, 3)
        self.line(x1, y1, x2, y2, 0.7, color)
        self.canvas.setDash()

    def panel(self, box: Box, fill: Color, rounding: float) -> None:
        """A filled field with round corners to write on, an artifact."""
        left, bottom, right, top = box
        with self.tags.artifact():
            self.canvas.setFillColor(fill)
            self.canvas.roundRect(left, bottom, right - left, top - bottom, rounding, stroke=0, fill=1)

    def disc(
        self, x: float, y: float, radius: float, fill: Color, edge: Color | None = None, weight: float = 1.2
    ) -> None:
        """A filled circle, with an edge a ring: an artifact."""
        with self.tags.artifact():
            self.canvas.setFillColor(fill)
            if edge is not None:
                self.canvas.setStrokeColor(edge)
                self.canvas.setLineWidth(1.2)
            self.canvas.circle(x, y, radius, stroke=edge is not None, fill=1)

    def wedge(
        self, middle: tuple[float, float], radius: float, start: float, extent: float, fill: Color | None, edge: Color
    ) -> None:
        """A sector of a disc, from `start` degrees on, counted against the clock from the right; dashed when empty."""
        x, y = middle
        with self.tags.artifact():
            self.canvas.saveState()
            self.canvas.setStrokeColor(edge)
            self.canvas.setLineWidth(0.8 if fill is None else 1.6)
            if fill is None:
                self.canvas.setDash(2, 2)
            else:
                self.canvas.setFillColor(fill)
            box = (x - radius, y - radius, x + radius, y + radius)
            self.canvas.wedge(*box, start, extent, stroke=1, fill=fill is not None)
            self.canvas.restoreState()

    def picture(self, image: Image.Image, box: Box) -> None:
        """A picture that fills the box."""
        left, bottom, right, top = box
        self.canvas.drawImage(ImageReader(image), left, bottom, right - left, top - bottom)

    def bookmark(self, level: int, title: str, top: float) -> None:
        """An entry of the document's outline; a level is never more than one below the entry before."""
        self._outline_depth = level = min(level, self._outline_depth + 1)
        self._bookmarks += 1
        key = f"s{self._bookmarks}"
        self.canvas.bookmarkHorizontal(key, 0, top + 20)
        self.canvas.addOutlineEntry(shortened(one_line(title, SANS), 90), key, level)


def _fitting(words: str, style: Style, room: float) -> str:
    """The words, or as much of them as the room holds with three dots."""
    if text_width(words, style) <= room:
        return words
    left = room - text_width("…", style)
    for count, wide in enumerate(letter_widths(style.face, words)):
        left -= wide * style.size / 1000
        if left < 0:
            return words[:count].rstrip() + "…"
    return words
