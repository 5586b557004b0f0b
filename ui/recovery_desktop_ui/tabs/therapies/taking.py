"""From what is suggested to what is recorded: a service with its reason, a safety step with its finding, a decision on
how much care."""

import datetime
from typing import Any

from recovery_desktop.guidance import Fired, Gate, Intensity
from recovery_desktop.guidance.facts import Fact
from recovery_desktop.plans.hours_of_care import day_after
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.safety_answers import private_action
from recovery_desktop.records.client import Episode, LevelOfCare
from recovery_desktop.records.goals import NeedService
from recovery_desktop.records.person import TIMES
from recovery_desktop.records.therapies import MODALITIES, SafetyStep, Service
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.keeper import Keeper

_OF_A_STRETCH = ("starts_on", "ends_on", "change_reason", "timing")


def take_suggestion(keeper: Keeper, episode: Episode, one: Fired, decision: str) -> Service | None:
    """Records what the client decided on a suggestion, with all that speaks for it; None when the disk refused."""
    values: dict[str, Any] = {
        "name": one.suggestion,
        "modality": one.rule.modality if one.rule.modality in MODALITIES else "",
        "rules": one.id,
        "because_of": joined(one.found_for_sharing),
        "reason": one.why,
        "evidence": one.strength,
        "evidence_source": one.source,
        "decision": decision,
        "decided_on": today(),
    }
    if decision != "accepted":  # how it is given matters once it is
        return keeper.attempt(lambda: keeper.add(Service, episode, **values))
    values |= {
        "formats": _wished(one.fits, "prefers_formats", one.rule.formats),
        "places": _wished(one.fits, "prefers_places", one.rule.places),
        "day_times": _wished(one.fits, "prefers_times", tuple(TIMES)),
    }
    return keeper.attempt(lambda: keeper.add(Service, episode, **values))


def _wished(wishes: tuple[Fact, ...], fact: str, possible: tuple[str, ...]) -> list[str]:
    """Those of the ways in which it can be given that the client prefers."""
    wished = {value for each in wishes if each.name == fact for value in each.value}  # type: ignore[union-attr]
    return [each for each in possible if each in wished]


def by_rule(episode: Episode) -> dict[str, Service]:
    """The newest service that a rule suggested, by the rule's id."""
    rows = Service.select().where(Service.episode == episode).order_by(Service.position, Service.id)
    return {rule: row for row in rows for rule in row.rules.replace(",", " ").split()}


def can_change(service: Service, day: datetime.date) -> bool:
    """Whether a service is under way, so that it can become more or less from that day."""
    if service.decision != "accepted" or service.starts_on is None or service.starts_on >= day:
        return False
    end = day_after(as_entry(service))
    return end is None or end > day


def change_amount(keeper: Keeper, service: Service, day: datetime.date) -> Service | None:
    """Ends a service the day before and begins it anew from that day, so that both stay with their dates; what is other
    now, and why, is entered there. One step to undo; None when the disk refused."""
    kept = {name: getattr(service, name) for name in service.described() if name not in _OF_A_STRETCH}
    needs = [tie.need for tie in NeedService.select().where(NeedService.service == service)]

    def change() -> Service:
        keeper.save(service, ends_on=day - datetime.timedelta(1))
        made = keeper.add(Service, service.episode, **kept, starts_on=day)
        for need in needs:
            keeper.tie(NeedService, need, made, True)
        return made

    with keeper.history.group(_("change how much")):
        return keeper.attempt(change)


def take_gate(keeper: Keeper, episode: Episode, gate: Gate) -> SafetyStep | None:
    """A safety step for a gate, still open: what is done, by whom and when is entered there. What others must not
    read is left out of it."""
    action = private_action() if gate.private else gate.suggestion
    values = {"gate": gate.id, "finding": joined(gate.found_for_sharing), "action": action, "status": "open"}
    return keeper.attempt(lambda: keeper.add(SafetyStep, episode, **values))


def take_intensity(keeper: Keeper, episode: Episode, found: Intensity) -> LevelOfCare | None:
    """A decision on how much care with the guide's answers; what is chosen is entered there. A private reason is left
    out: decisions are printed."""
    values: dict[str, Any] = {answer.question: answer.level for answer in found.answers}
    values |= {f"{answer.question}_because": "" if answer.private else answer.reason for answer in found.answers}
    values |= {"decided_on": today(), "guide_edition": found.edition, "guide_rule": found.rule}
    values |= {"recommended": found.setting, "withdrawal_suggested": found.withdrawal}
    return keeper.attempt(lambda: keeper.add(LevelOfCare, episode, **values))
