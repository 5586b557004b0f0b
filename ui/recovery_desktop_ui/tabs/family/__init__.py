"""Family involvement: people, boundaries, releases, family sessions, social needs and referrals."""

from recovery_desktop_ui.tabs.family.page import FamilyPage

__all__ = ["FamilyPage"]
