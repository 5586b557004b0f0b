"""Who is not brought together with the client for now, and that no document says so."""

import datetime
from typing import Any

import pytest

from recovery_desktop.documents.letters import texts_of
from recovery_desktop.plans.joint_sessions import closed_people, fear_was_told
from recovery_desktop.plans.prevention_offers import prevention_offers
from recovery_desktop.plans.snapshot import take, take_practice
from recovery_desktop.plans.tab_states import tab_states
from recovery_desktop.plans.treatment_plan import treatment_plan
from recovery_desktop.records.aftercare import PreventionEntry
from recovery_desktop.records.assessment import Administration, Assessment, RecordedScore
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.family import RELATIONS, FamilySession, SessionPerson, SupportPerson
from recovery_desktop.records.health import TraumaSafety
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep
from tests.people import TODAY, admitted

Care = tuple[Client, Episode]


@pytest.fixture
def care(store: Store) -> Care:
    return admitted(store)


def closed(care: Care) -> list[str]:
    """The names of those with whom no session is planned."""
    record = take(care[0].id)
    numbers = closed_people(record)
    return [row["name"] for row in record.rows("support_people") if row.number in numbers]


def told(care: Care) -> bool:
    return fear_was_told(take(care[0].id))


def tell(store: Store, episode: Episode) -> None:
    store.add(Administration, episode, instrument="hark", name="HARK", given_on=TODAY, responses={"1": "yes"})


def person(store: Store, care: Care, **values: Any) -> SupportPerson:
    return store.add(SupportPerson, care[0], **({"name": "Una"} | values))


@pytest.mark.parametrize("answer", ["", "yes", "no", "unknown", "declined"])
def test_fear_of_a_person_closes_sessions_with_that_person_alone(store: Store, care: Care, answer: str) -> None:
    person(store, care, relation="sibling", feels_unsafe=answer)
    person(store, care, name="Other", relation="partner")
    assert closed(care) == (["Una"] if answer == "yes" else [])


@pytest.mark.parametrize("relation", ["", *RELATIONS])
def test_violence_that_was_told_closes_them_with_whoever_may_be_the_partner(
    store: Store, care: Care, relation: str
) -> None:
    person(store, care, relation=relation)
    assert closed(care) == []
    tell(store, care[1])
    assert closed(care) == (["Una"] if relation in ("", "partner") else [])


@pytest.mark.parametrize(("answer", "expected"), [("no", []), ("declined", ["Una"]), ("unknown", ["Una"])])
def test_only_the_client_s_own_no_opens_them_again(store: Store, care: Care, answer: str, expected: list[str]) -> None:
    person(store, care, relation="partner", feels_unsafe=answer)
    tell(store, care[1])
    assert closed(care) == expected


def test_each_way_of_telling_counts(store: Store, care: Care) -> None:
    _client, episode = care
    assert not told(care)
    row = store.add(Administration, episode, instrument="hark", name="HARK", responses={"1": "no"})
    assert not told(care)
    score = store.add(RecordedScore, row, value=2)  # the sheet is on paper, its score was entered
    assert told(care)
    store.remove(score)
    step = store.add(SafetyStep, episode, gate="G11", action="Advocate", status="done")
    assert told(care)
    store.remove(step)
    section = store.add(TraumaSafety, store.add(Assessment, episode), afraid_of_someone="yes")
    assert told(care)
    store.save(section, afraid_of_someone="no", feels_safe_at_home="no")
    assert told(care)
    later = store.add(Assessment, store.add(Episode, care[0]))
    store.add(TraumaSafety, later, own_words="Nothing new", afraid_of_someone="declined")
    assert told(care), "a question left open later, in another episode, takes nothing back"
    store.remove(later)
    store.add(TraumaSafety, store.add(Assessment, episode), afraid_of_someone="no", feels_safe_at_home="yes")
    assert not told(care)


def plan_of(care: Care) -> list[str]:
    plan = treatment_plan(take(care[0].id), take_practice(), TODAY)
    return list(texts_of(plan))


def test_nothing_of_it_is_printed(store: Store, care: Care) -> None:
    una = person(store, care, relation="partner", client_wants="yes")
    before = plan_of(care)
    store.save(una, feels_unsafe="yes")
    assert plan_of(care) == before
    values = {"kind": "couple_therapy", "status": "contraindicated", "outcome": "Not for now"}
    session = store.add(FamilySession, care[1], **values)
    assert "Not for now" in " ".join(plan_of(care))
    store.link(SessionPerson, session, una)
    assert plan_of(care) == before
    store.save(una, feels_unsafe="no")
    assert "Not for now" in " ".join(plan_of(care))


@pytest.mark.parametrize("status", ["cancelled", "declined", "contraindicated", "planned"])
def test_a_session_with_them_that_was_not_held_is_not_printed(store: Store, care: Care, status: str) -> None:
    una = person(store, care, relation="partner", feels_unsafe="yes")
    before = plan_of(care)
    session = store.add(FamilySession, care[1], kind="couple_therapy", status=status, outcome="She is afraid of him")
    store.link(SessionPerson, session, una)
    assert plan_of(care) == before


def test_who_may_be_feared_is_neither_offered_nor_printed_for_hard_times(store: Store, care: Care) -> None:
    values = {"relation": "partner", "influence": "supportive", "phone": "555-0177", "naloxone_trained": "yes"}
    victor = person(store, care, name="Victor", **values)
    store.add(PreventionEntry, care[1], kind="person", entry="Call Victor", person=victor)

    def offered() -> str:
        record = take(care[0].id)
        made = prevention_offers(record, record.rows("episodes")[0], take_practice(), [], TODAY)
        return " ".join(one.words for one in made)

    assert "Call Victor" in " ".join(plan_of(care)) and "Victor" in offered()
    tell(store, care[1])
    assert "Call Victor" not in " ".join(plan_of(care)) and "Victor" not in offered()


def test_a_planned_session_with_them_asks_for_attention(store: Store, care: Care) -> None:
    una = person(store, care, relation="partner", client_wants="yes", feels_unsafe="yes")
    session = store.add(FamilySession, care[1], status="planned", due_on=TODAY + datetime.timedelta(9))

    def mark() -> tuple[str, str]:
        state = tab_states(take(care[0].id), TODAY)["family"]
        return state.mark, state.reason

    assert mark()[0] == "started"
    store.link(SessionPerson, session, una)
    assert mark() == ("care", "a session is closed for now")
    store.save(session, status="contraindicated")
    assert mark()[0] == "started"
