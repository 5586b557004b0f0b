"""How fast the pages of a client come, the first time and later, and how long the window keeps still meanwhile."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.background import finish_all
from recovery_desktop_ui.parts.style import Calm
from recovery_desktop_ui.parts.tokens import palette, use_fonts
from recovery_desktop_ui.tabs.names import TABS
from recovery_desktop_ui.workplace import Workplace

from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
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
    return qapp


class Desk:
    """A workplace on the screen, made anew for each first visit."""

    def __init__(self, app: QApplication, store: Store) -> None:
        self._app, self._store = app, store
        self._clients = [row.id for row in Client.select(Client.id)]
        self.workplace: Workplace | None = None

    def open(self, page: str) -> None:
        self.close()
        self.workplace = Workplace(Keeper(self._store))
        self.workplace.resize(1366, 720)
        self.workplace.show()
        self.workplace.show_client(self._clients[0], page)
        self.settle()

    def visit(self, page: str) -> None:
        assert self.workplace is not None
        self.workplace.show_page(page)
        self.settle()

    def next_client(self) -> None:
        assert self.workplace is not None
        self._clients.append(self._clients.pop(0))
        self.workplace.show_client(self._clients[0])
        self.settle()

    def settle(self) -> None:
        self._app.processEvents()

    def close(self) -> None:
        if self.workplace is not None:
            self.workplace.deleteLater()
            self._app.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
            self.workplace = None


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
