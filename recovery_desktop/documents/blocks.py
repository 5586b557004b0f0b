"""What pages are made of: blocks that know their height, can be parted at a page's end, and draw themselves.

A block never changes after it was made, apart from remembering its own measures. Every block that can be higher than a
page can be parted, down to single lines, so that no text is too long for any place.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from reportlab.lib.colors import Color

from recovery_desktop.documents.lines import Line, break_lines
from recovery_desktop.documents.look import BODY, HAIR, Style
from recovery_desktop.documents.pen import Pen

FIT = 0.01  # points: sums of heights are not exact


@dataclass(eq=False, kw_only=True)
class Block(ABC):
    """A piece of a column."""

    before: float = 0  # space above, but not at the top of a page
    glue: bool = False  # stays on the page of what follows
    _heights: dict[float, float] = field(default_factory=dict, init=False, repr=False)

    def height(self, width: float) -> float:
        """The height in points in a column of `width`."""
        if width not in self._heights:
            self._heights[width] = self.measure(width)
        return self._heights[width]

    @abstractmethod
    def measure(self, width: float) -> float: ...

    @abstractmethod
    def draw(self, pen: Pen, left: float, top: float, width: float) -> None: ...

    def split(self, width: float, room: float, page: float) -> tuple[Block, Block] | None:
        """The part that fits into `room` and the rest; None when it should rather go to the next page as a whole.

        `page` is the height of a whole page. A block that is higher than that does part when `room` is a page.
        """
        return None

    def first_size(self) -> float:
        """The type size of the first line, 0 when it has no text."""
        return 0


@dataclass(eq=False)
class Text(Block):
    """A text as typed: its line ends are kept, long lines are broken, and it flows over as many pages as it needs."""

    text: str
    style: Style = BODY
    tag: str = "P"
    key: Hashable = field(default_factory=object)  # texts with the same key are one element
    outline: tuple[int, str] | None = None  # level and title of its entry in the outline
    hang: float = 0  # how far the first line stands out to the left
    first: int = 0
    last: int | None = None
    settings: dict[float, list[Line]] = field(default_factory=dict)  # lines by width, shared between the parts

    def lines(self, width: float) -> list[Line]:
        """The broken lines of the whole text, of which this part draws `first` to `last`."""
        if width not in self.settings:
            self.settings[width] = break_lines(self.text, self.style, width, self.hang)
        return self.settings[width]

    def _end(self, width: float) -> int:
        return len(self.lines(width)) if self.last is None else self.last

    def measure(self, width: float) -> float:
        return (self._end(width) - self.first) * self.style.lead if self.text else 0

    def first_size(self) -> float:
        return self.style.size if self.text else 0

    def split(self, width: float, room: float, page: float) -> tuple[Block, Block] | None:
        count = self._end(width) - self.first
        heading = self.tag.startswith("H") and count * self.style.lead < page / 2
        fit = min(int((room + FIT) / self.style.lead), count - 2)  # two lines at least on each side
        if heading or fit < 2:
            return None
        middle = self.first + fit
        return replace(self, last=middle), replace(self, first=middle, outline=None)

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        if not self.text:
            return
        if self.outline is not None:
            pen.bookmark(*self.outline, top)
        lines = self.lines(width)[self.first : self._end(width)]
        hang = 0 if self.first else self.hang
        for start, end, key in self._elements(lines):
            with pen.tags.marked(key, self.tag):
                pen.write(
                    left, top - start * self.style.lead, width, lines[start:end], self.style, 0 if start else hang
                )

    def _elements(self, lines: Sequence[Line]) -> Iterator[tuple[int, int, Hashable]]:
        """Which lines are one element: each typed line a paragraph of its own, a heading or a list item all of them."""
        if self.tag != "P":
            yield 0, len(lines), self.key
            return
        start = 0
        for end in range(1, len(lines) + 1):
            if end == len(lines) or lines[end].typed != lines[start].typed:
                if lines[start].text.strip():
                    yield start, end, (self.key, lines[start].typed) if lines[start].typed else self.key
                start = end


@dataclass(eq=False)
class Rule(Block):
    """A line across the column, in the middle of its own height."""

    tall: float = 0
    weight: float = 0.45
    color: Color = HAIR

    def measure(self, width: float) -> float:
        return self.tall

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        pen.rule(left, top - self.tall / 2, left + width, self.weight, self.color)


@dataclass(eq=False)
class Figure(Block):
    """A drawing with the same content in words; `paint` gets the pen and the lower left corner."""

    wide: float
    tall: float
    alt: str
    paint: Callable[[Pen, float, float], None]
    key: Hashable = field(default_factory=object)

    def measure(self, width: float) -> float:
        return self.tall

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        with pen.tags.marked(self.key, "Figure") as element:
            if element is not None:
                element.alt, element.box = self.alt, (left, top - self.tall, left + self.wide, top)
            self.paint(pen, left, top - self.tall)
