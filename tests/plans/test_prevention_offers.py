"""The relapse-prevention plan is offered what the record holds, once, with its source, and nothing that could harm."""

import datetime
from typing import Any

import pytest

from recovery_desktop.plans.offers import Offer, is_said, left_aside
from recovery_desktop.plans.prevention_offers import prevention_offers
from recovery_desktop.plans.snapshot import take, take_practice, take_staff
from recovery_desktop.records.aftercare import ENTRY_KINDS, PreventionEntry
from recovery_desktop.records.assessment import Assessment, Strength
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.family import SocialNeed, SupportPerson
from recovery_desktop.records.health import HealthConcern, PhysicalHealth, TraumaSafety
from recovery_desktop.records.life import LivingConditions, Stressors
from recovery_desktop.records.person import CultureMeaning, Preferences
from recovery_desktop.records.practice import Practice, Staff
from recovery_desktop.records.sessions import Contact, CounselingNote
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop.records.store import Store
from recovery_desktop.records.substances import Substance, SubstanceUse, UseTopics
from recovery_desktop.records.therapies import Service
from tests.people import admitted, sample

DAY = datetime.date(2026, 10, 12)
ALWAYS = {"overdose", "crisis"}  # 911 and 988 are offered of everybody


@pytest.fixture
def assessment(store: Store) -> Assessment:
    return store.add(Assessment, admitted(store)[1], started_on=DAY)


def _offered(kind: str = "") -> list[Offer]:
    episode = Episode.get()
    client = take(episode.client.id)
    found = prevention_offers(client, client.rows("episodes")[0], take_practice(), take_staff(), DAY)
    return [one for one in found if not kind or one.values["kind"] == kind]


def _words(kind: str) -> list[str]:
    return [one.words for one in _offered(kind)]


@pytest.mark.parametrize(
    ("model", "values", "kind", "words"),
    [
        (Stressors, {"main_stressor": "Payday"}, "trigger", "Payday"),
        (Stressors, {"own_words": "At five"}, "trigger", "At five"),
        (Stressors, {"loss": "Walter"}, "trigger", "Reminders of a loss: Walter"),
        (LivingConditions, {"substances_at_home": "yes"}, "trigger", "Substances in the home"),
        (PhysicalHealth, {"sleep_hours_low": 4, "sleep_hours_high": 6}, "early_sign", "Nights with 4–6 hours of sleep"),
        (Stressors, {"strengths_seen": "Calls her sister"}, "what_helps", "Calls her sister"),
        (SubstanceUse, {"treatment_helped": "The group"}, "what_helps", "The group"),
        (Preferences, {"helped_before": "He sat down"}, "what_helps", "He sat down"),
        (CultureMeaning, {"practice": "The temple", "wants_in_plan": "yes"}, "what_helps", "The temple"),
        (SubstanceUse, {"naloxone_kept": "Kitchen drawer"}, "overdose", "Naloxone: Kitchen drawer"),
        (SubstanceUse, {"naloxone_kept": "Kitchen drawer"}, "lapse", "Naloxone: Kitchen drawer"),
        (
            SubstanceUse,
            {"naloxone_at_hand": "no"},
            "overdose",
            "Get naloxone, and keep it where others at home find it",
        ),
    ],
)
def test_a_section_offers_what_it_says_with_its_day(
    store: Store, assessment: Assessment, model: type[Record], values: dict[str, Any], kind: str, words: str
) -> None:
    store.add(model, assessment, asked_on=datetime.date(2026, 9, 3), **values)
    assert (words, f"from: {model.title}, 3 Sep") in [(one.words, one.source) for one in _offered(kind)]


def test_what_says_nothing_of_use_is_not_offered(store: Store, assessment: Assessment) -> None:
    store.add(PhysicalHealth, assessment, sleep_hours_low=7, sleep_hours_high=8)
    store.add(CultureMeaning, assessment, practice="The temple", wants_in_plan="no")
    store.add(HealthConcern, assessment, kind="body", name="Palpitations")
    assert {one.values["kind"] for one in _offered()} == ALWAYS


def test_substances_are_offered_by_their_time_their_craving_and_where_they_come_from(
    store: Store, assessment: Assessment
) -> None:
    for name, source in (("Cocaine", "a co-worker"), ("Cannabis", "")):
        values = {"name": name, "substance_class": name.lower(), "usual_time": "After work", "source": source}
        store.add(UseTopics, store.add(Substance, assessment, **values), craving="yes")
    store.add(Substance, assessment, name="Wine", substance_class="alcohol")
    assert _words("trigger") == ["After work: Cocaine, Cannabis"]
    assert _words("early_sign") == ["Craving: Cocaine, Cannabis"]
    assert _words("place_to_avoid") == ["Cocaine comes from: a co-worker"]
    assert _offered("trigger")[0].source == "from: Substance, 12 Oct"


def _person(store: Store, **values: Any) -> SupportPerson:
    given: dict[str, Any] = {"name": "Imani", "phone": "555-0191", "influence": "supportive", "client_wants": "yes"}
    return store.add(SupportPerson, Client.get(), **(given | values))


def test_somebody_who_supports_is_offered_with_the_number(store: Store, assessment: Assessment) -> None:
    imani = _person(store, naloxone_trained="yes")
    (one,) = _offered("person")
    assert (one.words, one.values["phone"], one.points_at) == ("Imani", "555-0191", {"person": imani.id})
    assert "Call Imani" in _words("lapse")
    assert "Imani knows how to give naloxone" in _words("overdose")


@pytest.mark.parametrize(
    "values",
    [
        {"phone": ""},
        {"influence": "risky"},
        {"influence": "mixed"},
        {"influence": ""},
        {"feels_unsafe": "yes"},
        {"client_wants": "no_contact"},
        {"client_wants": "no"},
        {"wants_involvement": "no_contact"},
        {"uses_substances": "yes"},
        {"birth_date": datetime.date(2012, 5, 20)},
    ],
    ids=str,
)
def test_nobody_is_offered_to_call_who_should_not_be(
    store: Store, assessment: Assessment, values: dict[str, Any]
) -> None:
    _person(store, naloxone_trained="yes", **values)
    assert not [one for one in _offered() if one.values["phone"] == "555-0191" or one.points_at]


def test_people_who_raise_the_risk_are_named_without_their_number(store: Store, assessment: Assessment) -> None:
    _person(store, name="Wilson", influence="risky", client_wants="no", boundaries="Not at night")
    offers = [*_offered("trigger"), *_offered("place_to_avoid")]
    assert [one.words for one in offers] == ["Wilson", "Wilson: “Not at night”"]
    assert not any(one.values["phone"] or one.points_at for one in offers)


@pytest.mark.parametrize("values", [{"feels_unsafe": "yes"}, {"client_wants": "no_contact"}], ids=str)
def test_whom_the_client_fears_or_does_not_see_is_named_nowhere(
    store: Store, assessment: Assessment, values: dict[str, Any]
) -> None:
    _person(store, name="Marcus", influence="risky", boundaries="Stay away", **values)
    assert not [one for one in _offered() if "Marcus" in one.words]


def test_what_is_private_is_never_offered(store: Store, assessment: Assessment) -> None:
    secret = "He hits me"
    store.add(
        TraumaSafety, assessment, own_words=secret, strengths_seen=secret, weapons_kept=secret, afraid_of_someone="yes"
    )
    store.add(SocialNeed, assessment.episode, domain="safety", status="need", detail=secret)
    store.add(Contact, assessment.episode, note=secret)
    store.add(CounselingNote, assessment.episode, text=secret)
    assert {one.values["kind"] for one in _offered()} == ALWAYS
    assert not [one for one in _offered() if secret in str(one)]


def test_coach_and_counselor_are_offered_with_the_numbers_that_are_known(store: Store, assessment: Assessment) -> None:
    episode = assessment.episode
    store.add(Staff, name="Marisol Reyes", phone="555-0173")
    store.save(episode, counselor=store.add(Staff, name="Dana Whitfield"))
    store.save(Practice.get(), phone="555-0100", crisis_line="555-0172", name="Harbor Street")
    coach = store.add(Service, episode, name="Coach", modality="peer", provider="Marisol Reyes", decision="open")
    assert _words("person") == ["Dana Whitfield, my counselor"]
    store.save(coach, decision="accepted")
    numbers = [(one.words, one.values["phone"]) for one in _offered("person")]
    assert numbers == [("Marisol Reyes, my coach", "555-0173"), ("Dana Whitfield, my counselor", "555-0100")]
    assert [one.values["phone"] for one in _offered("crisis")] == ["988", "555-0172"]


@pytest.mark.parametrize(
    ("words", "in_plan", "said"),
    [
        ("Closing shifts, payday, and the co-worker", ["Closing shift", "Payday"], True),
        ("Naloxone: In the kitchen drawer", ["Naloxone is in the kitchen drawer"], True),
        ("Payday", ["payday, always"], True),
        ("Payday", ["A bad night"], False),
        ("Payday", [], False),
        ("AA", ["AA on Sunday"], True),
        ("At five in the afternoon", ["In the kitchen"], False),
    ],
)
def test_what_the_plan_says_in_other_words_is_recognized(words: str, in_plan: list[str], said: bool) -> None:
    assert is_said(words, in_plan) is said


def test_a_person_is_there_by_number_or_by_who_it_is(store: Store, assessment: Assessment) -> None:
    imani = _person(store, phone="555-0191")
    entry = store.add(PreventionEntry, assessment.episode, kind="person", entry="Granddaughter", phone="555-0191")
    assert _words("person") == []
    store.save(entry, phone="", person=imani)
    assert _words("person") == []
    store.save(entry, person=None)
    assert _words("person") == ["Imani"]
    assert "Call Imani" in _words("lapse")  # each heading is for itself


def test_what_was_left_aside_is_not_offered_until_its_day(store: Store, assessment: Assessment) -> None:
    store.add(Stressors, assessment, main_stressor="Payday")
    (one,) = _offered("trigger")
    assert one.key == "aftercare:trigger:stressors:main_stressor"
    row = store.add(SetAside, assessment.episode, what=one.key, set_aside_on=DAY)
    assert _words("trigger") == []
    episode = take(Client.get().id).rows("episodes")[0]
    assert [each.number for each in left_aside(episode, "trigger", DAY)] == [row.id]
    assert left_aside(episode, "crisis", DAY) == ()
    store.save(row, until=DAY)
    assert _words("trigger") == ["Payday"]


@pytest.mark.parametrize("name", ["priya-shah", "josephine-tate", "ernesto-quizhpe"])
def test_what_is_offered_can_be_entered_and_is_offered_no_more(store: Store, name: str) -> None:
    sample(store, name)
    PreventionEntry.delete().execute()
    offers = _offered()
    assert {one.values["kind"] for one in offers} == set(ENTRY_KINDS)
    assert len({one.key for one in offers}) == len(offers)
    assert all(one.source for one in offers)
    for one in offers:
        person = {name: SupportPerson.get_by_id(number) for name, number in one.points_at.items()}
        store.add(PreventionEntry, Episode.get(), **one.values, **person)
    assert _offered() == []


def test_strengths_are_offered_last(store: Store, assessment: Assessment) -> None:
    store.add(Strength, assessment, domain="work", statement="People count on her")
    store.add(Preferences, assessment, open_to="Yoga")
    assert _words("what_helps") == ["Yoga", "People count on her"]
