"""Facts of use disorders: how severe each is, and the severest of all.

Severity follows `diagnoses.code_for` where topics are recorded, so that guidance and diagnosis never count apart.
"""

from recovery_desktop.diagnoses import TOPICS, code_for
from recovery_desktop.guidance.derive.found import Found
from recovery_desktop.guidance.derive.substances import CLASSES, rows_of
from recovery_desktop.guidance.facts import YES
from recovery_desktop.guidance.record import Row, Standing, asked, first, number, text
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


def find(found: Found, standing: Standing) -> None:
    """Adds the use disorder of each class, and the severest; what is used comes before."""
    held = [row for row in standing.dated("diagnoses", "diagnosed_on") if text(row, "status") in _HOLDS]
    for name in CLASSES:
        _disorder(found, standing, name, held)
    _together(found, "use_disorder", [name for name in CLASSES if name != "tobacco"])
    _together(found, "drug_disorder", [name for name in CLASSES if name not in ("tobacco", "alcohol")])


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


def _together(found: Found, fact: str, names: list[str]) -> None:
    """The severest of these; none only when each of them is known to be none."""
    known = [found.facts[f"{name}_disorder"] for name in names if f"{name}_disorder" in found.facts]
    worst = max(known, key=lambda one: SEVERITIES.index(str(one.value)), default=None)
    if worst is None:
        return
    if worst.value != "none":
        same = [one.words for one in known if one.value == worst.value]
        found.add(fact, worst.value, ", ".join(same), worst.on)
    elif len(known) == len(names):
        found.add(fact, "none", _("no use disorder"), worst.on)
