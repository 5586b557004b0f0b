"""A row of the record as the plain entry that phrases and plans read."""

from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.base import Record


def as_entry(row: Record) -> Entry:
    """The row's own values; what hangs below it and what it points at are left out."""
    return Entry(type(row), row.id, {name: getattr(row, name) for name in row.described()}, {})
