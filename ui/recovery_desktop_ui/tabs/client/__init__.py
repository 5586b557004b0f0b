"""The client's page beside the tabs: who somebody is, how to reach them safely, and the episodes of care."""

from recovery_desktop_ui.tabs.client.page import ClientPage

__all__ = ["ClientPage"]
