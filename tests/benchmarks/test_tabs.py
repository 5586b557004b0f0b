"""How fast the pages of a client come, the first time and later, and how long the window keeps still meanwhile."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from recovery_desktop_ui.ahead import load_ahead
from recovery_desktop_ui.parts.background import Task, finish_all
from recovery_desktop_ui.parts.style import Calm
from recovery_desktop_ui.parts.tokens import palette, use_fonts
from recovery_desktop_ui.tabs.names import TABS

from recovery_desktop.records.store import Store
from tests.benchmarks.desk import Desk
from tests.people import samples
from tests.practices import new_practice

KEYS = [tab.key for tab in TABS]


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample clients, each with everything."""
    store = new_practice(tmp_path_factory.mktemp("practice") / "vault")
    samples(store)
    yield store
    finish_all()
    store.close()


@pytest.fixture(scope="module")
def dressed(qapp: QApplication) -> QApplication:
    qapp.setStyle(Calm())
    qapp.setPalette(palette(dark=False))
    use_fonts(qapp)
    load_ahead(Task(lambda _result: None, lambda _error: None))  # as while the passphrase is typed
    return qapp


@pytest.fixture
def desk(dressed: QApplication, practice: Store) -> Iterator[Desk]:
    made = Desk(dressed, practice)
    yield made
    made.close()


def other(key: str) -> str:
    return "overview" if key != "overview" else "therapies"


@pytest.mark.parametrize("key", KEYS)
def test_first_visit(benchmark: BenchmarkFixture, desk: Desk, key: str) -> None:
    benchmark.group = f"first visit of {key}"
    benchmark.extra_info["milliseconds"] = 100
    benchmark.pedantic(lambda: desk.visit(key), setup=lambda: desk.open(other(key)), rounds=5, iterations=1)
    assert desk.workplace is not None and desk.workplace.page is not None


@pytest.mark.parametrize("key", KEYS)
def test_later_visit(benchmark: BenchmarkFixture, desk: Desk, key: str) -> None:
    benchmark.group = f"later visit of {key}"
    benchmark.extra_info["milliseconds"] = 30
    desk.open(key)
    benchmark.pedantic(lambda: desk.visit(key), setup=lambda: desk.visit(other(key)), rounds=10, iterations=1)


@pytest.mark.parametrize("key", KEYS)
def test_other_client(benchmark: BenchmarkFixture, desk: Desk, key: str) -> None:
    """The page that is open filled with another client, banner and caseload included."""
    benchmark.group = f"another client on {key}"
    benchmark.extra_info["milliseconds"] = 50
    desk.open(key)
    for _client in range(3):
        desk.next_client()
    benchmark.pedantic(desk.next_client, rounds=9, iterations=1)


def test_a_key_typed(benchmark: BenchmarkFixture, desk: Desk) -> None:
    """From a key in a field to the window being still again, the save on the disk included."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    benchmark.group = "a key typed and saved"
    benchmark.extra_info["milliseconds"] = 50
    desk.open("client")
    workplace: Any = desk.workplace
    target = workplace.findChild(QWidget, "client.payer.input")
    target.setFocus()

    def type_a_letter() -> None:
        QTest.keyClicks(target, "a" if time.monotonic_ns() % 2 else "b")
        workplace.keeper.flush()
        workplace.follow()
        desk.settle()

    benchmark.pedantic(type_a_letter, rounds=30, iterations=1)
