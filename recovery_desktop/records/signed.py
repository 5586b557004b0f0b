"""Signed versions of the plan: their whole content, frozen. No row is ever changed or removed; the database refuses it.

Kept beside the record's tree and not within it: a signed version is read when somebody asks for it, not with every
reading of the client.
"""

import peewee

from recovery_desktop.records.base import practice_database
from recovery_desktop.records.plan import PlanVersion


class SignedPlan(peewee.Model):
    """The frozen content of one signed version."""

    version_id: int  # peewee's own name for the number behind `version`

    id = peewee.AutoField()
    version = peewee.ForeignKeyField(PlanVersion, backref="+", on_delete="RESTRICT", unique=True)
    signed_at = peewee.TextField()  # the moment, ISO 8601 in UTC
    author = peewee.TextField()  # name and credential, as on the day of signing
    content = peewee.BlobField()  # UTF-8 JSON: the whole record, see `desk.freezing`
    pdf = peewee.BlobField()  # the document that was signed, byte for byte
    content_hash = peewee.TextField()  # SHA-256 in hex
    pdf_hash = peewee.TextField()
    seal = peewee.TextField()  # SHA-256 over number, moment, author, hashes, and the seal of the version before

    class Meta:
        database = practice_database
        strict_tables = True
        legacy_table_names = False
        table_name = "signed_plan"
