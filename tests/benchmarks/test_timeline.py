"""How long the window keeps still for ten years of a client's care."""

import datetime
import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import open_client
from recovery_desktop_ui.tabs.overview import OverviewPage

from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.diagnoses import TestResult
from recovery_desktop.records.sessions import Contact
from recovery_desktop.records.store import Store
from tests.people import TODAY, admitted
from tests.practices import new_practice

WEEKS = 520


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Client]]:
    """Somebody with two sessions and two tests in each week of ten years."""
    store = new_practice(tmp_path_factory.mktemp("practice") / "vault")
    client, episode = admitted(store)
    store.vault.write(lambda: _ten_years(episode))
    gc.freeze()  # as the program does once it has started
    yield store, client
    gc.unfreeze()
    store.close()


def _ten_years(episode: Episode) -> None:
    for week in range(WEEKS):
        for days in (0, 3):
            on = TODAY - datetime.timedelta(7 * week + days)
            note = "Talked about the week, and what helped at the weekend."
            Contact.create(episode=episode, held_on=on, kind="individual", attendance="attended", note=note)
            TestResult.create(episode=episode, taken_on=on, kind="urine", tested_for="Cocaine", result="negative")


@pytest.fixture
def page(qapp: QApplication, practice: tuple[Store, Client]) -> Iterator[OverviewPage]:
    store, client = practice
    page = OverviewPage(Keeper(store))
    page.resize(1134, 720)
    page.show_client(open_client(client.id))
    page.show()
    qapp.processEvents()
    yield page
    page.deleteLater()


def test_opened(benchmark: BenchmarkFixture, qapp: QApplication, page: OverviewPage) -> None:
    """From the Overview to the timeline, after something was changed."""
    benchmark.group = f"timeline of {4 * WEEKS} lines opened"
    benchmark.extra_info["milliseconds"] = 50

    def back() -> None:
        page.show_section("glance")
        qapp.processEvents()
        page.keeper.revision += 1

    def opened() -> None:
        page.show_section("timeline")
        qapp.processEvents()

    opened()
    benchmark.pedantic(opened, setup=back, rounds=10, iterations=1)


@pytest.mark.parametrize("name", ["page.timeline_all", "page.timeline_order"])
def test_a_press(benchmark: BenchmarkFixture, qapp: QApplication, page: OverviewPage, name: str) -> None:
    """All lines are asked for, or they are turned round."""
    benchmark.group = f"{name} of {4 * WEEKS} lines"
    benchmark.extra_info["milliseconds"] = 50
    page.show_section("timeline")
    qapp.processEvents()
    pressed = page.findChild(QAbstractButton, name)

    def press() -> None:
        pressed.click()
        qapp.processEvents()

    benchmark.pedantic(press, rounds=5, iterations=1)
