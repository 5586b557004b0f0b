"""The golden thread: findings, needs, goals, objectives, interventions, progress, and the links between them."""

from peewee import CompositeKey

from recovery_desktop.records.assessment import Administration, Assessment
from recovery_desktop.records.base import Link, Owner, Record, Ref, To
from recovery_desktop.records.client import Episode
from recovery_desktop.records.diagnoses import Diagnosis
from recovery_desktop.records.domains import DOMAINS
from recovery_desktop.records.family import Referral, SocialNeed
from recovery_desktop.records.fields import Choice, Choices, Day, Line, Scale, Several, Text, Whole, Words
from recovery_desktop.records.person import PLACES
from recovery_desktop.records.substances import Substance
from recovery_desktop.records.therapies import Dosed, SafetyStep, Service
from recovery_desktop.text import N_

NEED_STATES: Choices = {
    "open": N_("Open"),
    "addressed": N_("Addressed"),
    "referred": N_("Referred"),
    "deferred": N_("Deferred"),
    "declined": N_("Declined"),
    "met": N_("Met"),
}
APPROACHES: Choices = {
    "abstinence": N_("Not using"),
    "reduction": N_("Using less"),
    "safety": N_("Using more safely"),
    "other": N_("Not about use"),
}
GOAL_STATES: Choices = {
    "active": N_("Active"),
    "met": N_("Met"),
    "changed": N_("Changed"),
    "paused": N_("Paused"),
    "dropped": N_("Dropped"),
}
GOING_ON = ("", "active")
"""The states of goals and objectives that are worked on."""


class Finding(Record):
    """What was found in one area of life, and the answers it rests on."""

    title = N_("Finding")

    assessment = Owner(Assessment, "findings")
    domain = Choice(N_("Area"), DOMAINS, required=True)
    statement = Text(N_("Finding"), required=True)
    substance = Ref(N_("Rests on the substance"), Substance)
    administration = Ref(N_("Rests on the instrument"), Administration)
    social_need = Ref(N_("Rests on the social need"), SocialNeed)
    diagnosis = Ref(N_("Rests on the diagnosis"), Diagnosis)


class Need(Record):
    """A problem or need, until it is addressed, referred, deferred with a reason, declined with a reason, or met."""

    title = N_("Need")

    episode = Owner(Episode, "needs")
    statement = Text(N_("Need"), required=True)
    domain = Choice(N_("Area"), DOMAINS)
    status = Choice(N_("Status"), NEED_STATES)
    status_reason = Text(N_("Reason"))
    look_again_on = Day(N_("Look again on"))
    look_again_when = Line(N_("Look again"), help=N_("Such as week 6"))


class NeedFinding(Link):
    """A finding that a need comes from."""

    need = Owner(Need, "findings")
    finding = To(Finding, "needs")

    class Meta:
        primary_key = CompositeKey("need", "finding")


class NeedReferral(Link):
    """A referral that answers a need."""

    need = Owner(Need, "referrals")
    referral = To(Referral, "needs")

    class Meta:
        primary_key = CompositeKey("need", "referral")


class NeedSafetyStep(Link):
    """A safety step that answers a need."""

    need = Owner(Need, "safety_steps")
    safety_step = To(SafetyStep, "needs")

    class Meta:
        primary_key = CompositeKey("need", "safety_step")


class NeedService(Link):
    """A service that answers a need, or was offered for it."""

    need = Owner(Need, "services")
    service = To(Service, "needs")

    class Meta:
        primary_key = CompositeKey("need", "service")


class Goal(Record):
    """A goal: the client's own words first, then the clinical wording."""

    title = N_("Goal")

    episode = Owner(Episode, "goals")
    own_words = Words(N_("In the client's words"))
    statement = Text(N_("Clinical wording"))
    approach = Choice(N_("Approach"), APPROACHES)
    domains = Several(N_("Areas"), DOMAINS)
    why_it_matters = Words(N_("Why it matters"))
    builds_on = Text(N_("Builds on"), help=N_("Strengths used"))
    barriers = Text(N_("What stands in the way"))
    importance = Scale(N_("Importance"))
    confidence = Scale(N_("Confidence"))
    target_on = Day(N_("Target date"))
    status = Choice(N_("Status"), GOAL_STATES)
    status_reason = Text(N_("Reason"))
    status_on = Day(N_("Status since"))


class GoalNeed(Link):
    """A need that a goal answers."""

    goal = Owner(Goal, "needs")
    need = To(Need, "goals")

    class Meta:
        primary_key = CompositeKey("goal", "need")


class Objective(Record):
    """A step toward a goal that can be measured, with a date."""

    title = N_("Objective")

    goal = Owner(Goal, "objectives")
    statement = Text(N_("Objective"), required=True)
    measure = Line(N_("Measured by"))
    instrument = Line(N_("Instrument"), help=N_("Its short name, when a score is the measure"))
    baseline = Line(N_("Now"))
    target = Line(N_("Target"))
    due_on = Day(N_("By"))
    tests_for = Line(N_("Drug tests for"), help=N_("Such as cocaine: the tests are counted as its measure"))
    review_when = Line(N_("Looked at"), help=N_("Such as weeks 4 and 8"))
    status = Choice(N_("Status"), GOAL_STATES)
    status_reason = Text(N_("Reason"))


class Intervention(Dosed):
    """What is done for a goal: by whom, how often, how long, where."""

    title = N_("Intervention")

    goal = Owner(Goal, "interventions")
    what = Text(N_("What we do"), required=True)
    who = Line(N_("Who"))
    service = Ref(N_("Part of the service"), Service)
    places = Several(N_("Where"), PLACES)
    starts_on = Day(N_("From"))
    due_on = Day(N_("By"))


class InterventionObjective(Link):
    """An objective that an intervention serves."""

    intervention = Owner(Intervention, "objectives")
    objective = To(Objective, "interventions")

    class Meta:
        primary_key = CompositeKey("intervention", "objective")


class Progress(Record):
    """How a goal is going: the client's 0 to 10, goal attainment from −2 to +2 by both, and a note."""

    title = N_("Progress")

    goal = Owner(Goal, "progress")
    noted_on = Day(N_("Noted on"))
    objective = Ref(N_("Objective"), Objective)
    client_rating = Scale(N_("Client's rating, 0 to 10"))
    attainment_client = Whole(N_("Goal attainment, client"), low=-2, high=2)
    attainment_counselor = Whole(N_("Goal attainment, counselor"), low=-2, high=2)
    goal_status = Choice(N_("The goal was then"), GOAL_STATES)
    note = Text(N_("Note"))
