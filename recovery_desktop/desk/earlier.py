"""The record as an earlier version froze it, to compare with what came after."""

from collections.abc import Hashable

from recovery_desktop.desk.freezing import thaw
from recovery_desktop.plans.episodes import signed_versions
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.signed import SignedPlan


def frozen_before(episode: Entry, version: Entry) -> Entry | None:
    """The client's whole record as the signed version before the given one froze it; None where there is none."""
    earlier = [row for row in signed_versions(episode) if row["number"] < version["number"]]
    if not earlier:
        return None
    version_of = SignedPlan.version == earlier[0].number
    row = SignedPlan.select(SignedPlan.id, SignedPlan.seal).where(version_of).first()
    return _thawed(row) if row is not None else None  # one that was signed elsewhere may be without it


def frozen_versions(episode: Entry) -> list[Entry]:
    """The signed versions of an episode of which is here what was frozen, the newest first; one that was signed
    elsewhere may have come without it."""
    versions = signed_versions(episode)
    numbers = [version.number for version in versions]
    here = {row.version_id for row in SignedPlan.select(SignedPlan.version).where(SignedPlan.version.in_(numbers))}
    return [version for version in versions if version.number in here]


def _thawed(row: SignedPlan) -> Entry:
    """What a version froze, read once while the practice is open; known by its seal, which no other version has."""
    kept: dict[Hashable, Entry] = SignedPlan._meta.database.kept
    if row.seal not in kept:
        kept[row.seal] = thaw(bytes(SignedPlan.get_by_id(row.id).content)).client
    return kept[row.seal]
