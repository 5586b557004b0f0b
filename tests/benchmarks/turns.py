"""How long the window hears nothing: the longest between two moments at which it does."""

import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

Step = Callable[[], object]
AFTER = 12  # turns of the event loop: layouts, slices and the marks that follow a change


def longest(step: Step) -> float:
    """Seconds that a step takes, or any turn of the event loop after it."""
    found = []
    for each in (step, *[QApplication.processEvents] * AFTER):
        begun = time.perf_counter()
        each()
        found.append(time.perf_counter() - begun)
    return max(found)
