"""What a vault notes of its own last backups, so that a drive that is not plugged in is still known."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from recovery_desktop.places.concerns import same_drive
from recovery_desktop.vault import layout
from recovery_desktop.vault.errors import DiskFailed, DiskFull, VaultReadOnly
from recovery_desktop.vault.own_tables import remember, remembered
from recovery_desktop.vault.vault import Vault

_LOCAL, _ELSEWHERE = "last-backup-local", "last-backup-elsewhere"


@dataclass(frozen=True)
class BackupNote:
    """The last checked backup of one kind, as it was when it was made."""

    path: Path
    made: datetime
    entry: int  # the last entry of the audit that is in it
    same_drive: bool  # as the vault's own


def note_backup(vault: Vault, path: Path, made: datetime, entry: int) -> None:
    """Notes a backup that was just checked, in the vault itself.

    A vault that was closed meanwhile, or whose disk takes nothing more, forgets it: an older note warns too early and
    never too late.
    """
    local = path.parent == vault.folder / layout.BACKUPS
    on_same = same_drive(path.parent, vault.folder)
    content = {"path": str(path), "made": made.isoformat(), "entry": entry, "same_drive": on_same}

    def work() -> None:
        remember(vault.connection(), _LOCAL if local else _ELSEWHERE, json.dumps(content))

    with vault.writing:
        if vault.database.is_closed():
            return
        try:
            vault.write(work)
        except (DiskFull, DiskFailed, VaultReadOnly):
            return


def local_backup(vault: Vault) -> BackupNote | None:
    """The last checked backup in the vault's own folder."""
    return _noted(vault.connection(), _LOCAL)


def backup_elsewhere(vault: Vault) -> BackupNote | None:
    """The last checked backup in any other folder."""
    return _noted(vault.connection(), _ELSEWHERE)


def _noted(connection: Any, name: str) -> BackupNote | None:
    text = remembered(connection, name)
    if text is None:
        return None
    content = json.loads(text)
    made = datetime.fromisoformat(content["made"])
    return BackupNote(Path(content["path"]), made, int(content["entry"]), bool(content["same_drive"]))
