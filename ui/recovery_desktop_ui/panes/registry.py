"""What is shown beside the tabs and is not one client's; each is imported and made when it is asked for."""

import importlib

from PySide6.QtWidgets import QWidget

from recovery_desktop_ui.editing.keeper import Keeper

_PANES = {
    "due": ("panes.due", "DuePane"),
    "new_client": ("panes.new_client", "NewClientPane"),
    "practice": ("panes.practice", "PracticePane"),
    "services": ("panes.services", "ServicesPane"),
    "rules": ("panes.rules", "RulesPane"),
    "batch": ("panes.batch", "BatchPane"),
    "backup": ("access.backup_pane", "BackupPane"),
    "passphrase": ("access.passphrase_pane", "PassphrasePane"),
}


def is_pane(key: str) -> bool:
    return key in _PANES


def make_pane(key: str, keeper: Keeper, *details: object) -> QWidget:
    """Makes the pane of that key; `details` are what it needs besides, such as the name that was typed for a new
    client."""
    module, name = _PANES[key]
    pane: QWidget = getattr(importlib.import_module(f"recovery_desktop_ui.{module}"), name)(keeper, *details)
    pane.setObjectName(f"pane.{key}")
    return pane
