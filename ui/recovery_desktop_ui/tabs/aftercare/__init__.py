"""Aftercare: what goes on when treatment ends, and what to do when it gets hard."""

from recovery_desktop_ui.tabs.aftercare.page import AftercarePage

__all__ = ["AftercarePage"]
