"""Diagnoses as recorded, what drives what, who else treats the client, medications and test results."""

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.base import Record
from recovery_desktop.records.diagnoses import CareTeamMember, CoOccurring, Diagnosis, Medication, TestResult
from recovery_desktop.text import N_, _
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.beginning import NO_EPISODE, Before, BegunPage
from recovery_desktop_ui.editing.generated import ListOf, generated_form, generated_sheet
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.sections import Section
from recovery_desktop_ui.editing.sheet import Find, the_client, the_episode
from recovery_desktop_ui.parts.row_head import RowWords


def _diagnosis(row: Diagnosis) -> RowWords:
    """F14.20 Cocaine use disorder: moderate · principal · provisional; the state at the right."""
    entry = as_entry(row)
    provisional = _("provisional") if row.provisional == "yes" else ""
    severity = entry.shown("severity") if entry.shown("severity").lower() not in row.name.lower() else ""
    role = entry.shown("role") if row.role == "principal" else ""  # that it is another goes without saying
    parts = (severity, entry.shown("remission"), role, provisional)
    confirm = _("to be confirmed by {who}").format(who=row.to_be_confirmed_by) if row.to_be_confirmed_by else ""
    title = joined([row.code, row.name], " ")
    is_over = row.status in ("resolved", "ruled_out")
    return RowWords(title, joined([*map(lower_first, parts), confirm], " · "), _status(entry), dim=is_over)


def _status(entry: Entry) -> str:
    return lower_first(entry.shown("status"))


def _pair(row: CoOccurring) -> RowWords:
    """Cocaine use disorder × Generalized anxiety disorder: the one step for both."""
    names = [each.name for each in (row.use_disorder, row.condition) if each is not None]
    return RowWords(" × ".join(names) or _("Pair of conditions"), row.integrated_step or row.drives)


def _team_member(row: CareTeamMember) -> RowWords:
    """Name: role, organization; the phone at the right."""
    return RowWords(row.name, joined([as_entry(row).shown("role"), row.organization, row.treats], " · "), row.phone)


def _medication(row: Medication) -> RowWords:
    """Name: dose, how often, for what; whether it is taken at the right."""
    sub = joined([row.dose, row.frequency, _("for {what}").format(what=row.purpose) if row.purpose else ""], " · ")
    return RowWords(row.name, sub, _status(as_entry(row)), dim=row.status == "stopped")


def _test(row: TestResult) -> RowWords:
    """Urine drug test: what it was tested for, the result; the day at the right."""
    entry = as_entry(row)
    sub = joined([row.tested_for, lower_first(entry.shown("result")), row.value], " · ")
    return RowWords(entry.shown("kind") or _("Test"), sub, short_date(row.taken_on))


_DIAGNOSES = ListOf(
    Diagnosis,
    _diagnosis,
    N_("Diagnoses"),
    N_("Add a diagnosis"),
    N_("Diagnoses as a clinician made them, with what each rests on. The program records them and never makes one."),
    generated_form,
)
_PAIRS = ListOf(
    CoOccurring,
    _pair,
    N_("Use and other conditions"),
    N_("Add a pair"),
    N_("Where use and another condition drive each other: what came first, who treats it, and one step for both."),
    generated_form,
)
_TEAM = ListOf(
    CareTeamMember,
    _team_member,
    N_("Care team"),
    N_("Add somebody"),
    N_("Everybody outside the practice who treats the client, with a phone number."),
    generated_form,
)
_MEDICINES = ListOf(
    Medication,
    _medication,
    N_("Medications"),
    N_("Add a medication"),
    N_(
        "What the client takes, took, or wants to ask a prescriber about. If there are none, say so on the client's "
        "page (F2)."
    ),
    generated_form,
)
_TESTS = ListOf(
    TestResult,
    _test,
    N_("Tests and laboratory"),
    N_("Add a result"),
    N_("Drug tests and laboratory results, also those that were missed or declined."),
    generated_form,
)


def _section(part: ListOf, find: Find) -> Section:
    def mark(opened: OpenClient) -> str | None:
        model: type[Record] = part.model
        return "done" if model.select(model.id).where(model.owner() == find(opened)).exists() else "empty"

    table = part.model._meta.table_name
    return Section(table, part.title, lambda keeper: generated_sheet(keeper, find, part), mark, (table,))


_SECTIONS = (
    _section(_DIAGNOSES, the_episode),
    _section(_PAIRS, the_episode),
    _section(_TEAM, the_client),
    _section(_MEDICINES, the_client),
    _section(_TESTS, the_episode),
)
_BEFORE = Before(
    "clipboard-list",
    N_("No episode of care yet"),
    N_("Diagnoses and test results belong to an episode of care. Begin one, and they can be entered."),
    N_("Begin an episode of care"),
    **NO_EPISODE,
)


class DiagnosesPage(BegunPage):
    """Five lists."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper, _SECTIONS, _("Sections of the diagnoses"), _BEFORE)
