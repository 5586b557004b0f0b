"""Which episode of care is looked at: one that still runs, before a newer one that was ended."""

from recovery_desktop.plans.snapshot import Entry


def running_episode(client: Entry) -> Entry | None:
    """The episode the window works on: the last that was not ended, or else the last; None without any."""
    newest_first = reversed(client.rows("episodes"))
    return max(newest_first, key=lambda row: row["discharged_on"] is None, default=None)
