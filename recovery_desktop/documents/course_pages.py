"""How things went, as tables: meetings, scores at both ends of a time, goals from start to end."""

from collections.abc import Sequence

from recovery_desktop.documents.blocks import Block, Text
from recovery_desktop.documents.columns import Column
from recovery_desktop.documents.course_content import (
    Attendance,
    GoalCourse,
    ReviewedGoal,
    ReviewedObjective,
    ScoreBetween,
)
from recovery_desktop.documents.look import CELL, CELL_BOLD, NOTE, NUMBER, QUOTE, WISH
from recovery_desktop.documents.sections import joined, row_of, section, stacked
from recovery_desktop.documents.tables import Heading, Table, table
from recovery_desktop.documents.voice import voice
from recovery_desktop.text import _


def attendance(sentence: str, kinds: Sequence[Attendance]) -> Column | None:
    """How often the client came, in a sentence and by the kind of meeting."""
    said = joined(sentence, *map(_of_kind, kinds), by=" ")
    return section(_("Attendance"), Text(said, CELL) if said else None)


def _of_kind(one: Attendance) -> str:
    """“Individual session: 3 attended, 1 missed.”"""
    counts = (
        (_("{count} attended"), one.attended),
        (_("{count} missed"), one.missed),
        (_("{count} cancelled by the client"), one.cancelled),
        (_("{count} cancelled by the practice"), one.cancelled_by_practice),
    )
    counted = joined(*(words.format(count=count) for words, count in counts if count), by=", ")
    return _("{kind}: {counts}.").format(kind=one.kind, counts=counted)


def measures(title: str, found: Sequence[ScoreBetween], tests_said: Sequence[str], width: float) -> Column | None:
    """Each score at both ends of a time, and below them what the drug and laboratory tests came to."""
    said = joined(*tests_said, by=" ")
    tests = Text(said, CELL, before=6) if said else None
    return section(title if found else _("Tests"), _score_table(found, width) if found else None, tests)


def _score_table(found: Sequence[ScoreBetween], width: float) -> Table:
    columns = [
        Heading(_("Questionnaire"), 80, NUMBER),
        Heading(_("About"), 102),
        Heading(_("Before"), 78),
        Heading(_("Now"), 78, CELL_BOLD),
        Heading(_("Change"), 35),
        Heading(_("Range"), 126),
    ]
    rows = [
        row_of(
            one.name,
            one.measures,
            joined(one.before, one.before_on, by=", "),
            joined(one.now, one.now_on, by=", "),
            one.change,
            one.meaning,
        )
        for one in found
    ]
    return table(columns, rows, width)


def reviewed_goals(reviewed: Sequence[ReviewedGoal], width: float) -> Column | None:
    """Each goal with how far its objectives have come, beside what was noted and decided."""
    columns = [
        Heading("", 28, NUMBER),
        Heading(_("Goal and objectives"), 301),
        Heading(_("How it has gone"), 170),
    ]
    rows = [row_of(one.number, _with_objectives(one), _how_it_went(one)) for one in reviewed]
    return section(_("Goals"), table(columns, rows, width, pad=3)) if rows else None


def _with_objectives(one: ReviewedGoal) -> Block:
    words = voice(one.own_words, WISH) if one.own_words else Text(one.clinical, CELL_BOLD)
    below = Text(one.clinical if one.own_words else "", NOTE)
    return stacked(words, below, *(_objective(each) for each in one.objectives))


def _objective(one: ReviewedObjective) -> Column:
    stands = _("Now: {how}").format(how=one.stands) if one.stands else ""
    kids = [Text(joined(one.number, one.text, by=" "), CELL), Text(one.facts, NOTE), Text(stands, CELL)]
    return Column([kid for kid in kids if kid.text], before=3)


def _how_it_went(one: ReviewedGoal) -> Block:
    return stacked(Text(one.decision, CELL_BOLD), Text(one.note, CELL), Text("\n".join(one.progress), CELL, before=2))


def goals(courses: Sequence[GoalCourse], width: float) -> Column | None:
    """Each goal with how it stood at the start and at the end."""
    columns = [
        Heading("", 26, NUMBER),
        Heading(_("Goal"), 205),
        Heading(_("At the start"), 83),
        Heading(_("At the end"), 115),
        Heading(_("Outcome"), 70, CELL_BOLD),
    ]
    rows = [row_of(one.number, _wanted(one), one.start, one.end, one.outcome) for one in courses]
    return section(_("How each goal went"), table(columns, rows, width)) if rows else None


def _wanted(one: GoalCourse) -> Block:
    return stacked(voice(one.own_words, QUOTE), Text(one.clinical, NOTE))
