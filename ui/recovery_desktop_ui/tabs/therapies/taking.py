"""From what is suggested to what is recorded: a service with its reason, a safety step with its finding."""

from typing import Any

from recovery_desktop.guidance import Fired, Gate
from recovery_desktop.plans.phrases import joined
from recovery_desktop.records.client import Episode
from recovery_desktop.records.therapies import MODALITIES, SafetyStep, Service
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.keeper import Keeper


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
        "formats": _wished(one, "prefers_formats", one.rule.formats),
        "places": _wished(one, "prefers_places", one.rule.places),
    }
    return keeper.attempt(lambda: keeper.add(Service, episode, **values))


def _wished(one: Fired, fact: str, possible: tuple[str, ...]) -> list[str]:
    """Those of the ways in which it can be given that the client prefers."""
    wished = {value for each in one.fits if each.name == fact for value in each.value}  # type: ignore[union-attr]
    return [each for each in possible if each in wished]


def take_gate(keeper: Keeper, episode: Episode, gate: Gate) -> SafetyStep | None:
    """A safety step for a gate, still open: what is done, by whom and when is entered there. What others must not
    read is left out of it."""
    values = {"gate": gate.id, "finding": joined(gate.found_for_sharing), "action": gate.suggestion, "status": "open"}
    return keeper.attempt(lambda: keeper.add(SafetyStep, episode, **values))
