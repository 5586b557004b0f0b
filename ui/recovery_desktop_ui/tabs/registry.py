"""The tabs in their fixed order, and the pages beside them; each is imported and built when it is first visited."""

import importlib
from dataclasses import dataclass

from recovery_desktop.text import N_
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.pages import Page


@dataclass(frozen=True)
class Tab:
    """A page of the client's record: its key, its words, and the module in this package that has it as `name`."""

    key: str
    title: str
    module: str
    name: str


TABS = (
    Tab("overview", N_("Overview"), "overview", "OverviewPage"),
    Tab("assessment", N_("Assessment"), "assessment", "AssessmentPage"),
    Tab("diagnoses", N_("Diagnoses"), "diagnoses", "DiagnosesPage"),
    Tab("therapies", N_("Therapies"), "therapies", "TherapiesPage"),
    Tab("family", N_("Family involvement"), "family", "FamilyPage"),
    Tab("goals", N_("Goals"), "goals", "GoalsPage"),
    Tab("aftercare", N_("Aftercare"), "aftercare", "AftercarePage"),
    Tab("plan", N_("Plan and documents"), "plan", "PlanPage"),
)
BESIDE = (Tab("client", N_("Client and episode"), "client", "ClientPage"),)
"""Pages of the client's record that are no tab: opened from the banner and the menu."""

_PAGES = {tab.key: tab for tab in (*TABS, *BESIDE)}


def make_page(key: str, keeper: Keeper) -> Page:
    """Builds the page of that key."""
    tab = _PAGES[key]
    module = importlib.import_module(f"recovery_desktop_ui.tabs.{tab.module}")
    page: Page = getattr(module, tab.name)(keeper)
    page.setObjectName(f"page.{key}")
    return page
