"""My plan, the release, the aftercare plan and the family copy: what stands in them, and what never does."""

import datetime
from itertools import groupby
from typing import Any

import pytest

from recovery_desktop.documents.letters import texts_of
from recovery_desktop.plans.papers.family_copy import NoFamilyCopy
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.aftercare import AftercareStep, PreventionEntry
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.client import Client
from recovery_desktop.records.family import SCOPES, Referral, Release, SupportPerson
from recovery_desktop.records.goals import Goal
from recovery_desktop.records.health import TraumaSafety
from recovery_desktop.records.sessions import Contact, CounselingNote
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import Service
from tests.people import admitted, sample
from tests.plans.client_papers import CLIENTS, TODAY, made, record, release_to

CLINICAL = ("F14.20", "F12.10", "F10.20", "GAD-7", "PHQ-9", "disorder", "HARK", "diagnos")


TOLD: list[tuple[Any, dict[str, Any]]] = [
    (Goal, {"own_words": "canary-plan"}),
    (Goal, {"own_words": "Never see Uncle Rob again"}),
    (Service, {"name": "canary-plan service", "decision": "accepted", "times": 1, "per": "week"}),
    (AftercareStep, {"what": "canary-aftercare"}),
    (PreventionEntry, {"kind": "what_helps", "entry": "canary-aftercare walk"}),
    (PreventionEntry, {"kind": "lapse", "entry": "I do not call my parents"}),
    (PreventionEntry, {"kind": "overdose", "entry": "canary-aftercare overdose"}),
    (Contact, {"held_on": TODAY, "note": "canary-session"}),
]


def words(content: object) -> str:
    return "\n".join(texts_of(content))


@pytest.mark.parametrize("name", CLIENTS)
def test_my_plan_has_the_client_s_words_and_no_diagnosis_or_score(store: Store, name: str) -> None:
    client = record(store, name)
    plan = made("my_plan", client)
    goals = [row["own_words"] for row in client.rows("episodes")[0].rows("goals")]
    assert [one.own_words for one in plan.wants] == goals
    assert not any(word in words(plan) for word in CLINICAL)
    assert any(one.phone for one in plan.helpers) and any("988" in text for text in plan.crisis)


def test_my_plan_puts_what_comes_back_by_its_days_before_what_is_done_once(store: Store) -> None:
    plan = made("my_plan", record(store, "priya-shah"))
    assert [(one.when, one.what) for one in plan.calendar] == [
        ("Monday and Friday mornings", "Contingency management"),
        ("Monday, Wednesday and Friday mornings", "Cognitive behavioral therapy with relapse prevention"),
        ("Monday, her evening off", "SMART Recovery online"),
        ("Ten classes, Thursdays at 11:30", "Dance class"),
        ("Once a week", "Cognitive behavioral therapy with exposure for worry"),
        ("Twice a week, before closing shifts", "Peer recovery coach"),
        ("15 October 2026", "Call to the college made together, then the meeting"),
        ("9 November 2026", "We look at this plan together"),
        ("9 December 2026", "Course list chosen around her shifts"),
    ]
    assert plan.wants[3].step == "Meet the college adviser" and plan.wants[3].by == "15 October 2026"


def test_what_is_done_as_often_stands_together_and_a_long_timing_below(store: Store) -> None:
    calendar = made("my_plan", record(store, "josephine-tate")).calendar
    when = [one.when for one in calendar]
    assert len([name for name, _group in groupby(when)]) == len(set(when)) < len(when)
    taper = next(one for one in calendar if one.what.startswith("Slow taper"))
    assert taper.when == "Twice a month" and taper.details.startswith("a small step every 2 to 4 weeks")


def test_an_appointment_elsewhere_is_told_to_the_client_alone_and_not_where_fear_was_told(store: Store) -> None:
    client, episode = admitted(store)
    store.add(Referral, episode, recipient="Harbor House", appointment_on=TODAY, status="booked")
    sister = store.add(SupportPerson, client, name="Ana Vega", relation="sibling")
    store.add(Release, client, recipient="Ana Vega", person=sister, scope=list(SCOPES))
    assert "Harbor House" in words(made("my_plan", take(client.id)))
    assert "Harbor House" not in words(made("family", take(client.id), release=take(client.id).rows("releases")[0]))
    assessment = store.add(Assessment, episode, started_on=TODAY)
    store.add(TraumaSafety, assessment, feels_safe_at_home="no")
    assert "Harbor House" not in words(made("my_plan", take(client.id)))


def test_what_is_over_is_in_no_calendar(store: Store) -> None:
    plan = made("my_plan", record(store, "priya-shah"), on=datetime.date(2026, 12, 20))
    assert [one.what for one in plan.calendar] == ["SMART Recovery online", "Peer recovery coach"]


def test_each_number_stands_once_among_those_who_help(store: Store) -> None:
    plan = made("my_plan", record(store, "priya-shah"))
    numbers = [one.phone for one in plan.helpers]
    assert numbers == ["555-0171", "555-0173", "555-0172", "555-0174"]


def test_a_release_has_every_element_of_consent(store: Store) -> None:
    client = record(store, "priya-shah")
    form = made("release", client, release=release_to(client, "Anjali"))
    assert (form.client.name, form.born) == ("Priya Shah", "4 May 1997")
    assert form.discloser.startswith("Harbor Street Counseling")
    assert form.recipient == "Anjali Shah"
    assert form.told[0] == "whether and when I come to my appointments" and len(form.told) == 3
    assert form.not_told == "session content, scores, test results"
    assert form.purpose == "Support at home and help in an emergency"
    assert form.until == "until the end of treatment"
    assert "in writing" in form.taking_back[0] and "cannot be made untold" in form.taking_back[2]
    assert form.signatures[0].signed == "10 September 2026"
    assert (form.lacks, form.ended, form.strip, form.signed) == ("", "", True, True)


def test_a_release_for_treatment_and_payment_says_what_2024_added(store: Store) -> None:
    client, _episode = admitted(store)
    store.add(Release, client, kind="tpo", discloser="Harbor Street Counseling", scope=["plan"], expires_when="none")
    record_of = take(client.id)
    (row,) = record_of.rows("releases")
    form = made("release", record_of, release=row)
    assert form.recipient.startswith("all who treat me now or later")
    assert form.purpose == "for treatment, payment and health care operations"
    assert "My insurer may not pay" in form.if_not_signed[1]
    assert "42 CFR part 2 may no longer protect it" in form.passed_on[1]
    assert form.lacks == ""


def test_a_court_may_rely_on_its_release_until_the_event(store: Store) -> None:
    client = record(store, "ernesto-quizhpe")
    form = made("release", client, release=release_to(client, "Millbrook Municipal Court"))
    assert "until the day or event above" in form.taking_back[0]
    assert "until 19 February 2027, or until this if it comes first" in form.until


def test_what_a_release_lacks_makes_it_a_draft_and_one_taken_back_has_no_strip(store: Store) -> None:
    client, _episode = admitted(store)
    store.add(Release, client, recipient="Clinic", scope=["plan"])
    store.add(Release, client, recipient="Rides", scope=["attendance"], revoked_on=TODAY, revoked_how="In writing")
    record_of = take(client.id)
    open_one, revoked = (made("release", record_of, release=row) for row in record_of.rows("releases"))
    assert (open_one.lacks, open_one.signed) == ("the purpose, who may disclose, when it ends", False)
    assert (revoked.ended, revoked.strip) == ("Taken back on 14 October 2026: In writing", False)


def test_a_guardian_signs_for_a_minor(store: Store) -> None:
    client, _episode = admitted(store, birth_date=datetime.date(2012, 1, 1), guardian_name="Ana Vega")
    store.add(Release, client, recipient="School", signed_by="Ana Vega", signed_on=TODAY)
    record_of = take(client.id)
    form = made("release", record_of, release=record_of.rows("releases")[0])
    assert [(one.name, one.signed) for one in form.signatures] == [
        ("Rosa Vega", ""),
        ("Ana Vega", "14 October 2026"),
    ]


def test_the_card_names_no_practice_and_has_numbers_and_the_place_of_naloxone(store: Store) -> None:
    cards = [made("aftercare", record(store, name)).card for name in CLIENTS]
    for card in cards:
        assert "Harbor Street" not in words(card)
        assert "988" in words(card) and "555-01" in words(card)
    assert any("kitchen drawer" in text for text in cards[0].if_i_slip.entries)
    assert "Office · 555-0172" in cards[1].people.entries


def test_steps_of_aftercare_come_in_the_order_of_their_dates(store: Store) -> None:
    plan = made("aftercare", record(store, "priya-shah"))
    assert [one.what for one in plan.steps] == [
        "Intensive outpatient",
        "Peer coach",
        "SMART Recovery online",
        "Outpatient sessions",
        "Recovery check-ups",
        "Follow-up call, day 180",
    ]


# --- the family copy -------------------------------------------------------------------------------------------------


def with_canaries(store: Store) -> Entry:
    """A client with a canary in everything that the copy could tell, and in what it never may."""
    client, episode = admitted(store, emergency_name="canary-emergency-contact")
    reader = store.add(
        SupportPerson,
        client,
        name="Ana Vega",
        role_in_plan="canary-family",
        boundaries="canary-asked",
        client_wants="yes",
    )
    store.add(SupportPerson, client, name="Uncle Rob", feels_unsafe="yes", boundaries="canary-unsafe", phone="555-0109")
    store.add(
        SupportPerson,
        client,
        name="Parents",
        client_wants="no_contact",
        role_in_plan="canary-no-contact",
        phone="555-0108",
    )
    store.add(SupportPerson, client, name="Kim", boundaries="canary-other-boundary", role_in_plan="canary-other-part")
    store.add(CounselingNote, episode, text="canary-counseling-note")
    for model, values in TOLD:
        store.add(model, episode, **values)
    store.add(Release, client, recipient="Ana Vega", person=reader)
    return take(client.id)


@pytest.mark.parametrize("scope", SCOPES)
def test_a_family_copy_tells_what_its_release_allows_and_nothing_else(store: Store, scope: str) -> None:
    client = with_canaries(store)
    (release,) = client.rows("releases")
    release.values["scope"] = [scope]
    said = words(made("family", client, release=release))
    told = {"plan": ("plan",), "family": ("family", "asked"), "aftercare": ("aftercare",)}.get(scope, ())
    for canary in ("plan", "family", "asked", "aftercare"):
        assert (f"canary-{canary}" in said) == (canary in told)
    assert ("came to 1 of 1 appointment" in said) == (scope == "attendance")
    assert ("Nose spray" in said) == (scope in ("emergencies", "education"))
    assert "988" in said and "911" in said
    _holds_nothing_hidden(said)


def _holds_nothing_hidden(said: str) -> None:
    for hidden in (
        "unsafe",
        "no-contact",
        "other-boundary",
        "other-part",
        "counseling-note",
        "session",
        "emergency-contact",
    ):
        assert f"canary-{hidden}" not in said
    for hidden in ("Rob", "parents", "Parents", "Kim", "555-0109"):
        assert hidden not in said


def test_with_everything_in_scope_nothing_private_is_in_it(store: Store) -> None:
    client = with_canaries(store)
    (release,) = client.rows("releases")
    release.values["scope"] = list(SCOPES)
    _holds_nothing_hidden(words(made("family", client, release=release)))
    _holds_nothing_hidden(words(made("family", client)))


def test_a_part_that_is_not_wanted_is_left_out_although_the_release_allows_it(store: Store) -> None:
    client = with_canaries(store)
    (release,) = client.rows("releases")
    release.values["scope"] = ["plan", "aftercare"]
    said = words(made("family", client, release=release, parts=frozenset({"wants"})))
    assert "canary-plan" in said and "canary-aftercare" not in said and "canary-plan service" not in said


@pytest.mark.parametrize(
    "values", [{"feels_unsafe": "yes"}, {"client_wants": "no_contact"}, {"wants_involvement": "no_contact"}]
)
def test_no_copy_is_made_for_somebody_whom_it_must_not_reach(store: Store, values: dict[str, str]) -> None:
    client, _episode = admitted(store)
    person = store.add(SupportPerson, client, name="Uncle Rob", **values)
    store.add(Release, client, recipient="Uncle Rob", person=person, scope=["plan"])
    record_of = take(client.id)
    with pytest.raises(NoFamilyCopy) as raised:
        made("family", record_of, release=record_of.rows("releases")[0])
    assert "Rob" not in str(raised.value)


def test_the_example_sister_reads_no_score_no_session_and_nothing_of_the_parents(store: Store) -> None:
    client = record(store, "priya-shah")
    said = words(made("family", client, release=release_to(client, "Anjali")))
    assert "Anjali Shah" in said and "Since 10 September 2026: came to 10 of 11 appointments." in said
    for hidden in ("parents", "no contact", "GAD-7", "cocaine", "Keep my weekends", "friends"):
        assert hidden not in said.lower()


def test_without_an_episode_there_is_no_plan_to_print(store: Store) -> None:
    client = store.add(Client, record_number="RD-1", legal_family="Vega")
    for code in ("my_plan", "aftercare", "family", "release"):
        with pytest.raises(LookupError):
            made(code, take(client.id))
    assert sample(store, "priya-shah").id != client.id
