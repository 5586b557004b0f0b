"""How much work guessing a passphrase costs: Argon2id and its measure."""

import time
from dataclasses import dataclass, replace

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from recovery_desktop.vault.errors import NotEnoughMemory

_MIB = 1024  # Argon2 counts memory in KiB
_FLOOR = 64 * _MIB
_CEILING = 1024 * _MIB
_SLOWEST = 1.0  # seconds
_FASTEST = 0.5


@dataclass(frozen=True)
class KeyCost:
    """Argon2id's memory in KiB, passes and lanes; refuses what a forged file could use to hang the machine."""

    memory: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        """Raises ValueError outside 8 MiB to 2 GiB, 20 passes, 16 lanes."""
        if not (8 * _MIB <= self.memory <= 2048 * _MIB and 1 <= self.passes <= 20 and 1 <= self.lanes <= 16):
            raise ValueError("key cost out of bounds")

    def derive(self, secret: bytes, salt: bytes) -> bytes:
        """The 32-byte key for `secret`. Takes as long as the cost says and may run in any thread.

        Raises NotEnoughMemory.
        """
        kdf = Argon2id(salt=salt, length=32, iterations=self.passes, lanes=self.lanes, memory_cost=self.memory)
        try:
            return kdf.derive(secret)
        except MemoryError as error:
            raise NotEnoughMemory from error


FULL_COST = KeyCost(memory=256 * _MIB, passes=3, lanes=4)


def calibrated(cost: KeyCost = FULL_COST) -> KeyCost:
    """`cost` with its memory fitted so that one derivation takes 0.5 to 1 second here, never under 64 MiB."""
    taken = _seconds(cost)
    while taken > _SLOWEST and cost.memory // 2 >= _FLOOR:
        cost = replace(cost, memory=cost.memory // 2)
        taken = _seconds(cost)
    while taken * 2 < _SLOWEST and taken < _FASTEST and cost.memory * 2 <= _CEILING:
        cost = replace(cost, memory=cost.memory * 2)
        taken = _seconds(cost)
    return cost


def _seconds(cost: KeyCost) -> float:
    """How long one derivation takes; one that finds no memory counts as far too slow."""
    started = time.perf_counter()
    try:
        cost.derive(b"calibration", bytes(16))
    except NotEnoughMemory:
        return float("inf")
    return time.perf_counter() - started
