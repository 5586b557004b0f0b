"""From the topics met for one substance to severity, remission and code, with the way there in words.

Severity by the number of topics met in the same twelve months (0-1 none, 2-3 mild, 4-5 moderate, 6 or more severe) and
remission by months without any topic but craving (3 early, 12 sustained): as the inclusion terms of ICD-10-CM, release
of April 2026, tie the names of use disorders to its codes. The words for the topics are our own.
"""

import math
from collections.abc import Collection
from dataclasses import dataclass

from recovery_desktop.diagnoses.codes import lookup
from recovery_desktop.text import N_, _, ngettext

TOPICS = (
    "larger_or_longer", "cut_down", "time_spent", "craving", "role_failure", "people_problems", "activities_given_up",
    "hazardous", "health_harm", "tolerance", "withdrawal",
)  # fmt: skip
"""The eleven topics, in the order in which they are asked."""
SUPERVISED = ("tolerance", "withdrawal")
"""The topics that a medicine taken as prescribed brings by itself."""

NONE, MILD, MODERATE, SEVERE = "none", "mild", "moderate", "severe"
EARLY, SUSTAINED = "early", "sustained"
_FROM = ((6, SEVERE), (4, MODERATE), (2, MILD), (0, NONE))
_SEVERITY_WORDS = {MILD: N_("mild"), MODERATE: N_("moderate"), SEVERE: N_("severe")}
_EARLY_FROM, _SUSTAINED_FROM = 3, 12  # months
_REMISSION_WORDS = {EARLY: N_("in early remission"), SUSTAINED: N_("in sustained remission")}
_MAINTENANCE, _CONTROLLED = N_("on maintenance therapy"), N_("in a controlled environment")

_UNCOMPLICATED, _DELIRIUM, _PERCEPTUAL = "uncomplicated", "delirium", "perceptual"
_WITHDRAWALS = {
    _UNCOMPLICATED: N_("with withdrawal"),
    _DELIRIUM: N_("with withdrawal delirium"),
    _PERCEPTUAL: N_("with withdrawal and disturbed perception"),
}
_PRODUCTS = {"": "0", "cigarettes": "1", "chewing": "2", "other": "9"}
"""By kind of tobacco, its figure in the code; vaping is "other"."""


@dataclass(frozen=True, slots=True)
class _Substance:
    """A class of substances: how its use disorder is called, and what its codes are made of."""

    name: str
    stem: str
    withdrawals: tuple[str, ...] = (_UNCOMPLICATED,)  # those that have a code
    splits: bool = False  # whether the code tells kinds of withdrawal apart
    supervised: bool = False  # whether it may be a medicine that brings tolerance and withdrawal
    maintained: bool = False  # whether there is maintenance therapy


_ALL = tuple(_WITHDRAWALS)
_SUBSTANCES = {
    "alcohol": _Substance(N_("Alcohol use disorder"), "F10", _ALL, splits=True),
    "opioid": _Substance(N_("Opioid use disorder"), "F11", supervised=True, maintained=True),
    "cannabis": _Substance(N_("Cannabis use disorder"), "F12"),
    "sedative": _Substance(
        N_("Sedative, hypnotic or anxiolytic use disorder"), "F13", _ALL, splits=True, supervised=True
    ),
    "cocaine": _Substance(N_("Cocaine use disorder"), "F14"),
    "stimulant": _Substance(N_("Stimulant use disorder"), "F15", supervised=True),
    "hallucinogen": _Substance(N_("Hallucinogen use disorder"), "F16", ()),
    "phencyclidine": _Substance(N_("Phencyclidine use disorder"), "F16", ()),
    "tobacco": _Substance(N_("Tobacco use disorder"), "F17", maintained=True),
    "inhalant": _Substance(N_("Inhalant use disorder"), "F18", ()),
    "other": _Substance(N_("Other or unknown substance use disorder"), "F19", _ALL, splits=True),
}


@dataclass(frozen=True, slots=True)
class UseDisorder:
    """What topics and circumstances come to.

    `severity` is none, mild, moderate or severe; `remission` early, sustained or None; `code` is None without a use
    disorder. `specifiers` are further words that change no code. `topics_counted` are those that count, `display` names
    it all, `explanation` says in sentences how it was reached; `name` and `withdrawal` are parts of what is displayed.
    """

    severity: str
    code: str | None
    remission: str | None
    specifiers: tuple[str, ...]
    topics_counted: int
    display: str
    explanation: str
    name: str = ""
    withdrawal: str = ""


def code_for(
    substance_class: str,
    topics: int | Collection[str],
    *,
    taken_as_prescribed: bool = False,
    months_since: float | None = None,
    maintenance_therapy: bool = False,
    controlled_environment: bool = False,
    withdrawal: str | None = None,
    product: str | None = None,
) -> UseDisorder:
    """The use disorder that `topics` describe, for a clinician to confirm.

    `topics` are the names of those met in the same twelve months, or their number; under remission those of the worst
    twelve months. `months_since` counts the months without any topic but craving. `withdrawal` is uncomplicated,
    delirium or perceptual, `product` (of tobacco) cigarettes, chewing or other. Raises ValueError, with the reason, for
    what cannot be: an unknown name, a number for a medicine taken as prescribed, withdrawal in remission.
    """
    substance = _SUBSTANCES.get(substance_class)
    if substance is None:
        raise ValueError(f"There is no class {substance_class!r}; there are {', '.join(_SUBSTANCES)}.")
    counted, said = _count(substance, topics, taken_as_prescribed)
    severity = next(words for least, words in _FROM if counted >= least)
    said.append(_counted_words(counted, severity))
    remission = _remission(months_since) if severity != NONE else None
    _check(substance, remission, maintenance_therapy, withdrawal, product)
    if severity == NONE:
        return UseDisorder(NONE, None, None, (), counted, _("No use disorder"), " ".join(said))
    if remission:
        said.append(_remission_words(remission))
    specifiers = _specifiers(maintenance_therapy, bool(controlled_environment and remission))
    if controlled_environment and not remission:
        said.append(_("A controlled environment is only added to a remission."))
    code = _code(substance, severity, remission, withdrawal, product)
    said += _code_words(code, substance, severity, withdrawal)
    display = _display(substance, severity, remission, withdrawal, specifiers)
    withdrawn = _(_WITHDRAWALS[withdrawal]) if withdrawal else ""
    said_all = " ".join(said)
    return UseDisorder(severity, code, remission, specifiers, counted, display, said_all, _(substance.name), withdrawn)


def _count(substance: _Substance, topics: int | Collection[str], prescribed: bool) -> tuple[int, list[str]]:
    """How many topics count, and what is to be said of those that do not."""
    highest = len(TOPICS) if substance.withdrawals or substance.stem == "F17" else len(TOPICS) - 1
    if isinstance(topics, int) and not isinstance(topics, bool):
        if prescribed and substance.supervised:
            raise ValueError("Of a medicine taken as prescribed the names of the topics are needed, not their number.")
        if not 0 <= topics <= highest:
            raise ValueError(f"There are {highest} topics for this class, so their number is 0 to {highest}.")
        return topics, []
    names = _names(topics)
    said = []
    if "withdrawal" in names and highest < len(TOPICS):
        names.discard("withdrawal")
        said.append(_("Withdrawal is no topic for this class and does not count."))
    if prescribed and substance.supervised and names & set(SUPERVISED):
        names -= set(SUPERVISED)
        said.append(_("Taken as prescribed: tolerance and withdrawal do not count."))
    return len(names), said


def _names(topics: object) -> set[str]:
    if not isinstance(topics, Collection) or isinstance(topics, str | bytes):
        raise ValueError(f"Topics are their number or their names, not {topics!r}.")
    unknown = [each for each in topics if each not in TOPICS]
    if unknown:
        raise ValueError(f"There is no topic {unknown[0]!r}; there are {', '.join(TOPICS)}.")
    return set(topics)


def _remission(months: float | None) -> str | None:
    if months is None:
        return None
    if isinstance(months, bool) or not isinstance(months, int | float) or not math.isfinite(months) or months < 0:
        raise ValueError(f"Months without a topic are a number from 0 on, not {months!r}.")
    if months >= _SUSTAINED_FROM:
        return SUSTAINED
    return EARLY if months >= _EARLY_FROM else None


def _check(
    substance: _Substance, remission: str | None, maintenance: bool, withdrawal: str | None, product: str | None
) -> None:
    """Raises ValueError for what does not fit together."""
    if withdrawal is not None:
        _check_withdrawal(substance, withdrawal)
        if remission:
            raise ValueError(_("Withdrawal and remission exclude each other."))
    if product is not None and (substance.stem != "F17" or product not in _PRODUCTS or not product):
        raise ValueError("A product is cigarettes, chewing or other, and only tobacco has one.")
    if maintenance and not substance.maintained:
        raise ValueError("Maintenance therapy is a word of opioid and tobacco use disorders only.")


def _check_withdrawal(substance: _Substance, withdrawal: str) -> None:
    if withdrawal not in _WITHDRAWALS:
        raise ValueError(f"Withdrawal is {', '.join(_WITHDRAWALS)}, not {withdrawal!r}.")
    if not substance.withdrawals:
        raise ValueError(_("ICD-10-CM has no withdrawal for this class."))
    if withdrawal not in substance.withdrawals:
        words = _("ICD-10-CM has no code of its own for this class “{withdrawal}”; record that apart.")
        raise ValueError(words.format(withdrawal=_(_WITHDRAWALS[withdrawal])))


def _code(
    substance: _Substance, severity: str, remission: str | None, withdrawal: str | None, product: str | None
) -> str:
    """The one code that says it all: with withdrawal or remission it takes the place of the plain one."""
    if substance.stem == "F17":
        end = "3" if withdrawal else "1" if remission else "0"
        return f"F17.2{_PRODUCTS[product or '']}{end}"
    level = "1" if severity == MILD else "2"
    if withdrawal:
        kind = str(list(_WITHDRAWALS).index(withdrawal)) if substance.splits else ""
        return f"{substance.stem}.{level}3{kind}"
    return f"{substance.stem}.{level}{'1' if remission else '0'}"


def _specifiers(maintenance: bool, controlled: bool) -> tuple[str, ...]:
    return tuple(_(words) for words, holds in ((_MAINTENANCE, maintenance), (_CONTROLLED, controlled)) if holds)


def _display(
    substance: _Substance, severity: str, remission: str | None, withdrawal: str | None, specifiers: tuple[str, ...]
) -> str:
    parts = [_(substance.name), _(_SEVERITY_WORDS[severity])]
    parts += [_(_REMISSION_WORDS[remission])] if remission else []
    parts += [_(_WITHDRAWALS[withdrawal])] if withdrawal else []
    return ", ".join([*parts, *specifiers])


def _counted_words(counted: int, severity: str) -> str:
    met = ngettext("{count} topic is met", "{count} topics are met", counted).format(count=counted)
    if severity == NONE:
        return _("{met}; a use disorder begins with 2.").format(met=met)
    return _("{met}: {severity} (2 to 3 mild, 4 to 5 moderate, 6 or more severe).").format(
        met=met, severity=_(_SEVERITY_WORDS[severity])
    )


def _remission_words(remission: str) -> str:
    if remission == SUSTAINED:
        return _("No topic but craving for 12 months or more: sustained remission.")
    return _("No topic but craving for 3 months, less than 12: early remission.")


def _code_words(code: str, substance: _Substance, severity: str, withdrawal: str | None) -> list[str]:
    entry = lookup(code)
    said = [_("{code} is “{title}”.").format(code=code, title=entry.title if entry else "")]
    if withdrawal:
        said.append(_("It takes the place of the code without withdrawal."))
    if substance.stem == "F17" and severity == MILD:
        said.append(_("Some payers know mild tobacco use disorder as Z72.0."))
    return said
