"""How the rows of the lists read in one line."""

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.diagnoses import OVER, CareTeamMember, CoOccurring, Diagnosis, Medication, TestResult
from recovery_desktop.text import _
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.parts.row_head import RowWords


def diagnosis(row: Diagnosis) -> RowWords:
    """F14.20 Cocaine use disorder: moderate · principal · provisional; the state at the right."""
    entry = as_entry(row)
    provisional = _("provisional") if row.provisional == "yes" else ""
    severity = entry.shown("severity") if entry.shown("severity").lower() not in row.name.lower() else ""
    role = entry.shown("role") if row.role == "principal" else ""  # that it is another goes without saying
    parts = (severity, entry.shown("remission"), role, provisional)
    confirm = _("to be confirmed by {who}").format(who=row.to_be_confirmed_by) if row.to_be_confirmed_by else ""
    title = joined([row.code, row.name], " ")
    is_over = row.status in OVER
    return RowWords(title, joined([*map(lower_first, parts), confirm], " · "), _status(entry), dim=is_over)


def _status(entry: Entry) -> str:
    return lower_first(entry.shown("status"))


def pair(row: CoOccurring) -> RowWords:
    """Cocaine use disorder × Generalized anxiety disorder: the one step for both."""
    names = [each.name for each in (row.use_disorder, row.condition) if each is not None]
    return RowWords(" × ".join(names) or _("Pair of conditions"), row.integrated_step or row.drives)


def team_member(row: CareTeamMember) -> RowWords:
    """Name: role, organization; the phone at the right."""
    return RowWords(row.name, joined([as_entry(row).shown("role"), row.organization, row.treats], " · "), row.phone)


def medication(row: Medication) -> RowWords:
    """Name: dose, how often, for what; at the right whether it is taken, or that a prescriber is to be asked."""
    sub = joined([row.dose, row.frequency, _("for {what}").format(what=row.purpose) if row.purpose else ""], " · ")
    is_over = row.status == "stopped"
    state = joined([_status(as_entry(row)), short_date(row.stopped_on) if is_over else ""], " ")
    return RowWords(row.name, sub, state, dim=is_over, tone="care" if row.status == "proposed" else "quiet")


def test(row: TestResult) -> RowWords:
    """Urine drug test: what it was tested for, the result; the day at the right."""
    entry = as_entry(row)
    sub = joined([row.tested_for, lower_first(entry.shown("result")), row.value], " · ")
    return RowWords(entry.shown("kind") or _("Test"), sub, short_date(row.taken_on))
