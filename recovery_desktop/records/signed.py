"""Signed versions of the plan: their whole content, frozen. No row is ever changed or removed; the database refuses it.

Kept beside the record's tree and not within it: a signed version is read when somebody asks for it, not with every
reading of the client. Each is sealed together with the one before it.
"""

import hashlib
import json
import zlib
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

import peewee

from recovery_desktop.records import stored
from recovery_desktop.records.base import Record, practice_database
from recovery_desktop.records.client import Episode
from recovery_desktop.records.plan import LookedAt, Override, PlanVersion, Signature
from recovery_desktop.records.store import Store
from recovery_desktop.vault.canonical import canonical

SIGN, SIGN_ROWS, LATER = "sign", "sign-rows", "sign-later"
"""How the audit calls a signing, the version's own rows as they were then, and a signature that comes later."""
_BELOW: tuple[type[Record], ...] = (Override, LookedAt, Signature)


class Packed(peewee.BlobField):
    """Text that is large and repeats itself, kept compressed: a practice signs a whole record many times over."""

    def db_value(self, value: bytes) -> Any:
        return super().db_value(zlib.compress(value))  # type: ignore[no-untyped-call]

    def python_value(self, value: bytes) -> bytes:
        """What was kept; what is no compressed text, somebody else wrote there, and it is given as it is."""
        try:
            return zlib.decompress(value)
        except zlib.error:
            return bytes(value)


class SignedPlan(peewee.Model):
    """The frozen content of one signed version."""

    version_id: int  # peewee's own name for the number behind `version`

    id = peewee.AutoField()
    version = peewee.ForeignKeyField(PlanVersion, backref="+", on_delete="RESTRICT", unique=True)
    signed_at = peewee.TextField()  # the moment, ISO 8601 in UTC
    author = peewee.TextField()  # name and credential, as on the day of signing
    content = Packed()  # UTF-8 JSON: the whole record, see `desk.freezing`
    pdf = peewee.BlobField()  # the document that was signed, byte for byte
    content_hash = peewee.TextField()  # SHA-256 in hex
    pdf_hash = peewee.TextField()
    seal = peewee.TextField()  # SHA-256 over number, whose it is, moment, author, hashes, and the seal before it

    class Meta:
        database = practice_database
        strict_tables = True
        legacy_table_names = False
        table_name = "signed_plan"


@dataclass(frozen=True)
class Frozen:
    """What is kept of a version that is signed, as plain values."""

    signed_at: str
    author: str
    content: bytes = field(repr=False)
    pdf: bytes = field(repr=False)


def freeze_version(store: Store, version: int, frozen: Frozen) -> SignedPlan:
    """Adds what a version froze to the chain; `version` is the number of its row. Belongs inside `Vault.write`."""
    last = SignedPlan.select(SignedPlan.id, SignedPlan.seal).order_by(SignedPlan.id.desc()).first()
    row = SignedPlan(
        id=last.id + 1 if last else 1,
        version=version,
        **frozen.__dict__,
        content_hash=hash_of(frozen.content),
        pdf_hash=hash_of(frozen.pdf),
    )
    episode = Episode.select(Episode.id, Episode.client).join(PlanVersion).where(PlanVersion.id == version).get()
    row.seal = seal_of(row, (episode.id, episode.client_id), last.seal if last else "")
    row.save(force_insert=True)
    store.vault.audit.append(SIGN_ROWS, f"plan_version/{version}", None, digest_of_version(version))
    store.vault.audit.append(SIGN, f"signed_plan/{row.id}", None, row.seal.encode())
    return row


def digest_of_version(version: int, database: peewee.Database | None = None, later: Collection[int] = ()) -> bytes:
    """A fingerprint of a version's row with its reasons and signatures, column by column, but for signatures that came
    `later`. Raises LookupError when the row is gone."""
    rows = [stored.row(PlanVersion, version, database)]
    for model in _BELOW:
        below = stored.rows_with(model, "version_id", [version], database)
        rows += [columns for columns in below if model is not Signature or columns["id"] not in later]
    return hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).digest()


def frozen_of(version: int) -> Frozen | None:
    """What a version froze, by the number of its row; None where it was never signed here."""
    row = SignedPlan.get_or_none(SignedPlan.version == version)
    return Frozen(row.signed_at, row.author, bytes(row.content), bytes(row.pdf)) if row is not None else None


def seal_of(row: SignedPlan, whose: tuple[int, int], before: str) -> str:
    """The seal of a signed version, in hex: over its moment, author and hashes, the numbers of the episode and client
    whose it is, and the seal before it."""
    said = [row.id, row.version_id, *whose, row.signed_at, row.author, row.content_hash, row.pdf_hash, before]
    return hashlib.sha256(canonical(said)).hexdigest()


def hash_of(content: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()
