"""A file that only takes room: removed when the disk is full, so that the last words can still be saved."""

import os
import shutil
from pathlib import Path

from recovery_desktop.files import sync
from recovery_desktop.vault import layout

DEFAULT = 16 * 1024 * 1024
_SPARE = 4  # made again only when this many times its size is free
_SLICE = 1024 * 1024


def release_ballast(folder: Path) -> bool:
    """Gives the room free; True when there was any. Raises OSError."""
    ballast = folder / layout.BALLAST
    if not ballast.exists():
        return False
    ballast.unlink()
    return True


def renew_ballast(folder: Path, size: int) -> bool:
    """Takes `size` bytes when there is plenty of room; True when the ballast lies there whole afterwards."""
    ballast = folder / layout.BALLAST
    if ballast.exists() and ballast.stat().st_size == size:
        return True
    if shutil.disk_usage(folder).free < size * _SPARE:
        return False
    try:
        _fill(ballast, size)
    except OSError:
        ballast.unlink(missing_ok=True)  # it only helps; without it a full disk is reported a little earlier
        return False
    return True


def _fill(ballast: Path, size: int) -> None:
    with ballast.open("wb") as file:
        while file.tell() < size:
            file.write(os.urandom(min(_SLICE, size - file.tell())))  # what cannot be compressed takes real room
        file.flush()
        sync(file.fileno())
