"""Versions of the treatment plan and what belongs to each: why it was made, who signed, what was added afterwards.

Nothing of a signed version can be changed any more: triggers of the database hold that (`schema`), the frozen content
is kept by `signed`.
"""

from recovery_desktop.records.base import Owner, Record, Ref
from recovery_desktop.records.client import Episode
from recovery_desktop.records.fields import Asked, Choice, Choices, Clock, Code, Day, Line, Text, Whole, Words
from recovery_desktop.records.practice import Staff
from recovery_desktop.text import N_

VERSION_STATES: Choices = {"draft": N_("Draft"), "signed": N_("Signed"), "replaced": N_("Replaced")}
SIGNED = "signed"
IN_FORCE = (SIGNED, "replaced")
"""The states of versions that were signed."""
VERSION_REASONS: Choices = {
    "first": N_("First plan"),
    "due": N_("Review was due"),
    "setback": N_("Setback"),
    "step_down": N_("Step down"),
    "step_up": N_("Step up"),
    "client_asked": N_("Client asked"),
    "new_diagnosis": N_("New diagnosis"),
    "life_event": N_("Life event"),
    "crisis": N_("Crisis"),
}
TOOK_PART: Choices = {
    "with": N_("Made with the client"),
    "heard": N_("Talked through with the client"),
    "declined": N_("Client declined to take part"),
}


SIGNING_ROLES: Choices = {
    "client": N_("Client"),
    "guardian": N_("Parent or guardian"),
    "counselor": N_("Counselor"),
    "supervisor": N_("Clinical supervisor"),
    "physician": N_("Physician or prescriber"),
    "family": N_("Family or support person"),
}
MANNERS: Choices = {
    "drawn": N_("Signed on the screen"),
    "typed": N_("Name typed as a signature"),
    "paper": N_("Signed on paper"),
    "verbal": N_("Agreed aloud"),
    "declined": N_("Declined to sign"),
}
ADDENDA: Choices = {"remark": N_("Remark"), "correction": N_("Correction"), "copy_given": N_("Copy given")}


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


class Signature(Record):
    """Somebody's signature below a version, or why there is none; one that comes later is added to a signed version."""

    title = N_("Signature")

    version = Owner(PlanVersion, "signatures")
    role = Choice(N_("Signs as"), SIGNING_ROLES, required=True)
    name = Line(N_("Name"), required=True)
    credential = Line(N_("Credential"), help=N_("With the license number, as it is printed"))
    manner = Choice(N_("How"), MANNERS, required=True)
    reason = Text(N_("Reason"), help=N_("Why somebody does not sign, or how they agreed"))
    signed_on = Day(N_("On"), required=True)
    signed_at = Clock(N_("At"))
    picture = Code(N_("Written signature"), help=N_("A PNG picture in base64"))

    @classmethod
    def is_final(cls) -> bool:
        return True


class Override(Record):
    """A rule of the profile that a version does not meet, and why it is signed all the same."""

    title = N_("Signed all the same")

    version = Owner(PlanVersion, "overrides")
    rule = Line(N_("Rule"), required=True)
    reason = Text(N_("Reason"), required=True)
    given_on = Day(N_("On"))


class LookedAt(Record):
    """An item of the plan that was looked at again for a version: a change with its reason, or kept as it is."""

    title = N_("Looked at again")

    version = Owner(PlanVersion, "looked_at")
    what = Line(N_("Item"), required=True, help=N_("How the program knows the change"))
    reason = Text(N_("Why"))


class Addendum(Record):
    """What is added to a signed version afterwards, dated; it changes nothing of what was signed."""

    title = N_("Addendum")

    version = Owner(PlanVersion, "addenda")
    kind = Choice(N_("Kind"), ADDENDA, required=True)
    written_on = Day(N_("On"), required=True)
    written_by = Line(N_("Written by"), required=True)
    text = Text(N_("Text"))

    @classmethod
    def is_final(cls) -> bool:
        return True
