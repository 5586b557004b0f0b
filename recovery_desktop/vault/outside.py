"""Heads of the audit's chain that lie outside the vault, in its backups: they show a vault that was put back whole."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from recovery_desktop.dates import long_date
from recovery_desktop.text import _
from recovery_desktop.vault.audit import RESTORE, SALVAGE, Audit
from recovery_desktop.vault.backup_file import Manifest, read_packed
from recovery_desktop.vault.backup_name import list_backups
from recovery_desktop.vault.errors import BackupDamaged, BackupTooNew
from recovery_desktop.vault.keys import VaultKey


def put_back(connection: Any, audit: Audit, key: VaultKey, folders: Iterable[Path]) -> list[str]:
    """A sentence when a backup in one of the folders has entries that the vault has not: the newest such backup.

    Backups of an earlier data key are no witnesses, nor those made before a restoring or a salvage that the chain knows
    of: what they hold beyond that was given up then. A drive that is not plugged in says nothing.
    """
    given_up = _given_up(connection)
    missing = [
        (manifest.made, path.name)
        for path, manifest in _ours(key, folders)
        if not audit.holds(manifest.head) and not _is_given_up(manifest, given_up)
    ]
    if not missing:
        return []
    made, name = max(missing)
    here = made.astimezone()
    words = _(
        "The backup of {date}, {time} ({file}) has entries that are not in the vault: the vault was put back to an"
        " earlier state, or cut."
    )
    return [words.format(date=long_date(here.date()), time=here.strftime("%H:%M"), file=name)]


def _ours(key: VaultKey, folders: Iterable[Path]) -> Iterator[tuple[Path, Manifest]]:
    for folder in dict.fromkeys(folders):
        try:
            found = list_backups(folder)
        except OSError:
            continue
        for backup in found:
            try:
                packed = read_packed(backup.path, whole=False)
            except (BackupDamaged, BackupTooNew, OSError):
                continue
            if packed.manifest.vault == key.vault and packed.is_sealed_by(key.for_header):
                yield backup.path, packed.manifest


def _given_up(connection: Any) -> list[tuple[int, datetime]]:
    """From which entry on, and when, entries of an earlier course were given up; 0 for a salvage, which loses any."""
    query = "SELECT seq, utc, action FROM audit WHERE action IN (?, ?)"
    rows = connection.execute(query, (RESTORE, SALVAGE)).fetchall()
    return [(0 if action == SALVAGE else seq, datetime.fromisoformat(utc)) for seq, utc, action in rows]


def _is_given_up(manifest: Manifest, given_up: list[tuple[int, datetime]]) -> bool:
    return any(manifest.head.seq >= seq and manifest.made.astimezone(UTC) <= when for seq, when in given_up)
