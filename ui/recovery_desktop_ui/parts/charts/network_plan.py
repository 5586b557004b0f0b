"""Where everybody in a network stands at a given width: generations above and below, partner and siblings beside.

A trunk runs up and down from the middle. Each line of people hangs on a bar across it, so that no tie crosses anybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF

from recovery_desktop_ui.parts.charts.network import Line, Network, Person
from recovery_desktop_ui.parts.charts.placing import Label, cut, label, measure, wrapped
from recovery_desktop_ui.parts.tokens import is_large, px

_WIDE = 158  # pixels a card is wide where there is room
_GAP = 12  # between two cards
_TIE = 38  # the length of a tie
_BAR = 14  # from a bar to what it hangs on
_GUTTER = 40  # for the trunk between the cards of a line
_APART = 30  # for the words over those outside the family
_SAMPLE = 34  # a line in the legend
_MARK = 16


@dataclass(frozen=True)
class Tie:
    """What ties a person: from the bar, or the middle itself, to the edge of the card."""

    line: QLineF
    kind: Line


@dataclass(frozen=True)
class NetworkPlan:
    """All places, from the top left of the drawing."""

    network: Network
    width: float

    @cached_property
    def height(self) -> int:
        """Of the whole drawing, with its words below."""
        return round(self._below + _said_lines() * measure("caption").height()) + px(4)

    def said(self, words: str, tone: str) -> list[Label]:
        """Words below the legend, such as what is told of the person one points at."""
        rect = QRectF(0, self._below, self.width, measure("caption").height())
        return wrapped(words, "caption", tone, rect, _said_lines())

    @property
    def _below(self) -> float:
        legend = [rect.bottom() for rect, *_what in self._legend]
        return max([self._bottom, *legend]) + px(6)

    @cached_property
    def _bottom(self) -> float:
        return max(rect.bottom() for rect in (self.middle, *self.cards.values()))

    @cached_property
    def card(self) -> QRectF:
        """The size of a card: narrower where three of them and their ties would not fit."""
        wide = min(px(_WIDE), self.width / 3 - 2 * px(_TIE + _BAR) / 3)
        return QRectF(0, 0, wide, measure("strong").height() + measure("caption").height() + px(10))

    @cached_property
    def middle(self) -> QRectF:
        """Around whom the others stand."""
        above = len(self._lines_above) * self._step + self._beside_tall / 2 - self.card.height() / 2
        return self.card.translated(self.width / 2 - self.card.width() / 2, above)

    @cached_property
    def cards(self) -> dict[int, QRectF]:
        """The place of each person by key, as one reads: from the top left on."""
        placed = {person.key: rect for person, rect, _tie in self._hung}
        return dict(sorted(placed.items(), key=lambda one: (round(one[1].top()), one[1].left())))

    @cached_property
    def ties(self) -> list[Tie]:
        return [tie for _person, _rect, tie in self._hung]

    @cached_property
    def bars(self) -> list[QLineF]:
        """The trunk and the bars, which only join."""
        found = [*self._bars_beside]
        for lines, edge in (
            (self._lines_above, self.middle.top()),
            (self._lines_below, self.middle.bottom()),
        ):
            heights = [self._bar_height(i, lines is self._lines_above) for i in range(len(lines))]
            if heights:
                found.append(QLineF(self._centre, edge, self._centre, heights[-1]))
            for y, people in zip(heights, lines, strict=True):
                ends = [self.cards[one.key].center().x() for one in people] + [self._centre]
                found.append(QLineF(min(ends), y, max(ends), y))
        return found

    @cached_property
    def divider(self) -> QLineF | None:
        """Between the family and those outside of it."""
        if not self.network.at("outside"):
            return None
        y = self._bar_height(self._first_outside, False) - px(_BAR) - px(_APART) / 2 + px(6)
        return QLineF(0, y, self.width, y)

    @cached_property
    def samples(self) -> list[tuple[QRectF, Line | None, str]]:
        """The legend's lines and marks: place, kind of line, or the icon's name."""
        return [(rect, line, mark) for rect, line, mark, _label in self._legend]

    @cached_property
    def labels(self) -> list[Label]:
        """The words outside of cards: over those outside the family, and in the legend."""
        found = [each for *_sample, each in self._legend]
        if self.divider is not None:
            found.append(
                cut(label(self.network.apart, 0, self.divider.y1() + px(2), 0, tone="quiet"), self._centre - px(8))
            )
        return found

    # -- the lines of people

    @property
    def _centre(self) -> float:
        return self.width / 2

    @property
    def _step(self) -> float:
        """From one line of people to the next."""
        return self.card.height() + px(_TIE + _BAR)

    @cached_property
    def _lines_above(self) -> list[Sequence[Person]]:
        """The nearest first."""
        return [*self._lines(self.network.at("parents")), *self._lines(self.network.at("grandparents"))]

    @cached_property
    def _lines_below(self) -> list[Sequence[Person]]:
        return [*self._lines(self.network.at("children")), *self._lines(self.network.at("outside"))]

    @property
    def _first_outside(self) -> int:
        return len(self._lines(self.network.at("children")))

    def _lines(self, people: list[Person]) -> list[Sequence[Person]]:
        """As few lines as their width allows, about equally long."""
        room = self.width / 2 - px(_GUTTER) / 2 + px(_GAP)
        most = 2 * max(1, int(room // (self.card.width() + px(_GAP))))
        count = ceil(len(people) / most)
        each = ceil(len(people) / count) if count else 0
        return [people[i * each : (i + 1) * each] for i in range(count)]

    @cached_property
    def _beside(self) -> tuple[list[Person], list[Person]]:
        """Left and right of the middle."""
        return self.network.at("partner"), self.network.at("siblings")

    @cached_property
    def _beside_tall(self) -> float:
        most = max(1, *map(len, self._beside))
        return most * (self.card.height() + px(_GAP)) - px(_GAP)

    def _bar_height(self, i: int, above: bool) -> float:
        centre = self.middle.center().y()
        if above:
            return centre - self._beside_tall / 2 - px(_BAR) - i * self._step
        apart = px(_APART) if i >= self._first_outside else 0
        return centre + self._beside_tall / 2 + px(_BAR) + i * self._step + apart

    # -- who hangs where

    @cached_property
    def _hung(self) -> list[tuple[Person, QRectF, Tie]]:
        """Each person with card and tie."""
        found = [*self._hung_beside(0), *self._hung_beside(1)]
        for lines, sign in ((self._lines_above, -1), (self._lines_below, 1)):
            for i, people in enumerate(lines):
                bar = self._bar_height(i, sign < 0)
                top = bar + px(_TIE) if sign > 0 else bar - px(_TIE) - self.card.height()
                for person, x in zip(people, self._lefts(len(people), i < len(lines) - 1), strict=True):
                    rect = self.card.translated(x, top)
                    edge = rect.top() if sign > 0 else rect.bottom()
                    line = QLineF(rect.center().x(), bar, rect.center().x(), edge)
                    found.append((person, rect, Tie(line, person.line)))
        return found

    def _lefts(self, count: int, has_gutter: bool) -> list[float]:
        """Where the cards of a line begin: in the middle, or to both sides of the trunk that goes on."""
        step = self.card.width() + px(_GAP)
        if not has_gutter:
            first = self._centre - (count * step - px(_GAP)) / 2
            return [first + i * step for i in range(count)]
        left, half = ceil(count / 2), px(_GUTTER) / 2
        before = [self._centre - half - step * (left - i) + px(_GAP) for i in range(left)]
        return before + [self._centre + half + step * i for i in range(count - left)]

    def _hung_beside(self, right: int) -> list[tuple[Person, QRectF, Tie]]:
        people, sign = self._beside[right], 1 if right else -1
        edge = self.middle.right() if right else self.middle.left()
        bar, step = edge + sign * px(_BAR), self.card.height() + px(_GAP)
        first = self.middle.center().y() - (len(people) * step - px(_GAP)) / 2
        found = []
        for i, person in enumerate(people):
            start = QPointF(bar, first + i * step + self.card.height() / 2)
            end = start + QPointF(sign * px(_TIE), 0)
            x = end.x() if right else end.x() - self.card.width()
            found.append((person, self.card.translated(x, first + i * step), Tie(QLineF(start, end), person.line)))
        return found

    @cached_property
    def _bars_beside(self) -> list[QLineF]:
        found, centre = [], self.middle.center().y()
        for right, people in enumerate(self._beside):
            if people:
                edge = self.middle.right() if right else self.middle.left()
                bar = edge + (px(_BAR) if right else -px(_BAR))
                heights = [self.cards[one.key].center().y() for one in people]
                found += [QLineF(edge, centre, bar, centre), QLineF(bar, min(heights), bar, max(heights))]
        return found

    # -- the legend

    @cached_property
    def _legend(self) -> list[tuple[QRectF, Line | None, str, Label]]:
        """Lines, then marks, as many beside each other as fit."""
        x, y, tall = 0.0, self._bottom + px(18), measure("caption").height()
        found: list[tuple[QRectF, Line | None, str, Label]] = []
        items: list[tuple[Line | None, str, str]] = [(line, "", words) for line, words in self.network.lines]
        items += [(None, mark, words) for mark, words in self.network.marks]
        for line, mark, words in items:
            sample = px(_SAMPLE if line else _MARK)
            said = label(words, 0, 0, 0, tone="quiet")
            if x and x + sample + px(6) + said.rect.width() > self.width:
                x, y = 0.0, y + tall + px(6)
            rect = QRectF(x, y, sample, tall)
            placed = cut(label(words, rect.right() + px(6), y, 0, tone="quiet"), self.width - rect.right() - px(6))
            found.append((rect, line, mark, placed))
            x = placed.rect.right() + px(20)
        return found


def _said_lines() -> int:
    return 2 if is_large() else 1
