"""Facts of diagnoses: use disorders with their severity, co-occurring conditions, illnesses of the body.

Severity follows `diagnoses.code_for` where topics are recorded, so that guidance and diagnosis never count apart.
"""

from collections.abc import Callable
from typing import NamedTuple

from recovery_desktop.diagnoses import TOPICS, code_for
from recovery_desktop.guidance.derive.found import Found
from recovery_desktop.guidance.derive.substances import CLASSES, rows_of
from recovery_desktop.guidance.facts import NO, YES
from recovery_desktop.guidance.record import Row, Standing, asked, first, number, text, value
from recovery_desktop.guidance.triggers import Triggers
from recovery_desktop.text import N_, _

SEVERITIES = ("none", "remission", "mild", "moderate", "severe")
"""From the least to the most that has to be done about it."""
_NAMES = {
    "alcohol": N_("alcohol use disorder"),
    "opioid": N_("opioid use disorder"),
    "cannabis": N_("cannabis use disorder"),
    "sedative": N_("sedative use disorder"),
    "cocaine": N_("cocaine use disorder"),
    "stimulant": N_("stimulant use disorder"),
    "hallucinogen": N_("hallucinogen use disorder"),
    "phencyclidine": N_("phencyclidine use disorder"),
    "inhalant": N_("inhalant use disorder"),
    "tobacco": N_("tobacco use disorder"),
    "other": N_("other substance use disorder"),
}
_WORDS = {"mild": N_("mild"), "moderate": N_("moderate"), "severe": N_("severe"), "remission": N_("in remission")}
_STEMS = {
    "F10": "alcohol",
    "F11": "opioid",
    "F12": "cannabis",
    "F13": "sedative",
    "F14": "cocaine",
    "F15": "stimulant",
    "F16": "hallucinogen",
    "F17": "tobacco",
    "F18": "inhalant",
    "F19": "other",
}
_HOLDS = ("", "active", "remission")


class Condition(NamedTuple):
    """A condition that is a fact: by codes that begin so, or by words in what was told; `no` is said when asked."""

    fact: str
    codes: tuple[str, ...]
    words: str
    no: str


_CONDITIONS = (
    Condition("bipolar_history", ("F30", "F31"), "bipolar", N_("no bipolar disorder known")),
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


def find(found: Found, standing: Standing, table: Triggers) -> None:
    """Adds use disorders by class and together, and the conditions by name."""
    held = [row for row in standing.dated("diagnoses", "diagnosed_on") if text(row, "status") in _HOLDS]
    for name in CLASSES:
        _disorder(found, standing, name, held)
    _together(found)
    concerns = standing.listed("health_concerns")
    for condition in _CONDITIONS:
        _condition(found, standing, condition, held, concerns, table)
    _pairs(found, held)


def _disorder(found: Found, standing: Standing, name: str, held: list[Row]) -> None:
    """The severest of what was diagnosed and what the topics come to; a remission that was diagnosed is believed."""
    diagnosed = [row for row in held if _class_of(row) == name]
    remission = [row for row in diagnosed if text(row, "remission") or text(row, "status") == "remission"]
    levels = [] if remission else [level for row in rows_of(standing, name) if (level := _by_topics(name, row))]
    levels += ["remission" if row in remission else _diagnosed(row) for row in diagnosed]
    if levels:
        level = max(levels, key=SEVERITIES.index)
        found.add(f"{name}_disorder", level, _said(name, level), standing.asked_on("substance_use"))
    elif found.is_no(f"{name}_use") and standing.was_asked("substance_use"):
        found.add(f"{name}_disorder", "none", found.words(f"{name}_use"), standing.asked_on("substance_use"))


def _said(name: str, level: str) -> str:
    disorder = _(_NAMES[name])
    if level == "none":
        return _("no {disorder}").format(disorder=disorder)
    return _("{disorder}, {severity}").format(disorder=disorder, severity=_(_WORDS[level]))


def _class_of(row: Row) -> str:
    return _STEMS.get(text(row, "code")[:3], "") if text(row, "kind") in ("", "use_disorder") else ""


def _diagnosed(row: Row) -> str:
    """The recorded severity; without one the code tells mild (.1) from moderate or severe (.2)."""
    return text(row, "severity") or ("mild" if text(row, "code")[4:5] == "1" else "moderate")


def _by_topics(name: str, row: Row) -> str | None:
    """The severity by the topics; None while what is unanswered could still make a disorder of it."""
    topics = first(row, "topics")
    if topics is None:
        return None
    met = [topic for topic in TOPICS if asked(topics, topic) == YES]
    is_open = any(asked(topics, topic) is None for topic in TOPICS)
    counted = number(topics, "met")
    try:
        prescribed = asked(row, "taken_as_prescribed") == YES
        if not met and counted is not None:
            return code_for(name, int(counted), taken_as_prescribed=prescribed).severity
        severity = code_for(name, met, taken_as_prescribed=prescribed).severity
    except ValueError:  # a number alone says nothing of a medicine taken as prescribed
        return None
    return None if severity == "none" and is_open else severity


def _together(found: Found) -> None:
    """The severest use disorder but tobacco's, and of drugs alone; none only when every class is known."""
    for fact, names in (
        ("use_disorder", set(CLASSES) - {"tobacco"}),
        ("drug_disorder", set(CLASSES) - {"tobacco", "alcohol"}),
    ):
        known = [
            found.facts[f"{name}_disorder"] for name in CLASSES if name in names and f"{name}_disorder" in found.facts
        ]
        worst = max(known, key=lambda one: SEVERITIES.index(str(one.value)), default=None)
        if worst is None:
            continue
        if worst.value != "none":
            same = [one.words for one in known if one.value == worst.value]
            found.add(fact, worst.value, ", ".join(same), worst.on)
        elif len(known) == len(names):
            found.add(fact, "none", _("no use disorder"), worst.on)


def _condition(
    found: Found, standing: Standing, condition: Condition, held: list[Row], concerns: list[Row], table: Triggers
) -> None:
    coded = [
        row for row in held if text(row, "code").startswith(condition.codes) and text(row, "status") != "remission"
    ]
    told = [row for row in concerns if condition.words and table.finds(condition.words, text(row, "name"))]
    section = "physical_health" if condition.fact in _OF_THE_BODY else "psychiatric_history"
    if condition.fact == "bipolar_history" and table.finds(
        "bipolar", text(standing.section(section), "treatment_detail")
    ):
        told = [*told, *filter(None, [standing.section(section)])]
    told = [*told, *_abnormal(standing, condition.words, table)]
    if coded or told:
        names = [_called(row) for row in [*coded, *told]]
        found.add(condition.fact, YES, ", ".join(dict.fromkeys(names)), standing.asked_on(section))
    elif standing.was_asked(section):
        found.add(condition.fact, NO, _(condition.no), standing.asked_on(section))


def _abnormal(standing: Standing, words: str, table: Triggers) -> list[Row]:
    """The newest laboratory result about an organ, if it is abnormal."""
    tests = standing.dated("test_results", "taken_on") if words else []
    named = [row for row in tests if table.finds(words, text(row, "tested_for"))]
    newest = max(named, key=lambda row: str(value(row, "taken_on") or ""), default=None)
    return [newest] if newest is not None and text(newest, "result") == "abnormal" else []


def _called(row: Row) -> str:
    """A condition by its name, or by the test or the treatment that tells of it."""
    if tested := text(row, "tested_for"):
        return _("{test}: abnormal").format(test=tested)
    return text(row, "name") or text(row, "treatment_detail")


def _pairs(found: Found, held: list[Row]) -> None:
    mental = [row for row in held if text(row, "kind") == "mental"]
    if mental:
        found.add("co_occurring", YES, ", ".join(text(row, "name") for row in mental))
    is_before: Callable[[Row], bool] = lambda row: value(row, "onset") == "before"  # noqa: E731
    first_low = [row for row in mental if text(row, "code").startswith(("F32", "F33", "F34.1")) and is_before(row)]
    if first_low:
        found.add(
            "depression_before_use", YES, _("{name} that began before use").format(name=text(first_low[0], "name"))
        )
    social = frozenset(text(row, "code") for row in held if text(row, "code").startswith("Z"))
    if "Z69.11" in social:
        found.add("partner_code", YES, _("a code for partner violence is recorded"), private=True)
    if "Z63.72" in social:
        found.add("family_use_code", YES, _("use in the family is recorded as a social factor"))
