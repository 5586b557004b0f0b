"""How well the records are backed up, in words for the foot of the window, and when the next local backup is due."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from recovery_desktop.places.concerns import drive_name
from recovery_desktop.text import _
from recovery_desktop.vault.backup_note import BackupNote, backup_elsewhere, local_backup
from recovery_desktop.vault.check_note import last_check
from recovery_desktop.vault.vault import Vault
from recovery_desktop.when import ago

CARE_AFTER, ALARM_AFTER = 8, 30  # days without a checked backup outside the vault's folder
LOCAL_EVERY = timedelta(minutes=30)

Level = Literal["good", "care", "alarm", "none"]


@dataclass(frozen=True)
class BackupState:
    """The last checked backup outside the vault's own folder; `local` is that of the last one inside."""

    when: datetime | None  # local time
    path: Path | None
    days: int | None  # whole days of the calendar since
    level: Level  # "care" also for one on the same drive as the records, "none" before the first
    words: str
    local: datetime | None


def backup_state(vault: Vault, now: datetime) -> BackupState:
    """How the open vault stands at `now`, a moment with a time zone; asks no drive, so it never waits."""
    return state_of(backup_elsewhere(vault), local_backup(vault), now)


def first_to_say(vault: Vault, now: datetime) -> BackupState:
    """The same for the foot of the window, where what was changed from outside comes before everything else."""
    state, checked = backup_state(vault, now), last_check(vault)
    if checked is None or not checked.faults:
        return state
    return replace(state, level="alarm", words=_("Records were changed from outside the program: see Backups"))


def due_locally(vault: Vault, now: datetime) -> bool:
    """Whether a backup in the vault's own folder is due at locking or closing: once anything changed, each half hour.

    Opening the vault is no change. Where the last backup was removed by hand the next is due at once.
    """
    last = local_backup(vault)
    if last is None or not last.path.is_file():
        return True
    waited = now - last.made
    return not timedelta(0) <= waited < LOCAL_EVERY and _changed_since(vault, last.entry)


def state_of(last: BackupNote | None, local: BackupNote | None, now: datetime) -> BackupState:
    """The state that follows from the two notes."""
    local_made = None if local is None else local.made.astimezone(now.tzinfo)
    if last is None:
        words = _("No backup yet") if local is None else _("No backup outside this computer yet")
        return BackupState(None, None, None, "none", words, local_made)
    made = last.made.astimezone(now.tzinfo)
    days = max(0, (now.date() - made.date()).days)
    words = ", ".join(filter(None, (_told(made, now, days), _place(last))))
    return BackupState(made, last.path, days, _level(last, days), words, local_made)


def _level(last: BackupNote, days: int) -> Level:
    if days >= ALARM_AFTER:
        return "alarm"
    return "care" if days >= CARE_AFTER or last.same_drive else "good"


def _told(made: datetime, now: datetime, days: int) -> str:
    if not days:
        return _("Backup checked today {time}").format(time=made.strftime("%H:%M"))
    return _("Last backup that was checked: {ago}").format(ago=ago(made.date(), now.date()))


def _place(last: BackupNote) -> str:
    if last.same_drive:
        return _("but on the same drive as the records")
    name = drive_name(last.path)
    return _("on drive {name}").format(name=name) if name else ""


def _changed_since(vault: Vault, entry: int) -> bool:
    query = "SELECT 1 FROM audit WHERE seq > ? AND action NOT IN ('unlock', 'unlock-failed') LIMIT 1"
    return vault.connection().execute(query, (entry,)).fetchone() is not None
