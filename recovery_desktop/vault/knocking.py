"""How a second program tells the one that has the vault open to come forward: by a file, without any network."""

import secrets
from pathlib import Path

from recovery_desktop.files import write_atomically
from recovery_desktop.vault import layout
from recovery_desktop.vault.guard import named_errors

_Mark = tuple[int, int] | None


def knock(folder: Path) -> None:
    """Asks the program that holds the vault in `folder` to show its window; the file holds nothing but noise.

    Raises VaultReadOnly, VaultMissing, DiskFull, DiskFailed.
    """
    with named_errors():
        write_atomically(folder / layout.KNOCK, secrets.token_hex(8).encode())


class Knocks:
    """What the program that holds the vault listens to; cheap enough to be asked several times a second."""

    def __init__(self, folder: Path) -> None:
        """Counts from now on: a knock of earlier days is not heard."""
        self._file = folder / layout.KNOCK
        self._last = _mark(self._file)

    def heard(self) -> bool:
        """True once after one or more knocks."""
        mark = _mark(self._file)
        new = mark is not None and mark != self._last
        self._last = mark
        return new


def _mark(file: Path) -> _Mark:
    """What tells one knock from the next: every one is a new file."""
    try:
        found = file.stat()
    except OSError:
        return None  # nobody knocked yet, or the drive is away for the moment
    return found.st_ino, found.st_mtime_ns
