"""Lets Python collect cycles on the window's thread alone, and the long way round only while nobody works.

By itself it collects in whatever thread happens to ask for memory. A timer or widget of a page that is gone would then
be destroyed in the thread of a background work, and the program would crash when the timer comes due. It would also go
through everything the window holds in the middle of a key: that takes longer than one may wait for a letter.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 100  # milliseconds: what came to be since then is gone through in a few of them
_AT_REST = 15  # looks in a row at which next to nothing came to be


class Collector(QObject):
    """Collects in place of Python, until it is stopped or its parent goes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._quiet = 0
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._look)
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Python collects by itself again."""
        self._timer.stop()
        self.deleteLater()
        gc.enable()

    def _look(self) -> None:
        young, middle, old = gc.get_count()
        most_young, most_middle, _most_old = gc.get_threshold()
        if young > most_young:
            self._quiet = 0
            gc.collect(1 if middle > most_middle else 0)
            return
        self._quiet += 1
        if self._quiet == _AT_REST and (middle or old):
            gc.collect()
