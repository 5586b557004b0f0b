"""A release holds only with every element of 42 CFR 2.31, until it ends or is revoked."""

import datetime
from typing import Any

import pytest

from recovery_desktop.plans.consent import is_live, missing, release_state
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.client import Client
from recovery_desktop.records.diagnoses import CareTeamMember
from recovery_desktop.records.family import Release, SupportPerson
from recovery_desktop.records.store import Store
from tests.people import TODAY, admitted, day, sample

WHOLE: dict[str, Any] = {
    "recipient": "A clinic",
    "scope": ["attendance"],
    "purpose": "Treatment",
    "discloser": "Harbor Street Counseling",
    "signed_by": "Rosa Vega",
    "signed_on": TODAY,
    "revocation_explained": "yes",
    "expires_on": day(200),
}
LACKING = {
    "recipient": "to whom",
    "scope": "what may be told",
    "purpose": "the purpose",
    "discloser": "who may disclose",
    "signed_by": "who signed",
    "revocation_explained": "that the right to revoke was explained",
    "expires_on": "when it ends",
}


@pytest.fixture
def client(store: Store) -> Client:
    return admitted(store)[0]


def entry(store: Store, client: Client, *without: str, **values: Any) -> Entry:
    given = {name: value for name, value in WHOLE.items() if name not in without}
    store.add(Release, client, **(given | values))
    return take(client.id).rows("releases")[-1]


@pytest.mark.parametrize("element", LACKING)
def test_each_element_is_asked_for(store: Store, client: Client, element: str) -> None:
    release = entry(store, client, element)
    assert missing(release) == [LACKING[element]]
    assert not is_live(release, TODAY)
    assert release_state(release, TODAY) == ("care", f"not valid yet, it lacks: {LACKING[element]}")


def test_without_the_day_of_its_signature_it_is_not_signed(store: Store, client: Client) -> None:
    release = entry(store, client, "signed_on")
    assert (is_live(release, TODAY), release_state(release, TODAY)) == (False, ("started", "not signed yet"))


def test_only_yes_says_that_the_right_to_revoke_was_explained(store: Store, client: Client) -> None:
    for answer in ("no", "unknown", "declined"):
        assert not is_live(entry(store, client, revocation_explained=answer), TODAY)


def test_an_element_may_be_said_in_another_way(store: Store, client: Client) -> None:
    person = store.add(SupportPerson, client, name="Una")
    member = store.add(CareTeamMember, client, name="Dr. Lee")
    assert is_live(entry(store, client, "recipient", person=person), TODAY)
    assert is_live(entry(store, client, "recipient", team_member=member), TODAY)
    assert is_live(entry(store, client, "scope", scope_detail="That she came"), TODAY)
    assert is_live(entry(store, client, "expires_on", expires_when="the end of treatment"), TODAY)
    assert is_live(entry(store, client, "purpose", kind="tpo"), TODAY)  # its kind is the purpose
    assert not is_live(entry(store, client, "purpose", kind="justice"), TODAY)


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (0, ("done", "live until 2 May 2027")),
        (169, ("done", "live until 2 May 2027")),
        (170, ("care", "live until 2 May 2027")),
        (200, ("care", "live until 2 May 2027")),
        (201, ("closed", "expired 2 May 2027")),
    ],
)
def test_it_is_live_to_the_end_of_its_last_day(store: Store, client: Client, on: int, state: tuple[str, str]) -> None:
    release = entry(store, client)
    assert release_state(release, day(on)) == state
    assert is_live(release, day(on)) == (on <= 200)


def test_it_is_revoked_from_the_day_on(store: Store, client: Client) -> None:
    release = entry(store, client, revoked_on=day(5))
    assert is_live(release, day(4))
    assert (is_live(release, day(5)), release_state(release, day(5))) == (False, ("closed", "revoked 19 Oct 2026"))


@pytest.mark.parametrize("name", ["priya-shah", "josephine-tate", "ernesto-quizhpe"])
def test_the_sample_clients_releases_are_complete(store: Store, name: str) -> None:
    releases = take(sample(store, name).id).rows("releases")
    assert releases
    assert [missing(one) for one in releases] == [[] for _one in releases]
    assert any(is_live(one, datetime.date(2026, 11, 20)) for one in releases)
