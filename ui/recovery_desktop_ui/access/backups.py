"""Looks after the backups while the practice is open: words at the foot of the window, and silent backups."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from recovery_desktop.vault import BackupFile, Vault, due_locally, first_to_say, layout, list_backups
from recovery_desktop_ui.access.backup_run import BackupRun, under_way

Show = Callable[[str, str], object]
"""Takes the words and the level: good, care, alarm or none."""


def look_after(vault: Vault, show: Show) -> None:
    """Shows how well the practice is backed up; makes a backup in the vault's own folder when that is due."""
    _show_state(vault, show)
    if is_due(vault) and under_way(vault) is None:
        BackupRun(vault, vault.folder / layout.BACKUPS).made.connect(lambda _backup: _show_state(vault, show))


def is_due(vault: Vault) -> bool:
    """Whether something changed since the last backup inside, and that is long enough ago."""
    return due_locally(vault, _now())


def backups_in(*folders: Path | None) -> list[BackupFile]:
    """All backups in these folders, the newest first."""
    found: list[BackupFile] = []
    for folder in filter(None, folders):
        with suppress(OSError):  # a drive that is not plugged in has none
            found += list_backups(folder)
    return sorted(found, key=lambda backup: backup.made, reverse=True)


def _show_state(vault: Vault, show: Show) -> None:
    if not vault.database.is_closed():
        state = first_to_say(vault, _now())
        show(state.words, state.level)


def _now() -> datetime:
    return datetime.now().astimezone()
