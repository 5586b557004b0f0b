"""What changed in a plan between two versions, and why; what a new draft carries over; how much care there is."""

from recovery_desktop.plans.changes.amount import AmountOfCare, VersionStep, version_steps
from recovery_desktop.plans.changes.carried import Carried, carried
from recovery_desktop.plans.changes.change import KINDS, PARTS, Change, Changes, Detail
from recovery_desktop.plans.changes.comparing import changes

__all__ = [
    "KINDS",
    "PARTS",
    "AmountOfCare",
    "Carried",
    "Change",
    "Changes",
    "Detail",
    "VersionStep",
    "carried",
    "changes",
    "version_steps",
]
