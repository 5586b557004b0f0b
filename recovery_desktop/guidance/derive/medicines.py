"""Facts of medicines, from the list of those taken, stopped and proposed."""

import datetime

from recovery_desktop.guidance.derive.found import Found, either
from recovery_desktop.guidance.facts import NO, YES
from recovery_desktop.guidance.record import Row, Standing, day, text
from recovery_desktop.guidance.triggers import Triggers
from recovery_desktop.text import N_, _

_TAKEN = (
    ("opioid_medicine", "opioid_medicine", N_("no opioid medicine")),
    ("opioid_agonist", "opioid_agonist", N_("no methadone or buprenorphine")),
    ("on_naltrexone", "naltrexone", N_("no naltrexone")),
    ("sedative_medicine", "sedative_medicine", N_("no benzodiazepine, barbiturate, Z-drug or GHB")),
    ("antidepressant", "antidepressant", N_("no antidepressant")),
)


def find(found: Found, standing: Standing, table: Triggers) -> None:
    """Adds which groups of medicines are taken, and what was tried or proposed."""
    rows = list(standing.client.rows("medications"))
    is_known = bool(rows) or text(standing.client, "medications_state") == "none"
    taken = [row for row in rows if _is_taken(row, standing.today)]
    for fact, words, no in _TAKEN:
        named = _named(taken, words, table)
        found.say(fact, YES if named else NO if is_known else None, _takes(_names(named)), _(no))
    planned = _named([row for row in rows if text(row, "status") == "proposed"], "opioid_medicine", table)
    planned = [row for row in planned if not table.finds("opioid_agonist", text(row, "name"))]
    found.say(
        "opioid_planned",
        YES if planned else NO if is_known else None,
        _planned(_names(planned)),
        _("no opioid is planned"),
    )
    stopped = [row for row in rows if text(row, "status") == "stopped" and row not in taken]
    tried = _names(_named(stopped, "alcohol_first_line", table))
    if tried:
        found.add("alcohol_medicine_tried", YES, _("{medicines} tried and stopped").format(medicines=tried))
    _regular_sedatives(found, table)


def begun_on(standing: Standing, words: str, table: Triggers) -> datetime.date | None:
    """Since when medicines of a group are taken, the newest of them."""
    taken = [row for row in standing.client.rows("medications") if _is_taken(row, standing.today)]
    return max((start for row in _named(taken, words, table) if (start := day(row, "started_on"))), default=None)


def _is_taken(row: Row, today: datetime.date) -> bool:
    """Whether a medicine is taken on a day, as far as its days are known."""
    starts, stops = day(row, "started_on"), day(row, "stopped_on")
    if starts is not None and starts > today:
        return False
    if text(row, "status") == "stopped":
        return stops is not None and today < stops
    return text(row, "status") in ("", "taking") and (stops is None or today < stops)


def _named(rows: list[Row], words: str, table: Triggers) -> list[Row]:
    return [row for row in rows if table.finds(words, text(row, "name"))]


def _names(rows: list[Row]) -> str:
    return ", ".join(text(row, "name") for row in rows)


def _takes(names: str) -> str:
    return _("takes {medicines}").format(medicines=names)


def _planned(names: str) -> str:
    return _("{medicines} may be needed soon").format(medicines=names)


def _regular_sedatives(found: Found, table: Triggers) -> None:
    """Use on many days, or a medicine of the group that is taken."""
    days = found.facts.get("sedative_days")
    by_days = None
    if days is not None and isinstance(days.value, float):
        by_days = YES if days.value >= table.numbers["regular_days"] else NO
    medicine = found.facts.get("sedative_medicine")
    answer = either(by_days, str(medicine.value) if medicine else None)
    yes = days.words if by_days == YES and days else found.words("sedative_medicine")
    found.say("regular_sedatives", answer, yes, _("no regular use of sedatives"))
