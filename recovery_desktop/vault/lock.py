"""The one gate of a vault's folder: a lock that the kernel gives back when its holder dies, whatever the file says."""

import os
import sys
from pathlib import Path

from recovery_desktop.vault import layout
from recovery_desktop.vault.errors import VaultInUse
from recovery_desktop.vault.guard import named_errors


class FolderLock:
    """Held from opening to closing; a second one, here or in another program, is refused at once."""

    def __init__(self, folder: Path) -> None:
        """Takes the lock. Raises VaultInUse, VaultReadOnly, VaultMissing, DiskFailed."""
        with named_errors():
            self._descriptor = os.open(folder / layout.LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._descriptor)
        except BlockingIOError as error:
            os.close(self._descriptor)
            raise VaultInUse from error
        except OSError as error:
            os.close(self._descriptor)
            with named_errors():
                raise error

    def release(self) -> None:
        """Gives the lock back; once only."""
        os.close(self._descriptor)

    def __enter__(self) -> "FolderLock":
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
