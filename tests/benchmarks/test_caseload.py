"""What it costs to say in the lists of all clients who gave a safety answer that nothing was done about."""

import datetime
import random
from collections.abc import Iterator
from typing import Any

import pytest

from recovery_desktop.plans.safety_across import safety_across
from recovery_desktop.records.caseload import CaseloadReader
from recovery_desktop.records.store import Store
from tests.benchmarks.questionnaires import insert_people
from tests.practices import new_practice

TODAY = datetime.date(2026, 10, 12)
PEOPLE = 600


@pytest.fixture(scope="module", autouse=True)
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A big practice: each client answered eight questionnaires, some with a safety answer, some have a step."""
    store = new_practice(tmp_path_factory.mktemp("practice") / "vault")
    store.vault.write(lambda: insert_people(PEOPLE, TODAY, random.Random(1)))
    yield store
    store.close()


def test_anew(benchmark: Any) -> None:
    """Once after unlocking, and once for each look at what is due."""
    benchmark.group = f"caseload of {PEOPLE} clients read anew, with safety answers"
    benchmark.extra_info["milliseconds"] = 50
    reader = CaseloadReader(safety_across)
    benchmark(lambda: reader.renew(TODAY))
    assert 20 < sum("safety answer" in line.state for line in reader.read("due", limit=PEOPLE).lines) < PEOPLE / 2


def test_anew_floor(benchmark: Any) -> None:
    """Without them."""
    benchmark.group = f"caseload of {PEOPLE} clients read anew, with safety answers"
    reader = CaseloadReader()
    benchmark(lambda: reader.renew(TODAY))


def test_one_client(benchmark: Any) -> None:
    """After each change of the open record."""
    benchmark.group = f"one client of {PEOPLE} read anew, with safety answers"
    benchmark.extra_info["milliseconds"] = 5
    reader = CaseloadReader(safety_across)
    reader.renew(TODAY)
    benchmark(lambda: reader.renew_client(7, TODAY))
