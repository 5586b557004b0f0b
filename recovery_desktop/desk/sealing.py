"""The chain of signed versions: each is sealed together with the one before it, and with the audit of the vault.

Evident, not proof: who holds the passphrase and can program may make all of it anew (security.md, "Audit and signing").
"""

from collections.abc import Iterator
from typing import Any

from recovery_desktop.desk.freezing import thaw
from recovery_desktop.errors import KnownError
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.plan import SIGNED, LookedAt, Override, PlanVersion, Signature
from recovery_desktop.records.signed import LATER, SIGN, SignedPlan, hash_of, seal_of
from recovery_desktop.records.store import Store, digest_of_row
from recovery_desktop.records.tree import FINAL_RECORDS
from recovery_desktop.text import _
from recovery_desktop.vault.canonical import fingerprint

_OF_VERSION: tuple[type[Record], ...] = (Override, LookedAt, Signature)


def faults(store: Store) -> list[str]:
    """A sentence for everything signed or handed over that was changed or removed from outside, none when all is whole.

    Names versions by record number and number, without client text. Takes some hundredths of a second a version.
    """
    return [*_chain_faults(store), *_final_faults(store)]


def faults_of(store: Store, signed: SignedPlan) -> list[str]:
    """The same for one signed version."""
    before = SignedPlan.select(SignedPlan.seal).where(SignedPlan.id < signed.id).order_by(SignedPlan.id.desc()).first()
    return list(_version_faults(store, signed, before.seal if before else ""))


def _chain_faults(store: Store) -> Iterator[str]:
    seal, there = "", set()
    numbers = [row.id for row in SignedPlan.select(SignedPlan.id).order_by(SignedPlan.id)]
    for number in numbers:  # one at a time: each holds a whole document
        signed = SignedPlan.get_by_id(number)
        yield from _version_faults(store, signed, seal)
        seal = signed.seal
        there.add(f"signed_plan/{number}")
    told = store.vault.connection().execute("SELECT DISTINCT object FROM audit WHERE action = ?", (SIGN,)).fetchall()
    for name in sorted({name for (name,) in told} - there):
        yield _("A signed version is missing: {name}.").format(name=name)


def _version_faults(store: Store, signed: SignedPlan, before: str) -> Iterator[str]:
    name = _name(signed)
    if hash_of(signed.content) != signed.content_hash:
        yield _("{version}: the record that was signed has been changed.").format(version=name)
    elif changed := list(_row_faults(signed)):
        yield from (words.format(version=name) for words in changed)
    if hash_of(signed.pdf) != signed.pdf_hash:
        yield _("{version}: the document that was signed has been changed.").format(version=name)
    if seal_of(signed, before) != signed.seal:
        yield _("{version}: its date, author or place among the versions has been changed.").format(version=name)
    if not _is_told(store, SIGN, f"signed_plan/{signed.id}", signed.seal.encode()):
        yield _("{version}: the audit knows of another signing.").format(version=name)


def _row_faults(signed: SignedPlan) -> Iterator[str]:
    """What the version's own rows say otherwise than they were signed."""
    frozen = _frozen_version(signed)
    if frozen is None:
        yield _("{version}: the record that was signed is another one's.")
        return
    if _shown(PlanVersion, signed.version_id) != _values(frozen):
        yield _("{version}: its fields have been changed since it was signed.")
    for model in _OF_VERSION:
        owner = model.owner()
        assert owner is not None
        now = [_shown(model, row.id) for row in model.select(model.id).where(owner == signed.version_id)]
        if any(_values(row) not in now for row in frozen.rows(owner.listed_as)):
            yield _("{version}: its signatures or reasons have been changed since it was signed.")


def _frozen_version(signed: SignedPlan) -> Entry | None:
    try:
        client = thaw(signed.content).client
    except (KnownError, ValueError, KeyError):
        return None
    now = _shown(PlanVersion, signed.version_id)
    versions = [row for episode in client.rows("episodes") for row in episode.rows("plan_versions")]
    numbered = [row for row in versions if row["number"] == now["number"] and row["status"] == SIGNED]
    # rows have other numbers where the record came from another practice; two episodes may both have a version 2
    return next((row for row in numbered if _values(row) == now), numbered[0] if len(numbered) == 1 else None)


def _final_faults(store: Store) -> Iterator[str]:
    """Entries that are never changed, against what the audit noted when they were written."""
    for model in FINAL_RECORDS:
        table = model._meta.table_name
        title = _(model.title)
        for row in model.select(model.id).order_by(model.id):
            if not _is_told(store, "add", f"{table}/{row.id}", digest_of_row(model, row.id)):
                yield _("{entry} number {number} was changed or added from outside.").format(entry=title, number=row.id)
        for number in sorted(_kept(store, str(table)) - {row.id for row in model.select(model.id)}):
            yield _("{entry} number {number} is missing.").format(entry=title, number=number)


def _kept(store: Store, table: str) -> set[int]:
    """The numbers of the rows that must be there. What was written on a draft may have gone with it."""
    action = LATER if table == "signature" else "add"
    query = "SELECT object FROM audit WHERE object LIKE ? AND action = ?"
    told = store.vault.connection().execute(query, (f"{table}/%", action)).fetchall()
    return {int(name.partition("/")[2]) for (name,) in told}


def _is_told(store: Store, action: str, name: str, after: bytes) -> bool:
    query = "SELECT after FROM audit WHERE action IN (?, 'put-back') AND object = ? ORDER BY seq DESC LIMIT 1"
    row = store.vault.connection().execute(query, (action, name)).fetchone()
    return row is not None and row[0] == fingerprint(after)


def _shown(model: type[Record], number: int) -> dict[str, Any]:
    """The described fields of a row as they are stored now."""
    row = model.get_by_id(number)
    return {name: getattr(row, name) for name in model.described()}


def _values(entry: Entry) -> dict[str, Any]:
    return dict(entry.values)


def _name(signed: SignedPlan) -> str:
    version = PlanVersion.get_or_none(PlanVersion.id == signed.version_id)
    if version is None:
        return _("Signed version {number}").format(number=signed.id)
    client = Client.select(Client.record_number).join(Episode).where(Episode.id == version.episode).get()
    return _("{record}, version {number}").format(record=client.record_number, number=version.number)
