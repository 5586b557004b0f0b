"""Facts of substance use: what is used, how often, how safely, and what speaks for withdrawal."""

import datetime

from recovery_desktop.figures import figure
from recovery_desktop.guidance.derive.found import Found, Question, either
from recovery_desktop.guidance.facts import NO, YES
from recovery_desktop.guidance.record import Row, Standing, asked, day, number, text, value
from recovery_desktop.guidance.triggers import Triggers
from recovery_desktop.text import N_, _

CLASSES = {
    "alcohol": N_("alcohol"),
    "opioid": N_("opioids"),
    "cannabis": N_("cannabis"),
    "sedative": N_("sedatives"),
    "cocaine": N_("cocaine"),
    "stimulant": N_("stimulants"),
    "hallucinogen": N_("hallucinogens"),
    "phencyclidine": N_("phencyclidine"),
    "inhalant": N_("inhalants"),
    "tobacco": N_("nicotine"),
    "other": N_("another substance"),
}
SUPPLIED = ("opioid", "cocaine", "stimulant", "sedative", "other")
"""Classes whose street supply may hold fentanyl."""
_SAFETY = (
    Question("injecting", "injecting", N_("has injected"), N_("never injected")),
    Question("shared_equipment", "shared_equipment", N_("shared equipment"), N_("no shared equipment")),
    Question(
        "withdrawal_seizure", "withdrawal_seizure", N_("a seizure in withdrawal before"), N_("no seizure in withdrawal")
    ),
    Question(
        "withdrawal_delirium",
        "withdrawal_delirium",
        N_("delirium in withdrawal before"),
        N_("no delirium in withdrawal"),
    ),
    Question(
        "treatment_before", "treated_for_use_before", N_("treated for use before"), N_("not treated for use before")
    ),
)
_MONTH = 30


def find(found: Found, standing: Standing, table: Triggers) -> None:
    """Adds what the substance section and the grid say."""
    section, on = standing.section("substance_use"), standing.asked_on("substance_use")
    found.ask(section, _SAFETY, on)
    grid = standing.listed("substances")
    for name in CLASSES:
        _use(found, standing, name, [row for row in grid if text(row, "substance_class") == name], on)
    _used(found, grid, on)
    _supply(found, grid, on)
    _overdoses(found, section, on, table)
    _drinking(found, grid, on or standing.today, text(standing.client, "sex"), table)


def called(row: Row) -> str:
    """What a substance is called: the client's word, or its class."""
    return text(row, "name") or _(CLASSES.get(text(row, "substance_class"), ""))


def _use(found: Found, standing: Standing, name: str, rows: list[Row], on: datetime.date | None) -> None:
    counts = [(days, row) for row in rows if (days := number(row, "days_of_30")) is not None]
    if counts:
        days, row = max(counts, key=lambda one: one[0])
        words = _("{substance}, {days} of the last 30 days").format(substance=called(row), days=figure(days))
        found.add(f"{name}_days", days, words, on)
        if len(counts) == len(rows) or days > 0:
            found.add(f"{name}_use", YES if days > 0 else NO, words, on)
    if rows:
        _use_without_count(found, name, rows[0], on)
    elif standing.was_asked("substance_use"):
        words = _("no use of {substance} was told when substances were asked about").format(substance=_(CLASSES[name]))
        found.add(f"{name}_use", NO, words, on)
        found.add(f"{name}_days", 0.0, words, on)


def _use_without_count(found: Found, name: str, row: Row, on: datetime.date | None) -> None:
    """A listed substance is used unless it was last used longer ago than a month."""
    last = day(row, "last_use_on")
    if last and on and (on - last).days > _MONTH:
        found.add(f"{name}_use", NO, _("{substance}, not used for more than a month").format(substance=called(row)), on)
    else:
        found.add(f"{name}_use", YES, _("{substance} is among the substances told").format(substance=called(row)), on)


def _used(found: Found, grid: list[Row], on: datetime.date | None) -> None:
    names = {name for name in CLASSES if found.is_yes(f"{name}_use")}
    drugs = names - {"alcohol", "tobacco"}
    asked_all = all(f"{name}_use" in found.facts for name in CLASSES)
    using = names - {"tobacco"}
    for fact, some, no in (("drug_use", drugs, _("no drugs are used")), ("substance_use", using, _("nothing is used"))):
        words = ", ".join(called(row) for row in grid if text(row, "substance_class") in some)
        found.say(fact, YES if some else NO if asked_all else None, words, no, on)


def _supply(found: Found, grid: list[Row], on: datetime.date | None) -> None:
    rows = [
        row
        for row in grid
        if text(row, "substance_class") in SUPPLIED and found.is_yes(f"{text(row, 'substance_class')}_use")
    ]
    unknown = [row for row in rows if asked(row, "content_known") == NO]
    if unknown:
        names = ", ".join(called(row) for row in unknown)
        found.add("unknown_supply", YES, _("{substances} of unknown content").format(substances=names), on)
    elif (rows or found.is_no("drug_use")) and all(asked(row, "content_known") == YES for row in rows):
        found.add("unknown_supply", NO, _("the content of what is used is known"), on)


def _overdoses(found: Found, section: Row | None, on: datetime.date | None, table: Triggers) -> None:
    count, last = number(section, "overdoses"), day(section, "last_overdose_on")
    if count is None and last is None:
        return
    found.say("overdose", YES if count or last else NO, _("overdosed before"), _("no overdose"), on)
    if found.is_no("overdose"):
        found.add("overdose_recent", NO, _("no overdose"), on)
    elif last is not None:
        months = ((on or last) - last).days / 30.4
        is_recent = months <= table.numbers["overdose_months"]
        found.say(
            "overdose_recent",
            YES if is_recent else NO,
            _("an overdose in the last year"),
            _("no overdose in the last year"),
            on,
        )


def _drinking(found: Found, grid: list[Row], on: datetime.date, sex: str, table: Triggers) -> None:
    """Near-daily heavy drinking, and whether it stopped in the last days; the grid was asked on `on`."""
    rows = [row for row in grid if text(row, "substance_class") == "alcohol"]
    answers = [_is_heavy(row, sex, table) for row in rows]
    heavy = either(*answers) if answers else NO if found.is_no("alcohol_use") else None
    found.say("heavy_drinking", heavy, _("heavy drinking on most days"), _("no heavy drinking on most days"), on)
    lasts = [last for row in rows if (last := day(row, "last_use_on"))]
    if found.is_no("heavy_drinking"):
        found.add("heavy_drinking_stopped", NO, _("no heavy drinking on most days"), on)
    elif found.is_yes("heavy_drinking") and lasts:
        days = (on - max(lasts)).days
        stopped = YES if 0 <= days < table.numbers["just_stopped_days"] else NO
        words = _("heavy drinking on most days, last drink {days} days before it was asked").format(days=days)
        found.say("heavy_drinking_stopped", stopped, words, words, on)


def _is_heavy(row: Row, sex: str, table: Triggers) -> str | None:
    """Yes, no, or None where days or amount are missing or the amount is not in drinks."""
    days = number(row, "days_of_30")
    if days is None:
        return None
    if days < table.numbers["near_daily_days"]:
        return NO
    amount = number(row, "amount_high") or number(row, "amount_low")
    if amount is None or "drink" not in text(row, "amount_unit").lower():
        return None
    least = table.numbers["heavy_drinks_women" if sex == "female" else "heavy_drinks"]
    return YES if amount >= least else NO


def rows_of(standing: Standing, name: str) -> list[Row]:
    """The rows of the grid of one class."""
    return [row for row in standing.listed("substances") if value(row, "substance_class") == name]
