"""The pages of a client's record: the tabs in their fixed order, and those beside them. A new tab is one line here."""

from dataclasses import dataclass

from recovery_desktop.text import N_


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
"""Opened from the banner and the menu."""
