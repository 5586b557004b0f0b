"""How the rows of the assessment's lists read in one line."""

from collections.abc import Sequence

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import amount, in_quotes, joined, lower_first
from recovery_desktop.records.assessment import Administration, RecordedScore, Strength
from recovery_desktop.records.health import HealthConcern
from recovery_desktop.records.life import Relative
from recovery_desktop.records.substances import Substance
from recovery_desktop.text import N_, _, ngettext
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.pointers import row_words
from recovery_desktop_ui.parts.row_head import RowWords

SUBSTANCE_COLUMNS = (
    (N_("Substance"), 3),
    (N_("Route"), 2),
    (N_("Amount"), 4),
    (N_("Days of 30"), 2),
    (N_("Last use"), 3),
    (N_("First use at"), 2),
)


def substance(row: Substance) -> RowWords:
    """Cocaine: nasal · 1–1.5 g a night · 10 of 30 days."""
    entry = as_entry(row)
    days = _("{days} of 30 days").format(days=row.days_of_30) if row.days_of_30 is not None else ""
    day = short_date(row.last_use_on) if row.last_use_on else ""
    last = _("last {day}").format(day=day) if day else ""
    sub = joined([lower_first(entry.shown("route")), amount(entry), days, in_quotes(row.used_for)], " · ")
    cells = (entry.shown("route"), amount(entry), entry.shown("days_of_30"), day, entry.shown("first_use_age"))
    return RowWords(row_words(row), sub, last, cells=cells)


def concern(row: HealthConcern) -> RowWords:
    """Palpitations: body · 2 times · This summer."""
    entry = as_entry(row)
    times = ngettext("{count} time", "{count} times", row.times).format(count=row.times) if row.times else ""
    checked = {"yes": _("checked"), "no": _("not checked yet")}.get(row.checked, "")
    sub = joined([lower_first(entry.shown("kind")), times, row.since, row.worse_when], " · ")
    return RowWords(row.name, sub, checked, tone="care" if row.checked == "no" else "quiet")


def relative(row: Relative) -> RowWords:
    """Mother: depression."""
    return RowWords(row.relative, joined([row.condition, lower_first(as_entry(row).shown("kind"))], " · "))


def strength(row: Strength) -> RowWords:
    """What it is, and the area it belongs to at the right."""
    return RowWords(row.statement, "", lower_first(as_entry(row).shown("domain")))


def administration(row: Administration, scores: Sequence[RecordedScore]) -> RowWords:
    """GAD-7: worry · 14 of 21, moderate; the day at the right. `scores` are those recorded of it, in their order."""
    total = next((each for each in scores if not each.scale), None)
    scales = [joined([f"{each.scale} {as_entry(each).shown('value')}".strip(), each.band]) for each in scores]
    found = joined([score(total).right, total.band]) if total is not None else joined(scales, " · ")
    found = found or _("no score yet")
    return RowWords(row.name or row.instrument, joined([row.measures, found], " · "), short_date(row.given_on))


def score(row: RecordedScore) -> RowWords:
    """The total or a scale: its meaning, and the value at the right."""
    entry = as_entry(row)
    value = entry.shown("value")
    if value and row.highest is not None:
        value = _("{score} of {highest}").format(score=value, highest=entry.shown("highest"))
    return RowWords(row.scale or _("Total"), row.band, value)
