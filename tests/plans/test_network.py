"""The network around a client: who stands where, what is told of each, and what is told of nobody."""

import datetime

import pytest

from recovery_desktop.plans.network import TIES, network, network_sentence
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.family import INFLUENCES, RELATIONS, Release, SupportPerson
from recovery_desktop.records.store import Store
from tests.people import TODAY, admitted, day, sample

PLACED = {
    "partner": "partner",
    "parent": "parents",
    "sibling": "siblings",
    "child": "children",
    "grandparent": "grandparents",
    "other_family": "partner",
    "friend": "outside",
    "work": "outside",
    "recovery": "outside",
    "other": "outside",
}


def test_nobody_is_said_in_words(store: Store) -> None:
    client, _episode = admitted(store)
    assert network(take(client.id), TODAY) == ()
    assert network_sentence(()) == "Nobody in the picture yet."


def test_every_relation_has_its_place(store: Store) -> None:
    client, _episode = admitted(store)
    for relation in RELATIONS:
        store.add(SupportPerson, client, name=relation, relation=relation)
    assert {one.name: one.place for one in network(take(client.id), TODAY)} == PLACED


def test_every_influence_is_a_tie_of_its_own(store: Store) -> None:
    client, _episode = admitted(store)
    for influence in ("", *INFLUENCES):
        store.add(SupportPerson, client, name="One", influence=influence)
    assert [one.tie for one in network(take(client.id), TODAY)] == ["unknown", *INFLUENCES]
    assert {*INFLUENCES, "no_contact"} == set(TIES)


@pytest.mark.parametrize("side", ["client_wants", "wants_involvement"])
def test_no_contact_of_either_side_cuts_the_tie(store: Store, side: str) -> None:
    client, _episode = admitted(store)
    store.add(SupportPerson, client, name="Una", influence="supportive", **{side: "no_contact"})
    (una,) = network(take(client.id), TODAY)
    assert (una.tie, una.wish) == ("no_contact", "")


def test_who_is_not_placed_yet_stands_outside_and_says_so(store: Store) -> None:
    client, _episode = admitted(store)
    store.add(SupportPerson, client, name="Una", relationship="Mother")
    (una,) = network(take(client.id), TODAY)
    assert (una.place, una.role) == ("outside", "Mother, not placed yet")
    assert network_sentence((una,)).endswith("Not placed yet: Una.")


def test_only_a_release_that_is_live_on_the_day_is_shown(store: Store) -> None:
    client, _episode = admitted(store)
    una = store.add(SupportPerson, client, name="Una", relation="friend")
    said = {"scope": ["attendance"], "purpose": "Help", "discloser": "We", "signed_by": "Rosa Vega"}
    release = store.add(Release, client, person=una, revocation_explained="yes", **said)

    def is_shown(on: datetime.date) -> bool:
        return network(take(client.id), on)[0].has_release

    assert not is_shown(TODAY)  # nobody has signed
    store.save(release, signed_on=day(-10), expires_on=day(10))
    assert is_shown(TODAY)
    assert not is_shown(day(11))
    store.save(release, revoked_on=day(3))
    assert (is_shown(day(2)), is_shown(day(3))) == (True, False)


def test_the_sample_client_s_network_in_words(store: Store) -> None:
    members = network(take(sample(store, "priya-shah").id), datetime.date(2026, 10, 12))
    assert network_sentence(members) == (
        "4 people around the client. Supportive: Anjali Shah. "
        "May raise the risk of use: Two close friends, A co-worker. No contact: Parents. "
        "Using substances: Two close friends, A co-worker. With a live release: Anjali Shah."
    )
    assert members[0].said == ("Anjali Shah: Sister, supportive, client wants them involved: yes, live release")
    assert members[0].cells == ("Anjali Shah", "Sister", "Supportive", "", "Yes", "Live release")


def test_fear_of_a_person_is_not_in_the_picture(store: Store) -> None:
    client, _episode = admitted(store)
    una = store.add(SupportPerson, client, name="Una", relation="partner", influence="mixed")
    before = network(take(client.id), TODAY)
    store.save(una, feels_unsafe="yes")
    assert network(take(client.id), TODAY) == before
