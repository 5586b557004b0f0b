"""What a vault notes of its last check: whether anything was changed from outside, and the last backup before that."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from recovery_desktop.vault.errors import DiskFailed, DiskFull, VaultReadOnly
from recovery_desktop.vault.own_tables import remember, remembered
from recovery_desktop.vault.vault import Vault

_LAST = "last-check"


@dataclass(frozen=True)
class Checked:
    """The last time everything was looked through. `sound` is the newest backup in which nothing was changed."""

    when: datetime
    faults: tuple[str, ...]
    sound: Path | None
    sound_made: datetime | None


def note_check(vault: Vault, when: datetime, faults: Sequence[str], backup: Path | None = None) -> Checked | None:
    """Notes what a check found; `backup` is what was made of the same copy. None in a vault that was closed meanwhile.

    Where the disk takes nothing more, what was noted before stays.
    """
    with vault.writing:
        if vault.database.is_closed():
            return None
        before = last_check(vault)
        sound = (before.sound, before.sound_made) if before else (None, None)
        checked = Checked(when, tuple(faults), *((backup, when) if backup and not faults else sound))
        content = {
            "when": when.isoformat(),
            "faults": checked.faults,
            "sound": str(checked.sound) if checked.sound else None,
            "sound_made": checked.sound_made.isoformat() if checked.sound_made else None,
        }
        try:
            vault.write(lambda: remember(vault.connection(), _LAST, json.dumps(content)))
        except (DiskFull, DiskFailed, VaultReadOnly):
            return checked
        return checked


def last_check(vault: Vault) -> Checked | None:
    """What the last check found, and None before the first."""
    text = remembered(vault.connection(), _LAST)
    if text is None:
        return None
    content = json.loads(text)
    made = content["sound_made"]
    return Checked(
        datetime.fromisoformat(content["when"]),
        tuple(content["faults"]),
        Path(content["sound"]) if content["sound"] else None,
        datetime.fromisoformat(made) if made else None,
    )
