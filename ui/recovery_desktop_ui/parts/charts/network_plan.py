"""Where everybody in a network stands at a given width: generations above and below, partner and siblings beside.

A trunk runs up and down from the middle. Each line of people hangs on a bar across it, so that no tie crosses anybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF

from recovery_desktop_ui.parts.charts.network import Line, Network, Person
from recovery_desktop_ui.parts.charts.network_legend import Sample, legend
from recovery_desktop_ui.parts.charts.placing import Label, cut, label, measure, wrapped
from recovery_desktop_ui.parts.tokens import is_large, px

PAD, MARK, MARK_GAP = 9, 16, 4
"""In a card: beside its words, the size of a mark, and before each mark."""
_WIDE, _WIDEST = 158, 236  # pixels a card is wide where there is room, and at most for a long name
_GAP = 12  # between two cards
_TIE = 38  # the length of a tie
_BAR = 14  # from a bar to what it hangs on
_GUTTER = 40  # for the trunk between the cards of a line
_APART = 30  # for the words over those outside the family


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
        return max([self._bottom, *(each.rect.bottom() for each in self.samples)]) + px(6)

    @cached_property
    def _bottom(self) -> float:
        return max(rect.bottom() for rect in (self.middle, *self.cards.values()))

    @cached_property
    def card(self) -> QRectF:
        """The size of a card: as wide as the longest name while no line grows longer by it; narrower where three of
        them and their ties would not fit."""
        half = ceil(min(self._longest_band, self._most(px(_WIDE))) / 2)
        beside = self._half_room / half - px(_GAP) if half else self.width
        wide = max(px(_WIDE), min(self._wanted, px(_WIDEST), beside))
        wide = min(wide, self.width / 3 - 2 * px(_TIE + _BAR) / 3)
        return QRectF(0, 0, wide, measure("strong").height() + measure("caption").height() + px(10))

    @cached_property
    def _wanted(self) -> float:
        """What the words of all cards need."""
        name, role = measure("strong"), measure("caption")
        marks = px(MARK + MARK_GAP)
        names = [name.horizontalAdvance(one.name) + len(one.marks) * marks for one in self.network.people]
        roles = [role.horizontalAdvance(one.role) for one in self.network.people]
        return max([*names, *roles], default=0) + 2 * px(PAD) + 2

    @property
    def _longest_band(self) -> int:
        bands = ("grandparents", "parents", "children", "outside")
        return max(len([one for one in self.network.people if one.place == band]) for band in bands)

    @property
    def _half_room(self) -> float:
        """The room for cards at one side of the trunk, with the gap behind the last."""
        return self.width / 2 - px(_GUTTER) / 2 + px(_GAP)

    def _most(self, wide: float) -> int:
        """How many cards of a width stand in a line at most."""
        return 2 * max(1, int(self._half_room // (wide + px(_GAP))))

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
    def samples(self) -> list[Sample]:
        """The legend below the people."""
        return legend(self.network, self._bottom + px(18), self.width)

    @cached_property
    def labels(self) -> list[Label]:
        """The words outside of cards: over those outside the family, and in the legend."""
        found = [each.said for each in self.samples]
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
        count = ceil(len(people) / self._most(self.card.width()))
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


def _said_lines() -> int:
    return 2 if is_large() else 1
