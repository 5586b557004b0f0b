"""Hears when the program was started a second time while the practice is open here."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from recovery_desktop import vault

if TYPE_CHECKING:
    from recovery_desktop.vault import Knocks

_LISTEN_EVERY = 400  # milliseconds


class KnockWatch(QObject):
    """Listens between `start` and `stop`; `heard` comes once for a knock."""

    heard = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._knocks: Knocks | None = None
        self._timer = QTimer(self, interval=_LISTEN_EVERY)
        self._timer.timeout.connect(self._listen)

    def start(self, folder: Path) -> None:
        """The practice in `folder` is open now: nobody else can open it."""
        self._knocks = vault.Knocks(folder)  # loaded with the first practice that is opened
        self._timer.start()

    def stop(self) -> None:
        """The practice is closed: whoever comes now can open it."""
        self._timer.stop()

    def _listen(self) -> None:
        if self._knocks is not None and self._knocks.heard():
            self.heard.emit()
