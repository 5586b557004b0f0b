"""How backup files are called, and which of them are kept."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

REGULAR = "backup"
BEFORE_UPDATE = "before-update"
ENDING = ".rdbackup"
LEAST_GOOD = 3
_STAMP = "%Y-%m-%dT%H%M%SZ"
_NAME = re.compile(r"(backup|before-update)-(\d{4}-\d\d-\d\dT\d{6}Z)(?:-\d+)?\.rdbackup")
_ALL_FOR = timedelta(days=2)
_BEFORE_UPDATE_FOR = timedelta(days=90)
_DAYS, _WEEKS, _MONTHS = 12, 10, 9


@dataclass(frozen=True)
class BackupFile:
    """A backup as its name tells it; only finished and checked ones carry such a name."""

    path: Path
    kind: str
    made: datetime


def free_name(folder: Path, kind: str, made: datetime) -> Path:
    """A path in `folder` that no file has yet: a backup never replaces another one."""
    stem = f"{kind}-{made.astimezone(UTC).strftime(_STAMP)}"
    path, count = folder / (stem + ENDING), 1
    while path.exists():
        count += 1
        path = folder / f"{stem}-{count}{ENDING}"
    return path


def list_backups(folder: Path) -> list[BackupFile]:
    """The finished backups in `folder` by their names, newest first; files named otherwise are not ours to count.

    Raises OSError; a folder that is not there has none.
    """
    if not folder.is_dir():
        return []
    found = []
    for path in folder.iterdir():
        match = _NAME.fullmatch(path.name)
        if match:
            made = datetime.strptime(match[2], _STAMP).replace(tzinfo=UTC)
            found.append(BackupFile(path, match[1], made))
    return sorted(found, key=lambda backup: (backup.made, backup.path.name), reverse=True)


def not_needed(backups: Sequence[BackupFile], now: datetime) -> list[BackupFile]:
    """Which of `backups`, newest first, no rule keeps.

    Kept are all of two days, then the newest of each of 12 days, 10 weeks and 9 months, those made before an update for
    90 days, and in any case the newest three.
    """
    kept = set(backups[:LEAST_GOOD])
    kept.update(b for b in backups if b.kind == BEFORE_UPDATE and now - b.made <= _BEFORE_UPDATE_FOR)
    regular = [backup for backup in backups if backup.kind == REGULAR]
    kept.update(backup for backup in regular if now - backup.made <= _ALL_FOR)
    for period, count in (("%Y-%m-%d", _DAYS), ("%G-%V", _WEEKS), ("%Y-%m", _MONTHS)):
        newest: dict[str, BackupFile] = {}
        for backup in regular:
            newest.setdefault(backup.made.strftime(period), backup)
        kept.update(list(newest.values())[:count])
    return [backup for backup in backups if backup not in kept]
