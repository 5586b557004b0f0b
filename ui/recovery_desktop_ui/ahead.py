"""Loads what comes next while the passphrase is typed, in another thread, so that nobody waits for it afterwards."""

import importlib

from recovery_desktop_ui.parts.background import Task
from recovery_desktop_ui.tabs.names import TABS

AHEAD = (
    # the window of an open practice
    "recovery_desktop.records.store",
    "recovery_desktop_ui.workplace",
    "recovery_desktop_ui.panes.due",
    "recovery_desktop_ui.access.backups",
    "recovery_desktop_ui.access.knocks",
    "recovery_desktop_ui.help.guide",
    "recovery_desktop_ui.notice",
    "recovery_desktop.vault.knocking",
    "recovery_desktop_ui.spelling",
    # what it says of everybody a moment later
    "recovery_desktop.plans.answered",
    "recovery_desktop.plans.needed_across",
    "recovery_desktop.plans.profiles",
    # the record of a client
    "recovery_desktop.records.kinds",
    "recovery_desktop_ui.client_head",
    "recovery_desktop_ui.missing",
    "rapidfuzz.process",
    "rapidfuzz.distance.OSA",
    *(f"recovery_desktop_ui.tabs.{tab.module}" for tab in TABS),  # the last one with all that makes documents
)


def load_ahead(task: Task) -> None:
    """Imports one after the other, as long as it is wanted."""
    for name in AHEAD:
        if task.is_wanted:
            importlib.import_module(name)
