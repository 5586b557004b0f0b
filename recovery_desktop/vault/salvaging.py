"""Saves what can still be read of a damaged database, row by row, into a new one that takes its place."""

from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import Any

from recovery_desktop.vault import layout, swap
from recovery_desktop.vault.audit import SALVAGE, remember_gaps
from recovery_desktop.vault.clock import Clock
from recovery_desktop.vault.database import VaultDatabase
from recovery_desktop.vault.errors import VaultDamaged
from recovery_desktop.vault.examine import examine, opened
from recovery_desktop.vault.guard import named_errors
from recovery_desktop.vault.keys import VaultKey, write_header
from recovery_desktop.vault.lock import FolderLock
from recovery_desktop.vault.mending import mend_references
from recovery_desktop.vault.own_tables import renew_notes
from recovery_desktop.vault.readable import Readable
from recovery_desktop.vault.schema import seal_tables, version_of
from recovery_desktop.vault.state import write_state

_SCHEMA = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL"


@dataclass(frozen=True)
class Salvaged:
    """What came of it: rows saved, places where rows were lost, and stand-ins made for lost owners, each by table."""

    saved: dict[str, int]
    lost: dict[str, int]
    stand_ins: dict[str, int]
    replaced: Path


def salvage(folder: Path, key: VaultKey, *, clock: Clock | None = None) -> Salvaged:
    """Makes a whole vault of what can be read in the damaged one, which is kept in `replaced`. Slow, in any thread.

    What was lost of the audit is noted there and no longer counts as tampering. Raises VaultDamaged when the file's
    beginning is broken (only a backup helps then), VaultInUse, VaultForeign, VaultReadOnly, DiskFull, DiskFailed.
    """
    clock = clock or Clock()
    with named_errors(), FolderLock(folder):
        swap.finish(folder)
        staged = swap.stage(folder)
        saved, lost, stand_ins = _rebuilt(folder / layout.DATABASE, staged / layout.DATABASE, key)
        with opened(staged / layout.DATABASE, key, clock) as (database, audit):
            with database.atomic("IMMEDIATE"):
                gaps = remember_gaps(database.connection())
                audit.append(SALVAGE, f"{sum(lost.values())} lost", None, gaps)
            write_state(staged, audit.head(), key.for_header)
        found = examine(staged / layout.DATABASE, key)
        if found.problems or found.altered:
            raise VaultDamaged
        write_header(staged, key.header)
        replaced = swap.commit(staged, clock.now().astimezone(UTC), keep_old=True)
        swap.finish(folder)
    return Salvaged(saved, lost, stand_ins, replaced)


def _rebuilt(damaged: Path, path: Path, key: VaultKey) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Copies what is readable of `damaged` to the new file `path`: rows saved, rows lost, stand-ins made."""
    source = VaultDatabase(damaged, lambda: key.for_database)
    target = VaultDatabase(path, lambda: key.for_database, new=True)
    source.connect()
    try:
        target.connect()
        try:
            target.connection().execute("PRAGMA foreign_keys = 0")
            target.connection().execute(f"PRAGMA application_id = {layout.APPLICATION_ID:d}")
            with target.atomic("IMMEDIATE"):
                return _copy(source, target.connection(), key)
        finally:
            target.close()
    finally:
        source.close()


def _copy(source: VaultDatabase, target: Any, key: VaultKey) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    saved: dict[str, int] = {}
    lost: dict[str, int] = {}
    version = version_of(source.connection())
    schema = source.connection().execute(_SCHEMA).fetchall()
    for kind, name, sql in schema:
        if kind == "table" and not name.startswith("sqlite_"):
            target.execute(sql)
            saved[name], lost[name] = _copy_rows(source, target, name)
    for kind, _name, sql in schema:
        if kind == "index":
            target.execute(sql)
    stand_ins = mend_references(target)
    for kind, _name, sql in schema:
        if kind not in ("table", "index"):  # triggers come last: they would refuse to mend what was signed
            target.execute(sql)
    target.execute(f"PRAGMA user_version = {version:d}")
    renew_notes(target, key.vault)
    seal_tables(target)
    return saved, {name: count for name, count in lost.items() if count}, stand_ins


def _copy_rows(source: VaultDatabase, target: Any, table: str) -> tuple[int, int]:
    readable, saved = Readable(source, table), 0
    name = table.replace('"', '""')
    for row in readable.rows():
        target.execute(f'INSERT OR IGNORE INTO "{name}" VALUES ({", ".join("?" * len(row))})', row)
        saved += 1
    return saved, readable.lost
