"""The whole-person wheel: how full each area of life is by the client's own rating, and what nobody asked about yet."""

import math
from collections.abc import Sequence
from dataclasses import replace

from recovery_desktop.documents.blocks import Figure
from recovery_desktop.documents.fonts import BOLD, SANS
from recovery_desktop.documents.letters import one_line
from recovery_desktop.documents.lines import break_lines, text_width
from recovery_desktop.documents.look import ACCENT, HAIR, MID, SOFT, TINT, WHITE, Style
from recovery_desktop.documents.pen import Pen
from recovery_desktop.documents.plan_findings import Area, AreaState
from recovery_desktop.text import _

_HUB = 0.14  # radius of the empty middle, as a share of the wheel's
_SHORT_NAME = 66  # points; longer ones are set in two lines
_LABEL_ROOM = 78  # points beside the wheel for the names of areas
NAME, NAME_WITH_GOAL, NAME_UNKNOWN = Style(SANS, 8.3, 10), Style(BOLD, 8.3, 10), Style(SANS, 8.3, 10, SOFT)
_GOAL = Style(BOLD, 7.4, 9, WHITE, align=0.5)


def area_words(area: Area) -> str:
    """What is known about an area, in words: "4 of 10", "not asked"."""
    words = {
        AreaState.ASSESSED: _("assessed"),
        AreaState.DECLINED: _("declined"),
        AreaState.NOT_ASKED: _("not asked"),
        AreaState.NOT_RELEVANT: _("not relevant"),
    }
    if area.state is AreaState.ASSESSED and area.rating is not None:
        return _("{rating} of 10").format(rating=area.rating)
    return words[area.state]


def wheel(areas: Sequence[Area], radius: float = 84) -> Figure:
    """The wheel as a figure, its alternate text the same in words."""
    listed = "; ".join(_area_in_words(area) for area in areas)
    alt = _("Whole-person wheel with the client’s own ratings from 0 to 10: {areas}.").format(areas=listed)

    def paint(pen: Pen, left: float, bottom: float) -> None:
        _paint(pen, areas, left + radius + _LABEL_ROOM, bottom + radius + 16, radius)

    return Figure(2 * (radius + _LABEL_ROOM), 2 * (radius + 16), alt, paint)


def _area_in_words(area: Area) -> str:
    goals = _("goal {numbers}").format(numbers=", ".join(area.goals)) if area.goals else ""
    return ", ".join(filter(None, (f"{area.name} {area_words(area)}", goals)))


def _paint(pen: Pen, areas: Sequence[Area], x: float, y: float, radius: float) -> None:
    step = 360 / len(areas)
    for i, area in enumerate(areas):
        start = 90 - (i + 1) * step
        _paint_area(pen, area, (x, y), radius, start, step)
        _paint_name(pen, area, (x, y), radius, start + step / 2)
    pen.disc(x, y, radius * _HUB, WHITE)


def _paint_area(pen: Pen, area: Area, middle: tuple[float, float], radius: float, start: float, step: float) -> None:
    """A tinted field, filled up to the rating; an outline only when nobody knows."""
    if area.state is not AreaState.ASSESSED:
        pen.wedge(middle, radius - 1.5, start + 1, step - 2, None, HAIR)
        return
    pen.wedge(middle, radius, start, step, TINT, WHITE)
    if area.rating is None:
        return
    full = radius * (_HUB + (1 - _HUB) * min(max(area.rating, 0), 10) / 10)
    pen.wedge(middle, full, start, step, ACCENT if area.goals else MID, WHITE)
    if area.goals and full > radius * 0.35:
        angle = math.radians(start + step / 2)
        at = full - 10
        room = 2 * at * math.sin(math.radians(step / 2))
        x, y = middle[0] + at * math.cos(angle), middle[1] + at * math.sin(angle)
        pen.label(x, y - 2.6, area.goals[0], _GOAL, room)


def _paint_name(pen: Pen, area: Area, middle: tuple[float, float], radius: float, degrees: float) -> None:
    """The name beside its field, in two lines when it is long, with the rating or the reason why there is none."""
    known = area.state is AreaState.ASSESSED
    style = NAME_WITH_GOAL if area.goals else NAME if known else NAME_UNKNOWN
    words = area.name if known and area.rating is None else f"{area.name} {area.rating if known else area_words(area)}"
    dx, dy = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    align = 0.5 if abs(dx) < 0.1 else 0 if dx > 0 else 1
    wide = text_width(one_line(words, style.face), style)
    lines = break_lines(words, style, _LABEL_ROOM if wide < _SHORT_NAME else min(max(wide * 0.6, 50), _LABEL_ROOM))[:2]
    x, y = middle[0] + (radius + 7) * dx, middle[1] + (radius + 9) * dy
    top = y + style.size * 0.64 + (len(lines) - 1) * style.lead * (0.5 + dy / 2)
    pen.write(x, top, 0, lines, replace(style, align=align))
