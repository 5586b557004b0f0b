"""The shape of the whole record: which records there are, and which lists hang where."""

from functools import cache

from recovery_desktop.records import (
    aftercare,
    assessment,
    client,
    diagnoses,
    disclosing,
    family,
    goals,
    guiding,
    health,
    life,
    person,
    plan,
    practice,
    reviews,
    sessions,
    set_aside,
    substances,
    therapies,
)
from recovery_desktop.records.base import Link, Owner, Record

SHARED: tuple[type[Record], ...] = (practice.Staff, practice.Resource)
"""Records of the practice that a client's record points at; a client file carries along those it needs."""

RECORDS: tuple[type[Record], ...] = (
    practice.Practice,
    *SHARED,
    practice.OwnWord,
    practice.OwnProfile,
    guiding.LibraryService,
    guiding.OwnRules,
    guiding.SwitchedOff,
    guiding.OwnThreshold,
    client.Client,
    client.ContactPoint,
    client.Allergy,
    diagnoses.CareTeamMember,
    diagnoses.Medication,
    family.SupportPerson,
    family.Release,
    client.Episode,
    client.LevelOfCare,
    assessment.Assessment,
    assessment.AreaOfLife,
    substances.SubstanceUse,
    substances.Substance,
    substances.UseTopics,
    health.PhysicalHealth,
    health.PsychiatricHistory,
    health.HealthConcern,
    health.TraumaSafety,
    health.CognitionLearning,
    life.FamilyDynamics,
    life.Relative,
    life.SocialSupport,
    life.LivingConditions,
    life.WorkSchool,
    life.MoneyLegal,
    life.Stressors,
    life.SocialNeeds,
    person.Readiness,
    person.CultureMeaning,
    person.Preferences,
    person.Hopes,
    assessment.Strength,
    assessment.Administration,
    assessment.RecordedScore,
    assessment.ScheduledInstrument,
    diagnoses.Diagnosis,
    diagnoses.CoOccurring,
    diagnoses.TestResult,
    therapies.Service,
    therapies.SafetyStep,
    family.FamilySession,
    family.SocialNeed,
    family.Referral,
    goals.Finding,
    goals.Need,
    goals.Goal,
    goals.Objective,
    goals.Intervention,
    goals.Progress,
    aftercare.AftercareStep,
    aftercare.PreventionEntry,
    aftercare.FollowUp,
    aftercare.DischargeCriterion,
    sessions.Contact,
    sessions.CounselingNote,
    set_aside.SetAside,
    plan.PlanVersion,
    plan.Signature,
    plan.Override,
    plan.LookedAt,
    plan.Addendum,
    reviews.PlanReview,
    reviews.GoalReview,
    disclosing.Disclosure,
)
"""Every record, owners before what they own and pointed-at before what points."""

LINKS: tuple[type[Link], ...] = (
    family.SessionPerson,
    goals.NeedFinding,
    goals.NeedReferral,
    goals.NeedSafetyStep,
    goals.NeedService,
    goals.GoalNeed,
    goals.InterventionObjective,
    sessions.ContactObjective,
)

FINAL_RECORDS: tuple[type[Record], ...] = tuple(model for model in RECORDS if model.is_final())
"""Records whose rows are never changed once they are written."""


@cache
def owned_by(model: type[Record]) -> tuple[tuple[Owner, type[Record]], ...]:
    """The lists of a record: the owner field and the class of their rows, in the order of `RECORDS`."""
    owners = ((one.owner(), one) for one in RECORDS)
    return tuple((owner, one) for owner, one in owners if owner is not None and owner.rel_model is model)


@cache
def links_of(model: type[Record]) -> tuple[type[Link], ...]:
    """The links whose threads are listed in a record."""
    return tuple(link for link in LINKS if link.owner().rel_model is model)


@cache
def below(model: type[Record]) -> tuple[type[Record], ...]:
    """A record's class and all classes hanging below it, owners first."""
    return (model, *(deeper for _, child in owned_by(model) for deeper in below(child)))
