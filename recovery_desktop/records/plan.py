"""Versions of the treatment plan: what each is called, why it was made, how the client took part."""

from recovery_desktop.records.base import Owner, Record, Ref
from recovery_desktop.records.client import Episode
from recovery_desktop.records.fields import Asked, Choice, Choices, Day, Text, Whole, Words
from recovery_desktop.records.practice import Staff
from recovery_desktop.text import N_

VERSION_STATES: Choices = {"draft": N_("Draft"), "replaced": N_("Replaced")}
VERSION_REASONS: Choices = {
    "first": N_("First plan"),
    "due": N_("Review was due"),
    "setback": N_("Setback"),
    "step_down": N_("Step down"),
    "step_up": N_("Step up"),
    "client_asked": N_("Client asked"),
    "new_diagnosis": N_("New diagnosis"),
    "life_event": N_("Life event"),
}
TOOK_PART: Choices = {
    "with": N_("Made with the client"),
    "heard": N_("Talked through with the client"),
    "declined": N_("Client declined to take part"),
}


class PlanVersion(Record):
    """A version of the plan of one episode; the last one is the current plan."""

    title = N_("Plan version")

    episode = Owner(Episode, "plan_versions")
    number = Whole(N_("Version"), low=1, high=999, required=True)
    status = Choice(N_("Status"), VERSION_STATES)
    dated_on = Day(N_("Dated"))
    author = Ref(N_("Written by"), Staff)
    reason = Choice(N_("Reason"), VERSION_REASONS)
    reason_detail = Text(N_("What is new, and why"))
    took_part = Choice(N_("Client's part"), TOOK_PART)
    client_comment = Words(N_("The client about this plan"))
    copy_given_on = Day(N_("Copy given on"))
    next_review_on = Day(N_("Next review"))
    cultural_fit = Text(N_("Fit to age, culture and disability"))
    effectiveness_measured_by = Text(N_("How we know that it works"))
    satisfaction_asked = Asked(N_("Satisfaction asked"))
