"""Reviews of the plan: how far each goal has come, what the client says of it, how it goes on."""

from recovery_desktop.records.base import Owner, Record, Ref
from recovery_desktop.records.client import Episode
from recovery_desktop.records.fields import Choice, Choices, Day, Line, Scale, Text, Whole, Words
from recovery_desktop.records.goals import Goal
from recovery_desktop.records.plan import VERSION_REASONS
from recovery_desktop.text import N_

DECISIONS: Choices = {
    "continue": N_("Continue as it is"),
    "change": N_("Change the plan"),
    "complete": N_("Complete the treatment"),
}
GOAL_DECISIONS: Choices = {
    "keep": N_("Keep"),
    "change": N_("Change"),
    "met": N_("Met"),
    "pause": N_("Pause"),
    "drop": N_("Drop"),
}


class PlanReview(Record):
    """A review of one version of the plan, held or still to be held."""

    title = N_("Plan review")
    episode_id: int  # peewee's own name for the number behind `episode`

    episode = Owner(Episode, "plan_reviews")
    version_number = Whole(N_("Version looked at"), low=1, high=999)
    cause = Choice(N_("Why now"), VERSION_REASONS)
    due_on = Day(N_("Due on"))
    held_on = Day(N_("Held on"))
    held_by = Line(N_("Held by"))
    progress = Text(N_("How it has gone"))
    client_view = Words(N_("The client's own view"))
    satisfaction = Scale(N_("Satisfaction"), help=N_("0 not at all, 10 fully; as the client says"))
    would_help_more = Words(N_("What would help more"))
    decision = Choice(N_("Decision"), DECISIONS)
    decision_reason = Text(N_("Why"))
    next_review_on = Day(N_("Next review"))


class GoalReview(Record):
    """What a review says of one goal."""

    title = N_("Goal in a review")

    review = Owner(PlanReview, "goals")
    goal = Ref(N_("Goal"), Goal)
    decision = Choice(N_("Decision"), GOAL_DECISIONS)
    note = Text(N_("How it has gone"))
