"""The client whose record is open, with the episode of care and the assessment that the pages work on."""

from dataclasses import dataclass

from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.client import Client, Episode, running


@dataclass(frozen=True)
class OpenClient:
    """Read anew for each showing; `episode` and `assessment` are the current ones, None where there is none yet."""

    client: Client
    episode: Episode | None
    assessment: Assessment | None

    @property
    def name(self) -> str:
        """How the client is called."""
        return self.client.called


def open_client(number: int) -> OpenClient:
    """Reads a client by number. Raises LookupError when there is none."""
    client = Client.get_or_none(Client.id == number)
    if client is None:
        raise LookupError("no such client")
    episodes = Episode.select().where(Episode.client == client).order_by(Episode.position, Episode.id)
    episode = running(list(episodes), lambda one: one.discharged_on is not None)
    assessment = None
    if episode is not None:
        found = Assessment.select().where(Assessment.episode == episode)
        assessment = found.order_by(Assessment.position.desc(), Assessment.id.desc()).first()
    return OpenClient(client, episode, assessment)


def episode_entry(opened: OpenClient) -> Entry | None:
    """The episode that is open as the plain entry of the snapshot; None where there is none."""
    number = opened.episode.id if opened.episode is not None else 0
    return next((each for each in take(opened.client.id).rows("episodes") if each.number == number), None)
