"""A version is signed once with all it rests on; nothing changes it, and what is changed from outside shows."""

from collections.abc import Callable, Sequence
from typing import Any

import peewee
import pytest

from recovery_desktop.desk.freezing import thaw
from recovery_desktop.desk.ready import NotToBeSigned
from recovery_desktop.desk.sealing import faults
from recovery_desktop.desk.signing import add_addendum, add_signature, keep
from recovery_desktop.plans.readiness import Line, readiness
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.client import Client
from recovery_desktop.records.disclosing import Disclosure
from recovery_desktop.records.family import Release
from recovery_desktop.records.goals import Goal
from recovery_desktop.records.plan import Override, PlanVersion, Signature
from recovery_desktop.records.practice import Staff
from recovery_desktop.records.signed import SignedPlan
from recovery_desktop.records.store import SignedStays, Store
from tests.people import sample
from tests.signing import NOW, RULES, give_reasons, give_signatures, sign
from tests.signing import prepared as prepared_of

ON = NOW.date()


@pytest.fixture
def client(store: Store) -> Client:
    """The example client, with a draft of version 2."""
    return sample(store, "priya-shah")


def draft(client: Client) -> PlanVersion:
    return PlanVersion.select().order_by(PlanVersion.number.desc()).get()


def signed(store: Store, client: Client) -> SignedPlan:
    return sign(store, client.id)


def test_a_signed_version_holds_everything(store: Store, client: Client) -> None:
    row = signed(store, client)
    version = draft(client)
    assert (version.status, row.version_id, row.author) == ("signed", version.id, "Dana Whitfield, LCADC")
    frozen = thaw(row.content).client.rows("episodes")[-1].rows("plan_versions")[-1]
    assert frozen["status"] == "signed"
    assert [one["name"] for one in frozen.rows("signatures")] == ["Priya Shah", "Dana Whitfield"]
    assert row.pdf.startswith(b"%PDF")
    assert faults(store.vault.database) == []


def test_the_document_is_the_same_whenever_it_is_set(store: Store, client: Client) -> None:
    give_reasons(store, client.id)
    give_signatures(store, client.id)
    prepared = prepared_of(client.id)
    assert prepared.pdf() == prepared.pdf() == keep(store, prepared, prepared.pdf()).pdf


def test_who_has_not_signed_is_said(store: Store, client: Client) -> None:
    give_reasons(store, client.id)
    version = draft(client)
    with pytest.raises(NotToBeSigned, match="client has not signed"):
        prepared_of(client.id)
    add_signature(store, version, role="client", name="Priya Shah", manner="declined", signed_on=ON)
    with pytest.raises(NotToBeSigned, match="counselor has not signed"):
        prepared_of(client.id)
    add_signature(store, version, role="counselor", name="Dana Whitfield", manner="typed", signed_on=ON)
    with pytest.raises(NotToBeSigned, match="no reason"):
        prepared_of(client.id)


def test_what_was_read_must_be_what_is_signed(store: Store, client: Client) -> None:
    give_reasons(store, client.id)
    give_signatures(store, client.id)
    prepared = prepared_of(client.id)
    pdf = prepared.pdf()
    store.save(client, payer="another plan")
    with pytest.raises(NotToBeSigned, match="was changed while"):
        keep(store, prepared, pdf)
    assert draft(client).status == "draft"
    assert not SignedPlan.select().exists()


def test_a_rule_that_is_not_met_wants_a_reason(store: Store, client: Client) -> None:
    give_signatures(store, client.id)
    with pytest.raises(NotToBeSigned, match="how often and for how long") as refused:
        prepared_of(client.id)
    assert "F8" in refused.value.remedy
    give_reasons(store, client.id)
    assert prepared_of(client.id).number == 2


def test_a_change_wants_its_reason(store: Store, client: Client) -> None:
    signed(store, client)
    episode = draft(client).episode
    store.add(PlanVersion, episode, number=3, status="draft", reason="step_down", took_part="with", dated_on=ON)
    store.save(Goal.get(), statement="Something else altogether")
    give_signatures(store, client.id)
    for line in blocking(client):
        store.add(Override, draft(client), rule=line.rule.id, reason="agreed")
    with pytest.raises(NotToBeSigned, match="no reason yet"):
        prepared_of(client.id)
    give_reasons(store, client.id)
    assert prepared_of(client.id).number == 3


def test_a_version_is_signed_once(store: Store, client: Client) -> None:
    signed(store, client)
    with pytest.raises(NotToBeSigned, match="no draft"):
        prepared_of(client.id)


def test_the_next_version_leaves_the_first_alone(store: Store, client: Client) -> None:
    first = signed(store, client)
    before = (bytes(first.content), bytes(first.pdf), first.seal)
    episode = draft(client).episode
    store.add(PlanVersion, episode, number=3, status="draft", reason="step_down")
    store.save(client, payer="another plan")
    second = signed(store, client)
    again = SignedPlan.get_by_id(first.id)
    assert (bytes(again.content), bytes(again.pdf), again.seal) == before
    assert second.seal != first.seal
    assert faults(store.vault.database) == []


def test_what_comes_later_is_added(store: Store, client: Client) -> None:
    signed(store, client)
    version = draft(client)
    add_signature(store, version, role="supervisor", name="Ruth Amaya", manner="paper", signed_on=ON)
    add_addendum(
        store, version, kind="remark", written_on=ON, written_by="Dana Whitfield", text="The group meets in room 2 now."
    )
    assert faults(store.vault.database) == []
    entry = take(client.id).rows("episodes")[-1].rows("plan_versions")[-1]
    assert len(entry.rows("signatures")) == 3 and len(entry.rows("addenda")) == 1


def test_a_draft_takes_no_addendum(store: Store, client: Client) -> None:
    with pytest.raises(NotToBeSigned, match="signed version"):
        add_addendum(store, draft(client), kind="remark", written_on=ON, written_by="Dana Whitfield", text="x")


def blocking(client: Client) -> Sequence[Line]:
    record = take(client.id)
    return readiness(record, record.rows("episodes")[-1], RULES, ON).blocking


def disclosed(store: Store, client: Client) -> Disclosure:
    release = Release.select().get()
    return store.add(
        Disclosure,
        client,
        told_on=ON,
        document="plan",
        recipient="Harbor Clinic",
        content="all parts",
        purpose="care",
        basis="consent",
        release=release,
    )


THROUGH_RECORDS: dict[str, Callable[[Store, Client], object]] = {
    "a field": lambda store, client: store.save(draft(client), reason_detail="something else"),
    "its removal": lambda store, client: store.remove(draft(client)),
    "a signature": lambda store, client: store.save(Signature.get(), name="Somebody"),
    "a signature's removal": lambda store, client: store.remove(Signature.get()),
    "the client's removal": lambda store, client: store.remove(client),
    "the author's removal": lambda store, client: store.remove(Staff.get(Staff.name == "Dana Whitfield")),
    "a disclosure": lambda store, client: store.save(Disclosure.get(), recipient="Somebody"),
    "a disclosure's removal": lambda store, client: store.remove(Disclosure.get()),
    "the release it rests on": lambda store, client: store.remove(Release.get_by_id(Disclosure.get().release_id)),
}


@pytest.mark.parametrize("attempt", THROUGH_RECORDS)
def test_records_cannot_change_it(store: Store, client: Client, attempt: str) -> None:
    store.save(draft(client), author=Staff.get(Staff.name == "Dana Whitfield"))
    signed(store, client)
    disclosed(store, client)
    with pytest.raises(SignedStays) as refused:
        THROUGH_RECORDS[attempt](store, client)
    assert refused.value.remedy
    assert faults(store.vault.database) == []


SQL = [
    "UPDATE plan_version SET reason = 'x'",
    "DELETE FROM plan_version",
    "INSERT OR REPLACE INTO plan_version SELECT * FROM plan_version WHERE status = 'signed'",
    "REPLACE INTO signature SELECT * FROM signature",
    "UPDATE signature SET name = 'x'",
    "DELETE FROM signature",
    "UPDATE signed_plan SET pdf = x'00'",
    "DELETE FROM signed_plan",
    "REPLACE INTO signed_plan SELECT * FROM signed_plan",
    "INSERT OR REPLACE INTO signed_plan SELECT id + 7, version_id, signed_at, author, content, pdf, content_hash,"
    " pdf_hash, seal FROM signed_plan",
    "UPDATE OR REPLACE signed_plan SET id = 9",
    "INSERT INTO override (position, version_id, rule, reason) SELECT 0, version_id, 'x', 'x' FROM signed_plan",
    "INSERT INTO looked_at (position, version_id, what, reason) SELECT 0, version_id, 'x', 'x' FROM signed_plan",
    "UPDATE disclosure SET recipient = 'x'",
    "DELETE FROM disclosure",
    "REPLACE INTO disclosure SELECT * FROM disclosure",
    "DELETE FROM client",
    "DELETE FROM episode",
    "UPDATE audit SET user = 'x'",
    "DELETE FROM audit",
    "DROP TRIGGER signed_plan_keeps",
    "DROP TRIGGER audit_keeps",
    "DROP TABLE signed_plan",
    "ALTER TABLE signed_plan RENAME TO other",
    "ATTACH DATABASE ':memory:' AS other",
    "PRAGMA writable_schema = 1",
    "PRAGMA recursive_triggers = 0",
    "PRAGMA ignore_check_constraints = 1",
    "CREATE TRIGGER mine BEFORE UPDATE ON signed_plan BEGIN SELECT 1; END",
    "CREATE TEMP TRIGGER mine BEFORE UPDATE ON signed_plan BEGIN SELECT 1; END",
    "DELETE FROM sqlite_schema",
    "/* a word before */ DROP TRIGGER signed_plan_keeps",
    "-- a word before\n  drop trigger signed_plan_keeps",
    ";DROP TABLE signed_plan",
    'PRAGMA main."recursive_triggers"(0)',
]


@pytest.mark.parametrize("sql", SQL)
def test_sql_cannot_change_it(store: Store, client: Client, sql: str) -> None:
    signed(store, client)
    disclosed(store, client)
    before = everything(store)
    with pytest.raises(Exception, match=r"cannot be (changed|deleted)|not authorized|may not be modified"):
        store.vault.write(lambda: store.vault.connection().execute(sql))
    assert everything(store) == before
    assert faults(store.vault.database) == []


def everything(store: Store) -> dict[str, list[Any]]:
    tables = ("plan_version", "signature", "signed_plan", "disclosure", "override", "looked_at", "addendum")
    return {table: store.vault.connection().execute(f"SELECT * FROM {table}").fetchall() for table in tables}


def test_through_peewee(store: Store, client: Client) -> None:
    row = signed(store, client)
    row.author = "Somebody"
    for attempt in (row.save, row.delete_instance, SignedPlan.delete().execute, PlanVersion.delete().execute):
        with pytest.raises(peewee.IntegrityError):
            attempt()


FROM_OUTSIDE = {
    "UPDATE signed_plan SET pdf = x'00'": "the document",
    "UPDATE signed_plan SET content = CAST('{}' AS BLOB)": "the record that was signed",
    "UPDATE signed_plan SET author = 'Somebody'": "date, author, client",
    "DELETE FROM signed_plan": "Signed version 1 is missing",
    "UPDATE plan_version SET reason_detail = 'x' WHERE status = 'signed'": "fields, signatures or reasons",
    "UPDATE signature SET name = 'Somebody'": "fields, signatures or reasons",
    "DELETE FROM signature WHERE role = 'counselor'": "fields, signatures or reasons",
    "UPDATE disclosure SET recipient = 'x'": "Disclosure number 1 was changed",
    "DELETE FROM disclosure": "Disclosure number 1 is missing",
    "DELETE FROM signature WHERE role = 'supervisor'": "Signature number 3 is missing",
}


@pytest.mark.parametrize("sql", FROM_OUTSIDE)
def test_what_was_changed_from_outside_is_named(store: Store, client: Client, sql: str) -> None:
    signed(store, client)
    add_signature(store, draft(client), role="supervisor", name="Ruth Amaya", manner="paper", signed_on=ON)
    disclosed(store, client)
    connection = store.vault.connection()
    connection.is_sealed = False
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute(sql)
    assert any(FROM_OUTSIDE[sql] in fault for fault in faults(store.vault.database)), FROM_OUTSIDE[sql]
