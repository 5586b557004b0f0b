"""Looks through a database file that nobody else has open: a finished copy, or one taken out of a backup."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from recovery_desktop.vault import layout
from recovery_desktop.vault.audit import Audit, Head
from recovery_desktop.vault.clock import Clock
from recovery_desktop.vault.database import VaultDatabase, logical_problems, row_counts
from recovery_desktop.vault.keys import VaultKey
from recovery_desktop.vault.own_tables import remembered
from recovery_desktop.vault.schema import version_of

Look = Callable[[VaultDatabase], list[str]]
"""Looks through the records of a database, and has a sentence for each that was changed from outside."""


@dataclass(frozen=True)
class Examined:
    """What was found in a database file; whole when there are no `problems`. What was `altered` from outside is in it
    as it is, and told in sentences."""

    schema: int
    counts: dict[str, int]
    head: Head
    problems: list[str]
    altered: list[str]


@contextmanager
def opened(path: Path, key: VaultKey, clock: Clock | None = None) -> Iterator[tuple[VaultDatabase, Audit]]:
    """The database in `path` and its audit, closed again at the end. Raises what `VaultDatabase` raises."""
    database = VaultDatabase(path, lambda: key.for_database)
    database.connect()
    try:
        user = remembered(database.connection(), "user") or ""
        yield database, Audit(database.connection, user, clock or Clock())
    finally:
        database.close()


def examine(path: Path, key: VaultKey, earlier: Head | None = None, look: Look | None = None) -> Examined:
    """Reads the whole file: structure, foreign keys, audit chain, and what `look` looks at; `earlier` is a row that the
    chain must still hold. Each page is read for its structure, and its seal is looked at whenever a page is read.

    Takes seconds after years of records. Raises VaultDamaged, VaultForeign, and what the driver and the disk report.
    """
    with opened(path, key) as (database, audit):
        connection = database.connection()
        problems = logical_problems(connection)
        if earlier is not None and not audit.holds(earlier):
            problems.append(f"without entry {earlier.seq}")
        if connection.execute("PRAGMA application_id").fetchone()[0] != layout.APPLICATION_ID:
            problems.append("application")
        altered = [] if problems else [*audit.verify(), *(look(database) if look else [])]
        return Examined(version_of(connection), row_counts(connection), audit.head(), problems, altered)
