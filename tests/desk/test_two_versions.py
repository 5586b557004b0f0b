"""The example client's plan lives: signed, stepped down with reasons, signed again; the first stays as it was."""

import datetime
import io

from pypdf import PdfReader

from recovery_desktop.desk.disclosing import prepare
from recovery_desktop.desk.earlier import frozen_before
from recovery_desktop.desk.request import Request
from recovery_desktop.desk.sealing import faults
from recovery_desktop.plans.episodes import current_version, running_episode
from recovery_desktop.plans.snapshot import take, take_practice
from recovery_desktop.records.client import Client
from recovery_desktop.records.goals import Goal, Objective
from recovery_desktop.records.plan import PlanVersion
from recovery_desktop.records.signed import SignedPlan
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import Service
from tests.people import sample
from tests.signing import sign

FIRST = datetime.datetime(2026, 10, 10, 15, tzinfo=datetime.UTC)
DAY_30 = datetime.datetime(2026, 11, 9, 15, tzinfo=datetime.UTC)


def step_down(store: Store) -> None:
    """The next version: fewer hours, one target nearer, one goal resting, one new."""
    episode = PlanVersion.get(PlanVersion.status == "signed").episode
    values = {"status": "draft", "reason": "step_down", "dated_on": DAY_30.date(), "took_part": "with"}
    store.add(PlanVersion, episode, number=3, **values, next_review_on=datetime.date(2026, 12, 9))
    service = Service.select().where(Service.decision == "accepted").order_by(Service.id).get()
    store.save(service, times=1, change_reason="twelve of twelve groups attended")
    store.save(Objective.select().order_by(Objective.id).get(), target="6 of 8 nights")
    store.save(Goal.get(Goal.own_words == "Get out of the card hole"), status="paused", status_reason="first the job")
    store.add(Goal, episode, own_words="Tell my parents", statement="Talk with her parents", domains=["family"])


def what_changed(client: Client) -> str:
    """The document, as it is read."""
    record = take(client.id)
    episode = running_episode(record)
    assert episode is not None
    version = current_version(episode)
    assert version is not None
    request = Request("changes", before=frozen_before(episode, version))
    pdf = prepare(request, record, take_practice(), DAY_30).pdf()
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_a_plan_is_stepped_down_and_the_first_version_stays(store: Store) -> None:
    client = sample(store, "priya-shah")
    first = sign(store, client.id, FIRST)
    before = (bytes(first.content), bytes(first.pdf), first.seal)
    step_down(store)
    told = what_changed(client)
    assert "This says what is different in the plan of Priya since version 2 of 10 October 2026, and why." in told
    assert "There is less care than before: from 12.3 hours a week" in told
    assert "target from 8 of 8 nights to 6 of 8 nights" in told
    assert "twice a week to once a week. Twelve of twelve groups attended" in told
    assert "The goal “Get out of the card hole” rests for now. First the job" in told
    assert "The goal “Tell my parents” is new." in told
    second = sign(store, client.id, DAY_30)
    again = SignedPlan.get_by_id(first.id)
    assert (bytes(again.content), bytes(again.pdf), again.seal) == before
    assert second.seal != first.seal and faults(store.vault.database) == []


def test_a_locked_practice_keeps_nothing_of_an_earlier_version(store: Store) -> None:
    client = sample(store, "priya-shah")
    sign(store, client.id, FIRST)
    step_down(store)
    what_changed(client)
    database = store.vault.database
    assert database.kept
    store.close()
    assert not database.kept
