"""Which of the diagnoses is principal: exactly one is to be, and what is to be done until it is so."""

from collections.abc import Iterable

from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.diagnoses import OVER
from recovery_desktop.text import _


def principal_to_choose(rows: Iterable[Entry]) -> str:
    """What is to be done so that one of an episode's diagnoses is principal; empty when one is, or when there is none
    to choose.

    A social factor cannot be the only one; called principal beside a diagnosis it is one too many all the same.
    """
    holding = holding_still(rows)
    diagnoses = [row for row in holding if row["kind"] != "social"]
    principal = [row for row in holding if row["role"] == "principal"]
    if not diagnoses:
        return ""
    if not any(row in principal for row in diagnoses):
        return _("No diagnosis is principal yet. Choose the one that treatment is mainly for.")
    return _too_many([joined([row["code"], row["name"]], " ") for row in principal]) if len(principal) > 1 else ""


def holding_still(rows: Iterable[Entry]) -> list[Entry]:
    """The diagnoses that count: neither resolved nor ruled out."""
    return [row for row in rows if row["status"] not in OVER]


def _too_many(names: list[str]) -> str:
    if len(names) == 2:
        return _("Two are principal: {first} and {second}. Choose one.").format(first=names[0], second=names[1])
    return _("{count} are principal: {names}. Choose one.").format(count=len(names), names="; ".join(names))
