"""Checks on diagnoses: each with its code and who made it, and one owner for conditions that go together."""

from collections.abc import Iterator

from recovery_desktop.plans.readiness_checks.looked import Gap, Looked, at, is_blank, said_of, without
from recovery_desktop.plans.short import short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.diagnoses import ACTIVE, CoOccurring, Diagnosis
from recovery_desktop.text import _


def diagnoses_with_code(looked: Looked) -> Iterator[Gap]:
    """At least one diagnosis holds, and each that does has a code."""
    rows = _active(looked)
    if not rows:
        yield without(Diagnosis, _("no diagnosis is entered"))
    for row in rows:
        if is_blank(row, "code"):
            yield at(row, "code", said_of(short(row["name"]), _("no code")))


def diagnosis_by_whom(looked: Looked) -> Iterator[Gap]:
    """Of each diagnosis it is said who made it, or who is to confirm it."""
    for row in _active(looked):
        if is_blank(row, "diagnosed_by") and is_blank(row, "to_be_confirmed_by"):
            words = said_of(short(row["name"]), _("not said who made it, or who is to confirm it"))
            yield at(row, "diagnosed_by", words)


def co_occurring_owner(looked: Looked) -> Iterator[Gap]:
    """Where substance use and a mental health condition go together, it is said who treats them."""
    rows = _active(looked)
    if not any(row["kind"] == "use_disorder" for row in rows):
        return
    pairs = looked.episode.rows("co_occurring")
    paired = {one.number for row in pairs if (one := row.ref("condition")) is not None}
    for row in rows:
        if row["kind"] == "mental" and row.number not in paired:
            lacks = _("not said how it goes with the use, and who treats it")
            yield without(CoOccurring, said_of(short(row["name"]), lacks))
    for row in pairs:
        if is_blank(row, "treated_by"):
            condition = row.ref("condition")
            name = short(condition["name"]) if condition is not None else ""
            yield at(row, "treated_by", said_of(name, _("not said who treats it")))


def _active(looked: Looked) -> list[Entry]:
    return [row for row in looked.episode.rows("diagnoses") if row["status"] in ACTIVE]
