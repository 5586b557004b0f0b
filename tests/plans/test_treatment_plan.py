"""What a plan says follows from the record: numbers, decisions, what stands out, and what is never printed."""

import datetime
from typing import Any

import pytest

from recovery_desktop.documents.plan_content import TreatmentPlan
from recovery_desktop.plans.snapshot import take, take_practice
from recovery_desktop.plans.treatment_plan import treatment_plan
from recovery_desktop.records.aftercare import PreventionEntry
from recovery_desktop.records.assessment import Administration, Assessment, RecordedScore, Strength
from recovery_desktop.records.client import Client, Episode, LevelOfCare
from recovery_desktop.records.diagnoses import Diagnosis, TestResult
from recovery_desktop.records.family import FamilySession, Referral, Release, SocialNeed, SupportPerson
from recovery_desktop.records.goals import (
    Finding,
    Goal,
    GoalNeed,
    Intervention,
    InterventionObjective,
    Need,
    NeedFinding,
    NeedReferral,
    Objective,
    Progress,
)
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.practice import Resource
from recovery_desktop.records.store import Store
from recovery_desktop.records.substances import Substance
from recovery_desktop.records.therapies import Service

TODAY = datetime.date(2026, 9, 17)


@pytest.fixture
def client(store: Store) -> Client:
    return store.add(
        Client,
        record_number="RD-000001",
        legal_given="Jordan",
        legal_family="Doe",
        birth_date=datetime.date(2000, 9, 18),
    )


@pytest.fixture
def episode(store: Store, client: Client) -> Episode:
    return store.add(Episode, client, intake_on=datetime.date(2026, 9, 10))


def planned(client: Client) -> TreatmentPlan:
    return treatment_plan(take(client.id), take_practice(), TODAY)


def test_a_client_without_an_episode_has_no_plan(client: Client) -> None:
    with pytest.raises(LookupError):
        planned(client)


def test_a_bare_record_makes_a_bare_draft(client: Client, episode: Episode) -> None:
    plan = planned(client)
    assert (plan.version, plan.date, plan.signed, plan.sample) == (1, "17 September 2026", False, False)
    assert plan.client.age == "25"  # the birthday is tomorrow
    assert plan.client.initials == "J. D."
    assert plan.client.allergies == "Not asked"
    assert [area.state.value for area in plan.areas] == ["not_asked"] * 11
    assert plan.goals == plan.needs == plan.services == ()


def test_the_newest_version_is_the_plan(store: Store, client: Client, episode: Episode) -> None:
    store.add(
        PlanVersion, episode, number=2, dated_on=datetime.date(2026, 10, 10), reason="due", reason_detail="a\n\nb"
    )
    store.add(PlanVersion, episode, number=1, dated_on=TODAY)
    plan = planned(client)
    assert (plan.version, plan.date, plan.client.age) == (2, "10 October 2026", "26")
    assert [change.what for change in plan.changes] == ["a", "b"]


def test_the_last_episode_is_planned(store: Store, client: Client, episode: Episode) -> None:
    later = store.add(Episode, client, intake_on=datetime.date(2027, 1, 2))
    store.add(Goal, later, own_words="Later")
    assert [goal.own_words for goal in planned(client).goals] == ["Later"]


def test_the_thread_is_numbered_from_need_to_action(store: Store, client: Client, episode: Episode) -> None:
    first, second = (store.add(Need, episode, statement=text, status="addressed") for text in ("Sleep", "Money"))
    goal = store.add(Goal, episode, own_words="Rest", domains=["physical", "money"])
    store.link(GoalNeed, goal, second)
    store.link(GoalNeed, goal, first)
    objectives = [store.add(Objective, goal, statement=text) for text in ("Seven hours", "Pay the card")]
    action = store.add(
        Intervention, goal, what="Sleep course", times=2, per="week", span=6, span_up_to=8, span_unit="weeks"
    )
    store.link(InterventionObjective, action, objectives[1])
    plan = planned(client)
    (printed,) = plan.goals
    assert printed.number == "G1" and printed.needs == ("N1", "N2")
    assert [objective.number for objective in printed.objectives] == ["O1.1", "O1.2"]
    assert (printed.actions[0].number, printed.actions[0].serves) == ("A1.1", ("O1.2",))
    assert (printed.actions[0].frequency, printed.actions[0].duration) == ("twice a week", "6–8 weeks")
    assert [need.answer for need in plan.needs] == ["G1", "G1"]
    assert {area.name for area in plan.areas if area.goals} == {"Physical", "Money"}


@pytest.mark.parametrize(
    ("status", "stands_out"), [("addressed", False), ("met", False), ("deferred", True), ("", True)]
)
def test_a_need_without_a_usual_answer_stands_out(
    store: Store, client: Client, episode: Episode, status: str, stands_out: bool
) -> None:
    store.add(Need, episode, statement="Nicotine", status=status, status_reason="one thing at a time")
    (need,) = planned(client).needs
    assert need.stands_out is stands_out
    assert need.status
    assert "one thing at a time" in need.reason


def test_what_was_declined_or_deferred_stays_in_sight(store: Store, client: Client, episode: Episode) -> None:
    store.add(Service, episode, name="Twelve-step", decision="declined", decision_reason="maybe later")
    store.add(Service, episode, name="Nicotine treatment", decision="deferred", deferred_until="week 6")
    declined, deferred = planned(client).services
    assert (declined.decision, declined.client_reason, declined.stands_out) == ("Declined", "maybe later", True)
    assert deferred.decision == "Deferred to week 6"


def test_scores_are_printed_as_entered_and_partner_violence_is_not(
    store: Store, client: Client, episode: Episode
) -> None:
    for instrument, name in (("gad-7", "GAD-7"), ("hark", "HARK")):
        row = store.add(Administration, episode, instrument=instrument, name=name, responses={"1": 3})
        store.add(RecordedScore, row, value=14, highest=21, band="moderate")
    bam = store.add(Administration, episode, instrument="bam", name="BAM")
    store.add(RecordedScore, bam, scale="Use", value=5, highest=12, band="attention")
    store.add(RecordedScore, bam, scale="Risk", value=14, highest=24)
    store.add(Administration, episode, instrument="phq-9", name="PHQ-9", responses={"1": 3, "2": 3})
    scores = {score.instrument: (score.score, score.band) for score in planned(client).scores}
    assert scores == {
        "GAD-7": ("14 of 21", "moderate"),
        "BAM": ("Use 5 of 12, Risk 14 of 24", "Use: attention"),
        "PHQ-9": ("", ""),
    }


def test_a_diagnosis_says_who_made_it_or_who_is_to_confirm_it(store: Store, client: Client, episode: Episode) -> None:
    store.add(Diagnosis, episode, name="A", entered_by="D. W.", to_be_confirmed_by="R. O., LCSW", provisional="yes")
    store.add(Diagnosis, episode, name="B", diagnosed_by="R. O., LCSW", diagnosed_on=TODAY)
    store.add(Diagnosis, episode, name="C", status="ruled_out")
    first, second = planned(client).diagnoses
    assert first.provisional and first.diagnosed_by == "entered by D. W.; to be confirmed by R. O., LCSW"
    assert second.diagnosed_by == "R. O., LCSW, 17 Sep 2026"


def test_whom_not_to_contact_is_kept_apart(store: Store, client: Client, episode: Episode) -> None:
    store.add(SupportPerson, client, name="Ana", relationship="Sister", client_wants="yes")
    store.add(SupportPerson, client, name="Parents", client_wants="no_contact")
    store.add(SupportPerson, client, name="Uncle", client_wants="yes", wants_involvement="no_contact")
    plan = planned(client)
    assert [person.name for person in plan.support] == ["Ana"]
    assert [person.name for person in plan.no_contact] == ["Parents", "Uncle"]


def test_a_release_says_what_may_be_told_and_whether_it_holds(store: Store, client: Client, episode: Episode) -> None:
    sister = store.add(SupportPerson, client, name="Ana")
    day = datetime.timedelta(days=1)
    signed = {"signed_on": TODAY, "signed_by": "Rosa", "discloser": "We", "revocation_explained": "yes"}
    told = {"scope": ["attendance", "emergencies"], "purpose": "Help", "expires_on": TODAY}
    store.add(Release, client, person=sister, **signed, **told)
    store.add(Release, client, recipient="Court", signed_on=TODAY, revoked_on=TODAY)
    store.add(Release, client, recipient="Old clinic", signed_on=TODAY - 9 * day, expires_on=TODAY - day)
    store.add(Release, client, recipient="New clinic")
    store.add(Release, client, recipient="Cousin", **signed)
    live, revoked, expired, unsigned, lacking = planned(client).releases
    assert (live.recipient, live.told, live.state, live.stands_out) == ("Ana", "Attendance, emergencies", "live", False)
    assert (revoked.recipient, revoked.state, revoked.stands_out) == ("Court", "REVOKED 17 Sep 2026", True)
    assert expired.state == "EXPIRED 16 Sep 2026" and unsigned.state == "NOT SIGNED"
    assert (lacking.state, lacking.stands_out) == ("NOT COMPLETE", True)


def test_a_family_session_that_was_declined_stays_in_sight(store: Store, client: Client, episode: Episode) -> None:
    store.add(FamilySession, episode, kind="education", status="declined", outcome="mother declines")
    (session,) = planned(client).family_sessions
    assert (session.status, session.outcome, session.stands_out) == ("Declined", "Mother declines.", True)


def test_a_new_assessment_does_not_empty_the_plan(store: Store, client: Client, episode: Episode) -> None:
    first = store.add(Assessment, episode, kind="first")
    store.add(Strength, first, statement="Rent is paid")
    store.add(Finding, first, domain="money", statement="Card debt")
    again = store.add(Assessment, episode, kind="again", started_on=TODAY)
    assert planned(client).strengths == ("Rent is paid",)
    store.add(Strength, again, statement="Debt is falling")
    plan = planned(client)
    assert plan.strengths == ("Debt is falling",)
    assert [finding.text for finding in plan.findings if finding.text] == ["Card debt."]
    assert plan.episode.assessed == "17 September 2026"


def test_progress_and_tests_are_evidence(store: Store, client: Client, episode: Episode) -> None:
    goal = store.add(Goal, episode, own_words="Rest")
    rated = {"client_rating": 6, "attainment_client": 1, "attainment_counselor": -1}
    store.add(Progress, goal, noted_on=TODAY, note="Better", **rated)
    store.add(TestResult, episode, taken_on=TODAY, kind="urine", tested_for="cocaine", result="missed")
    plan = planned(client)
    assert plan.goals[0].progress == (
        "17 Sep 2026: client 6 of 10, attainment +1 by the client, −1 by the counselor: Better",
    )
    (test,) = plan.tests
    assert (test.kind, test.result, test.stands_out) == ("Urine drug test: cocaine", "Missed", True)


def test_the_client_s_words_stay_as_said(store: Store, client: Client, episode: Episode) -> None:
    store.add(SupportPerson, client, name="Ana", role_in_plan="Knows the plan", boundaries="i see you in daytime")
    assert planned(client).support[0].agreed == "Knows the plan. “i see you in daytime”"
    assessment = store.add(Assessment, episode)
    store.add(Substance, assessment, substance_class="other", used_for="i can't sleep", together_with="MDMA")
    assert planned(client).substances[0].remarks == "With MDMA, “i can't sleep”"


@pytest.mark.parametrize("name", ["hark", "HARK", "hark-4", "Hark (2007)"])
def test_no_variant_of_the_partner_violence_screen_is_printed(
    store: Store, client: Client, episode: Episode, name: str
) -> None:
    store.add(Administration, episode, instrument=name)
    assert planned(client).scores == ()


def test_a_list_said_to_exist_but_never_entered_says_so(store: Store, client: Client, episode: Episode) -> None:
    store.save(client, allergies_state="listed", medications_state="listed")
    plan = planned(client)
    assert plan.client.allergies == plan.medications_state == "Said to exist, none entered"


def test_a_need_referred_by_the_directory_names_where(store: Store, client: Client, episode: Episode) -> None:
    clinic = store.add(Resource, name="Hearing clinic", phone="555-0185")
    referral = store.add(Referral, episode, resource=clinic, reason="Hears badly")
    store.link(NeedReferral, store.add(Need, episode, statement="Hearing", status="referred"), referral)
    plan = planned(client)
    assert plan.needs[0].answer == "Hearing clinic"
    assert plan.referrals[0].place == "Hearing clinic, 555-0185"


def test_a_social_need_that_a_need_takes_up_is_not_left_open(store: Store, client: Client, episode: Episode) -> None:
    taken_up, loose = (store.add(SocialNeed, episode, domain=d, status="need") for d in ("money", "food"))
    finding = store.add(
        Finding, store.add(Assessment, episode), domain="money", statement="Card debt", social_need=taken_up
    )
    store.link(NeedFinding, store.add(Need, episode, statement="Debt"), finding)
    assert [row.need for row in planned(client).referrals] == ["Food"]
    assert loose.domain == "food"


def test_the_level_of_care_says_who_set_it_and_why_it_differs(store: Store, client: Client, episode: Episode) -> None:
    decision = {"recommended": "intensive_outpatient", "chosen": "outpatient", "guide_rule": 5}
    store.add(LevelOfCare, episode, **decision, reason_for_difference="night shifts", arrangement="Mornings")
    printed = planned(client).episode
    assert printed.level_of_care == "Outpatient, Mornings"
    assert (printed.level_recommended, printed.level_reason) == ("Intensive outpatient", "night shifts")
    assert "rule 5" in printed.level_set_by


def test_a_minor_has_a_place_for_the_guardian_to_sign(store: Store, client: Client, episode: Episode) -> None:
    assert [place.name for place in planned(client).signatures] == ["Jordan Doe"]
    store.save(client, birth_date=datetime.date(2010, 1, 1))
    assert [(place.role, place.name) for place in planned(client).signatures][1] == ("Parent or guardian", "")
    store.save(client, guardian_name="Pat Doe", guardian_relationship="Mother")
    assert [(place.role, place.name) for place in planned(client).signatures][1] == ("Mother", "Pat Doe")


def test_the_plan_for_hard_times_keeps_its_order(store: Store, client: Client, episode: Episode) -> None:
    ana: Any = store.add(SupportPerson, client, name="Ana", relationship="Sister", phone="555-0171")
    for entry in ("Text the coach", "Go to Ana", "Call Dana"):
        store.add(PreventionEntry, episode, kind="lapse", entry=entry)
    store.add(PreventionEntry, episode, kind="person", entry="Ana", person=ana)
    store.add(PreventionEntry, episode, kind="crisis", entry="Call 988", phone="988")
    hard = planned(client).relapse_prevention
    assert hard.if_i_slip == ("Text the coach", "Go to Ana", "Call Dana")
    assert [(one.name, one.relation, one.phone) for one in hard.people] == [("Ana", "Sister", "555-0171")]
    assert hard.crisis == ("Call 988",)


def test_no_plan_is_without_a_crisis_line(store: Store, client: Client, episode: Episode) -> None:
    store.save(store.practice(), crisis_line="555-0172")
    assert planned(client).relapse_prevention.crisis == (
        "Suicide and crisis lifeline, any hour, call or text, 988",
        "Test Practice, 555-0172",
    )
