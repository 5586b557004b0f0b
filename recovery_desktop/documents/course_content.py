"""How things went, as reviews and discharge summaries print it. `plan_content` has the rules of the texts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Attendance:
    """How often somebody came to one kind of meeting; numbers as texts, empty for none."""

    kind: str
    attended: str = ""
    missed: str = ""
    cancelled: str = ""  # by the client
    cancelled_by_practice: str = ""


@dataclass(frozen=True)
class ScoreBetween:
    """A score at the beginning and at the end of a time, each with its day."""

    name: str
    measures: str = ""
    before: str = ""
    before_on: str = ""
    now: str = ""
    now_on: str = ""
    change: str = ""  # with its sign
    meaning: str = ""  # the published words: "moderate, now mild"


@dataclass(frozen=True)
class ReviewedObjective:
    """A measurable step, and how far it has come."""

    number: str
    text: str
    facts: str = ""  # measure, start, target, day
    stands: str = ""


@dataclass(frozen=True)
class ReviewedGoal:
    """A goal in a review."""

    number: str
    own_words: str  # without quotation marks
    clinical: str = ""
    objectives: tuple[ReviewedObjective, ...] = ()
    decision: str = ""
    note: str = ""
    progress: tuple[str, ...] = ()  # what was noted in the time, the last entry last


@dataclass(frozen=True)
class GoalCourse:
    """A goal from its start to the end of a time."""

    number: str
    own_words: str
    clinical: str = ""
    start: str = ""
    end: str = ""
    outcome: str = ""
