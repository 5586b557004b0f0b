"""The chain of signed versions: each is sealed together with the one before it, and with the audit of the vault.

Evident, not proof: who holds the passphrase and can program may make all of it anew (security.md, "Audit and signing").
Everything is read from a given database, so that a copy can be looked through while others work with the records.
"""

from collections.abc import Iterator
from typing import Any

import peewee

from recovery_desktop.desk.told import ADD, Told
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.kinds import FINAL_RECORDS
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.signed import LATER, SIGN, SIGN_ROWS, SignedPlan, digest_of_version, hash_of, seal_of
from recovery_desktop.records.store import digest_of_row
from recovery_desktop.text import _
from recovery_desktop.vault.database import VaultDatabase
from recovery_desktop.vault.guard import named_errors


def faults(database: VaultDatabase) -> list[str]:
    """A sentence for everything signed or handed over that was changed or removed from outside, none when all is whole.

    Names versions by record number and number, without client text. Takes some milliseconds a version. Raises
    VaultDamaged where the file cannot be read.
    """
    with named_errors():
        told = Told(database.connection(), [str(model._meta.table_name) for model in FINAL_RECORDS])
        return [*_chain_faults(database, told), *_final_faults(database, told)]


def faults_of(database: VaultDatabase, number: int) -> list[str]:
    """The same for one signed version, by the number of its row."""
    before = SignedPlan.select(SignedPlan.seal).where(SignedPlan.id < number).order_by(SignedPlan.id.desc())
    with named_errors():
        last = before.bind(database).first()
        told, seal = Told(database.connection(), []), last.seal if last else ""
        rows = _signed(SignedPlan.id == number).bind(database).dicts().iterator()
        return [words for row in rows for words in _version_faults(database, told, row, seal)]


def _signed(*where: Any) -> Any:
    """Signed versions, each with whose it is; what is missing of that is None."""
    whose = (PlanVersion.number, PlanVersion.episode, Episode.client, Client.record_number)
    query = SignedPlan.select(SignedPlan, *whose).join(PlanVersion, peewee.JOIN.LEFT_OUTER)
    query = query.join(Episode, peewee.JOIN.LEFT_OUTER).join(Client, peewee.JOIN.LEFT_OUTER)
    return query.where(*where) if where else query.order_by(SignedPlan.id)


def _chain_faults(database: VaultDatabase, told: Told) -> Iterator[str]:
    seal, there = "", set()
    for row in _signed().bind(database).dicts().iterator():  # one at a time: each holds a whole document
        yield from _version_faults(database, told, row, seal)
        seal = row["seal"]
        there.add(row["id"])
    for number in sorted(told.numbers(SIGN, "signed_plan") - there):
        yield _("Signed version {number} is missing.").format(number=number)


def _version_faults(database: VaultDatabase, told: Told, row: dict[str, Any], before: str) -> Iterator[str]:
    signed = SignedPlan(**{name: row[name] for name in SignedPlan._meta.fields})
    if row["record_number"] is None:
        yield _("Signed version {number}: the client's record that it belongs to is missing.").format(number=signed.id)
        return
    name = _("{record}, version {number}").format(record=row["record_number"], number=row["number"])
    if hash_of(signed.content) != signed.content_hash:
        yield _("{version}: the record that was signed has been changed.").format(version=name)
    if hash_of(signed.pdf) != signed.pdf_hash:
        yield _("{version}: the document that was signed has been changed.").format(version=name)
    rows = digest_of_version(signed.version_id, database, told.numbers(LATER, "signature"))
    if not told.agrees(SIGN_ROWS, "plan_version", signed.version_id, rows):
        yield _("{version}: its fields, signatures or reasons have been changed since it was signed.").format(
            version=name
        )
    if seal_of(signed, (row["episode"], row["client"]), before) != signed.seal:
        yield _("{version}: its date, author, client or place among the versions has been changed.").format(
            version=name
        )
    if not told.agrees(SIGN, "signed_plan", signed.id, signed.seal.encode()):
        yield _("{version}: the audit knows of another signing.").format(version=name)


def _final_faults(database: VaultDatabase, told: Told) -> Iterator[str]:
    """Entries that are never changed, against what the audit noted when they were written."""
    for model in FINAL_RECORDS:
        table = str(model._meta.table_name)
        title = _(model.title)
        numbers = [row.id for row in model.select(model.id).order_by(model.id).bind(database)]
        for number in numbers:
            if not told.agrees(ADD, table, number, digest_of_row(model, number, database)):
                yield _("{entry} number {number} was changed or added from outside.").format(entry=title, number=number)
        # what was written on a draft may have gone with it
        kept = told.numbers(LATER if table == "signature" else ADD, table)
        for number in sorted(kept - set(numbers)):
            yield _("{entry} number {number} is missing.").format(entry=title, number=number)
