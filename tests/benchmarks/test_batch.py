"""How long the plans of a whole caseload of 300 take, against as many set by ReportLab alone; memory stays flat."""

import datetime
import gc
import tracemalloc
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from recovery_desktop.desk.batch import Batch, export_all
from recovery_desktop.documents.fonts import SANS, font
from recovery_desktop.exchange.taking import take_client
from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from tests.benchmarks.test_documents import rows_and_lines, set_by_reportlab
from tests.people import sample

NOW = datetime.datetime(2026, 11, 20, 9, 30).astimezone()
MANY = 300


def caseload(store: Store, many: int) -> None:
    """The example client, again and again."""
    from recovery_desktop.assets import resources

    file = (resources() / "sample" / "priya-shah.json").read_text("utf-8")
    for number in range(many):
        take_client(store, file.replace("RD-000123", f"RD-{number:06}").encode())


@pytest.mark.long
def test_the_plans_of_the_caseload(benchmark: BenchmarkFixture, store: Store, tmp_path: Path) -> None:
    caseload(store, MANY)
    benchmark.group = "plans of 300 clients"
    benchmark.extra_info["at_most"] = 2.5
    written = benchmark.pedantic(lambda: list(export_all(store, tmp_path / "out", NOW)), rounds=1)
    assert len(written) == MANY


@pytest.mark.long
def test_the_plans_of_the_caseload_floor(benchmark: BenchmarkFixture, store: Store) -> None:
    benchmark.group = "plans of 300 clients"
    font(SANS)
    sample(store, "priya-shah")
    batch = Batch(store, Path(), NOW)
    rows = rows_and_lines(batch.prepare(Client.get().id).pdf())
    benchmark.pedantic(lambda: [set_by_reportlab(rows) for _one in range(MANY)], rounds=1)


def test_memory_stays_flat(store: Store, tmp_path: Path) -> None:
    caseload(store, 12)
    peaks = []
    runs = export_all(store, tmp_path / "out", NOW)
    for _few in range(2):  # what is kept once, such as fonts, is there with the first of them
        next(runs)
    tracemalloc.start()
    for _one in runs:
        gc.collect()  # what waits for Python to collect it is not held: among many tests that waits longer
        peaks.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    assert peaks[-1] - peaks[1] < 1_500_000
