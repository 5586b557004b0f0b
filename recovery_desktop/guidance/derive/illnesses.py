"""Facts of conditions beside use: of mind and body, by what was diagnosed, told or found in a laboratory."""

from typing import NamedTuple

from recovery_desktop.guidance.derive.found import Found
from recovery_desktop.guidance.facts import NO, YES
from recovery_desktop.guidance.record import Row, Standing, text, value
from recovery_desktop.guidance.triggers import Triggers
from recovery_desktop.text import N_, _

_ACTIVE = ("", "active")
_EVER = ("", "active", "remission", "resolved")


class Condition(NamedTuple):
    """A condition that is a fact: by codes that begin so, or by words in what was told; `no` is said when asked.

    `lasting`: it counts in remission and after it as well.
    """

    fact: str
    codes: tuple[str, ...]
    words: str
    no: str
    lasting: bool = False


_CONDITIONS = (
    Condition("bipolar_history", ("F30", "F31"), "bipolar", N_("no bipolar disorder known"), lasting=True),
    Condition("depression", ("F32", "F33", "F34.1"), "", N_("no depression diagnosed")),
    Condition("anxiety", ("F40", "F41"), "", N_("no anxiety disorder diagnosed")),
    Condition("panic", ("F41.0",), "panic", N_("no panic told")),
    Condition("ptsd", ("F43.1",), "", N_("no PTSD diagnosed")),
    Condition(
        "psychotic_disorder", ("F20", "F22", "F23", "F25", "F28", "F29"), "", N_("no psychotic disorder diagnosed")
    ),
    Condition("borderline", ("F60.3",), "", N_("no borderline personality disorder diagnosed")),
    Condition("adhd", ("F90",), "adhd", N_("no ADHD known")),
    Condition("insomnia", ("G47.00", "G47.01", "F51.0"), "insomnia", N_("no insomnia told")),
    Condition(
        "liver_illness", ("K70", "K71", "K72", "K73", "K74", "K75", "K76", "B18"), "liver", N_("no liver illness known")
    ),
    Condition("kidney_illness", ("N17", "N18", "N19"), "kidney", N_("no kidney illness known")),
    Condition(
        "heart_illness",
        ("I20", "I21", "I24", "I25", "I42", "I47", "I48", "I49", "I50"),
        "heart",
        N_("no heart illness known"),
    ),
    Condition("brain_illness", ("S06", "F01", "F02", "F03", "F07", "I63", "I69"), "brain", N_("no brain injury known")),
)
_OF_THE_BODY = ("liver_illness", "kidney_illness", "heart_illness", "brain_illness")


_LOW = ("F32", "F33", "F34.1")


def find(found: Found, standing: Standing, table: Triggers) -> None:
    """Adds each condition by name, which of them began before use, and what social codes tell."""
    diagnoses = standing.dated("diagnoses", "diagnosed_on")
    for condition in _CONDITIONS:
        _condition(found, standing, condition, diagnoses, table)
    active = [row for row in diagnoses if text(row, "status") in _ACTIVE]
    _beside_use(found, [row for row in active if text(row, "kind") == "mental"])
    _social(found, {text(row, "code") for row in active})


def _condition(found: Found, standing: Standing, condition: Condition, diagnoses: list[Row], table: Triggers) -> None:
    states = _EVER if condition.lasting else _ACTIVE
    named = [
        row for row in diagnoses if text(row, "code").startswith(condition.codes) and text(row, "status") in states
    ]
    named += _told(standing, condition, table)
    section = "physical_health" if condition.fact in _OF_THE_BODY else "psychiatric_history"
    if named:
        words = ", ".join(dict.fromkeys(_called(row) for row in named))
        found.add(condition.fact, YES, words, standing.asked_on(section))
    elif standing.was_asked(section):
        found.add(condition.fact, NO, _(condition.no), standing.asked_on(section))


def _told(standing: Standing, condition: Condition, table: Triggers) -> list[Row]:
    """The concerns, laboratory results and earlier treatment that speak of a condition."""
    if not condition.words:
        return []
    told = [row for row in standing.listed("health_concerns") if table.finds(condition.words, text(row, "name"))]
    history = standing.section("psychiatric_history")
    if history is not None and table.finds(condition.words, text(history, "treatment_detail")):
        told.append(history)
    return [*told, *_abnormal(standing, condition.words, table)]


def _abnormal(standing: Standing, words: str, table: Triggers) -> list[Row]:
    """The newest laboratory result about an organ, if it is abnormal."""
    tests = standing.dated("test_results", "taken_on")
    named = [row for row in tests if table.finds(words, text(row, "tested_for"))]
    newest = max(named, key=lambda row: str(value(row, "taken_on") or ""), default=None)
    return [newest] if newest is not None and text(newest, "result") == "abnormal" else []


def _called(row: Row) -> str:
    """A condition by its name, or by the test or the treatment that tells of it."""
    if tested := text(row, "tested_for"):
        return _("{test}: abnormal").format(test=tested)
    return text(row, "name") or text(row, "treatment_detail")


def _beside_use(found: Found, mental: list[Row]) -> None:
    if mental:
        found.add("co_occurring", YES, ", ".join(text(row, "name") for row in mental))
    low = [row for row in mental if text(row, "code").startswith(_LOW) and value(row, "onset") == "before"]
    if low:
        words = _("{name} that began before use").format(name=text(low[0], "name"))
        found.add("depression_before_use", YES, words)


def _social(found: Found, codes: set[str]) -> None:
    if "Z69.11" in codes:
        found.add("partner_code", YES, _("a code for partner violence is recorded"), private=True)
    if "Z63.72" in codes:
        found.add("family_use_code", YES, _("use in the family is recorded as a social factor"))
