"""How long to wait after wrong passphrases. It slows a person at the desk; a stolen file only Argon2id protects."""

import time
from collections.abc import Callable

_FREE = 3
_LONGEST = 60.0


class Attempts:
    """Counted in memory only, and never a reason to lock or wipe a vault."""

    def __init__(self, steady: Callable[[], float] = time.monotonic) -> None:
        """`steady` gives seconds that nobody can turn."""
        self._steady = steady
        self._free_at = 0.0
        self.failed = 0  # wrong passphrases since the last right one: `open_vault` writes them down

    def note_wrong(self) -> None:
        """One more wrong passphrase or recovery code: three are free, then 2, 4, 8 … 60 seconds."""
        self.failed += 1
        if self.failed > _FREE:
            self._free_at = self._steady() + min(_LONGEST, 2.0 ** (self.failed - _FREE))

    def note_right(self) -> None:
        """The vault is open; counting begins anew."""
        self.failed = 0
        self._free_at = 0.0

    def seconds_to_wait(self) -> float:
        """How long until the next try; 0 for at once."""
        return max(0.0, self._free_at - self._steady())
