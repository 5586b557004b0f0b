"""Which episode of care and which version of its plan are looked at, on the screen and on paper."""

from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.client import running
from recovery_desktop.records.plan import SIGNED


def running_episode(client: Entry) -> Entry | None:
    """The episode a client is in, or was in last; None without any."""
    return running(client.rows("episodes"), lambda row: row["discharged_on"] is not None)


def current_version(episode: Entry) -> Entry | None:
    """The plan version with the highest number."""
    return max(episode.rows("plan_versions"), key=lambda row: int(row["number"]), default=None)


def signed_versions(episode: Entry) -> list[Entry]:
    """The signed versions of an episode, the newest first: the first is in force."""
    signed = [version for version in episode.rows("plan_versions") if version["status"] == SIGNED]
    return sorted(signed, key=lambda version: -version["number"])
