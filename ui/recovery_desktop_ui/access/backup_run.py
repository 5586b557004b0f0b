"""One backup under way: it goes on while other pages are shown, can be stopped, and ends by itself at a lock."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from recovery_desktop.errors import KnownError
from recovery_desktop.vault import BackupFile, BackupStopped, Vault, back_up
from recovery_desktop_ui.parts.background import run


class BackupRun(QObject):
    """A backup that nobody has to wait for; the page that shows it may come and go."""

    progressed = Signal(int, int)  # pages done and in all
    made = Signal(object)  # the BackupFile, read back and found whole
    failed = Signal(object)  # a KnownError; BackupStopped after `stop` and after a lock

    def __init__(self, vault: Vault, folder: Path) -> None:
        """Begins at once: a checked backup of the open vault in `folder`."""
        super().__init__()
        self.vault, self.folder = vault, folder
        self._is_stopped = threading.Event()
        _under_way.append(self)
        run(lambda _task: back_up(vault, folder, progress=self._progress), self._made, self._failed)

    def stop(self) -> None:
        """Stops soon; no earlier backup is touched."""
        self._is_stopped.set()

    def _progress(self, left: int, of_all: int) -> None:
        """Called in the other thread."""
        if self._is_stopped.is_set():
            raise BackupStopped
        self.progressed.emit(of_all - left, of_all)

    def _made(self, backup: BackupFile) -> None:
        _under_way.remove(self)
        self.made.emit(backup)

    def _failed(self, error: BaseException) -> None:
        _under_way.remove(self)
        if not isinstance(error, KnownError):
            raise error
        self.failed.emit(error)


_under_way: list[BackupRun] = []


def under_way(vault: Vault) -> BackupRun | None:
    """The backup of that vault that is being made now."""
    return next((each for each in _under_way if each.vault is vault), None)
