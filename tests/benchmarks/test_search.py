"""How fast a client is found among 20,000, on the real encrypted file."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from peewee import chunked

from recovery_desktop.records.caseload import CaseloadReader
from recovery_desktop.records.client import Client
from recovery_desktop.records.search import Names, find_clients
from recovery_desktop.records.store import Store
from tests.practices import new_practice

GIVEN = ["María", "José", "Ana", "Luke", "Mary", "Marcus", "Grace", "Tom", "Priya", "Ruth"]
FAMILY = ["García", "Sanders", "Nguyen", "Smith", "O'Neil", "Begay", "Shah", "Kim", "Okafor", "Santos"]


def caseload() -> Iterator[dict[str, Any]]:
    for number in range(20_000):
        row = Client(
            record_number=f"RD-{number:06}",
            legal_given=GIVEN[number % 10],
            legal_family=f"{FAMILY[number // 10 % 10]}-{number // 100}",
            birth_date=datetime.date(1945 + number % 60, 1 + number % 12, 1 + number % 28),
        )
        yield {name: getattr(row, name) for name in row.described()} | row.settle()


@pytest.fixture(scope="module", autouse=True)
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = new_practice(tmp_path_factory.mktemp("practice") / "vault")
    store.vault.write(lambda: [Client.insert_many(rows).execute() for rows in chunked(caseload(), 500)])
    yield store
    store.close()


@pytest.mark.parametrize("typed", ["", "garcia", "mar san", "rd-0199", "1985-05", "gracia", "jsoe 3/9/1985", "zzz"])
def test_search(benchmark: Any, typed: str) -> None:
    benchmark.group = f"search 20,000 clients for {typed!r}"
    benchmark.extra_info["milliseconds"] = 16
    names = Names()
    found = benchmark(lambda: find_clients(typed, names=names))
    assert (not found) == (typed in ("zzz", "jsoe 3/9/1985"))


@pytest.mark.parametrize("typed", ["", "mar san", "gracia"])
def test_caseload(benchmark: Any, typed: str) -> None:
    """What one key in the search costs the list at the left of the window, marks and words included."""
    benchmark.group = f"caseload of 20,000 clients for {typed!r}"
    benchmark.extra_info["milliseconds"] = 16
    reader = CaseloadReader()
    reader.renew(datetime.date(2026, 10, 12))
    assert benchmark(lambda: reader.read("open", typed)).lines


def test_caseload_anew(benchmark: Any) -> None:
    """What the list costs once, after unlocking."""
    benchmark.group = "caseload of 20,000 clients read anew"
    reader = CaseloadReader()
    benchmark(lambda: reader.renew(datetime.date(2026, 10, 12)))
