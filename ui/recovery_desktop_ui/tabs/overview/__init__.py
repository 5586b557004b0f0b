"""The Overview tab: this person at a glance, and a section for sessions and contacts."""

from recovery_desktop_ui.tabs.overview.page import OverviewPage

__all__ = ["OverviewPage"]
