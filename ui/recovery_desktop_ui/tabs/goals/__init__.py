"""The page of the goals."""

from recovery_desktop_ui.tabs.goals.page import GoalsPage

__all__ = ["GoalsPage"]
