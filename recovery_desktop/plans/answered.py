"""What the answers of a questionnaire come to: from the record to the scoring, and back as scores to be recorded."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from recovery_desktop.instruments import Score, ids, ids_that_raise, instrument, score
from recovery_desktop.instruments.definitions import AnswerValue, Flag, Instrument
from recovery_desktop.instruments.scoring import TOTAL
from recovery_desktop.text import _

SAFETY_FLAGS = ("suicide_risk_acute", "suicide_risk", "suicide_item_positive", "partner_violence")
"""The flags that are raised at once, the most urgent first."""
PRIVATE_FLAGS = ("partner_violence",)
"""Never shown where somebody else may look: the person it is about may sit beside the client."""
NOT_PRINTED = ("hark",)
"""Instruments on partner violence, in any variant: a printed result can reach the person it is about."""


@dataclass(frozen=True)
class Alert:
    """A safety answer: its flag, what the questionnaire says of it, and from which questionnaire it is."""

    flag: str
    says: str
    name: str
    item: str  # the last of those whose answer raises it


def form_of(instrument_id: str, language: str = "") -> Instrument | None:
    """The questionnaire with this short name, in a language if there is a copy; None for one that only has a name."""
    return instrument(instrument_id, language or "en") if instrument_id in ids() else None


def score_of(instrument_id: str, responses: Mapping[str, Any], *, sex: str = "", substance: str = "") -> Score | None:
    """What answers come to; None for a questionnaire that is not known here."""
    if instrument_id not in ids():
        return None
    return score(instrument_id, responses, sex=sex or None, substance=substance or None)


def recorded(found: Score) -> list[dict[str, Any]]:
    """The fields of the scores to be recorded: the total or the outcome, then each subscale, as the publisher names
    them. Nothing while an answer is missing or wrong, but for subscales that have all of theirs."""
    form = instrument(found.instrument)
    rows: list[dict[str, Any]] = []
    whole = form.scale(TOTAL)
    if found.status == "complete" and (found.total is not None or found.severity):
        rows.append(
            {
                "value": found.total,
                "highest": whole.high if whole else None,
                "band": found.recorded_as or found.severity or "",
            }
        )
    for key, value in found.subscales.items():
        scale = form.scale(key)
        if value is not None and scale is not None and found.status != "invalid":
            band = found.subscale_levels.get(key, "")
            rows.append({"scale": scale.name, "value": value, "highest": scale.high, "band": band})
    return [{name: value for name, value in row.items() if value not in (None, "")} for row in rows]


def alerts_of(instrument_id: str, responses: Mapping[str, Any]) -> list[Alert]:
    """The safety answers among those that are there, the most urgent first, also while the rest is unanswered."""
    if instrument_id not in _that_raise():
        return []  # most questionnaires have none: nothing is scored for them at each look at the record
    deciding = {item: responses[item] for item in _deciding(instrument_id) if item in responses}
    return list(_alerts(instrument_id, json.dumps(deciding)))


@lru_cache(maxsize=1024)
def _alerts(instrument_id: str, deciding: str) -> tuple[Alert, ...]:
    """The alerts of answers as JSON. There are few that differ in what decides, and each look at the lists asks for
    those of all clients."""
    form, responses = instrument(instrument_id), json.loads(deciding)
    found = score(instrument_id, responses)
    raised = {flag.flag: flag for flag in form.flags if flag.flag in found.flags}
    return tuple(
        Alert(name, raised[name].says, form.name, _item_of(instrument_id, raised[name], responses))
        for name in SAFETY_FLAGS
        if name in raised
    )


@cache
def raising_answers() -> Mapping[str, Mapping[str, tuple[AnswerValue, ...]]]:
    """By questionnaire and item the answers that raise an alert by themselves, but for the private ones."""
    found: dict[str, dict[str, tuple[AnswerValue, ...]]] = {}
    for name in _that_raise():
        for item in (each for each in instrument(name).items if each.key in _deciding(name)):
            values = (value for answer in item.answers for value in (answer.value, *answer.also))
            raising = tuple(value for value in values if _raises(name, item.key, value))
            if raising:
                found.setdefault(name, {})[item.key] = raising
    return found


def _raises(instrument_id: str, item: str, value: AnswerValue) -> bool:
    return any(alert.flag not in PRIVATE_FLAGS for alert in alerts_of(instrument_id, {item: value}))


@cache
def _that_raise() -> tuple[str, ...]:
    return ids_that_raise(SAFETY_FLAGS)


@cache
def _deciding(instrument_id: str) -> tuple[str, ...]:
    """The items whose answers decide on safety flags: their own, and those that make others not count."""
    form = instrument(instrument_id)
    own = (item for flag in form.flags if flag.flag in SAFETY_FLAGS for item in flag.when.items)
    gates = (item for skip in form.skips if skip.gate for item in skip.when.items)
    return tuple(dict.fromkeys((*own, *gates)))


def _item_of(instrument_id: str, flag: Flag, responses: Mapping[str, Any]) -> str:
    """One answer is enough for each safety flag, so the item raises it by itself, whatever the others say."""
    alone = ((item, {item: responses.get(item)}) for item in reversed(flag.when.items))
    return next(item for item, answer in alone if flag.flag in score(instrument_id, answer).flags)


def terms_forbid(is_free_for_all: bool, is_non_profit: str) -> str:
    """Why a practice must not use a questionnaire; empty when it may. `is_non_profit` is what the practice says of
    itself: until it says yes the stricter terms hold."""
    if is_free_for_all or is_non_profit == "yes":
        return ""
    return _("Free for non-profit practices only. Whether yours is one stands under Practice.")
