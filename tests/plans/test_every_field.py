"""Every text that a counselor can enter is printed in the plan, or stands here with the reason why not."""

import datetime

import pytest

from recovery_desktop.desk.papers import PAPERS
from recovery_desktop.documents.letters import texts_of
from recovery_desktop.plans.papers.occasion import Occasion
from recovery_desktop.plans.snapshot import Entry, take_practice
from recovery_desktop.plans.treatment_plan import treatment_plan
from recovery_desktop.records.assessment import Section
from recovery_desktop.records.client import Client
from recovery_desktop.records.fields import Line, Text
from recovery_desktop.records.person import Hopes
from recovery_desktop.records.store import Store
from recovery_desktop.records.tree import below
from tests.plans.every_text import client_with_every_text, token

ASSESSMENT = "the assessment summary has the sections as answered; the plan has what was found in them"
REVIEW, DISCHARGE = "the plan review has it", "the discharge summary has it"
ACCOUNTING = "the accounting of disclosures has it"
SECTIONS = [model for model in below(Client) if issubclass(model, Section)]
REASONS: dict[str, set[str]] = {
    ASSESSMENT: {
        *(f"{model.__name__}.strengths_seen" for model in SECTIONS),
        *(f"{model.__name__}.own_words" for model in SECTIONS if model is not Hopes),
        "Assessment.summary",
        "CultureMeaning.used_to_enjoy",
        "FamilyDynamics.atmosphere",
        "HealthConcern.name",
        "HealthConcern.since",
        "HealthConcern.worse_when",
        "LivingConditions.lives_with",
        "LivingConditions.transport",
        "MoneyLegal.debt_kind",
        "MoneyLegal.income_source",
        "MoneyLegal.legal_detail",
        "PhysicalHealth.contraception",
        "PsychiatricHistory.treatment_detail",
        "Readiness.why_not_lower",
        "Relative.condition",
        "Relative.relative",
        "Stressors.loss",
        "Stressors.main_stressor",
        "Substance.longest_without",
        "Substance.treatment_tried",
        "SubstanceUse.longest_abstinence",
        "SubstanceUse.naloxone_kept",
        "SubstanceUse.treatment_helped",
        "TraumaSafety.weapons_kept",
        "WorkSchool.occupation",
        "WorkSchool.studies",
    },
    "how to reach people stays off a paper that others may see": {
        "Client.address",
        "ContactPoint.best_time",
        "ContactPoint.note",
        "ContactPoint.value",
        "SupportPerson.lives",
        "SupportPerson.phone",
    },
    "the client decides who reads it": {"Client.gender"},
    "the release itself has every element of consent": {
        "Release.discloser",
        "Release.recipient_address",
        "Release.revoked_how",
        "Release.signed_by",
    },
    "the plan review counts the sessions; notes on them, and counseling notes, stand in no document": {
        "Contact.interpreter",
        "Contact.note",
        "CounselingNote.text",
    },
    "it names something to the program; people read the name beside it": {
        "Administration.instrument",
        "Administration.version",
        "Diagnosis.code_set",
        "FollowUp.instrument",
        "Objective.instrument",
        "Objective.tests_for",
        "ScheduledInstrument.instrument",
        "Service.rules",
    },
    "it is said in another case only: no licensed clinician yet, an interpreter, a rule of the guide, a deferral": {
        "Client.interpreter_language",
        "Diagnosis.entered_by",
        "Diagnosis.to_be_confirmed_by",
        "LevelOfCare.guide_edition",
        "Service.deferred_until",
        "SocialNeed.code",
        "SocialNeed.detail",
    },
    "what was left aside stands on the screen": {"SetAside.reason", "SetAside.what"},
    DISCHARGE: {"Episode.discharge_disposition"},
    REVIEW: {
        *("GoalReview.note", "PlanReview.client_view", "PlanReview.decision_reason", "PlanReview.held_by"),
        *("PlanReview.progress", "PlanReview.would_help_more"),
    },
    ACCOUNTING: {
        *("Disclosure.basis_detail", "Disclosure.content", "Disclosure.purpose", "Disclosure.recipient"),
        *("Disclosure.recipient_address", "Disclosure.told_by"),
    },
    "a file is recognized by it, and nobody reads it": {"Disclosure.fingerprint"},
    "a written signature is a picture, and why it was given in that manner is said of one without": {
        *("Signature.picture", "Signature.reason"),
    },
    "addenda, and what was looked at for a version, stand beside the plan on the screen": {
        *("Addendum.text", "Addendum.written_by", "LookedAt.reason", "LookedAt.what"),
        *("Override.reason", "Override.rule"),
    },
    "the medicines list of the care team has it": {"Medication.kept"},
}
TODAY = datetime.date(2026, 11, 20)
NOT_PRINTED = set().union(*REASONS.values())


@pytest.fixture
def client(store: Store) -> Entry:
    return client_with_every_text(store)


def all_texts() -> set[str]:
    return {token(m, f) for m in below(Client) for f in m.described().values() if isinstance(f, (Line, Text))}


def missing_in(content: object) -> set[str]:
    """The texts of the record that a document does not say."""
    said = "\n".join(texts_of(content))
    return {one for one in all_texts() if one not in said}


def test_every_text_is_printed_or_rightly_not(client: Entry) -> None:
    assert missing_in(treatment_plan(client, take_practice(), TODAY)) == NOT_PRINTED


@pytest.mark.parametrize(
    ("reason", "code"),
    [(ASSESSMENT, "assessment"), (REVIEW, "review"), (DISCHARGE, "discharge"), (ACCOUNTING, "accounting")],
)
def test_what_the_plan_leaves_to_another_document_stands_there(client: Entry, reason: str, code: str) -> None:
    (review,) = client.rows("episodes")[0].rows("plan_reviews")
    content = PAPERS[code].content(client, take_practice(), Occasion(TODAY, review=review))
    assert missing_in(content) & REASONS[reason] == set()
