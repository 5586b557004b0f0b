"""Lets Python collect cycles on the window's thread alone.

By itself it collects in whatever thread happens to ask for memory. A timer or widget of a page that is gone would then
be destroyed in the thread of a background work, and the program would crash when the timer comes due.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 500  # milliseconds


def collect_here(owner: QObject) -> QTimer:
    """From now on, as long as `owner` lives, cycles are collected from time to time and on this thread."""
    gc.disable()
    timer = QTimer(owner, interval=_EVERY)
    timer.timeout.connect(collect_due)
    timer.start()
    return timer


def collect_due() -> None:
    """Collects the oldest generation that Python itself would collect now, if any."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in reversed(range(len(counts))):
        if limits[generation] and counts[generation] > limits[generation]:
            gc.collect(generation)
            return
