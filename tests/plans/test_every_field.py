"""Every text that a counselor can enter is printed in the plan, or stands here with the reason why not."""

import datetime
from typing import Any

import pytest

from recovery_desktop.documents.letters import texts_of
from recovery_desktop.plans.snapshot import take, take_practice
from recovery_desktop.plans.treatment_plan import treatment_plan
from recovery_desktop.records.assessment import Section
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client
from recovery_desktop.records.fields import Choice, Clock, Day, Described, Line, Text, Whole
from recovery_desktop.records.person import Hopes
from recovery_desktop.records.store import Store
from recovery_desktop.records.tree import LINKS, below

ELSEWHERE = "the assessment summary has the sections as answered; the plan has what was found in them"
SECTIONS = [model for model in below(Client) if issubclass(model, Section)]
REASONS: dict[str, set[str]] = {
    ELSEWHERE: {
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
    "sessions stand in the progress review, counseling notes in no document": {
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
    "the discharge summary has it": {"Episode.discharge_disposition"},
    "reviews, signatures, addenda and the log of disclosures are documents and pages of their own": {
        *("Addendum.text", "Addendum.written_by", "GoalReview.note", "LookedAt.reason", "LookedAt.what"),
        *("Disclosure.basis_detail", "Disclosure.content", "Disclosure.fingerprint", "Disclosure.purpose"),
        *("Disclosure.recipient", "Disclosure.recipient_address", "Disclosure.told_by"),
        *("Override.reason", "Override.rule", "PlanReview.client_view", "PlanReview.decision_reason"),
        *("PlanReview.held_by", "PlanReview.progress", "PlanReview.would_help_more"),
        *("Signature.credential", "Signature.name", "Signature.picture", "Signature.reason"),
    },
    "the medicines list of the care team has it": {"Medication.kept"},
}
NOT_PRINTED = set().union(*REASONS.values())


def token(model: type[Record], field: Described) -> str:
    return f"{model.__name__}.{field.name}"


def filled(model: type[Record]) -> dict[str, Any]:
    """A value for each text of a record that says where it comes from, and for what it cannot be without."""
    values: dict[str, Any] = {}
    for name, field in model.described().items():
        if isinstance(field, Choice):
            values |= {name: next(iter(field.labels))} if field.required else {}
        elif isinstance(field, (Line, Text)) and not isinstance(field, Clock):
            values[name] = token(model, field)
        elif isinstance(field, Whole) and field.required:
            values[name] = 2
        elif isinstance(field, Day) and field.required:
            values[name] = datetime.date(2026, 11, 2)
    return values


@pytest.fixture
def said(store: Store) -> str:
    """All texts of the plan of a client in whose record every text says where it comes from."""
    rows: dict[type[Record], Record] = {}
    for model in below(Client):
        owner = model.owner()
        refs = {name: rows[ref.rel_model] for name, ref in model.refs().items() if model.is_final()}
        rows[model] = store.add(model, rows[owner.rel_model] if owner else None, **filled(model), **refs)
    for model, row in [one for one in rows.items() if not one[0].is_final()]:
        store.save(row, **{name: rows[ref.rel_model] for name, ref in model.refs().items() if ref.rel_model in rows})
    for link in LINKS:
        store.link(link, rows[link.owner().rel_model], rows[link.target().rel_model])
    plan = treatment_plan(take(rows[Client].id), take_practice(), datetime.date(2026, 11, 20))
    return "\n".join(texts_of(plan))


def test_every_text_is_printed_or_rightly_not(said: str) -> None:
    tokens = {token(m, f) for m in below(Client) for f in m.described().values() if isinstance(f, (Line, Text))}
    missing = {one for one in tokens if one not in said}
    assert missing == NOT_PRINTED
