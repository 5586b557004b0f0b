"""Diagnoses as recorded, what drives what, who else treats the client, medications and test results."""

from collections.abc import Callable
from dataclasses import replace

from recovery_desktop.diagnoses import code_set
from recovery_desktop.plans.principal_diagnosis import principal_to_choose
from recovery_desktop.records.base import Record
from recovery_desktop.records.diagnoses import CareTeamMember, CoOccurring, Diagnosis, Medication, TestResult
from recovery_desktop.text import N_, _
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.beginning import NO_EPISODE, Before, BegunPage
from recovery_desktop_ui.editing.generated import Above, ListOf, generated_sheet, nothing_above
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.sections import Section
from recovery_desktop_ui.editing.sheet import Find, Sheet, the_client, the_episode
from recovery_desktop_ui.parts import background
from recovery_desktop_ui.tabs.diagnoses import forms, words
from recovery_desktop_ui.tabs.diagnoses.above import above_diagnoses, above_pairs
from recovery_desktop_ui.tabs.diagnoses.counted import CountedSheet
from recovery_desktop_ui.tabs.diagnoses.diagnosis_form import diagnosis_form
from recovery_desktop_ui.tabs.diagnoses.tests import TESTS, TestsSheet

_DIAGNOSES = ListOf(
    Diagnosis,
    words.diagnosis,
    N_("Diagnoses"),
    N_("Add a diagnosis"),
    N_("Diagnoses as a clinician made them, with what each rests on. The program records them and never makes one."),
    diagnosis_form,
)
_PAIRS = ListOf(
    CoOccurring,
    words.pair,
    N_("Use and other conditions"),
    N_("Add a pair"),
    N_("Where use and another condition drive each other: what came first, who treats it, and one step for both."),
    forms.pair_form,
)
_TEAM = ListOf(
    CareTeamMember,
    words.team_member,
    N_("Care team"),
    N_("Add somebody"),
    N_("Everybody outside the practice who treats the client, with a phone number."),
    forms.team_member_form,
)
_MEDICINES = ListOf(
    Medication,
    words.medication,
    N_("Medications"),
    N_("Add a medication"),
    N_(
        "What the client takes, took, or wants to ask a prescriber about. If there are none, say so on the client's "
        "page (F2)."
    ),
    forms.medicine_form,
)


def _mark(model: type[Record], find: Find) -> Callable[[OpenClient], str | None]:
    def mark(opened: OpenClient) -> str | None:
        return "done" if model.select(model.id).where(model.owner() == find(opened)).exists() else "empty"

    return mark


def _section(part: ListOf, find: Find, above: Above = nothing_above) -> Section:
    table, mark = part.model._meta.table_name, _mark(part.model, find)
    return Section(table, part.title, lambda keeper: generated_sheet(keeper, find, part, above), mark, (table,))


def _tests() -> Section:
    table = TestResult._meta.table_name
    return Section(table, TESTS, TestsSheet, _mark(TestResult, the_episode), (table,))


def _diagnoses() -> Section:
    """In need of attention until one of them is principal."""
    section = _section(_DIAGNOSES, the_episode, above_diagnoses)

    def mark(opened: OpenClient) -> str | None:
        rows = Diagnosis.select().where(Diagnosis.episode == opened.episode)
        return "care" if principal_to_choose(map(as_entry, rows)) else section.mark(opened)

    return replace(section, mark=mark)


_SECTIONS = (
    Section("counted", N_("From the assessment"), CountedSheet, lambda _opened: None, ()),
    _diagnoses(),
    _section(_PAIRS, the_episode, above_pairs),
    _section(_TEAM, the_client),
    _section(_MEDICINES, the_client),
    _tests(),
)
_BEFORE = Before(
    "clipboard-list",
    N_("No episode of care yet"),
    N_("Diagnoses and test results belong to an episode of care. Begin one, and they can be entered."),
    N_("Begin an episode of care"),
    **NO_EPISODE,
)


class DiagnosesPage(BegunPage):
    """What the assessment's topics come to, and five lists; begins at the diagnoses."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper, _SECTIONS, _("Sections of the diagnoses"), _BEFORE)
        background.run(lambda _task: code_set(), lambda _found: None)  # the codes take a moment

    def do(self, command: str) -> None:
        """Logs a test: the one command that is of this page alone."""
        if self.reveal(Place("diagnoses", "test_result")) and command == "log_test":
            sheet = self._sheets["test_result"]
            if isinstance(sheet, TestsSheet):
                sheet.log_today()

    def sheet_made(self, sheet: Sheet) -> None:
        if isinstance(sheet, CountedSheet):
            sheet.go_to.connect(self.go_to)
