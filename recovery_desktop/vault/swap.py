"""Exchanges a vault's database and key files as one: prepared aside, committed by one rename, finished at any time."""

import secrets
import shutil
from datetime import datetime
from pathlib import Path

from recovery_desktop.files import replace, sync, sync_folder
from recovery_desktop.vault import layout
from recovery_desktop.vault.guard import named_errors
from recovery_desktop.vault.lock import FolderLock

_STAGING = "staging-"
_NEXT_KEEP = "next-keep-"
_NEXT_DROP = "next-drop-"
_OLD = "replaced-"
# The database comes last: while it still waits in the staged folder, whatever lies in the vault's folder is the old.
_ORDER = (layout.KEYSLOTS_COPY, layout.KEYSLOTS, layout.STATE, layout.DATABASE)


def stage(folder: Path) -> Path:
    """A new empty folder for the next vault files; left over, it is removed at the next opening."""
    staged = folder / (_STAGING + secrets.token_hex(4))
    staged.mkdir(mode=0o700)
    return staged


def commit(staged: Path, when: datetime, *, keep_old: bool) -> Path:
    """Decides that the files in `staged` are the vault from now on; `finish` puts them in place.

    `staged` holds a database, both key files and the remembered state, all closed. The caller holds the folder's lock.
    Returns the folder where the old files will lie, if they are to be kept. Raises OSError: then the old vault is the
    valid one.
    """
    (staged / layout.JOURNAL).unlink(missing_ok=True)  # empty after a clean closing
    for name in _ORDER:
        _sync_file(staged / name)
    sync_folder(staged)
    stamp = when.strftime("%Y%m%dT%H%M%S%fZ")
    replace(staged, staged.with_name((_NEXT_KEEP if keep_old else _NEXT_DROP) + stamp))
    return staged.with_name(_OLD + stamp)


def settle(folder: Path) -> None:
    """Finishes a committed exchange if the program died on the way.

    Raises VaultInUse while another program is at it, VaultReadOnly, DiskFull, DiskFailed.
    """
    if is_committed(folder):
        with FolderLock(folder):
            finish(folder)


def finish(folder: Path) -> None:
    """`settle` for one who holds the folder's lock; clears away, too, what was prepared and never committed."""
    with named_errors():
        for entry in _unfinished(folder):
            if entry.name.startswith(_STAGING):
                shutil.rmtree(entry)
            else:
                _roll_forward(entry)


def _unfinished(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(entry for entry in folder.iterdir() if entry.name.startswith((_STAGING, _NEXT_KEEP, _NEXT_DROP)))


def is_committed(folder: Path) -> bool:
    """True while a decided exchange is not yet in place."""
    return any(not entry.name.startswith(_STAGING) for entry in _unfinished(folder))


def _roll_forward(following: Path) -> None:
    """Puts the committed files in place. May be cut off anywhere and begun again."""
    folder = following.parent
    keep = following.name.startswith(_NEXT_KEEP)
    old = folder / (_OLD + following.name.removeprefix(_NEXT_KEEP).removeprefix(_NEXT_DROP))
    if (following / layout.DATABASE).exists():
        _move_away(following, old)
    for name in _ORDER:
        if (following / name).exists():
            replace(following / name, folder / name)
    sync_folder(following)
    if not keep and old.exists():
        shutil.rmtree(old)
    shutil.rmtree(following)  # the system may have left something of its own in it
    sync_folder(folder)


def _move_away(following: Path, old: Path) -> None:
    """Takes the files of the old vault out of the way, its journal too, before the first new one comes."""
    folder = following.parent
    waiting = [name for name in _ORDER if (following / name).exists()]
    # What already lies in `old` left earlier; a file of that name in the folder is then a new one.
    leaving = [name for name in (*waiting, layout.JOURNAL) if (folder / name).exists() and not (old / name).exists()]
    if leaving:
        old.mkdir(mode=0o700, exist_ok=True)
        for name in leaving:
            (folder / name).replace(old / name)
        sync_folder(old)
        sync_folder(folder)


def _sync_file(file: Path) -> None:
    with file.open("rb+") as opened:
        sync(opened.fileno())
