"""The Plan tab: the versions of the plan with what belongs to each, and the document as it will be printed."""

from recovery_desktop_ui.tabs.plan.page import PlanPage

__all__ = ["PlanPage"]
