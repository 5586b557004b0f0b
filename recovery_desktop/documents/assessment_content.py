"""What an assessment summary prints, as plain frozen values. `plan_content` has the rules of the texts."""

from dataclasses import dataclass

from recovery_desktop.documents.headed import Headed
from recovery_desktop.documents.plan_findings import Finding, SafetyStep, Score, ScoreCourse, SubstanceUse


@dataclass(frozen=True)
class Told:
    """A section of the assessment as it was answered."""

    section: str
    state: str = ""  # what is unusual: "declined", "told by family"
    own_words: str = ""  # the client's, without quotation marks
    said: tuple[str, ...] = ()  # the answers, a line each
    strengths: str = ""  # seen here


@dataclass(frozen=True)
class AssessmentSummary(Headed):
    """Everything an assessment summary prints, in the order it prints it."""

    allergies: str = ""
    kind: str = ""  # "First assessment"
    assessed_by: str = ""
    admitted: str = ""
    referred_by: str = ""
    legal_status: str = ""
    reason_for_coming: str = ""  # the client's words, without quotation marks
    summary: str = ""
    asked_whom: tuple[str, ...] = ()  # who answered, what was declined, what was not asked: a sentence each
    substances: tuple[SubstanceUse, ...] = ()
    substance_history: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    readiness: str = ""
    findings: tuple[Finding, ...] = ()
    scores: tuple[Score, ...] = ()
    score_courses: tuple[ScoreCourse, ...] = ()
    strengths: tuple[str, ...] = ()
    preferences: tuple[str, ...] = ()
    safety: tuple[SafetyStep, ...] = ()
