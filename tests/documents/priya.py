"""The example client as a plan prints her: nobody in it is real, phone numbers are in the fictional 555-01xx range."""

from datetime import datetime

from recovery_desktop.documents.paper import Letterhead, Signature
from recovery_desktop.documents.plan_answers import (
    AftercareStep,
    FamilySession,
    NoContact,
    Referral,
    Release,
    SupportPerson,
)
from recovery_desktop.documents.plan_content import Change, Participation, Review, TreatmentPlan
from tests.documents.priya_findings import (
    AREAS,
    CLIENT,
    COUNSELOR,
    DIAGNOSES,
    EPISODE,
    FINDINGS,
    NEEDS,
    PAIRS,
    SAFETY,
    SCORES,
    SUBSTANCES,
    TEAM,
)
from tests.documents.priya_goals import GOALS
from tests.documents.priya_services import RELAPSE, SERVICES

PRINTED = datetime.fromisoformat("2026-09-17T11:40:00-04:00")
PLAN = TreatmentPlan(
    practice=Letterhead(
        "Harbor Street Counseling", "12 Harbor Street, Suite 4, Millbrook", "555-0172", "practice license 0000-SAMPLE"
    ),
    client=CLIENT,
    version=1,
    date="17 September 2026",
    sample=True,
    episode=EPISODE,
    goals=GOALS,
    areas=AREAS,
    strengths=(
        "Came by herself, after missing a shift.",
        "Runs a restaurant floor; rent always paid.",
        "A sister at home who stands by her.",
        "Knows what used to lift her: dancing.",
    ),
    preferences=(
        "Mornings or online; small group; practical tools.",
        "Open to dance or yoga. Written summaries, phone reminders.",
        "Not ready for her parents to know.",
    ),
    readiness="Importance 8, confidence 5, readiness 7 of 10.",
    findings=FINDINGS,
    substances=SUBSTANCES,
    scores=SCORES,
    safety=SAFETY,
    needs=NEEDS,
    diagnoses=DIAGNOSES,
    co_occurring=PAIRS,
    care_team=TEAM,
    services=SERVICES,
    support=(
        SupportPerson(
            "Anjali Shah",
            "sister",
            "To know when it gets hard; nothing from the sessions.",
            "One education session; trained to give naloxone.",
            "Session by 2 October",
        ),
    ),
    family_sessions=(FamilySession("Education", "Anjali Shah", "by 2 October", "Planned", "Naloxone; what helps."),),
    releases=(
        Release(
            "Anjali Shah",
            "Attendance, emergencies, one education session",
            "session content",
            "Support at home",
            "10 September 2026",
            "the end of treatment",
            "live",
        ),
    ),
    no_contact=(NoContact("Parents", "At Priya’s request; they do not know.", "week 8"),),
    referrals=(
        Referral("Heart check", "Harbor Family Medicine, L. Abara, MD, 555-0174", "10 Sep", "24 Sep 09:00", ("N4",)),
        Referral("College adviser", "Millbrook College, 555-0175", "", "to call together by 1 October", ("N7",)),
        Referral("Advice on card debt", needs=("N9",)),
    ),
    aftercare=(
        AftercareStep("Intensive outpatient", "6 to 8 weeks", "Harbor Street Counseling"),
        AftercareStep("Weekly outpatient", "to month 4", COUNSELOR),
        AftercareStep("Monthly check-ups online", "to month 12", COUNSELOR),
        AftercareStep("SMART Recovery online", "weekly", "Priya"),
    ),
    relapse_prevention=RELAPSE,
    discharge_criteria=(
        "G1 and G2 reached and held for four weeks; GAD-7 below 10.",
        "An aftercare plan she can say in her own words.",
        "Step up again at any time, without waiting.",
    ),
    discharge_discussed="17 September 2026",
    reviews=(
        Review("Full review of the plan", "9 October, 9 November, 9 December 2026"),
        Review("GAD-7", "every 2 weeks"),
        Review("BAM", "monthly"),
    ),
    version_reason="First plan after the assessment.",
    participation=Participation(
        "It sounds like me. Start with the weekends.",
        "Priya made this plan with her counselor on 17 September 2026.",
        "Her own copy was given to her the same day.",
    ),
    signatures=(
        Signature("Client", "Priya Shah"),
        Signature("Counselor, responsible", "Dana Whitfield", "LCADC, license 0000-SAMPLE"),
        Signature("Supervisor, diagnoses confirmed", "Rafael Okafor", "LCSW, license 0000-SAMPLE"),
    ),
)
CHANGE = Change("Objective O1.1: target from 8 of 8 nights to 6 of 8 nights", "Shift change")
