"""The Care Intensity Guide for one client: answers filled in from facts, the rule they meet, what would change it."""

from collections.abc import Mapping
from dataclasses import replace

from recovery_desktop.guidance.book import Book
from recovery_desktop.guidance.conditions import Known
from recovery_desktop.guidance.facts import Fact, Facts
from recovery_desktop.guidance.firing import because_of, holding, known
from recovery_desktop.guidance.reading import QUESTIONS
from recovery_desktop.guidance.results import Answer, Intensity
from recovery_desktop.guidance.rules import Prefill
from recovery_desktop.guidance.settings import (
    LEVELS,
    UNKNOWN,
    Circumstances,
    Decision,
    decide,
    other_answers,
    pairs_lower,
)
from recovery_desktop.guidance.vocabulary import OPEN_GATES, RULE, SETTING, WITHDRAWAL_CARE
from recovery_desktop.text import N_, _

EDITION = "1"
_ASKS = {
    "stopping_safely": (N_("Stopping safely"), N_("Is it safe to stop or cut down without medical care?")),
    "body": (N_("Body"), N_("Does the body need care soon?")),
    "mind_and_safety": (N_("Mind and safety"), N_("Is the person safe from harm, and able to think and choose?")),
    "pull_back_to_use": (N_("Pull back to use"), N_("How likely is return to dangerous use or overdose?")),
    "home_and_days": (N_("Home and days"), N_("Can home, people and the week carry treatment?")),
}
_LEVELS = {
    "none": N_("none"),
    "mild": N_("mild"),
    "planned": N_("planned help"),
    "days": N_("help within days"),
    "now": N_("now"),
    UNKNOWN: N_("not known yet"),
}
_SETTINGS = {
    "": N_("not enough is known yet"),
    "checkups": N_("recovery check-ups"),
    "outpatient": N_("outpatient"),
    "intensive_outpatient": N_("intensive outpatient or day program"),
    "residential": N_("residential (24-hour)"),
    "hospital": N_("hospital"),
    "emergency": N_("emergency evaluation; no routine setting until cleared"),
}
_RULES = {
    1: N_("Stopping, body or mind needs help now, or an emergency gate is open."),
    3: N_("Body or mind needs help within days, and so does the pull back to use or the home."),
    4: N_("The home cannot carry treatment now, or pull and home both need help within days."),
    5: N_("Mind or pull needs help within days, or two of mind, pull and home need planned help."),
    6: N_("No other rule of the guide is met; the use disorder decides."),
}
_WITHDRAWAL = {
    "ambulatory": N_("withdrawal care as an outpatient"),
    "day_and_night": N_("24-hour withdrawal care"),
    "hospital": N_("withdrawal care in hospital"),
}
_BESIDE = {
    "residential": {3: N_("with medical and psychiatric capability"), 4: N_("with housing and safety work")},
}
_TRACKS = {
    "emergency": N_("emergency evaluation"),
    "opioid_medicine": N_("medicine for opioid use, offered in every setting: ask a prescriber today"),
    "alcohol_medicine": N_("medicine for alcohol use, offered in every setting: ask a prescriber"),
    "nicotine_medicine": N_("medicine for nicotine use, offered in every setting: ask a prescriber"),
    "outreach": N_("motivational enhancement and outreach"),
}


def guide(facts: Facts, book: Book, chosen: Mapping[str, str] | None = None) -> tuple[Intensity, tuple[Fact, ...]]:
    """The guide's outcome, and the facts that it adds for rules. `chosen` are answers the counselor changed.

    An emergency lasts until a response is recorded at its gate: then the other answers give the setting.
    """
    values, chosen = known(facts, book.table), chosen or {}
    answers, levels, withdrawal = _answers(facts, book, values, chosen)
    gates = facts.value(OPEN_GATES)
    around = Circumstances(
        gates if isinstance(gates, frozenset) else frozenset(),
        withdrawal,
        str(facts.value("use_disorder") or ""),
        facts.is_yes("sober_helper"),
    )
    decision = decide(levels, around)
    names = _track_names(facts, decision, book)
    intensity = Intensity(
        edition=EDITION,
        answers=answers,
        rule=decision.rule,
        rule_words=_(_RULES.get(decision.rule or 0, "")),
        setting=decision.setting,
        setting_words=_setting_words(decision),
        withdrawal=decision.withdrawal,
        withdrawal_words=_(_WITHDRAWAL[decision.withdrawal]) if decision.withdrawal in _WITHDRAWAL else "",
        tracks=tuple(_(_TRACKS[name] if name in _TRACKS else _WITHDRAWAL[name]) for name in names),
        would_change=(*_would_change(levels, around, decision), *_once_cleared(facts, book, chosen, around, decision)),
        provisional=UNKNOWN in levels.values() or not decision.setting,
    )
    return intensity, _as_facts(intensity, decision)


def _answers(
    facts: Facts, book: Book, values: Known, chosen: Mapping[str, str]
) -> tuple[tuple[Answer, ...], dict[str, str], str]:
    """The five answers, their levels, and how much of the first comes from alcohol or sedatives."""
    held = ((prefill, holding(prefill.when, values)) for prefill in book.prefills)
    found = [(prefill, which) for prefill, which in held if which and not holding(prefill.unless, values)]
    levels, answers = {}, []
    for question in QUESTIONS:
        own = [(prefill, held) for prefill, held in found if prefill.question == question]
        level = _highest([prefill for prefill, _held in own])
        because = because_of([one for prefill, held in own if prefill.level == level for one in held], facts)
        is_changed = question in chosen and chosen[question] != level
        levels[question] = chosen.get(question, level)
        reason = (
            _("changed by the counselor") if is_changed else _reason([p for p, _h in own if p.level == level], because)
        )
        answers.append(Answer(question, _(_ASKS[question][1]), levels[question], because, reason, not is_changed))
    first = [prefill for prefill, _held in found if prefill.question == QUESTIONS[0] and prefill.withdrawal != "opioid"]
    return tuple(answers), levels, _from_what(first, levels[QUESTIONS[0]], QUESTIONS[0] in chosen)


def _highest(prefills: list[Prefill]) -> str:
    return max((prefill.level for prefill in prefills), key=LEVELS.index, default=UNKNOWN)


def _from_what(prefills: list[Prefill], level: str, is_chosen: bool) -> str:
    """The level by alcohol and sedatives alone; where the counselor chose another, theirs, if those are in it."""
    filled = _highest(prefills)
    if filled in (UNKNOWN, "none"):
        return "none"
    return level if is_chosen else filled


def _reason(prefills: list[Prefill], because: tuple[Fact, ...]) -> str:
    if not prefills:
        return _("not known yet")
    said = next((prefill.reason for prefill in prefills if prefill.reason), "")
    return said or "; ".join(fact.words for fact in because)


def _setting_words(decision: Decision) -> str:
    beside = _BESIDE.get(decision.setting, {}).get(decision.rule or 0, "")
    return ", ".join(filter(None, [_(_SETTINGS[decision.setting]), _(beside)]))


def _track_names(facts: Facts, decision: Decision, book: Book) -> tuple[str, ...]:
    """What runs beside the setting. Medicine never depends on it, nor on anything else."""
    low = book.table.numbers["low_ruler"]
    rulers = [fact.value for name in ("importance", "readiness") if (fact := facts.get(name))]
    opioid = facts.value("opioid_disorder") in ("moderate", "severe") or facts.is_yes("opioid_withdrawal_expected")
    holding_now = {
        "emergency": decision.rule == 1,
        decision.withdrawal: decision.withdrawal != "none",
        "opioid_medicine": opioid,
        "alcohol_medicine": facts.value("alcohol_disorder") in ("moderate", "severe"),
        "nicotine_medicine": facts.is_yes("tobacco_use"),
        "outreach": any(isinstance(ruler, float) and ruler <= low for ruler in rulers),
    }
    return tuple(name for name, is_so in holding_now.items() if is_so)


def _would_change(levels: Mapping[str, str], around: Circumstances, now: Decision) -> tuple[str, ...]:
    said = []
    others = other_answers(levels, around)
    alike: dict[tuple[str, str], list[str]] = {}
    for question, level, then in others:
        title = _("“{question}”").format(question=_(_ASKS[question][0]))
        alike.setdefault((level, _result(now, then)), []).append(title)
    for (level, result), questions in alike.items():
        words = _("{questions} answered with “{level}”: {result}")
        said.append(words.format(questions=_either(questions), level=_(_LEVELS[level]), result=result))
    if not any(
        LEVELS.index(level) < LEVELS.index(levels[question])
        for question, level, _then in others
        if levels[question] != UNKNOWN
    ):
        for one, other, then in pairs_lower(levels, around):
            words = _("“{one}” and “{other}” both at most mild: {result}")
            said.append(words.format(one=_(_ASKS[one][0]), other=_(_ASKS[other][0]), result=_result(now, then)))
    if now.withdrawal == "day_and_night":
        helped = decide(levels, Circumstances(around.gates, around.from_alcohol_or_sedatives, around.disorder, True))
        if helped.withdrawal != now.withdrawal:
            said.append(_("with a sober helper: {result}").format(result=_(_WITHDRAWAL[helped.withdrawal])))
    return tuple(said)


def _either(titles: list[str]) -> str:
    """One of several: “a, b or c”."""
    *others, last = titles
    return _("{others} or {last}").format(others=", ".join(others), last=last) if others else last


def _once_cleared(
    facts: Facts, book: Book, chosen: Mapping[str, str], around: Circumstances, now: Decision
) -> tuple[str, ...]:
    """Where the answers lead once a response is recorded at every emergency gate."""
    if now.rule != 1 or not around.gates:
        return ()
    values = known(facts.joined_by([Fact(OPEN_GATES, frozenset(), "")]), book.table)
    _answered, levels, withdrawal = _answers(facts, book, values, chosen)
    then = decide(levels, replace(around, gates=frozenset(), from_alcohol_or_sedatives=withdrawal))
    if then.rule == 1:
        return ()
    return (_("once the emergency is cleared and recorded: {result}").format(result=_result(now, then)),)


def _result(now: Decision, then: Decision) -> str:
    """Where it would lead: the setting when that differs, else the withdrawal care."""
    if then.setting != now.setting or then.withdrawal == now.withdrawal:
        return _setting_words(then)
    return _(_WITHDRAWAL[then.withdrawal]) if then.withdrawal in _WITHDRAWAL else _("no withdrawal care")


def _as_facts(intensity: Intensity, decision: Decision) -> tuple[Fact, ...]:
    words = _("Care Intensity Guide: {setting}").format(setting=intensity.setting_words)
    care = _(_WITHDRAWAL.get(decision.withdrawal, N_("no withdrawal care")))
    facts = [Fact(WITHDRAWAL_CARE, decision.withdrawal, _("Care Intensity Guide: {setting}").format(setting=care))]
    if decision.setting:
        facts.append(Fact(SETTING, decision.setting, words))
    if decision.rule is not None and decision.setting:
        rule = _("Care Intensity Guide, rule {number}: {setting}").format(
            number=decision.rule, setting=intensity.setting_words
        )
        facts.append(Fact(RULE, float(decision.rule), rule))
    return tuple(facts)
