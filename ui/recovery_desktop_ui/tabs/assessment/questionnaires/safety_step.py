"""The safety step that a safety answer asks for, and whether it is written down already."""

from recovery_desktop.plans.answered import PRIVATE_FLAGS, Alert
from recovery_desktop.records.assessment import Administration
from recovery_desktop.records.therapies import SafetyStep
from recovery_desktop.text import _


def step_for(alert: Alert) -> dict[str, str]:
    """The fields of the step. Of violence at home it says nothing: steps stand in the banner and on paper."""
    if alert.flag in PRIVATE_FLAGS:
        return {"action": _("Talk in private; see Trauma and safety")}
    return {"finding": f"{alert.name}: {alert.says}", "action": _("Same-day safety assessment")}


def is_written(row: Administration, alert: Alert) -> bool:
    """Whether the episode of an administration has such a step, not done before it, whatever became of it since."""
    name, words = next(iter(step_for(alert).items()))
    same = getattr(SafetyStep, name) == words
    steps = SafetyStep.select().where((SafetyStep.episode == row.episode) & same)
    if row.given_on:
        steps = steps.where(SafetyStep.done_on.is_null() | (SafetyStep.done_on >= row.given_on))
    return bool(steps.exists())
