"""Which documents are of a signed version, and which tell what came since whatever version is asked for."""

import pytest

from recovery_desktop.desk.disclosing import prepare
from recovery_desktop.desk.refusals import NotDisclosed
from recovery_desktop.desk.request import Request
from recovery_desktop.desk.signing import signed_copy
from recovery_desktop.plans.snapshot import take, take_practice
from recovery_desktop.records.client import Episode
from recovery_desktop.records.disclosing import Disclosure
from recovery_desktop.records.family import Referral
from recovery_desktop.records.goals import Goal
from recovery_desktop.records.store import Store
from tests.documents.reading import spoken
from tests.people import sample
from tests.signing import NOW, sign


def test_the_accounting_of_disclosures_tells_also_what_left_after_a_version_was_signed(store: Store) -> None:
    client = sample(store, "priya-shah")
    version = sign(store, client.id).version_id
    told = {"told_on": NOW.date(), "document": "plan", "content": "Plan", "purpose": "Audit", "basis": "audit"}
    store.add(Disclosure, client, recipient="Harbor Audits", **told)
    asked = Request("accounting", "client", told_by="Dana")
    made = prepare(asked, take(client.id), take_practice(), NOW, signed_copy(version))
    assert "Harbor Audits" in " ".join(spoken(made.pdf()))


def test_my_plan_is_told_as_it_was_signed(store: Store) -> None:
    client = sample(store, "priya-shah")
    version = sign(store, client.id).version_id
    store.save(Goal.get(Goal.statement != ""), own_words="Learn to sail")
    for signed, is_told in ((signed_copy(version), False), (None, True)):
        made = prepare(Request("my_plan", "record"), take(client.id), take_practice(), NOW, signed)
        assert ("Learn to sail" in " ".join(spoken(made.pdf()))) is is_told


def test_a_referral_that_is_gone_is_not_taken_for_another_one(store: Store) -> None:
    client = sample(store, "priya-shah")
    with pytest.raises(NotDisclosed, match="no referral"):
        prepare(Request("referral", "record", about=4_711), take(client.id), take_practice(), NOW)


def test_a_referral_made_after_a_signing_is_the_one_that_the_letter_is_about(store: Store) -> None:
    client = sample(store, "priya-shah")
    version = sign(store, client.id).version_id
    later = store.add(Referral, Episode.get(), recipient="Harbor Clinic", made_on=NOW.date())
    asked = Request("referral", "record", about=later.id)
    made = prepare(asked, take(client.id), take_practice(), NOW, signed_copy(version))
    assert "Harbor Clinic" in " ".join(spoken(made.pdf()))
