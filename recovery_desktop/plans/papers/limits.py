"""Which parts of the record each part of a release lets out, and what never leaves unless somebody asks for it alone.

This stands behind the parts of the documents: whatever a document would print, it is made of a record that holds
nothing else (`limited`), and so is the client file that goes with it.
"""

from recovery_desktop.records import (
    aftercare,
    assessment,
    client,
    diagnoses,
    family,
    goals,
    health,
    life,
    person,
    plan,
    reviews,
    sessions,
    substances,
    therapies,
)
from recovery_desktop.records.base import Record

ALWAYS = "always"
"""Stands for what says only whose record it is: that goes with everything."""

WITH: dict[type[Record], tuple[str, ...]] = {
    client.Client: (ALWAYS,),
    client.Episode: (ALWAYS,),
    client.Allergy: ("medications", "emergencies", "discharge"),
    client.LevelOfCare: ("plan", "discharge"),
    diagnoses.CareTeamMember: ("medications", "plan"),
    diagnoses.Medication: ("medications", "discharge"),
    diagnoses.Diagnosis: ("diagnoses", "discharge"),
    diagnoses.CoOccurring: ("diagnoses",),
    diagnoses.TestResult: ("test_results",),
    family.SupportPerson: ("family",),
    family.FamilySession: ("family",),
    family.SocialNeed: ("assessment",),
    family.Referral: ("plan", "aftercare", "discharge"),
    assessment.Assessment: ("assessment", "plan", "discharge"),
    **dict.fromkeys((assessment.Strength, person.Hopes, person.Preferences, person.Readiness), ("assessment", "plan")),
    **dict.fromkeys(
        (
            *(assessment.AreaOfLife, substances.SubstanceUse, substances.Substance, substances.UseTopics),
            *(health.PhysicalHealth, health.PsychiatricHistory, health.HealthConcern, health.TraumaSafety),
            *(health.CognitionLearning, life.FamilyDynamics, life.Relative, life.SocialSupport),
            *(life.LivingConditions, life.WorkSchool, life.MoneyLegal, life.Stressors, life.SocialNeeds),
            *(person.CultureMeaning, goals.Finding, assessment.ScheduledInstrument),
        ),
        ("assessment",),
    ),
    **dict.fromkeys((assessment.Administration, assessment.RecordedScore), ("assessment", "discharge")),
    **dict.fromkeys((therapies.Service, goals.Goal, goals.Objective), ("plan", "discharge")),
    therapies.SafetyStep: ("plan", "assessment", "emergencies"),
    **dict.fromkeys((goals.Need, goals.Intervention), ("plan",)),
    goals.Progress: ("progress", "discharge"),
    **dict.fromkeys((aftercare.AftercareStep, aftercare.PreventionEntry), ("aftercare", "discharge")),
    aftercare.FollowUp: ("plan", "aftercare", "discharge"),
    aftercare.DischargeCriterion: ("plan", "discharge"),
    sessions.Contact: ("attendance", "discharge"),
    plan.PlanVersion: (ALWAYS,),
    **dict.fromkeys((plan.Signature, plan.LookedAt), ("plan",)),
    **dict.fromkeys((reviews.PlanReview, reviews.GoalReview), ("progress",)),
}
"""The parts of a release, any of which lets rows of a record out. What stands nowhere here goes with none of them.
"discharge" counts for the discharge summary alone."""

FIELDS: dict[type[Record], dict[str, tuple[str, ...]]] = {
    client.Client: {
        **dict.fromkeys(
            (
                *("record_number", "legal_given", "legal_middle", "legal_family", "preferred_name", "pronouns"),
                *("birth_date", "languages", "document_language", "interpreter", "interpreter_language"),
            ),
            (ALWAYS,),
        ),
        "allergies_state": ("medications", "emergencies", "discharge"),
        "medications_state": ("medications", "discharge"),
        **dict.fromkeys(("emergency_name", "emergency_relationship", "emergency_phone"), ("emergencies",)),
        **dict.fromkeys(("guardian_name", "guardian_relationship"), ("plan",)),
        **dict.fromkeys(("sex", "gender", "relationship_status", "culture"), ("assessment",)),
    },
    client.Episode: {
        **dict.fromkeys(("admitted_on", "intake_on", "counselor", "supervisor"), (ALWAYS,)),
        **dict.fromkeys(("discharged_on", "discharge_reason", "discharge_disposition"), ("discharge",)),
        **dict.fromkeys(("reason_for_coming", "referral_source", "referral_detail"), ("plan", "assessment")),
        **dict.fromkeys(("legal_status", "legal_requirements", "required_until"), ("plan",)),
        **dict.fromkeys(("rights_explained_on", "privacy_notice_on"), ("plan",)),
    },
    assessment.Assessment: {
        **dict.fromkeys(("kind", "started_on", "completed_on", "assessor"), WITH[assessment.Assessment]),
    },
    plan.PlanVersion: {
        **dict.fromkeys(("number", "status", "dated_on"), (ALWAYS,)),
        **dict.fromkeys(
            (
                *("author", "reason", "reason_detail", "took_part", "client_comment", "copy_given_on"),
                *("next_review_on", "cultural_fit", "effectiveness_measured_by", "satisfaction_asked"),
            ),
            ("plan",),
        ),
    },
    therapies.Service: dict.fromkeys(("because_of", "reason"), ("assessment",)),
    therapies.SafetyStep: {"finding": ("assessment",)},
    sessions.Contact: dict.fromkeys(
        ("held_on", "held_at", "kind", "attendance", "place", "minutes"), WITH[sessions.Contact]
    ),
    health.TraumaSafety: dict.fromkeys(
        ("state", "asked_on", "trauma", "weapons_at_home", "weapons_kept"), WITH[health.TraumaSafety]
    ),
}
"""Fields that need another part than their record. For those in `ONLY_THESE` no other field goes at all."""

ONLY_THESE = (
    client.Client,
    client.Episode,
    assessment.Assessment,
    plan.PlanVersion,
    sessions.Contact,
    health.TraumaSafety,
)

NEVER = {"feels_unsafe", "feels_safe_at_home", "safe_tonight", "afraid_of_someone"}
"""Fields that leave with no document and no file, whatever lets the rest out: they tell of fear at home."""
