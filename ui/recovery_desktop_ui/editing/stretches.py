"""How much is done without a pause, so that the window never keeps still for long, whatever one piece of it costs."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

_STILL = 0.03  # seconds that nobody notices


class Stretch:
    """So many pieces at once; each measured stretch says how many the next one may have."""

    def __init__(self, first: int, most: int) -> None:
        self.pieces, self._most = first, most

    @contextmanager
    def measured(self) -> Iterator[None]:
        """Around the work on `pieces` of them."""
        begun = time.perf_counter()
        yield
        self.fit(time.perf_counter() - begun)

    def fit(self, seconds: float) -> None:
        """The last stretch took so long."""
        self.pieces = max(1, min(self._most, int(self.pieces * _STILL / max(seconds, 0.0001))))
