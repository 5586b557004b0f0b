"""The open episode as the snapshot has it, which all parts of this page read."""

from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.client import Episode


def episode_of(episode: Episode) -> Entry:
    """The entry of an episode, as the disk has it now."""
    return next(each for each in take(episode.client.id).rows("episodes") if each.number == episode.id)
