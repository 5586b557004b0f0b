"""All checks by the names under which rules of a profile ask for them: the vocabulary of `resources/profiles`."""

from inspect import isfunction

from recovery_desktop.plans.readiness_checks import care, diagnoses, goals, person, services, version
from recovery_desktop.plans.readiness_checks.looked import Check

CHECKS: dict[str, Check] = {
    name: found
    for module in (goals, services, person, diagnoses, care, version)
    for name, found in vars(module).items()
    if isfunction(found) and found.__module__ == module.__name__ and not name.startswith("_")
}
"""Every public function of these modules is one."""
