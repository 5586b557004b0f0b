"""What a plan review prints, as plain frozen values. `plan_content` has the rules of the texts."""

from dataclasses import dataclass

from recovery_desktop.documents.course_content import Attendance, ReviewedGoal, ScoreBetween
from recovery_desktop.documents.headed import Headed
from recovery_desktop.documents.paper import Signature
from recovery_desktop.documents.plan_answers import Service
from recovery_desktop.documents.plan_content import Change


@dataclass(frozen=True)
class PlanReview(Headed):
    """Everything a review prints, in the order it prints it."""

    title: str = ""
    period: str = ""
    cause: str = ""
    due: str = ""
    held: str = ""  # when and by whom
    counselor: str = ""
    next_review: str = ""
    how_it_went: str = ""
    attendance: str = ""  # in a sentence
    meetings: tuple[Attendance, ...] = ()
    goals: tuple[ReviewedGoal, ...] = ()
    scores: tuple[ScoreBetween, ...] = ()
    tests: tuple[str, ...] = ()
    services: tuple[Service, ...] = ()
    changes: tuple[Change, ...] = ()
    change_reason: str = ""
    client_view: str = ""  # the client's words, without quotation marks
    satisfaction: str = ""  # "8 of 10"
    would_help_more: str = ""  # the client's words, without quotation marks
    decision: str = ""
    decision_reason: str = ""
    plan_signed: tuple[str, ...] = ()  # who signed the version that was looked at
    signatures: tuple[Signature, ...] = ()
