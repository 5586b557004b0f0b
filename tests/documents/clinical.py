"""The documents for the record and for other providers, made up field by field or from the sample clients."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from recovery_desktop.documents import accounting, assessment_summary, discharge_summary, plan_review, referral_letter
from recovery_desktop.documents.accounting_content import Accounting
from recovery_desktop.documents.assessment_content import AssessmentSummary
from recovery_desktop.documents.discharge_content import DischargeSummary
from recovery_desktop.documents.headed import Headed
from recovery_desktop.documents.letters import texts_of
from recovery_desktop.documents.referral_content import ReferralLetter
from recovery_desktop.documents.review_content import PlanReview

KINDS: dict[type[Headed], Callable[..., bytes]] = {
    AssessmentSummary: assessment_summary.build,
    PlanReview: plan_review.build,
    DischargeSummary: discharge_summary.build,
    ReferralLetter: referral_letter.build,
    Accounting: accounting.build,
}


def unsaid_by_right(content: Any) -> set[str]:
    """Texts that the reading text of a document leaves out: initials stand in the heads, a drawing has its words as its
    alternate text, and of the client's head only what this document needs is printed."""
    client, practice = content.client, content.practice
    named = {client.initials, practice.logo_alt, client.allergies, client.guardian, client.emergency_contact}
    drawn = {text for course in getattr(content, "score_courses", ()) for text in texts_of(course)}
    listed = bool(getattr(content, "medications", ()))
    state = {content.medications_state} if listed else set()
    needs = {need for one in getattr(content, "findings", ()) for need in one.needs}
    return named | drawn | state | _of_services(content) | _of_kind(content) | needs


def _of_services(content: Any) -> set[str]:
    """A review says of a service what it is, how often and by whom."""
    kept = ("name", "frequency", "provider")
    services = getattr(content, "services", ())
    return {text for one in services for text in texts_of(replace(one, **dict.fromkeys(kept, "")))}


def _of_kind(content: Any) -> set[str]:
    """What a letter has elsewhere than in a head, and a severity that the name of a diagnosis may say already."""
    severities = {one.severity for one in getattr(content, "diagnoses", ())}
    if isinstance(content, ReferralLetter):
        client = content.client
        return severities | {*texts_of(client)}
    return severities
