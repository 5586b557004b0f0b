"""A bad release stops a document with a sentence that says why and what to do; so does a ground that is not told."""

import datetime
import re
from typing import Any

import pytest

from recovery_desktop.desk.disclosing import prepare
from recovery_desktop.desk.passwords import check_password, password_words
from recovery_desktop.desk.refusals import NotDisclosed
from recovery_desktop.desk.request import Request
from recovery_desktop.plans.snapshot import take, take_practice
from recovery_desktop.records.client import Client
from recovery_desktop.records.disclosing import Disclosure
from recovery_desktop.records.family import Release, SupportPerson
from recovery_desktop.records.store import Store
from tests.people import TODAY, admitted, day
from tests.plans.test_consent import WHOLE

NOW = datetime.datetime.combine(TODAY, datetime.time(9, 30)).astimezone()
GOOD: dict[str, Any] = WHOLE | {"scope": ["plan", "diagnoses"]}
TOLD = {"recipient": "Dr. Lee", "address": "County hospital", "detail": "Unconscious", "told_by": "Dana Whitfield"}


@pytest.fixture
def client(store: Store) -> Client:
    return admitted(store)[0]


def ask(store: Store, client: Client, values: dict[str, Any], **answers: Any) -> NotDisclosed:
    """What is said when a plan is asked for on such a release."""
    store.add(Release, client, **values)
    request = Request("plan", "release", release=take(client.id).rows("releases")[-1], **answers)
    with pytest.raises(NotDisclosed) as refused:
        prepare(request, take(client.id), take_practice(), NOW)
    assert Disclosure.select().count() == 0
    return refused.value


@pytest.mark.parametrize(
    ("values", "cause", "remedy"),
    [
        ({"revoked_on": day(-1)}, "The client revoked this release on 13 October 2026.", "only a new release"),
        ({"expires_on": day(-1)}, "This release ended on 13 October 2026.", "whether to renew it"),
        ({"signed_on": None}, "This release is not signed yet.", "Have the client sign it"),
        ({"signed_on": day(2)}, "This release is signed on a day that is still to come.", "Check the day"),
        ({"purpose": ""}, "This release is not valid yet, it lacks: the purpose.", "Complete it with the client"),
        (
            {"scope": [], "scope_detail": "How it goes"},
            "The release says in words alone what may be told, and ticks no part of the record.",
            "Tick the parts",
        ),
        (
            {"scope": ["attendance"]},
            "Nothing of this document may go to this recipient, or no part of it is picked.",
            "choose another document",
        ),
    ],
)
def test_a_bad_release_stops_it(store: Store, client: Client, values: dict[str, Any], cause: str, remedy: str) -> None:
    refused = ask(store, client, GOOD | values)
    assert refused.cause == cause
    assert remedy in refused.remedy
    assert refused.kept == "Nothing left the practice, and nothing was logged."


def test_recipient_and_purpose_are_those_of_the_release(store: Store, client: Client) -> None:
    assert "names another recipient" in ask(store, client, GOOD, recipient="Somebody else").cause
    assert "for another purpose" in ask(store, client, GOOD, purpose="Curiosity").cause
    request = Request(
        "plan", "release", release=take(client.id).rows("releases")[-1], recipient="a  Clinic", purpose="treatment"
    )
    prepared = prepare(request, take(client.id), take_practice(), NOW)
    assert (prepared.entry["recipient"], prepared.entry["purpose"]) == ("A clinic", "Treatment")


@pytest.mark.parametrize("closed", [{"client_wants": "no_contact"}, {"feels_unsafe": "yes"}])
def test_nothing_goes_to_somebody_with_whom_contact_is_closed(
    store: Store, client: Client, closed: dict[str, str]
) -> None:
    """The sentence does not say which of the two it is: somebody may stand beside."""
    person = store.add(SupportPerson, client, name="Kim", **closed)
    refused = ask(store, client, GOOD | {"person": person})
    assert refused.cause == "Contact with the person whom this release names is closed in the record."


def test_without_a_release_nothing_goes_to_somebody_else(client: Client) -> None:
    with pytest.raises(NotDisclosed, match="without a release"):
        prepare(Request("plan", "release"), take(client.id), take_practice(), NOW)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("recipient", "the medical person"),
        ("address", "the facility they belong to"),
        ("detail", "the nature of the emergency"),
        ("told_by", "who discloses"),
    ],
)
def test_an_emergency_needs_no_release_but_its_own_words(client: Client, name: str, words: str) -> None:
    with pytest.raises(NotDisclosed, match=f"the log still lacks: {words}\\."):
        prepare(Request("plan", "emergency", **(TOLD | {name: " "})), take(client.id), take_practice(), NOW)
    prepared = prepare(Request("plan", "emergency", **TOLD), take(client.id), take_practice(), NOW)
    assert prepared.entry["basis"] == "emergency" and prepared.release is None
    assert prepared.entry["basis_detail"] == "Unconscious" and prepared.entry["told_by"] == "Dana Whitfield"


@pytest.mark.parametrize("basis", ["audit", "court_order", "child_abuse", "service_organization"])
def test_another_basis_needs_its_detail(client: Client, basis: str) -> None:
    told = {"recipient": "The court", "purpose": "Order", "basis": basis}
    with pytest.raises(NotDisclosed, match="the basis in more detail"):
        prepare(Request("plan", "law", **told), take(client.id), take_practice(), NOW)
    prepared = prepare(Request("plan", "law", detail="Order 12", **told), take(client.id), take_practice(), NOW)
    assert prepared.entry["basis"] == basis


def test_what_is_said_is_three_sentences(store: Store, client: Client) -> None:
    refused = ask(store, client, GOOD | {"expires_on": day(-1)})
    assert all(re.fullmatch(r"[A-Z].*\.", words) for words in (refused.cause, refused.kept, refused.remedy))


def test_a_password_that_protects_nothing_is_refused_and_a_weak_one_said() -> None:
    for empty in ("", "   "):
        with pytest.raises(NotDisclosed, match="needs a password"):
            check_password(empty)
    with pytest.raises(NotDisclosed, match="longer than readers"):
        check_password("ж" * 64)
    check_password("abc")
    assert password_words("abc").startswith("Weak")
    assert password_words("violet harbor copper nineteen lamp") == "Strong."
    assert password_words("") == ""
