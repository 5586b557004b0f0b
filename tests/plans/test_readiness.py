"""Whether a plan is ready to be signed: each check passes on the example client and fails once something is missing."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from recovery_desktop.plans.episodes import current_version, running_episode
from recovery_desktop.plans.profile_reading import profile
from recovery_desktop.plans.profiles import profile_named, shipped_profiles
from recovery_desktop.plans.readiness import HOLDS, MISSING, OVERRIDDEN, UNSEEN, Readiness, readiness
from recovery_desktop.plans.readiness_checks.looked import CannotTell, Gap, Looked
from recovery_desktop.plans.readiness_checks.registry import CHECKS
from recovery_desktop.plans.rhythm import Rhythm
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.aftercare import AftercareStep, DischargeCriterion, PreventionEntry
from recovery_desktop.records.assessment import Administration, AreaOfLife, Assessment, Strength
from recovery_desktop.records.client import Client, Episode, LevelOfCare
from recovery_desktop.records.diagnoses import CoOccurring, Diagnosis, Medication
from recovery_desktop.records.family import FamilySession, Referral, Release, SessionPerson, SocialNeed, SupportPerson
from recovery_desktop.records.goals import Goal, Intervention, Need, Objective
from recovery_desktop.records.life import MoneyLegal, WorkSchool
from recovery_desktop.records.person import Preferences
from recovery_desktop.records.plan import Addendum, Override, PlanVersion
from recovery_desktop.records.sessions import Contact
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep, Service
from tests.people import TODAY, admitted, day, sample

RHYTHM = Rhythm(first_plan_days=30, first_plan_visits=3, review_days=90, family_days=30)


def filled(store: Store) -> Client:
    """The example client, with what her record lacks filled in."""
    client = sample(store, "priya-shah")
    store.save(Service.get(Service.name == "Peer recovery coach"), span=12, span_unit="months")
    return client


def version() -> Any:
    """The version that is to be signed."""
    return PlanVersion.get(PlanVersion.number == 2)


def gaps(check: str, client: int, today: datetime.date = TODAY) -> list[Gap]:
    record = take(client)
    episode = running_episode(record)
    assert episode is not None
    return list(CHECKS[check](Looked(record, episode, current_version(episode), RHYTHM, today)))


def ready(client: int, key: str = "generic", today: datetime.date = TODAY) -> Readiness:
    record = take(client)
    episode = running_episode(record)
    assert episode is not None
    return readiness(record, episode, profile_named(key, {}), today)


# -- each check


def _without(model: Any, *where: Any) -> Callable[[Store], object]:
    return lambda store: [store.remove(row) for row in list(model.select().where(*where) if where else model.select())]


def _set(model: Any, where: Any = None, /, **values: Any) -> Callable[[Store], object]:
    def change(store: Store) -> None:
        store.save(model.get(where) if where is not None else model.get(), **values)

    return change


def _version(**values: Any) -> Callable[[Store], object]:
    return lambda store: store.save(version(), **values)


def _of_dance(**values: Any) -> Callable[[Store], object]:
    return _set(Goal, Goal.own_words == "Dance again", **values)


def _of_declined(**values: Any) -> Callable[[Store], object]:
    return _set(Service, Service.decision == "declined", **values)


def _last_level(**values: Any) -> Callable[[Store], object]:
    return _set(LevelOfCare, LevelOfCare.decided_on == day(-4), **values)


def _not_held(**values: Any) -> Callable[[Store], object]:
    return _set(FamilySession, status="declined", held_on=None, **values)


def _add(model: Any, owner: Any, /, **values: Any) -> Callable[[Store], object]:
    return lambda store: store.add(model, owner.get(), **values)


def _both(one: Callable[[Store], object], other: Callable[[Store], object]) -> Callable[[Store], object]:
    return lambda store: (one(store), other(store))


_ITEM_9: dict[str, Any] = {"instrument": "phq-9", "given_on": TODAY, "responses": {"9": 2}}
_WHY = "reason_detail"
Break = Callable[[Store], object]
BROKEN: list[tuple[str, Break, type, str]] = [
    ("needs_answered", _add(Need, Episode, statement="Money"), Need, "status"),
    ("needs_answered", _without(Need), Need, ""),
    ("golden_thread_whole", _without(Objective), Goal, ""),
    ("goals_in_own_words", _of_dance(own_words=" "), Goal, "own_words"),
    ("goals_in_own_words", _without(Goal), Goal, ""),
    ("goals_build_on_strengths", _of_dance(builds_on=""), Goal, "builds_on"),
    ("goals_have_dates", _of_dance(target_on=None), Goal, "target_on"),
    ("objective_measurable", _set(Objective, measure="", instrument="", tests_for=""), Objective, "measure"),
    ("objective_measurable", _set(Objective, baseline=""), Objective, "baseline"),
    ("objective_measurable", _set(Objective, target=""), Objective, "target"),
    ("objective_measurable", _set(Objective, due_on=None), Objective, "due_on"),
    ("objective_measurable", _without(Objective), Goal, ""),
    ("decisions_have_reasons", _of_dance(status="paused"), Goal, "status_reason"),
    ("decisions_have_reasons", _set(Objective, status="dropped"), Objective, "status_reason"),
    ("decisions_have_reasons", _of_declined(decision_reason=""), Service, "decision_reason"),
    ("frequency_and_duration", _set(Service, Service.rules == "T05", times=None), Service, "times"),
    ("frequency_and_duration", _set(Service, Service.rules == "T05", span=None), Service, "span"),
    ("frequency_and_duration", _both(_without(Service), _without(Intervention)), Service, ""),
    ("responsible_for_each", _set(Service, Service.rules == "T05", provider=""), Service, "provider"),
    ("mutual_help", _both(_without(Service), _without(AftercareStep)), Service, ""),
    ("referrals_have_results", _set(Referral, result=""), Referral, "result"),
    ("medications", _set(Client, medications_state=""), Medication, ""),
    ("medications", _add(Medication, Client, name="Naltrexone", dose="50 mg"), Medication, "frequency"),
    ("identified", _set(Client, birth_date=None), Client, "birth_date"),
    ("identified", _set(Episode, admitted_on=None), Episode, "admitted_on"),
    ("referral_source", _set(Episode, referral_source=""), Episode, "referral_source"),
    ("assessment_completed", _set(Assessment, completed_on=None), Assessment, "completed_on"),
    ("assessment_completed", _without(Assessment), Assessment, ""),
    ("areas_asked", _set(AreaOfLife, AreaOfLife.domain == "spiritual", state="not_asked"), AreaOfLife, "state"),
    ("areas_asked", _without(AreaOfLife), AreaOfLife, ""),
    ("strengths", _without(Strength), Strength, ""),
    ("preferences", _without(Preferences), Preferences, "formats"),
    ("vocational", _set(WorkSchool, employment="", education=""), WorkSchool, "employment"),
    ("vocational", _without(WorkSchool), WorkSchool, "employment"),
    ("legal", _set(MoneyLegal, legal_matters=""), MoneyLegal, "legal_matters"),
    ("legal", _set(Episode, referral_source="court"), Episode, "legal_requirements"),
    ("legal", _set(Episode, legal_status=""), Episode, "legal_status"),
    ("social_needs_asked", _set(SocialNeed, SocialNeed.domain == "money", status="not_asked"), SocialNeed, "status"),
    ("social_needs_asked", _without(SocialNeed, SocialNeed.domain == "food"), SocialNeed, "food.status"),
    ("family_asked", _set(SupportPerson, client_wants=""), SupportPerson, "client_wants"),
    ("family_asked", _without(SupportPerson), SupportPerson, ""),
    ("diagnoses_with_code", _set(Diagnosis, code=""), Diagnosis, "code"),
    ("diagnoses_with_code", _without(Diagnosis), Diagnosis, ""),
    ("diagnosis_by_whom", _set(Diagnosis, to_be_confirmed_by=""), Diagnosis, "diagnosed_by"),
    ("co_occurring_owner", _set(CoOccurring, treated_by=""), CoOccurring, "treated_by"),
    ("co_occurring_owner", _without(CoOccurring), CoOccurring, ""),
    ("rights_explained", _set(Episode, privacy_notice_on=None), Episode, "privacy_notice_on"),
    ("rights_before_first_visit", _set(Episode, rights_explained_on=day(-20)), Episode, "rights_explained_on"),
    ("rights_before_first_visit", _set(Episode, rights_explained_on=None), Episode, "rights_explained_on"),
    ("responsible_counselor", _set(Episode, counselor=None), Episode, "counselor"),
    ("level_of_care", _last_level(decided_by=None), LevelOfCare, "decided_by"),
    ("level_of_care", _last_level(chosen="outpatient"), LevelOfCare, "reason_for_difference"),
    ("level_of_care", _last_level(guide_edition=""), LevelOfCare, "outside_tool"),
    ("level_of_care", _without(LevelOfCare), LevelOfCare, ""),
    ("safety_answered", _set(SafetyStep, status="open"), SafetyStep, "status"),
    ("safety_answered", _add(Administration, Episode, **_ITEM_9), Administration, "responses"),
    ("releases_complete", _set(Release, signed_on=None), Release, "signed_on"),
    ("releases_complete", _set(Release, purpose=""), Release, "purpose"),
    ("family_sessions_explained", _both(_without(FamilySession), _without(Contact)), FamilySession, ""),
    ("family_sessions_explained", _not_held(outcome=""), FamilySession, "outcome"),
    ("discharge_criteria_discussed", _set(DischargeCriterion, discussed_on=None), DischargeCriterion, "discussed_on"),
    ("discharge_criteria_discussed", _without(DischargeCriterion), DischargeCriterion, ""),
    ("aftercare_begun", _without(AftercareStep), AftercareStep, ""),
    ("overdose_plan", _without(PreventionEntry, PreventionEntry.kind == "overdose"), PreventionEntry, "overdose"),
    ("care_planned_in_notes", _without(Contact), Contact, ""),
    ("review_date_set", _version(next_review_on=None), PlanVersion, "next_review_on"),
    ("review_date_set", _version(next_review_on=day(87)), PlanVersion, "next_review_on"),
    ("review_date_set", _version(next_review_on=day(-1)), PlanVersion, "next_review_on"),
    ("participation", _version(took_part=""), PlanVersion, "took_part"),
    ("participation", _version(took_part="declined", client_comment="", reason_detail=""), PlanVersion, _WHY),
    ("cultural_fit", _version(cultural_fit=""), PlanVersion, "cultural_fit"),
    ("effectiveness_measured", _version(effectiveness_measured_by=""), PlanVersion, "effectiveness_measured_by"),
    ("satisfaction_asked", _version(satisfaction_asked=""), PlanVersion, "satisfaction_asked"),
    ("changes_have_reasons", _version(reason=""), PlanVersion, "reason"),
    ("changes_have_reasons", _version(reason_detail=""), PlanVersion, "reason_detail"),
    ("author_named", _version(author=None), PlanVersion, "author"),
    ("made_in_time", _set(Episode, admitted_on=day(-90)), PlanVersion, "dated_on"),
]  # fmt: skip
TELL_NOTHING = {"copy_given", "looked_at_by_a_person"}
"""Of these the record cannot tell before a version is signed."""


def test_a_breach_is_tried_for_every_check() -> None:
    assert {name for name, *_rest in BROKEN} == set(CHECKS) - TELL_NOTHING


@pytest.mark.parametrize("check", sorted(set(CHECKS) - TELL_NOTHING))
def test_each_check_passes_on_the_example_client_once_filled(store: Store, check: str) -> None:
    assert gaps(check, filled(store).id) == []


@pytest.mark.parametrize(
    ("check", "breach", "model", "field"), BROKEN, ids=[f"{one[0]}-{at}" for at, one in enumerate(BROKEN)]
)
def test_each_check_names_what_is_missing_and_where(
    store: Store, check: str, breach: Break, model: type, field: str
) -> None:
    client = filled(store)
    breach(store)
    found = gaps(check, client.id)
    assert (model, field) in [(gap.model, gap.field) for gap in found]
    for gap in found:
        assert gap.words
        rows = gap.model.select().where(gap.model.id == gap.number).count()
        assert rows == (1 if gap.number else 0)


@pytest.mark.parametrize("one", shipped_profiles(), ids=lambda one: one.key)
def test_the_example_client_is_ready_by_every_profile_once_filled(store: Store, one: Any) -> None:
    found = ready(filled(store).id, one.key)
    assert [(line.rule.id, [gap.words for gap in line.gaps]) for line in found.open] == []
    assert {line.rule.check for line in found.of(UNSEEN)} <= TELL_NOTHING


def test_a_copy_can_be_given_once_a_version_is_signed(store: Store) -> None:
    client = filled(store)
    with pytest.raises(CannotTell):
        gaps("copy_given", client.id)
    store.save(version(), status="signed")
    assert [gap.field for gap in gaps("copy_given", client.id)] == ["copy_given_on"]
    store.add(Addendum, version(), kind="copy_given", written_on=TODAY, written_by="Dana Whitfield")
    assert gaps("copy_given", client.id) == []


def test_what_does_not_apply_is_not_asked_for(store: Store) -> None:
    client = filled(store)
    assert SocialNeed.get_or_none(SocialNeed.domain == "childcare") is None, "she has no children"
    store.save(Goal.get(Goal.own_words == "Dance again"), status="met", own_words="", target_on=None)
    assert gaps("goals_in_own_words", client.id) == gaps("goals_have_dates", client.id) == []
    store.save(Service.get(Service.rules == "T05"), times=None, ends_on=day(-1))
    assert [gap.words for gap in gaps("frequency_and_duration", client.id)] == []


# -- the whole


def test_a_record_with_nothing_in_it_fails_and_says_where_to_begin(store: Store) -> None:
    client, _episode = admitted(store)
    found = ready(client.id)
    assert len(found.open) >= 25
    assert found.blocking and all(line.is_required for line in found.blocking)
    required = [line.is_required for line in found.open]
    assert required == sorted(required, reverse=True), "what has to be stands first"
    assert all(line.gaps for line in found.open)
    assert found.version is None


def test_it_says_in_a_sentence_how_many_hold(store: Store) -> None:
    client = filled(store)
    count = len(profile_named("generic", {}).rules)
    assert ready(client.id).sentence() == f"{count - 2} of {count} rules hold, 2 are for you to look at."
    store.save(version(), took_part="", cultural_fit="")
    store.add(Override, version(), rule="fit", reason="She sees to it herself", given_on=TODAY)
    expected = f"{count - 4} of {count} rules hold, 1 needs attention, 1 has a reason, 2 are for you to look at."
    assert ready(client.id).sentence() == expected


def test_a_reason_counts_for_its_version_and_only_while_the_rule_does_not_hold(store: Store) -> None:
    client = filled(store)
    store.save(version(), took_part="")
    store.add(Override, PlanVersion.get(PlanVersion.number == 1), rule="took-part", reason="Of the version before")

    def line() -> Any:
        return next(one for one in ready(client.id).lines if one.rule.id == "took-part")

    assert (line().state, line().override) == (MISSING, None)
    made = store.add(Override, version(), rule="took-part", reason="By phone, from the hospital", given_on=TODAY)
    assert line().state == OVERRIDDEN
    assert line().override["reason"] == "By phone, from the hospital"
    assert [gap.field for gap in line().gaps] == ["took_part"]
    store.save(version(), took_part="heard")
    assert line().state == HOLDS
    store.save(version(), took_part="")
    store.remove(made)
    assert line().state == MISSING


def test_an_own_profile_is_what_is_checked(store: Store) -> None:
    client = filled(store)
    text = 'name="x"\nedition="1"\nlooked_at=2026-11-29\n[[rules]]\nid="a"\nwords="Strengths."\ncheck="strengths"\n'
    record = take(client.id)
    episode = running_episode(record)
    assert episode is not None
    found = readiness(record, episode, profile("Ours", text, is_own=True), TODAY)
    assert [(line.rule.words, line.state) for line in found.lines] == [("Strengths.", HOLDS)]


# -- what is private


def test_nothing_that_is_missing_tells_of_violence_at_home(store: Store) -> None:
    client, episode = admitted(store)
    person = store.add(SupportPerson, client, name="Alex", relation="partner", feels_unsafe="yes", client_wants="no")
    session = store.add(FamilySession, episode, kind="couple_therapy", status="contraindicated")
    store.link(SessionPerson, session, person)
    store.add(SafetyStep, episode, gate="G11", finding="Hit by Alex", action="Call the shelter", status="open")
    store.add(Administration, episode, instrument="hark", given_on=TODAY, responses={"1": "yes"})
    for one in shipped_profiles():
        words = "\n".join(gap.words for line in ready(client.id, one.key).lines for gap in line.gaps)
        assert not {word for word in ("Alex", "shelter", "HARK", "Hit", "afraid", "Couple") if word in words}
    assert gaps("family_sessions_explained", client.id) == []
    assert [gap.words for gap in gaps("safety_answered", client.id)] == [
        "Talk in private; see Trauma and safety: safety step open"
    ]
