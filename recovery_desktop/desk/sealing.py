"""The chain of signed versions: each is sealed together with the one before it, and with the audit of the vault.

Evident, not proof: who holds the passphrase and can program may make all of it anew (security.md, "Audit and signing").
Everything is read from a given database, so that a copy can be looked through while others work with the records.
"""

from collections.abc import Iterator
from typing import Any

from recovery_desktop.desk.told import ADD, Told
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.signed import LATER, SIGN, SIGN_ROWS, SignedPlan, digest_of_version, hash_of, seal_of
from recovery_desktop.records.store import digest_of_row
from recovery_desktop.records.tree import FINAL_RECORDS
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
        told = Told(database.connection(), [])
        return list(_version_faults(database, told, _row(database, SignedPlan, number), last.seal if last else ""))


def _chain_faults(database: VaultDatabase, told: Told) -> Iterator[str]:
    seal = ""
    numbers = [row.id for row in SignedPlan.select(SignedPlan.id).order_by(SignedPlan.id).bind(database)]
    for number in numbers:  # one at a time: each holds a whole document
        signed = _row(database, SignedPlan, number)
        yield from _version_faults(database, told, signed, seal)
        seal = signed.seal
    for number in sorted(told.numbers(SIGN, "signed_plan") - set(numbers)):
        yield _("Signed version {number} is missing.").format(number=number)


def _version_faults(database: VaultDatabase, told: Told, signed: SignedPlan, before: str) -> Iterator[str]:
    version = _row(database, PlanVersion, signed.version_id, PlanVersion.number, PlanVersion.episode)
    episode = _row(database, Episode, version.episode_id, Episode.client) if version else None
    client = _row(database, Client, episode.client_id, Client.record_number) if episode else None
    if version is None or episode is None or client is None:
        yield _("Signed version {number}: the client's record that it belongs to is missing.").format(number=signed.id)
        return
    name = _("{record}, version {number}").format(record=client.record_number, number=version.number)
    if hash_of(signed.content) != signed.content_hash:
        yield _("{version}: the record that was signed has been changed.").format(version=name)
    if hash_of(signed.pdf) != signed.pdf_hash:
        yield _("{version}: the document that was signed has been changed.").format(version=name)
    rows = digest_of_version(version.id, database, told.numbers(LATER, "signature"))
    if not told.agrees(SIGN_ROWS, "plan_version", version.id, rows):
        yield _("{version}: its fields, signatures or reasons have been changed since it was signed.").format(
            version=name
        )
    if seal_of(signed, (episode.id, client.id), before) != signed.seal:
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


def _row(database: VaultDatabase, model: Any, number: int, *columns: Any) -> Any:
    """A row, or those columns of it: in the others there may stand what no field can read."""
    chosen = (model.id, *columns) if columns else ()
    return model.select(*chosen).where(model.id == number).bind(database).first()
