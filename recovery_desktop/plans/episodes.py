"""Which episode of care and which version of its plan are looked at, on the screen and on paper."""

from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.client import running


def running_episode(client: Entry) -> Entry | None:
    """The episode a client is in, or was in last; None without any."""
    return running(client.rows("episodes"), lambda row: row["discharged_on"] is not None)


def current_version(episode: Entry) -> Entry | None:
    """The plan version with the highest number."""
    return max(episode.rows("plan_versions"), key=lambda row: int(row["number"]), default=None)
