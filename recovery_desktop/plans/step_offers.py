"""Steps of continuing care that follow from the level of care and from what was accepted, and are not planned yet."""

import datetime
import math
from collections.abc import Iterator
from typing import Any

from recovery_desktop.plans.assessed import standing
from recovery_desktop.plans.hours_of_care import day_after
from recovery_desktop.plans.offers import Offer, is_said, named, not_left, told
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.aftercare import STEP_KINDS
from recovery_desktop.text import _

_DOWN = ("intensive_outpatient", "outpatient", "checkup")
"""The way from more care to less."""
_BEGINS = {
    "hospital": "intensive_outpatient",
    "residential": "intensive_outpatient",
    "intensive_outpatient": "intensive_outpatient",
    "outpatient": "outpatient",
    "checkups": "checkup",
}
_AFTER_MUCH_CARE = ("hospital", "residential", "intensive_outpatient")
_DOSES: dict[str, dict[str, Any]] = {
    "intensive_outpatient": {"times": 3, "per": "week"},
    "outpatient": {"times": 1, "per": "week"},
    "checkup": {"times": 1, "per": "month"},
    "alumni": {"times": 1, "per": "month"},
}
_INTENSIVE_MONTHS, _WEEKLY_MONTHS, _A_YEAR = 2, 2, 12
"""How long each lasts where the record does not say: the risk of use is highest in the first months, and falls over a
year."""
_OF_SERVICE = {
    "peer": "peer_coach",
    "mutual_help": "peer_group",
    "medication": "medical",
    "medical": "medical",
    "cbt": "therapy",
    "dbt": "therapy",
    "trauma": "therapy",
    "mindfulness": "therapy",
    "expressive": "therapy",
    "movement": "other",
}
_OF_PEERS = ("peer_coach", "peer_group")
_ONE_IS_ENOUGH = (*_DOWN, "peer_coach", "alumni", "recovery_housing")
_CARRIED = ("times", "per", "minutes", "span", "span_up_to", "span_unit", "timing")
_INTENSIVE_TIMES = 3  # a week: such a service is the program itself
_DAYS = {"days": 1.0, "weeks": 7.0, "months": 365.25 / 12}
_UNSETTLED = ("shelter", "doubled_up", "street", "recovery_housing")


def step_offers(episode: Entry, today: datetime.date) -> tuple[Offer, ...]:
    """What could be planned as a step, from the first day of care on."""
    offers = (*_level(episode, today), *_services(episode, today), *_housing(episode, today))
    return not_left((one for one in offers if not _is_there(one, episode)), episode, today)


def _is_there(offer: Offer, episode: Entry) -> bool:
    kind, rows = offer.values["kind"], episode.rows("aftercare_steps")
    if kind in _ONE_IS_ENOUGH:
        return any(row["kind"] == kind for row in rows)
    return is_said(offer.words, [joined([row["what"], row["where_or_who"]], " ") for row in rows])


def _level(episode: Entry, today: datetime.date) -> Iterator[Offer]:
    """Less and less care, from the setting that was chosen last, and contact with others who were there."""
    decisions = [row for row in episode.rows("levels_of_care") if row["chosen"]]
    newest = max(decisions, key=lambda row: row["decided_on"] or datetime.date.min, default=None)
    begins = _BEGINS.get(newest["chosen"]) if newest is not None else None
    if newest is None or begins is None:
        return
    source = told(_("Level of care"), newest["decided_on"], today)
    counselor = episode.ref("counselor")
    who = counselor["name"] if counselor is not None else ""
    first = 0
    for kind in _DOWN[_DOWN.index(begins) :]:
        last = _ends(kind, first, episode)
        yield _of_level(kind, source, who, first, last)
        first = last
    if newest["chosen"] in _AFTER_MUCH_CARE:
        yield _of_level("alumni", source, "", _months_of_program(episode), _A_YEAR)


def _ends(kind: str, first: int, episode: Entry) -> int:
    if kind == "intensive_outpatient":
        return _months_of_program(episode)
    return first + _WEEKLY_MONTHS if kind == "outpatient" else max(_A_YEAR, first + _WEEKLY_MONTHS)


def _months_of_program(episode: Entry) -> int:
    """For how many months the services go on that are given several times a week."""
    days = [
        (row["span_up_to"] or row["span"]) * _DAYS[row["span_unit"]]
        for row in episode.rows("services")
        if _is_program(row) and row["span"] and row["span_unit"] in _DAYS
    ]
    return math.ceil(max(days) / _DAYS["months"]) if days else _INTENSIVE_MONTHS


def _is_program(service: Entry) -> bool:
    is_often = service["per"] == "week" and (service["times"] or 0) >= _INTENSIVE_TIMES
    return service["decision"] == "accepted" and is_often


def _of_level(kind: str, source: str, who: str, first: int, last: int) -> Offer:
    what = _(STEP_KINDS[kind])
    values = {"kind": kind, "what": what, "where_or_who": who, "from_month": first, "until_month": last}
    return Offer(named("step", kind), what, source, values | _DOSES[kind])


def _services(episode: Entry, today: datetime.date) -> Iterator[Offer]:
    """What was accepted and goes on after the program, as it is given now."""
    for row in episode.rows("services"):
        kind = _OF_SERVICE.get(row["modality"], "")
        if row["decision"] != "accepted" or not kind or not (kind in _OF_PEERS or _goes_on(row, episode)):
            continue
        values = {name: row[name] for name in _CARRIED if row[name]} | {"kind": kind, "what": row["name"]}
        values |= {"where_or_who": row["provider"], "places": row["places"], "starts_on": row["starts_on"]}
        if kind in _OF_PEERS:
            values |= {"from_month": 0, "until_month": _A_YEAR}
        yield Offer(named("step", row["name"]), row["name"], told(_("Therapies"), row["decided_on"], today), values)


def _goes_on(service: Entry, episode: Entry) -> bool:
    """Whether a service that is given again and again has no end, or one after the program's."""
    if not service["times"] or service["per"] == "once" or _is_program(service):
        return False
    end, begun = day_after(service), episode["admitted_on"] or episode["intake_on"]
    return end is None or begun is None or (end - begun).days > _months_of_program(episode) * _DAYS["months"]


def _housing(episode: Entry, today: datetime.date) -> Iterator[Offer]:
    assessment = standing(episode)
    home = assessment.one("living_conditions") if assessment is not None else None
    if home is not None and (home["stable"] == "no" or home["housing"] in _UNSETTLED):
        values = {"kind": "recovery_housing", "what": _(STEP_KINDS["recovery_housing"])}
        source = told(_(home.model.title), home["asked_on"], today)
        yield Offer(named("step", "recovery_housing"), values["what"], source, values)
