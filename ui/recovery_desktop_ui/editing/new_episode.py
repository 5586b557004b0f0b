"""Beginning an episode of care: the one way in which every page does it."""

from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.keeper import Keeper


def new_episode(keeper: Keeper, client: Client) -> Episode:
    """An episode with intake today and its first assessment, as one step to undo. Raises what the disk has to say."""
    with keeper.history.group(_("begin an episode of care")):
        episode = keeper.add(Episode, client, intake_on=today())
        keeper.add(Assessment, episode, kind="first", started_on=today())
    return episode
