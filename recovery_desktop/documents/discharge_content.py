"""What a discharge summary prints, as plain frozen values. `plan_content` has the rules of the texts."""

from dataclasses import dataclass

from recovery_desktop.documents.course_content import GoalCourse, ScoreBetween
from recovery_desktop.documents.headed import Headed
from recovery_desktop.documents.paper import Signature
from recovery_desktop.documents.plan_answers import AftercareStep, Referral
from recovery_desktop.documents.plan_findings import Diagnosis, Medication


@dataclass(frozen=True)
class DischargeSummary(Headed):
    """Everything a discharge summary prints, in the order it prints it."""

    allergies: str = ""
    admitted: str = ""
    discharged: str = ""
    last_contact: str = ""
    level_of_care: str = ""  # the last one
    counselor: str = ""
    reason_for_coming: str = ""  # the client's words, without quotation marks
    reason: str = ""  # of the discharge
    disposition: str = ""
    attendance: str = ""
    goals: tuple[GoalCourse, ...] = ()
    scores: tuple[ScoreBetween, ...] = ()
    tests: tuple[str, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()
    medications: tuple[Medication, ...] = ()
    medications_state: str = ""  # empty where medicines may not be told
    status: tuple[str, ...] = ()  # how things stand on the last day, a sentence each
    outlook: tuple[str, ...] = ()  # what speaks for it and what may make it hard, a sentence each
    referrals: tuple[Referral, ...] = ()
    aftercare: tuple[AftercareStep, ...] = ()
    signatures: tuple[Signature, ...] = ()
