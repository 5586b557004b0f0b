"""The record as an earlier version froze it, to compare with what came after."""

from functools import lru_cache

from recovery_desktop.desk.freezing import thaw
from recovery_desktop.plans.episodes import signed_versions
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.signed import SignedPlan

_KEPT = 8  # readings; what is frozen never changes


def frozen_before(episode: Entry, version: Entry) -> Entry | None:
    """The client's whole record as the signed version before the given one froze it; None where there is none."""
    earlier = [row for row in signed_versions(episode) if row["number"] < version["number"]]
    if not earlier:
        return None
    row = SignedPlan.select(SignedPlan.id, SignedPlan.seal).where(SignedPlan.version == earlier[0].number).first()
    return _thawed(row.seal, row.id) if row is not None else None  # one that was signed elsewhere may be without it


@lru_cache(maxsize=_KEPT)
def _thawed(_seal: str, number: int) -> Entry:
    """Known by its seal, which no other version of any practice has."""
    return thaw(bytes(SignedPlan.get_by_id(number).content)).client


def forget() -> None:
    """Lets go of what was read, when the practice is locked."""
    _thawed.cache_clear()
