"""The treatment plan for an occasion: parts that it denies are left empty, and nothing is said in their place.

A part that is left out and one that is empty differ: "No diagnosis is recorded" is said of the second alone.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from recovery_desktop.documents.plan_answers import RelapsePrevention
from recovery_desktop.documents.plan_content import Participation, TreatmentPlan
from recovery_desktop.documents.plan_findings import Episode
from recovery_desktop.plans.papers.occasion import Occasion, Part
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.plans.treatment_plan import treatment_plan
from recovery_desktop.text import N_

PARTS = (
    Part("treatment", N_("This treatment"), ("plan",)),
    Part("goals", N_("Goals"), ("plan",)),
    Part("progress", N_("Progress towards goals"), ("progress",)),
    Part("strengths", N_("Strengths, preferences, readiness"), ("plan", "assessment")),
    Part("findings", N_("Findings and substance use"), ("assessment",)),
    Part("scores", N_("Scores"), ("assessment",)),
    Part("safety", N_("Safety steps"), ("plan",)),
    Part("needs", N_("Needs and their answers"), ("plan",)),
    Part("diagnoses", N_("Diagnoses"), ("diagnoses",)),
    Part("medicines", N_("Medicines and allergies"), ("medications",)),
    Part("tests", N_("Test results"), ("test_results",)),
    Part("care_team", N_("Care team"), ("plan", "medications")),
    Part("services", N_("Services"), ("plan",)),
    Part("family", N_("Family and support people"), ("family",)),
    Part("no_contact", N_("No contact"), stays=True),
    Part("releases", N_("Releases of information"), stays=True),
    Part("referrals", N_("Social needs and referrals"), ("plan", "aftercare")),
    Part("aftercare", N_("Aftercare and relapse prevention"), ("aftercare",)),
    Part("discharge", N_("Discharge criteria"), ("plan",)),
    Part("reviews", N_("Reviews, and what is new"), ("plan",)),
    Part("signatures", N_("The client's part, and signatures"), ("plan",)),
)
"""In the order of the document. Who it is about stands on every plan."""

_EMPTIED: dict[str, dict[str, Any]] = {
    "goals": {"goals": (), "hopes": ""},
    "strengths": {"strengths": (), "preferences": (), "readiness": "", "meaning": ""},
    "findings": {"areas": (), "findings": (), "substances": ()},
    "scores": {"scores": (), "score_courses": ()},
    "safety": {"safety": ()},
    "needs": {"needs": ()},
    "diagnoses": {"diagnoses": (), "co_occurring": ()},
    "medicines": {"medications": (), "medications_state": ""},
    "tests": {"tests": ()},
    "care_team": {"care_team": ()},
    "services": {"services": ()},
    "family": {"support": (), "family_sessions": ()},
    "no_contact": {"no_contact": ()},
    "releases": {"releases": ()},
    "referrals": {"referrals": ()},
    "aftercare": {"aftercare": (), "relapse_prevention": RelapsePrevention()},
    "discharge": {"discharge_criteria": (), "discharge_discussed": ""},
    "reviews": {"reviews": (), "version_reason": "", "changes": (), "fit": "", "effectiveness": ""},
    "signatures": {"participation": Participation(), "signatures": ()},
}


def content(client: Entry, practice: Entry, occasion: Occasion) -> TreatmentPlan:
    """The plan of the client's running episode, with the parts that the occasion allows. Raises LookupError without an
    episode of care."""
    plan = replace(
        treatment_plan(client, practice, occasion.on), signed=occasion.signed, fingerprint=occasion.fingerprint
    )
    return without(plan, tuple(part.key for part in PARTS if not occasion.has(part.key)))


def without(plan: TreatmentPlan, parts: tuple[str, ...]) -> TreatmentPlan:
    """The plan with some of its parts empty."""
    emptied: dict[str, Any] = {}
    for part in parts:
        emptied |= _EMPTIED.get(part, {})
    plan = replace(plan, left_out=parts, **emptied)
    for part in parts:
        if part in _THINNED:
            plan = _THINNED[part](plan)
    return plan


def _without_treatment(plan: TreatmentPlan) -> TreatmentPlan:
    episode = Episode(admitted=plan.episode.admitted, counselor=plan.episode.counselor)
    return replace(plan, episode=episode, client=replace(plan.client, guardian="", emergency_contact=""))


def _without_progress(plan: TreatmentPlan) -> TreatmentPlan:
    return replace(plan, goals=tuple(replace(goal, progress=()) for goal in plan.goals))


def _without_allergies(plan: TreatmentPlan) -> TreatmentPlan:
    return replace(plan, client=replace(plan.client, allergies=""))


def _without_findings(plan: TreatmentPlan) -> TreatmentPlan:
    """A service names the finding that led to it."""
    return replace(plan, services=tuple(replace(service, because="") for service in plan.services))


_THINNED: dict[str, Callable[[TreatmentPlan], TreatmentPlan]] = {
    "treatment": _without_treatment,
    "progress": _without_progress,
    "medicines": _without_allergies,
    "findings": _without_findings,
}
"""Parts that stand within others."""
