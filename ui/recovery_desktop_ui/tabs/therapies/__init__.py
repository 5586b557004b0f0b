"""The page of safety steps, suggestions, services and therapies."""

from recovery_desktop_ui.tabs.therapies.page import TherapiesPage

__all__ = ["TherapiesPage"]
