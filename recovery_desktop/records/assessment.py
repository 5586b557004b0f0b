"""The assessment: dated, done in any order on several days, repeated later without losing the earlier answers.

Its sections are in `substances`, `health`, `life` and `person`; here is what they share, and what stands beside them:
areas of life, instruments as answered, strengths.
"""

from collections.abc import Collection
from typing import Any, ClassVar

from recovery_desktop.records.base import Owner, Record, Ref
from recovery_desktop.records.client import Episode
from recovery_desktop.records.domains import DOMAINS
from recovery_desktop.records.fields import Answers, Choice, Choices, Day, Line, Number, Scale, Text, Whole, Words
from recovery_desktop.records.practice import LANGUAGES, Staff
from recovery_desktop.records.substance_classes import SUBSTANCE_CLASSES
from recovery_desktop.text import N_

ASSESSMENT_KINDS: Choices = {"first": N_("First assessment"), "again": N_("Re-assessment")}
SECTION_STATES: Choices = {"asked": N_("Asked"), "declined": N_("Declined"), "not_asked": N_("Not asked")}
INFORMANTS: Choices = {
    "client": N_("Client"),
    "family": N_("Family"),
    "court": N_("Court"),
    "record": N_("Earlier record"),
    "professional": N_("Other professional"),
}
AREA_STATES: Choices = {
    "assessed": N_("Assessed"),
    "declined": N_("Declined"),
    "not_asked": N_("Not asked"),
    "not_relevant": N_("Not relevant to the client"),
}
REVIEWS: Choices = {"carried": N_("Carried over, not yet reviewed"), "kept": N_("Kept as it was")}
ANSWERED_BY: Choices = {
    "self": N_("By the client"),
    "interview": N_("In an interview"),
    "clinician": N_("Rated by the clinician"),
}


class Assessment(Record):
    """One assessment of an episode, the first or a later one."""

    title = N_("Assessment")

    episode = Owner(Episode, "assessments")
    kind = Choice(N_("Kind"), ASSESSMENT_KINDS)
    started_on = Day(N_("Started on"))
    completed_on = Day(N_("Completed on"))
    assessor = Ref(N_("Assessed by"), Staff)
    summary = Text(N_("Summary"))


class Carried(Record):
    """What a later assessment starts with from the one before; empty where it was asked anew or changed."""

    review = Choice(N_("Carried over"), REVIEWS)

    def settle(self, changed: Collection[str] = ()) -> dict[str, Any]:
        """What is changed is not carried any more."""
        is_over = bool(self.review) and bool(changed) and "review" not in changed
        return {"review": ""} if is_over else {}


class Section(Carried):
    """What all sections of an assessment share; each has two prompts of our own to open the conversation."""

    asks_trouble: ClassVar[str] = ""
    """A question about what is hard, as a marked text."""
    asks_strength: ClassVar[str] = ""
    """A question about what goes well, as a marked text."""

    state = Choice(N_("Asked?"), SECTION_STATES)
    answered_by = Choice(N_("Answered by"), INFORMANTS)
    asked_on = Day(N_("Asked on"))
    own_words = Words(N_("In the client's words"))
    strengths_seen = Text(N_("Strengths seen here"))

    def settle(self, changed: Collection[str] = ()) -> dict[str, Any]:
        """What is kept or changed was asked again with its assessment, not on the day of the one before."""
        was_asked = self.review == ("kept" if "review" in changed else "carried")
        day, settled = self._day_of_assessment(), super().settle(changed)
        if changed and was_asked and "asked_on" not in changed and self.asked_on and day and self.asked_on < day:
            settled["asked_on"] = day
        return settled

    def _day_of_assessment(self) -> Any:
        owner = type(self).owner()
        return getattr(self, owner.name).started_on if owner is not None else None


class AreaOfLife(Carried):
    """One life domain of the whole person: looked at or not, and the client's own rating."""

    title = N_("Area of life")

    assessment = Owner(Assessment, "areas_of_life")
    domain = Choice(N_("Area"), DOMAINS, required=True)
    state = Choice(N_("Asked?"), AREA_STATES)
    reason = Line(N_("Why not"), help=N_("When it was declined or is not relevant"))
    rating = Scale(N_("Client's own rating, 0 to 10"))


class Administration(Record):
    """One answering of a published instrument, stored raw; scores stand beside it as they were recorded."""

    title = N_("Instrument")

    episode = Owner(Episode, "administrations")
    instrument = Line(N_("Instrument"), required=True, help=N_("Its short name, such as phq-9"))
    name = Line(N_("Name as printed"))
    measures = Line(N_("Measures"), help=N_("In a word or two, such as worry"))
    version = Line(N_("Version"))
    language = Choice(N_("Language"), LANGUAGES)
    given_on = Day(N_("Given on"))
    answered_by = Choice(N_("Answered"), ANSWERED_BY)
    substance = Choice(N_("Asked about"), SUBSTANCE_CLASSES, help=N_("For a questionnaire on one substance"))
    responses = Answers(N_("Answers"))


class ScheduledInstrument(Record):
    """A questionnaire that is to be answered again and again, and how often."""

    title = N_("Scheduled questionnaire")

    episode = Owner(Episode, "instrument_schedule")
    instrument = Line(N_("Questionnaire"), required=True)
    every_days = Whole(N_("Every"), low=1, high=366, unit=N_("days"))
    first_on = Day(N_("First on"))
    until_on = Day(N_("Until"))


class RecordedScore(Record):
    """A total or subscale as it was worked out and entered."""

    title = N_("Score")

    administration = Owner(Administration, "scores")
    scale = Line(N_("Scale"), help=N_("Empty for the total"))
    value = Number(N_("Score"), low=-1000, high=1000)
    highest = Number(N_("Highest possible"), low=0, high=1000)
    band = Line(N_("Meaning"), help=N_("The published band, such as moderate"))


class Strength(Carried):
    """Something the client brings that a plan can build on."""

    title = N_("Strength")

    assessment = Owner(Assessment, "strengths")
    domain = Choice(N_("Area"), DOMAINS)
    statement = Text(N_("Strength"), required=True)
