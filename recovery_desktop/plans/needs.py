"""Which needs nobody has answered yet: the one rule behind every place that shows them."""

from recovery_desktop.plans.snapshot import Entry

BY_REASON = ("deferred", "declined")
"""The states that settle a need once they have a reason."""

ENDED = ("met", *BY_REASON)
"""The states in which nothing more is to be done about a need for now."""


def unanswered(episode: Entry) -> tuple[Entry, ...]:
    """Needs that no goal, accepted service, referral or safety step answers, and that are neither met nor put off or
    declined with a reason.

    What the status says is not enough: a need that was addressed by a goal is open again when the goal is taken away.
    """
    return tuple(row for row in episode.rows("needs") if not _is_settled(row))


def _is_settled(need: Entry) -> bool:
    has_reason = bool(need["status_reason"].strip(" "))  # as the database trims it, where all clients are looked at
    return need["status"] == "met" or (need["status"] in BY_REASON and has_reason) or _is_answered(need)


def _is_answered(need: Entry) -> bool:
    goals = (goal for goal in need.tied("goals") if goal["status"] != "dropped")
    services = (service for service in need.tied("services") if service["decision"] == "accepted")
    return any((*goals, *services, *need.tied("referrals"), *need.tied("safety_steps")))
