"""The page of the diagnoses."""

from recovery_desktop_ui.tabs.diagnoses.page import DiagnosesPage

__all__ = ["DiagnosesPage"]
