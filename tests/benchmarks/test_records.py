"""How fast records are saved and opened, on the real encrypted file."""

import datetime
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest

from recovery_desktop.plans.snapshot import _query, _take, _within
from recovery_desktop.records.assessment import Administration, RecordedScore
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.diagnoses import TestResult
from recovery_desktop.records.goals import Goal, GoalNeed, Need, Objective, Progress
from recovery_desktop.records.sessions import Contact, ContactObjective
from recovery_desktop.records.store import Store
from recovery_desktop.records.tree import below
from tests.practices import new_practice

START = datetime.date(2016, 9, 10)
NOTE = "Talked about the week, what helped and what comes next. " * 7  # the usual note is about 400 letters


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    practice = new_practice(tmp_path_factory.mktemp("practice") / "vault")
    yield practice
    practice.close()


def ten_years(store: Store, number: int) -> Client:
    """A client with 500 contacts, weekly tests and monthly instruments over ten years."""
    client = store.add(Client, record_number=f"RD-{number:06}", legal_given="Ten", legal_family=f"Years {number}")
    episode = store.add(Episode, client, intake_on=START)
    day = (START + datetime.timedelta(days=7 * week) for week in count())
    goals = [store.add(Goal, episode, own_words="Keep my weekends", domains=["physical"]) for _ in range(8)]
    objectives = [store.add(Objective, goal, statement="No use on closing nights") for goal in goals for _ in range(2)]
    for goal in goals:
        store.link(GoalNeed, goal, store.add(Need, episode, statement="Closing shifts", status="addressed"))
        for week in range(40):
            store.add(Progress, goal, noted_on=START, client_rating=week % 11, note="Better")
    for week, held_on in zip(range(500), day, strict=False):
        contact = store.add(Contact, episode, held_on=held_on, attendance="attended", felt_heard=8, note=NOTE)
        store.link(ContactObjective, contact, objectives[week % len(objectives)])
        store.add(TestResult, episode, taken_on=held_on, result="negative")
    for _month in range(120):
        given = store.add(Administration, episode, instrument="gad-7", given_on=START, responses={"1": 2, "2": 3})
        store.add(RecordedScore, given, value=14, highest=21, band="moderate")
    return client


@pytest.fixture(scope="module")
def client(store: Store, request: pytest.FixtureRequest) -> Client:
    """One among five; where nothing is measured, the only one."""
    many = 1 if request.config.getoption("benchmark_disable") else 5
    return store.vault.write(lambda: [ten_years(store, number) for number in range(many)][many // 2])


def raw_save(store: Store, client: Client) -> Callable[[], None]:
    """The same rows by hand on the same connection: the client's field, the search key and one audit row."""
    connection = store.vault.connection()
    last = connection.execute("SELECT * FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    width = len(last)
    numbers = count()

    def save() -> None:
        number = next(numbers)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "UPDATE client SET preferred_name = ?, search_key = ? WHERE id = ?", (f"R{number}", f"r{number}", client.id)
        )
        (seq,) = connection.execute("SELECT max(seq) FROM audit").fetchone()
        connection.execute(f"INSERT INTO audit VALUES ({', '.join('?' * width)})", (seq + 1, *last[1:]))
        connection.execute("COMMIT")

    return save


@pytest.mark.benchmark(group="one saved field")
def test_saved_field(store: Store, client: Client, benchmark: Any) -> None:
    benchmark.extra_info["at_most"] = 2
    numbers = count()
    benchmark.pedantic(lambda: store.save(client, preferred_name=f"P{next(numbers)}"), rounds=300, warmup_rounds=20)
    assert Client.get_by_id(client.id).preferred_name == client.preferred_name


@pytest.mark.benchmark(group="one saved field")
def test_saved_field_floor(store: Store, client: Client, benchmark: Any) -> None:
    benchmark.pedantic(raw_save(store, client), rounds=300, warmup_rounds=20)
    assert Client.get_by_id(client.id).preferred_name.startswith("R")


@pytest.mark.benchmark(group="open a client of ten years")
def test_open_client(store: Store, client: Client, benchmark: Any) -> None:
    benchmark.extra_info |= {"at_most": 8, "milliseconds": 50}
    entry = benchmark(lambda: _take(client.id))
    assert sum(1 for _ in entry.walk()) > 1_500


@pytest.mark.benchmark(group="open a client of ten years")
def test_open_client_floor(store: Store, client: Client, benchmark: Any) -> None:
    connection = store.vault.connection()
    statements = [_query(model, _within(model))[0] for model in below(Client)]

    def read() -> int:
        return sum(len(connection.execute(sql, (client.id,)).fetchall()) for sql in statements)

    assert benchmark(read) > 1_500
