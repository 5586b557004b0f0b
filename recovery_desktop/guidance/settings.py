"""The rules of the Care Intensity Guide: from five answers to a setting and the care that runs beside it.

Own work, edition 1, in words of the public domain (SAMHSA TEDS); no dimension, rating or level of a protected standard.
Wishes and readiness shape how help is offered, not how much.
"""

import itertools
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

LEVELS = ("none", "mild", "planned", "days", "now")
UNKNOWN = "unknown"
_NONE, _MILD, _PLANNED, _DAYS, _NOW = range(5)
_EMERGENCY_GATES = frozenset({"G01", "G03", "G10", "G16"})
_DISORDERS = ("mild", "moderate", "severe")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What counts beside the answers.

    `from_alcohol_or_sedatives` is how much of the first answer comes from those: opioid withdrawal alone asks for
    medicine, never for a bed. `disorder` is the severest use disorder but tobacco's, empty while not known.
    """

    gates: Set[str] = frozenset()
    from_alcohol_or_sedatives: str = "none"
    disorder: str = ""
    sober_helper: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """The rule that was met first, the setting it gives, and the withdrawal care that rule 2 adds."""

    rule: int | None
    setting: str
    withdrawal: str


def decide(levels: Mapping[str, str], around: Circumstances) -> Decision:
    """The decision for five answers by question. An answer that is not known counts as the least: the setting is then
    the least that is known to be needed."""
    of = {question: _number(level) for question, level in levels.items()}
    withdrawal = _withdrawal(levels, of, around)
    rule, setting = _setting(of, around)
    if all(level == UNKNOWN for level in levels.values()) and rule == 6 and not around.disorder:
        rule, setting = None, ""
    return Decision(rule, setting, withdrawal)


def _number(level: str) -> int:
    return LEVELS.index(level) if level in LEVELS else _NONE


def _setting(of: Mapping[str, int], around: Circumstances) -> tuple[int | None, str]:
    """Rule 1 and rules 3 to 6: the first that is met."""
    stopping, body, mind = of["stopping_safely"], of["body"], of["mind_and_safety"]
    pull, home = of["pull_back_to_use"], of["home_and_days"]
    if _NOW in (stopping, body, mind) or _EMERGENCY_GATES & around.gates:
        return 1, "emergency"
    if _DAYS in (body, mind) and max(pull, home) >= _DAYS:
        bed = _number(around.from_alcohol_or_sedatives) >= _DAYS and body >= _DAYS
        return 3, "hospital" if bed else "residential"
    if home == _NOW or (pull >= _DAYS and home >= _DAYS):
        return 4, "residential"
    if mind >= _DAYS or pull >= _DAYS or sum(each >= _PLANNED for each in (mind, pull, home)) >= 2:
        return 5, "intensive_outpatient"
    if around.disorder in _DISORDERS:
        return 6, "outpatient"
    return (6, "checkups") if around.disorder else (6, "")


def _withdrawal(levels: Mapping[str, str], of: Mapping[str, int], around: Circumstances) -> str:
    """Rule 2. Ambulatory care needs to be known to be safe, so what is not known speaks against it."""
    from_what = _number(around.from_alcohol_or_sedatives)
    if from_what <= _MILD:
        return "none"
    if from_what >= _DAYS:
        return "hospital" if from_what == _NOW else "day_and_night"
    asked = all(levels[each] != UNKNOWN for each in ("body", "mind_and_safety", "home_and_days"))
    is_safe = of["body"] <= _MILD and of["mind_and_safety"] <= _PLANNED and of["home_and_days"] <= _PLANNED
    return "ambulatory" if asked and is_safe and around.sober_helper else "day_and_night"


def other_answers(levels: Mapping[str, str], around: Circumstances) -> list[tuple[str, str, Decision]]:
    """For each question the nearest lower and the nearest higher answer that would lead elsewhere, and where."""
    now = decide(levels, around)
    found = []
    for question, level in levels.items():
        here = _number(level)
        lower = [LEVELS[each] for each in range(here - 1, -1, -1)] if level != UNKNOWN else []
        higher = [LEVELS[each] for each in range(here + 1, len(LEVELS))]
        for way in (lower, higher):
            tried = ((each, decide({**levels, question: each}, _with(around, question, each))) for each in way)
            other = next(((each, then) for each, then in tried if then != now and then.setting), None)
            if other is not None:
                found.append((question, *other))
    return found


def pairs_lower(levels: Mapping[str, str], around: Circumstances) -> list[tuple[str, str, Decision]]:
    """Which two answers would both have to be mild at the most to lead elsewhere, and where."""
    now = decide(levels, around)
    high = [question for question, level in levels.items() if _number(level) > _MILD]
    found = []
    for one, other in itertools.combinations(high, 2):
        less = _with(_with(around, one, "mild"), other, "mild")
        then = decide({**levels, one: "mild", other: "mild"}, less)
        if then != now and then.setting:
            found.append((one, other, then))
    return found


def _with(around: Circumstances, question: str, level: str) -> Circumstances:
    """Another first answer changes what comes from alcohol or sedatives, where that is what it is about."""
    if question != "stopping_safely" or around.from_alcohol_or_sedatives == "none":
        return around
    return replace(around, from_alcohol_or_sedatives=level)
