"""Copies an open vault page by page on its own connection, which keeps the copy right while saving goes on."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from recovery_desktop.vault.database import VaultDatabase
from recovery_desktop.vault.keys import VaultKey

if TYPE_CHECKING:
    from recovery_desktop.vault.vault import Vault

_SLICE = 768  # pages, three megabytes: a save waits some 25 milliseconds for it at most; smaller ones cost a tenth more
_PAUSE = 0.002  # seconds between slices, for the saves

Progress = Callable[[int, int], None]


def copy_database(vault: "Vault", path: Path, key: VaultKey, progress: Progress | None = None) -> None:
    """Writes the whole database to the new file `path`, encrypted under `key`, exactly as it is at the end of copying.

    Never through a second opening of the file: closing that one would drop the locks of the first. Runs in any thread;
    `progress` hears pages left and in all. Raises BackupStopped when the vault wants to close, and the driver's errors.
    """

    def between_slices(_status: int, remaining: int, total: int) -> None:
        vault.stop_if_closing()
        if progress is not None:
            progress(remaining, total)
        time.sleep(_PAUSE)

    with vault.copying:
        vault.stop_if_closing()
        target = VaultDatabase(path, lambda: key.for_database, new=True)
        target.connect()
        try:
            vault.connection().backup(target.connection(), pages=_SLICE, progress=between_slices, sleep=_PAUSE)
        finally:
            target.close()
