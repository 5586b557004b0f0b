"""What a treatment plan prints, as plain frozen values: no record, no date arithmetic, no score is worked out here.

All texts arrive translated and formatted for the reader (dates as "17 September 2026", phone numbers as dialled).
An empty text, None or an empty tuple means "nothing to print": the line, column or section is then left out.
`stands_out` marks what is not the usual answer (deferred, declined, referred, still open): it is set bold.
References are the printed numbers themselves: needs "N1", goals "G1", objectives "O1.1", actions "A1.1".
"""

from dataclasses import dataclass, field

from recovery_desktop.documents.headed import Headed
from recovery_desktop.documents.paper import Signature
from recovery_desktop.documents.plan_answers import (
    AftercareStep,
    FamilySession,
    Goal,
    NoContact,
    Referral,
    RelapsePrevention,
    Release,
    Service,
    SupportPerson,
)
from recovery_desktop.documents.plan_findings import (
    Area,
    CareTeamMember,
    CoOccurring,
    Diagnosis,
    Episode,
    Finding,
    Medication,
    Need,
    SafetyStep,
    Score,
    ScoreCourse,
    SubstanceUse,
    TestResult,
)


@dataclass(frozen=True)
class Review:
    """A review or measurement that is due."""

    what: str
    due: str = ""


@dataclass(frozen=True)
class Change:
    """What is different from the version before, and why."""

    what: str
    why: str = ""


@dataclass(frozen=True)
class Participation:
    """How the client took part."""

    comment: str = ""  # the client's words about the plan, without quotation marks
    took_part: str = ""
    copy_given: str = ""


@dataclass(frozen=True)
class TreatmentPlan(Headed):
    """Everything a treatment plan prints, in the order it prints it."""

    episode: Episode = field(default_factory=Episode)
    hopes: str = ""  # the client's words, without quotation marks
    goals: tuple[Goal, ...] = ()
    areas: tuple[Area, ...] = ()
    strengths: tuple[str, ...] = ()
    preferences: tuple[str, ...] = ()
    readiness: str = ""
    findings: tuple[Finding, ...] = ()
    substances: tuple[SubstanceUse, ...] = ()
    scores: tuple[Score, ...] = ()
    score_courses: tuple[ScoreCourse, ...] = ()
    safety: tuple[SafetyStep, ...] = ()
    needs: tuple[Need, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()
    co_occurring: tuple[CoOccurring, ...] = ()
    medications: tuple[Medication, ...] = ()
    medications_state: str = ""  # what is said where none is listed: "none", "not asked"
    tests: tuple[TestResult, ...] = ()
    care_team: tuple[CareTeamMember, ...] = ()
    services: tuple[Service, ...] = ()
    support: tuple[SupportPerson, ...] = ()
    no_contact: tuple[NoContact, ...] = ()
    family_sessions: tuple[FamilySession, ...] = ()
    releases: tuple[Release, ...] = ()
    referrals: tuple[Referral, ...] = ()
    aftercare: tuple[AftercareStep, ...] = ()
    relapse_prevention: RelapsePrevention = field(default_factory=RelapsePrevention)
    discharge_criteria: tuple[str, ...] = ()
    discharge_discussed: str = ""  # when the criteria were talked through with the client
    reviews: tuple[Review, ...] = ()
    meaning: str = ""  # what gives meaning, in the client's words, in quotation marks
    fit: str = ""  # to age, culture and disability
    effectiveness: str = ""  # how anybody will know that the plan works
    version_reason: str = ""
    changes: tuple[Change, ...] = ()  # from the version before
    participation: Participation = field(default_factory=Participation)
    signatures: tuple[Signature, ...] = ()
    fingerprint: str = ""  # of the signed snapshot
    left_out: tuple[str, ...] = ()  # keys of parts that may not stand in this copy: nothing is said in their place
