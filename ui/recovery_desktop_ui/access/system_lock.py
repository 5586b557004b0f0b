"""Locks with the computer: when its screen is locked, another user comes, it goes to sleep or its lid is closed.

Linux and Windows tell of these. On a Mac nothing is heard yet: there the idle watch compares its clocks and locks after
a sleep.
"""

import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from recovery_desktop.text import _
from recovery_desktop_ui.access.in_front import close_what_is_in_front
from recovery_desktop_ui.access.system_signs import Sign


class _Ear(Protocol):
    """Listens to one kind of system from when it is made."""

    def close(self) -> None: ...


class SystemWatch(QObject):
    """Listens between `start` and `stop`; `lock` says in a sentence why."""

    lock = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._ear: _Ear | None = None

    def start(self, window: int) -> None:
        """Begins to listen: the practice is open in the window of this number."""
        if self._ear is None:
            self._ear = _new_ear(self._hear, window)

    def stop(self) -> None:
        """The practice is locked and saved: the computer may sleep."""
        if self._ear is not None:
            self._ear.close()
            self._ear = None

    def _hear(self, sign: Sign) -> None:
        if self._ear is not None:  # a desktop tells of one lock in several ways
            close_what_is_in_front()
            self.lock.emit(_(sign.value))


def _new_ear(hear: Callable[[Sign], None], window: int) -> _Ear | None:
    """What listens on this system; each loads a library that nothing else needs."""
    if sys.platform == "linux":
        from recovery_desktop_ui.access.desktop_bus import DesktopBus

        return DesktopBus(hear)
    if sys.platform == "win32":
        from recovery_desktop_ui.access.windows_session import WindowsSession

        return WindowsSession(hear, window)
    return None
