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
from recovery_desktop.documents.look import CELL, CELL_BOLD, LONG_VOICE, NOTE, NUMBER, WISH
from recovery_desktop.documents.sections import joined, row_of, section, stacked
from recovery_desktop.documents.tables import Heading, table
from recovery_desktop.documents.voice import voice
from recovery_desktop.text import _


def attendance(sentence: str, kinds: Sequence[Attendance], width: float) -> Column | None:
    """How often the client came, in words and by the kind of meeting."""
    columns = [
        Heading(_("Meeting"), 179, CELL_BOLD),
        Heading(_("Attended"), 80),
        Heading(_("Missed"), 80),
        Heading(_("Cancelled by the client"), 80),
        Heading(_("Cancelled by the practice"), 80),
    ]
    rows = [row_of(one.kind, one.attended, one.missed, one.cancelled, one.cancelled_by_practice) for one in kinds]
    counted = table(columns, rows, width, before=6) if rows else None
    return section(_("Attendance"), Text(sentence, CELL) if sentence else None, counted)


def scores(title: str, found: Sequence[ScoreBetween], width: float) -> Column | None:
    """Each score at both ends of a time."""
    columns = [
        Heading(_("Questionnaire"), 92, NUMBER),
        Heading(_("About"), 112),
        Heading(_("Before"), 82),
        Heading(_("Now"), 82, CELL_BOLD),
        Heading(_("Change"), 39),
        Heading(_("Range"), 92),
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
    return section(title, table(columns, rows, width)) if rows else None


def tests(said: Sequence[str]) -> Column | None:
    """What the drug and laboratory tests came to."""
    return section(_("Tests"), Text(joined(*said, by=" "), CELL) if any(said) else None)


def reviewed_goals(reviewed: Sequence[ReviewedGoal], width: float) -> Column | None:
    """Each goal with how far its objectives have come, beside what was noted and decided."""
    columns = [
        Heading("", 28, NUMBER),
        Heading(_("Goal and objectives"), 281),
        Heading(_("How it has gone"), 190),
    ]
    rows = [row_of(one.number, _with_objectives(one), _how_it_went(one)) for one in reviewed]
    return section(_("Goals"), table(columns, rows, width, pad=4)) if rows else None


def _with_objectives(one: ReviewedGoal) -> Block:
    words = voice(one.own_words, WISH) if one.own_words else Text(one.clinical, CELL_BOLD)
    below = Text(one.clinical if one.own_words else "", NOTE)
    return stacked(words, below, *(_objective(each) for each in one.objectives))


def _objective(one: ReviewedObjective) -> Column:
    stands = _("Now: {how}").format(how=one.stands) if one.stands else ""
    kids = [Text(joined(one.number, one.text, by=" "), CELL), Text(one.facts, NOTE), Text(stands, CELL)]
    return Column([kid for kid in kids if kid.text], before=4)


def _how_it_went(one: ReviewedGoal) -> Block:
    return stacked(Text(one.decision, CELL_BOLD), Text(one.note, CELL), Text("\n".join(one.progress), CELL, before=2))


def goals(courses: Sequence[GoalCourse], width: float) -> Column | None:
    """Each goal with how it stood at the start and at the end."""
    columns = [
        Heading("", 28, NUMBER),
        Heading(_("Goal"), 191),
        Heading(_("At the start"), 100),
        Heading(_("At the end"), 100),
        Heading(_("Outcome"), 80, CELL_BOLD),
    ]
    rows = [row_of(one.number, _wanted(one), one.start, one.end, one.outcome) for one in courses]
    return section(_("How each goal went"), table(columns, rows, width)) if rows else None


def _wanted(one: GoalCourse) -> Block:
    return stacked(voice(one.own_words, LONG_VOICE), Text(one.clinical, NOTE))
