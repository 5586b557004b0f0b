"""What a chosen folder has against it as a place for the records, and what drive it lies on."""

import math
import os
import shutil
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path, PurePath

from recovery_desktop.places.drives import Drive, drive_of
from recovery_desktop.places.synced import sync_service
from recovery_desktop.text import _

LEAST_FREE = 500_000_000  # bytes


class Trouble(Enum):
    """What is wrong with a folder for the records."""

    SYNCED = auto()
    REMOVABLE = auto()
    NETWORK = auto()
    LITTLE_ROOM = auto()


@dataclass(frozen=True)
class PlaceWarning:
    """A reason against a folder; `words` are translated sentences that say what to do."""

    trouble: Trouble
    words: str


def warnings_about(folder: Path) -> list[PlaceWarning]:
    """Every reason against keeping the records in `folder`, the worst first; the folder need not be there yet."""
    there = _nearest(folder)
    found = []
    service = sync_service(folder.absolute(), os.environ, Path.home())
    if service is None:
        service = sync_service(_real(folder), os.environ, Path.home())
    if service is not None:
        found.append(PlaceWarning(Trouble.SYNCED, _synced(service)))
    drive = drive_of(there)
    if drive is Drive.NETWORK:
        found.append(PlaceWarning(Trouble.NETWORK, _network()))
    if drive is Drive.REMOVABLE:
        found.append(PlaceWarning(Trouble.REMOVABLE, _removable()))
    if _free(there) < LEAST_FREE:
        found.append(PlaceWarning(Trouble.LITTLE_ROOM, _little_room()))
    return found


def is_this_laptop(folder: Path) -> bool:
    """True where `folder` lies on a drive built into this computer: what is kept there gets lost together with it."""
    return drive_of(_nearest(folder)) is Drive.BUILT_IN


def same_drive(one: Path, other: Path) -> bool:
    """True where both folders lie on the same drive, so that its end is the end of both."""
    device = _device(one)
    return device is not None and device == _device(other)


def drive_name(folder: PurePath) -> str:
    """What a person calls the plugged-in drive of a folder, such as "E:" or "BACKUP"; empty for any other.

    Read from the path alone, so that it also names a drive that is not plugged in just now.
    """
    if folder.drive:
        return folder.drive
    parts = folder.parts
    for place, depth in ((("/", "Volumes"), 2), (("/", "run", "media"), 4), (("/", "media"), 3)):
        if parts[: len(place)] == place and len(parts) > depth:
            return parts[depth]
    return ""


def _nearest(folder: Path) -> Path:
    """The folder, or the first one above it that is there."""
    real = _real(folder)
    return next((place for place in (real, *real.parents) if _is_there(place)), Path(real.anchor))


def _is_there(place: Path) -> bool:
    try:
        return place.is_dir()
    except OSError:
        return False  # below a folder that is closed to us


def _free(place: Path) -> float:
    try:
        return shutil.disk_usage(place).free
    except OSError:
        return math.inf  # a drive that is away says nothing of its room; using it will tell


def _device(folder: Path) -> int | None:
    try:
        return _nearest(folder).stat().st_dev
    except OSError:
        return None  # the drive is away


def _real(folder: Path) -> Path:
    return Path(os.path.realpath(folder))


def _synced(service: str) -> str:
    cause = _("{service} copies this folder to other computers.") if service else _("This folder is kept in sync.")
    return " ".join(
        (
            cause.format(service=service),
            _("It can mix old and new parts of the records, or put an older state back."),
            _("Choose a folder that is not synced; for copies elsewhere use the program's own backups."),
        )
    )


def _network() -> str:
    return " ".join(
        (
            _("This folder lies on a network drive."),
            _("When the connection breaks, what you write cannot be saved, and others may reach the files."),
            _("Choose a folder on the drive that is built into this computer."),
        )
    )


def _removable() -> str:
    return " ".join(
        (
            _("This folder lies on a drive that can be unplugged."),
            _("Without that drive you cannot open the records, and a small drive is easily lost."),
            _("Choose a folder on the drive that is built into this computer, and use this one for backups."),
        )
    )


def _little_room() -> str:
    return " ".join(
        (
            _("This drive has less than 500 MB left."),
            _("When it is full, nothing more can be saved."),
            _("Free some space, or choose a folder on another drive."),
        )
    )
