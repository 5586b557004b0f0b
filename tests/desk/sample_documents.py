"""All documents of the sample clients, as the desk makes them: their plans were signed, and something changed since."""

import datetime
from typing import Any

from recovery_desktop.desk.disclosing import Prepared, prepare
from recovery_desktop.desk.earlier import frozen_before
from recovery_desktop.desk.papers import PAPERS
from recovery_desktop.desk.request import Request
from recovery_desktop.plans.episodes import current_version, running_episode
from recovery_desktop.plans.snapshot import Entry, take, take_practice
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.goals import Goal
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.store import Store
from tests.people import sample
from tests.signing import NOW, sign

SAMPLES = ("ernesto-quizhpe", "josephine-tate", "priya-shah")
EVERY_ONE = [(code, lang) for code, kind in PAPERS.items() for lang in kind.languages]
"""Each document in each language it may be in."""


def living_client(store: Store, name: str) -> Client:
    """A sample client whose plan was signed and goes on since as the draft of the next version."""
    client = sample(store, name)
    first = sign(store, client.id)
    episode = Episode.get(Episode.client == client)
    values: dict[str, Any] = {"status": "draft", "reason": "due", "dated_on": NOW.date(), "took_part": "with"}
    number = PlanVersion.get_by_id(first.version_id).number + 1
    due = NOW.date() + datetime.timedelta(30)
    store.add(PlanVersion, episode, number=number, next_review_on=due, **values)
    goal = Goal.select().where(Goal.episode == episode).order_by(Goal.id).get()
    store.save(goal, status="met", status_reason="eight of eight weekends")
    return client


def document_of(client: Client, code: str, lang: str = "en", paper: str = "letter", **more: Any) -> Prepared:
    """A document of the record as it is now, compared with the version before where it tells what changed."""
    record = take(client.id)
    before = _signed_before(record) if code == "changes" else None
    return prepare(Request(code, lang=lang, paper=paper, before=before, **more), record, take_practice(), NOW)


def _signed_before(record: Entry) -> Entry | None:
    episode = running_episode(record)
    version = current_version(episode) if episode is not None else None
    return frozen_before(episode, version) if episode is not None and version is not None else None
