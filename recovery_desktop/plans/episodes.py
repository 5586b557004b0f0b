"""Which episode of care and which version of its plan are looked at, on the screen and on paper."""

from recovery_desktop.plans.snapshot import Entry


def running_episode(client: Entry) -> Entry | None:
    """The episode a client is in: the last that was not ended, or else the last; None without any."""
    newest_first = reversed(client.rows("episodes"))
    return max(newest_first, key=lambda row: row["discharged_on"] is None, default=None)


def current_version(episode: Entry) -> Entry | None:
    """The plan version with the highest number."""
    return max(episode.rows("plan_versions"), key=lambda row: int(row["number"]), default=None)
