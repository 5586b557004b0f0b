"""Builds a page of the client's record when it is first visited; its module is imported only then."""

import importlib
from typing import TYPE_CHECKING

from recovery_desktop_ui.tabs.names import BESIDE, TABS

if TYPE_CHECKING:
    from recovery_desktop_ui.editing.keeper import Keeper
    from recovery_desktop_ui.editing.pages import Page

_PAGES = {tab.key: tab for tab in (*TABS, *BESIDE)}


def is_page(key: str) -> bool:
    return key in _PAGES


def make_page(key: str, keeper: "Keeper") -> "Page":
    """Builds the page of that key."""
    tab = _PAGES[key]
    module = importlib.import_module(f"recovery_desktop_ui.tabs.{tab.module}")
    page: Page = getattr(module, tab.name)(keeper)
    page.setObjectName(f"page.{key}")
    return page
