"""One backup or check under way: it goes on while other pages are shown, can be stopped, ends by itself at a lock."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from recovery_desktop.errors import KnownError
from recovery_desktop.text import _
from recovery_desktop.vault import BackupStopped, Vault, back_up, check_records
from recovery_desktop_ui.parts.background import run

Progress = Callable[[int, int], None]


class Run(QObject):
    """Something long about the whole vault that nobody has to wait for; the page that shows it may come and go."""

    progressed = Signal(int, int)  # pages done and in all
    made = Signal(object)  # what came of it
    failed = Signal(object)  # a KnownError; BackupStopped after `stop` and after a lock

    def __init__(self, vault: Vault, words: str, work: Callable[[Progress], Any]) -> None:
        """Begins at once; `words` say what goes on."""
        super().__init__()
        self.vault, self.words = vault, words
        self._is_stopped = threading.Event()
        _under_way.append(self)
        run(lambda _task: work(self._progress), self._made, self._failed)

    def stop(self) -> None:
        """Stops soon; no earlier backup is touched."""
        self._is_stopped.set()

    def _progress(self, left: int, of_all: int) -> None:
        """Called in the other thread."""
        if self._is_stopped.is_set():
            raise BackupStopped
        self.progressed.emit(of_all - left, of_all)

    def _made(self, result: Any) -> None:
        _under_way.remove(self)
        self.made.emit(result)

    def _failed(self, error: BaseException) -> None:
        _under_way.remove(self)
        if not isinstance(error, KnownError):
            raise error
        self.failed.emit(error)


class BackupRun(Run):
    """A checked backup of the open vault; `made` brings the BackupFile, read back and found whole."""

    def __init__(self, vault: Vault, folder: Path) -> None:
        from recovery_desktop.desk.sealing import faults

        words = _("Backing up. You can go on working.")
        super().__init__(vault, words, lambda progress: back_up(vault, folder, progress=progress, look=faults))


class CheckRun(Run):
    """A look through all that is signed and logged, and at the backups in some folders; `made` brings what was
    found, as `Checked`."""

    def __init__(self, vault: Vault, folders: Sequence[Path]) -> None:
        from recovery_desktop.desk.sealing import faults

        words = _("Checking all records. You can go on working.")
        super().__init__(vault, words, lambda progress: check_records(vault, folders, progress=progress, look=faults))


_under_way: list[Run] = []


def under_way(vault: Vault) -> Run | None:
    """The backup or check of that vault that is under way now."""
    return next((each for each in _under_way if each.vault is vault), None)
