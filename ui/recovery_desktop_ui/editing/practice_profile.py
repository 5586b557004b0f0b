"""The rule profile that the practice chose, read where the records are, and its own profiles."""

from typing import TYPE_CHECKING

from recovery_desktop.records.practice import OwnProfile, Practice

if TYPE_CHECKING:
    from recovery_desktop.plans.profile import Profile


def practice_profile() -> "Profile":
    """The profile that plans of this practice are checked against."""
    from recovery_desktop.plans.profiles import profile_named  # no start waits for it

    return profile_named(Practice.get().rule_profile, own_profiles())


def own_profiles() -> dict[str, str]:
    """The practice's own profiles: their text by name."""
    rows = OwnProfile.select().order_by(OwnProfile.position, OwnProfile.id)
    return {row.name: row.profile for row in rows}
