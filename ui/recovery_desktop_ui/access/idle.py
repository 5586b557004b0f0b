"""Locks when nobody is there: by the wall clock and by one that nobody can turn, so that sleep counts too."""

from datetime import datetime
from math import ceil

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent

from recovery_desktop.vault import Clock
from recovery_desktop_ui.access.in_front import close_what_is_in_front

LEAST, USUAL, MOST = 1, 5, 15  # minutes; never is no choice
_TICK_MS = 500
_SIGNS = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}


class IdleWatch(QObject):
    """Watches for signs of a person in all windows of the program; `lock` comes once, then it rests until `start`.

    It looks at what comes to the windows from outside, not at the events inside: of those a page that is built has
    thousands. A window is watched half a second after it was opened at the latest.
    """

    minutes_left = Signal(int)  # told when the number changes: what the status bar says
    lock = Signal()

    def __init__(self, minutes: int = USUAL, clock: Clock | None = None) -> None:
        super().__init__()
        self._clock = clock or Clock()
        self._limit = 0.0
        self._told = 0
        self._pointer = QPoint()
        self._seen_wall, self._seen_steady = self._now()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int | None) -> None:
        """After how many minutes without a sign it locks, 1 to 15; None is the usual."""
        self._limit = 60.0 * min(max(USUAL if minutes is None else minutes, LEAST), MOST)

    def start(self) -> None:
        """Begins to watch: the practice is open."""
        self._seen_wall, self._seen_steady = self._now()
        self._told = 0
        self._timer.start()
        self._tick()

    def stop(self) -> None:
        """Rests: the practice is locked already."""
        self._timer.stop()
        for window in QGuiApplication.allWindows():
            window.removeEventFilter(self)

    def _tick(self) -> None:
        for window in QGuiApplication.allWindows():
            window.installEventFilter(self)  # once, however often it is asked for
        self.look()

    def look(self) -> bool:
        """Compares the clocks and locks if it is time; True when it did."""
        left = self._limit - self._idle()
        if left <= 0:
            self.stop()
            close_what_is_in_front()
            self.lock.emit()
            return True
        minutes = ceil(left / 60)
        if minutes != self._told:
            self._told = minutes
            self.minutes_left.emit(minutes)
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _SIGNS and not (kind == QEvent.Type.MouseMove and self._has_moved(event)):
            return False
        if self.look():
            return True  # the key that wakes the laptop is not typed into the record
        self._seen_wall, self._seen_steady = self._now()
        return False

    def _has_moved(self, event: QEvent) -> bool:
        """Windows that appear under the pointer make Qt tell of moves that nobody made."""
        assert isinstance(event, QMouseEvent)
        place = event.globalPosition().toPoint()
        moved, self._pointer = place != self._pointer, place
        return moved

    def _idle(self) -> float:
        """Seconds since the last sign, by the clock that says more; a clock turned back by that much counts as well."""
        wall, steady = self._now()
        return max(steady - self._seen_steady, abs((wall - self._seen_wall).total_seconds()))

    def _now(self) -> tuple[datetime, float]:
        return self._clock.now(), self._clock.steady()
