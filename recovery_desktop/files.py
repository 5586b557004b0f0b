"""Writes files that leave the vault whole or not at all: temporary name, synced, renamed, folder synced."""

import os
import time
from pathlib import Path

_RENAME_TRIES = 5  # Windows refuses a rename while a scanner or a sync client holds the target


def write_atomically(target: Path, content: bytes) -> None:
    """Puts `content` at `target` so that after a crash or power cut there is the old file or the new one.

    The file is readable by its owner only. Raises OSError and leaves the old file as it was.
    """
    temporary = write_beside(target, content)
    try:
        replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_beside(target: Path, content: bytes) -> Path:
    """Writes a hidden file in the folder of `target`, durable and readable by its owner only, and returns its path.

    Raises OSError; then nothing is left of it.
    """
    temporary = target.with_name(f".{target.name[:80]}.{os.urandom(4).hex()}.tmp")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            sync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def make_folder(folder: Path) -> None:
    """Makes `folder` and what is missing above it, open to its owner only, so that a power cut cannot take it back.

    One that is there already is left as it is. Raises OSError.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync_folder(folder.parent)


def replace(source: Path, target: Path) -> None:
    """Renames `source` over `target` and makes the rename durable; tries again while another program holds it."""
    for tries_left in reversed(range(_RENAME_TRIES)):
        try:
            source.replace(target)
            break
        except PermissionError:
            if not tries_left:
                raise
            time.sleep(0.05)
    sync_folder(target.parent)


def sync(descriptor: int) -> None:
    """Has the disk itself keep what was written: on a Mac a plain fsync leaves it in the drive's cache."""
    try:
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)  # type: ignore[attr-defined, unused-ignore]
    except (ImportError, AttributeError, OSError):
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Makes created, renamed and removed names of a folder durable; Windows does that by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
