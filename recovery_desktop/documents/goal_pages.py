"""Goals as one thread: needs, the client's words, objectives and actions hang on a line down the left edge."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from recovery_desktop.documents.blocks import Block, Text
from recovery_desktop.documents.columns import Column, Row
from recovery_desktop.documents.fonts import BOLD
from recovery_desktop.documents.letters import one_line
from recovery_desktop.documents.lines import text_width
from recovery_desktop.documents.look import ACCENT, BODY, CELL, CELL_BOLD, MID, NOTE, NUMBER, WHITE, Grid, Style
from recovery_desktop.documents.pen import Pen
from recovery_desktop.documents.plan_answers import Action, Goal, Objective
from recovery_desktop.documents.sections import joined, labelled, row_of, section, side_by_side, stacked
from recovery_desktop.documents.tables import RING_X, Heading, Table, table
from recovery_desktop.documents.voice import quoted, voice
from recovery_desktop.text import _

_DISC = 11.0  # radius
_NUMBER = Style(BOLD, 9.5, 12, WHITE, align=0.5)
_LONG = 260  # letters; a longer reason has the whole width instead of a third


@dataclass(eq=False)
class Badge(Block):
    """The goal's number, white on a dark disc; its text is the beginning of the heading beside it."""

    number: str
    key: Hashable

    def measure(self, width: float) -> float:
        return 2 * _DISC + 1

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        x, y = left + _DISC, top - _DISC - 2
        pen.disc(x, y, _DISC, ACCENT)
        with pen.tags.marked(self.key, "H3"):
            pen.label(x, y - 3.4, self.number + " ", _NUMBER)


@dataclass(eq=False)
class Thread(Column):
    """A goal's blocks with the line that links them, from the disc to the ring of the last row."""

    begins: bool = True
    ends: bool = True

    def parted(self, above: Sequence[Block], below: Sequence[Block]) -> tuple[Thread, Thread]:
        return replace(self, kids=above, ends=False), replace(self, kids=below, begins=False)

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        last = self.kids[-1]
        foot = top - self.height(width)
        if isinstance(last, Table) or not self.ends:
            low = foot + last.below_last_ring(width) if isinstance(last, Table) and self.ends else foot
            pen.line(left + RING_X, top - (_DISC + 2 if self.begins else 0), left + RING_X, low, 1.2, MID)
        super().draw(pen, left, top, width)


def goals(wanted: Sequence[Goal], grid: Grid) -> list[Block]:
    """The section of all goals: its heading goes with the first of them."""
    threads = [goal_thread(goal, grid) for goal in wanted]
    if not threads:
        return []
    first = section(_("Goals"), replace(threads[0], before=9))
    return [*([first] if first else []), *threads[1:]]


def goal_thread(goal: Goal, grid: Grid) -> Thread:
    """One goal: whole when it is not too high, and never its words without an objective."""
    kids: list[Block] = [replace(_head(goal, grid), glue=bool(goal.objectives or goal.actions))]
    if goal.objectives:
        kids.append(_objectives(goal.objectives, grid.width))
    if goal.actions:
        kids.append(_actions(goal.actions, grid.width))
    return Thread(kids, keep=0.36, before=16)


def _head(goal: Goal, grid: Grid) -> Row:
    """Number and needs on the left, words and reasons on the right."""
    key = object()
    title = joined(goal.number, quoted(goal.own_words) if goal.own_words else goal.clinical, by=" ")
    if goal.own_words:
        words = replace(voice(goal.own_words, tag="H3", key=key), outline=(1, title))
        below = Text(goal.clinical, BODY, before=4)
    else:
        words, below = Text(goal.clinical or _("No words yet"), BODY, "H3", key, outline=(1, title)), Text("")
    by = _("by {date}").format(date=goal.by) if goal.by else ""
    facts = Text(joined(", ".join(goal.domains), goal.approach, by), NOTE, before=1)
    status = Text(goal.status, CELL_BOLD, before=1)
    noted = labelled(_("Progress"), "\n".join(goal.progress))
    progress = [replace(noted, before=6)] if noted else []
    told = stacked(words, below, facts, status, *_reasons(goal, grid.main), *progress)
    return Row(
        [_number(goal, key), told],
        [grid.side + grid.gutter, grid.main],
        gap=grid.gutter,
        level=False,
        keep=0.5,
        grouped=True,
    )


def _number(goal: Goal, key: Hashable) -> Block:
    answers = [Text(_("answers"), NOTE), Text(", ".join(goal.needs), NUMBER)] if goal.needs else []
    short = text_width(one_line(goal.number, BOLD), _NUMBER) < 2 * _DISC - 3
    named = [] if short else [Text(goal.number + " ", NUMBER, "H3", key)]
    badge = Badge(goal.number if short else "", key)
    return Row([badge, Column([*named, *answers])], [2 * _DISC + 6, 48], gap=6, level=False)


def _reasons(goal: Goal, width: float) -> list[Block]:
    importance = _("importance {n} of 10").format(n=goal.importance) if goal.importance is not None else ""
    confidence = _("confidence {n} of 10").format(n=goal.confidence) if goal.confidence is not None else ""
    parts = [
        labelled(joined(_("Why it matters"), importance), goal.why),
        labelled(joined(_("Builds on"), confidence), goal.builds_on),
        labelled(_("In the way"), goal.barriers),
    ]
    if max(map(len, (goal.why, goal.builds_on, goal.barriers))) > _LONG:
        return [replace(part, before=6) for part in parts if part]
    row = side_by_side(parts, width, gap=14, before=6)
    return [row] if row else []


def _objectives(listed: Sequence[Objective], width: float) -> Table:
    columns = [
        Heading(_("Objective"), 90, NUMBER),
        Heading(_("What will be different"), 207),
        Heading(_("Now"), 72),
        Heading(_("Target"), 70, CELL_BOLD),
        Heading(_("By"), 60, CELL_BOLD),
    ]
    rows = []
    for one in listed:
        measure = _("measured by: {measure}").format(measure=one.measure) if one.measure else ""
        aim = stacked(Text(one.text, CELL), Text(measure, NOTE), Text(one.status, CELL_BOLD))
        rows.append(row_of(one.number, aim, one.baseline, one.target, one.by))
    return table(columns, rows, width, ringed=True, pad=3, before=8)


def _actions(listed: Sequence[Action], width: float) -> Table:
    columns = [
        Heading(_("Action"), 90, NUMBER),
        Heading(_("What we do"), 207),
        Heading(_("Who"), 72),
        Heading(_("How often, how long"), 130),
    ]
    rows = []
    for one in listed:
        serves = _("for {objectives}").format(objectives=", ".join(one.serves)) if one.serves else ""
        what = stacked(Text(one.text, CELL), Text(joined(one.place, serves), NOTE))
        rows.append(row_of(one.number, what, one.who, joined(one.frequency, one.duration, by=", ")))
    return table(columns, rows, width, ringed=True, pad=3, before=6.5)
