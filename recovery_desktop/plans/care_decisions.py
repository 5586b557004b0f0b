"""Decisions on how much care, beside what the Care Intensity Guide suggested at the time."""

from recovery_desktop.plans.snapshot import Entry


def is_unexplained(decision: Entry) -> bool:
    """Whether something else than the guide suggested was chosen, and no reason is given."""
    recommended, chosen = decision["recommended"], decision["chosen"]
    differs = bool(recommended and chosen and recommended != chosen)
    withdrawal, suggested = decision["withdrawal_chosen"], decision["withdrawal_suggested"]
    differs = differs or bool(withdrawal and suggested not in ("", withdrawal))
    return differs and not decision["reason_for_difference"].strip()
