"""The assessment's page."""

from recovery_desktop_ui.tabs.assessment.page import AssessmentPage

__all__ = ["AssessmentPage"]
