"""Which needs nobody has answered yet: the one rule behind every place that shows them."""

from recovery_desktop.plans.snapshot import Entry

WAITING = ("", "open")
"""The states of needs that nobody has answered otherwise."""


def unanswered(episode: Entry) -> tuple[Entry, ...]:
    """Needs that are open and have no goal, no service, no referral and no safety step."""
    return tuple(row for row in episode.rows("needs") if row["status"] in WAITING and not _is_answered(row))


def _is_answered(need: Entry) -> bool:
    goals = (goal for goal in need.tied("goals") if goal["status"] != "dropped")
    services = (service for service in need.tied("services") if service["decision"] == "accepted")
    return any((*goals, *services, *need.tied("referrals"), *need.tied("safety_steps")))
