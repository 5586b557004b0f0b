"""Facts of withdrawal: from opioids, there or to be expected, and the risk of it from alcohol."""

import datetime

from recovery_desktop.guidance.derive.found import Found
from recovery_desktop.guidance.derive.medicines import begun_on
from recovery_desktop.guidance.derive.substances import rows_of
from recovery_desktop.guidance.facts import NO, YES
from recovery_desktop.guidance.record import Standing, asked, first
from recovery_desktop.guidance.triggers import Triggers
from recovery_desktop.text import _


def find(found: Found, standing: Standing, table: Triggers) -> None:
    """Adds whether there is withdrawal or some to be expected; use, disorders, medicines and scores come before."""
    on = standing.asked_on("substance_use")
    _opioid_withdrawal(found, begun_on(standing, "opioid_agonist", table), table)
    _opioid_withdrawal_expected(found, standing, table, on)
    _alcohol_withdrawal(found, on, table.numbers["near_daily_days"])


def _opioid_withdrawal(found: Found, medicine_since: datetime.date | None, table: Triggers) -> None:
    """By the scale, unless methadone or buprenorphine was begun since."""
    rated = found.facts.get("cows_so_far")
    if rated is None or not isinstance(rated.value, float):
        return
    begun = medicine_since is not None and rated.on is not None and medicine_since >= rated.on
    if rated.value >= table.numbers["cows_withdrawal"] and not begun:
        found.add("opioid_withdrawal", YES, rated.words, rated.on)
    elif begun or "cows" in found.facts:
        found.add("opioid_withdrawal", NO, found.words("opioid_agonist") if begun else rated.words, rated.on)


def _opioid_withdrawal_expected(found: Found, standing: Standing, table: Triggers, on: datetime.date | None) -> None:
    """By what was told; who takes methadone or buprenorphine is to go on with it, which is another matter."""
    days = found.facts.get("opioid_days")
    topics = [first(row, "topics") for row in rows_of(standing, "opioid")]
    told = any(each is not None and asked(each, "withdrawal") == YES for each in topics)
    daily = days is not None and isinstance(days.value, float) and days.value >= table.numbers["near_daily_days"]
    if found.is_yes("opioid_use") and (told or daily) and not found.is_yes("opioid_agonist"):
        why = _("withdrawal told") if told else found.words("opioid_days")
        words = _("opioid withdrawal is to be expected: {why}").format(why=why)
        found.add("opioid_withdrawal_expected", YES, words, on)
    elif found.is_no("opioid_use"):
        found.add("opioid_withdrawal_expected", NO, _("no opioid use, so no opioid withdrawal to expect"), on)


def _alcohol_withdrawal(found: Found, on: datetime.date | None, near_daily: float) -> None:
    days = found.facts.get("alcohol_days")
    if found.is_no("alcohol_use"):
        found.add("alcohol_withdrawal_risk", NO, _("no alcohol use"), on)
    elif days is not None and isinstance(days.value, float):
        severity = found.facts.get("alcohol_disorder")
        is_bad = severity is not None and severity.value in ("moderate", "severe")
        risk = YES if days.value >= near_daily or is_bad else NO
        words = days.words if severity is None else f"{days.words}; {severity.words}"
        found.say("alcohol_withdrawal_risk", risk, words, words, on)
