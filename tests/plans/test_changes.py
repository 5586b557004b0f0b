"""What changed between two readings of a client: each change once, in a sentence, with its reason if there is one."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from recovery_desktop.exchange.taking import take_client
from recovery_desktop.exchange.writing import client_file
from recovery_desktop.plans.changes import Change, Changes, carried, changes, version_steps
from recovery_desktop.plans.episodes import current_version, running_episode
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.aftercare import FollowUp, PreventionEntry
from recovery_desktop.records.client import Client, Episode, LevelOfCare
from recovery_desktop.records.diagnoses import Diagnosis, Medication
from recovery_desktop.records.family import FamilySession, Referral, Release, SessionPerson, SupportPerson
from recovery_desktop.records.goals import Goal, GoalNeed, Intervention, Need, NeedSafetyStep, Objective, Progress
from recovery_desktop.records.plan import LookedAt, PlanVersion
from recovery_desktop.records.sessions import CounselingNote
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep, Service
from tests.people import admitted, day, sample
from tests.practices import new_practice
from tests.whole_clients import client_files


class Care:
    """A client in care, as the plan stood when it was signed, and as it stands now."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.client, self.episode = admitted(store)
        self.goal = self.add(Goal, own_words="Keep my weekends", status="active")
        self.step = store.add(Objective, self.goal, statement="No use on work nights", target="8 of 8 nights")
        store.add(Intervention, self.goal, what="Plan each closing shift", times=1, per="week")
        self.group = self.add(Service, name="Group therapy", decision="accepted", times=3, per="week", minutes=60)
        self.need = self.add(Need, statement="Cocaine after work", status="open")
        self.version = self.add(PlanVersion, number=1, status="draft", dated_on=day(-30))
        self.before = self.now()

    def add(self, model: type[Any], **values: Any) -> Any:
        return self.store.add(model, self.client if model.owner().rel_model is Client else self.episode, **values)

    def now(self) -> Entry:
        return take(self.client.id)

    def found(self) -> Changes:
        version = current_version(episode_of(self.now()))
        assert version is not None
        return changes(self.before, self.now(), version.rows("looked_at"))

    def one(self) -> Change:
        (only,) = self.found()
        return only


def episode_of(client: Entry) -> Entry:
    episode = running_episode(client)
    assert episode is not None
    return episode


@pytest.fixture
def care(store: Store) -> Care:
    return Care(store)


def test_what_stayed_is_no_change(care: Care) -> None:
    assert not care.found()
    assert not care.found().care


def test_a_new_goal_is_one_change_with_its_steps(care: Care, store: Store) -> None:
    store.add(Objective, care.add(Goal, own_words="Tell my parents"), statement="One call with Anjali on the line")
    change = care.one()
    assert change.sentence == "The goal “Tell my parents” is new. Its steps: One call with Anjali on the line."
    assert (change.kind, change.part, change.lacks_reason) == ("added", "goals", True)


@pytest.mark.parametrize(
    ("status", "kind", "sentence"),
    [
        ("met", "met", "The goal “Keep my weekends” is reached."),
        ("paused", "paused", "The goal “Keep my weekends” rests for now."),
        ("dropped", "dropped", "The goal “Keep my weekends” is no longer in the plan."),
        ("changed", "changed", "The goal “Keep my weekends”: status from active to changed."),
    ],
)
def test_what_became_of_a_goal_says_so_with_its_reason(care: Care, status: str, kind: str, sentence: str) -> None:
    care.store.save(care.goal, status=status, status_reason="Ten weekends")
    change = care.one()
    assert (change.kind, change.sentence, change.why) == (kind, sentence, "Ten weekends")
    assert change.in_full == f"{sentence} Why: Ten weekends."


def test_the_note_of_the_day_is_the_reason_of_a_goal_without_one(care: Care) -> None:
    care.store.save(care.goal, status="met")
    care.store.add(Progress, care.goal, noted_on=day(0), goal_status="met", note="Ten of ten")
    assert care.one().why == "Ten of ten"


def test_a_step_says_what_is_different_and_asks_why(care: Care) -> None:
    care.store.save(care.step, target="6 of 8 nights")
    change = care.one()
    assert change.sentence == "The step “No use on work nights”: target from 8 of 8 nights to 6 of 8 nights."
    assert change.goal is not None and change.goal.number == care.goal.id
    assert care.found().without_reason == (change,)


def test_less_of_a_service_is_told_with_the_reason_it_gives(care: Care) -> None:
    care.store.save(care.group, times=1, change_reason="she came 12 times out of 12")
    assert care.one().in_full == "Group therapy: from 3 times a week to once a week. Why: she came 12 times out of 12."


def test_a_reason_that_was_there_before_does_not_explain_what_is_new(care: Care) -> None:
    care.store.save(care.group, change_reason="more was needed")
    care.before = care.now()
    care.store.save(care.group, times=1)
    assert care.one().lacks_reason


def test_a_service_ends_is_put_off_or_left(care: Care) -> None:
    care.store.save(care.group, ends_on=datetime.date(2026, 11, 3))
    assert care.one().sentence == "Group therapy ends on 3 November 2026."
    care.store.save(care.group, decision="deferred", decision_reason="No time before Christmas")
    assert (care.one().kind, care.one().why) == ("paused", "No time before Christmas")


def test_a_service_that_was_offered_and_declined_is_told_and_so_is_one_that_is_taken_now(care: Care) -> None:
    offered = care.add(Service, name="Peer coach", decision="declined", decision_reason="Not my thing")
    assert care.one().in_full == "Peer coach was offered, and declined. Why: Not my thing."
    care.before = care.now()
    care.store.save(offered, decision="accepted", times=1, per="week", reason="Somebody who has been there")
    assert care.one().in_full == "New: Peer coach, once a week. Why: Somebody who has been there."


def test_the_reason_is_taken_from_what_was_looked_at_for_this_version(care: Care) -> None:
    care.store.save(care.step, target="6 of 8 nights")
    care.store.add(LookedAt, care.version, what=care.one().key, reason="her shifts changed")
    assert care.one().why == "her shifts changed"
    assert not care.found().without_reason


def test_what_is_gone_is_told_once_and_what_had_ended_already_not_at_all(care: Care) -> None:
    care.store.remove(care.goal)
    change = care.one()
    assert (change.is_gone, change.sentence) == (True, "The goal “Keep my weekends” is no longer in the plan.")


def test_a_need_that_is_answered_by_now_needs_no_other_reason(care: Care) -> None:
    care.store.save(care.need, status="addressed")
    care.store.link(GoalNeed, care.goal, care.need)
    assert care.one().in_full == (
        "The need “Cocaine after work”: status from open to addressed. Why: It is answered by “Keep my weekends”."
    )


def test_other_parts_of_the_plan_are_told_as_well(care: Care) -> None:
    care.add(Diagnosis, name="Cocaine use disorder, moderate", code="F14.20")
    care.add(Medication, name="Naltrexone", dose="50 mg", frequency="once a day", status="taking")
    care.add(Referral, recipient="Harbor credit counseling", reason="card debt")
    care.add(Release, recipient="Clinic A", scope=["plan"], signed_on=day(0), purpose="shared care")
    care.add(PreventionEntry, kind="what_helps", entry="Dancing")
    said = [change.sentence for change in care.found()]
    assert said == [
        "New diagnosis: Cocaine use disorder, moderate.",
        "New medicine: Naltrexone, 50 mg, once a day.",
        "The practice may now tell something to Clinic A.",
        "New referral: Harbor credit counseling.",
        "In the plan for hard times, “What helps”: new: “Dancing”.",
    ]


def test_how_much_care_goes_down(care: Care) -> None:
    care.add(LevelOfCare, chosen="intensive_outpatient", withdrawal_chosen="none")
    care.before = care.now()
    care.add(LevelOfCare, chosen="outpatient", reason_for_difference="The work goes well from home")
    assert care.one().sentence == "How much care: from intensive outpatient to outpatient."
    assert care.one().why == "The work goes well from home"
    assert care.found().care == "There is less care than before: from intensive outpatient to outpatient."


def test_a_timeline_of_versions_says_more_and_less_care(care: Care) -> None:
    care.store.save(care.group, starts_on=day(-28))
    first = care.now()
    care.add(PlanVersion, number=2, dated_on=day(0), reason="step_down")
    care.store.save(care.group, times=1)
    versions = [(episode_of(each).rows("plan_versions")[-1], each) for each in (first, care.now())]
    steps = version_steps(versions)
    assert [(step.number, step.amount.hours, step.way) for step in steps] == [(1, 3.0, ""), (2, 1.0, "down")]
    assert steps[1].words == "Version 2 · step down · less care · 1 hour a week"


def test_the_next_review_moves_on_once_one_was_held(care: Care) -> None:
    due = care.add(FollowUp, kind="plan_review", due_on=datetime.date(2026, 10, 10))
    care.before = care.now()
    care.store.save(due, held_on=datetime.date(2026, 10, 10))
    care.add(FollowUp, kind="plan_review", due_on=datetime.date(2026, 11, 9))
    assert care.one().in_full == (
        "The next review of the plan moves from 10 October 2026 to 9 November 2026. "
        "Why: The review of 10 October 2026 was held."
    )


# -- what is private


def test_nothing_of_violence_at_home_is_told(care: Care) -> None:
    feared = care.add(SupportPerson, name="Marlon", relation="partner", client_wants="yes")
    care.before = care.now()
    care.store.save(feared, feels_unsafe="yes", client_wants="no_contact", boundaries="He must not know")
    session = care.add(FamilySession, kind="couple_therapy", aims="Peace with Marlon", status="cancelled")
    care.store.link(SessionPerson, session, feared)
    care.add(Release, recipient="Marlon", person=feared, scope=["attendance"], signed_on=day(-3), revoked_on=day(0))
    care.add(PreventionEntry, kind="person", entry="Marlon", person=feared)
    care.add(Diagnosis, name="Adult physical abuse, confirmed", code="T74.11XA")
    step = care.add(SafetyStep, gate="G11", action="Safety planning at the shelter")
    care.store.link(NeedSafetyStep, care.add(Need, statement="A safe place to sleep"), step)
    care.add(CounselingNote, text="She told of him")
    care.store.add(Objective, care.goal, statement="Lower", instrument="hark")
    told = " ".join(change.in_full for change in care.found())
    assert told == "The step “Lower” is new."
    assert not care.found().of("family")


# -- on another computer


def moved(client: Entry, folder: Path) -> tuple[Store, Entry]:
    """The client as another practice has it, with other numbers."""
    elsewhere = new_practice(folder)
    _other, episode = admitted(elsewhere)
    elsewhere.add(Service, episode, name="Something else")
    elsewhere.add(Goal, episode, own_words="Something else")
    return elsewhere, take(take_client(elsewhere, client_file(client)).id)


def test_all_is_known_again_on_another_computer(store: Store, tmp_path: Path) -> None:
    client = sample(store, "priya-shah")
    before = take(client.id)
    for goal, values in zip(Goal.select(), ({"status": "met"}, {"target_on": day(90)}), strict=False):
        store.save(goal, **values)
    store.save(Objective.get(), statement="No cocaine on 6 of 8 work-close nights")
    store.remove(Service.get(Service.name == "Dance class"))
    store.add(Service, Episode.get(), name="Sleep group", decision="accepted")
    found = changes(before, take(client.id))
    elsewhere, there = moved(take(client.id), tmp_path / "there")
    keys = [change.key for change in found]
    assert len(keys) >= 5
    assert sorted(change.key for change in changes(before, there)) == sorted(keys)
    elsewhere.close()


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=client_files(), other=client_files())
def test_any_two_records_can_be_compared_and_one_with_itself_is_the_same(
    store: Store, one: dict[str, Any], other: dict[str, Any]
) -> None:
    readings = []
    for file in (one, other):
        file["client"]["record_number"] = f"RD-{Client.select().count()}"
        readings.append(take(take_client(store, json.dumps(file).encode()).id))
    before, after = readings
    assert not changes(before, before) and not changes(after, after)
    for change in changes(before, after):
        assert change.sentence.strip() and change.key


# -- what is carried over


def kept(care: Care) -> list[str]:
    version = current_version(episode_of(care.now()))
    assert version is not None
    return [item.words for item in carried(care.before, care.now(), version)]


def test_what_is_neither_changed_nor_kept_waits_to_be_looked_at(care: Care) -> None:
    assert kept(care) == [
        "Keep my weekends",
        "No use on work nights",
        "Plan each closing shift",
        "Cocaine after work",
        "Group therapy",
    ]
    care.store.save(care.step, target="6 of 8 nights")
    item = next(
        each
        for each in carried(care.before, care.now(), Entry(PlanVersion, 0, {}, {}))
        if each.words == "Group therapy"
    )
    care.store.add(LookedAt, care.version, what=item.key)
    assert kept(care) == ["Keep my weekends", "Plan each closing shift", "Cocaine after work"]


def test_what_is_over_is_not_looked_at_again(care: Care) -> None:
    care.store.save(care.goal, status="met")
    care.store.save(care.group, decision="declined")
    care.store.save(care.need, status="met")
    assert kept(care) == []
