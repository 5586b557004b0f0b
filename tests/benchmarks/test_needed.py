"""How soon one sees who needs what this week, in a practice with 300 whole records on the encrypted disk."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.everybody import Everybody
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.panes.due import DuePane
from recovery_desktop_ui.parts.lists import RowList

from recovery_desktop.plans.needed_across import needed_across
from recovery_desktop.plans.profiles import profile_named
from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from tests.benchmarks.crowd import crowd
from tests.people import TODAY
from tests.practices import new_practice

PEOPLE = 300
OPENING = f"who needs what this week, page of {PEOPLE} clients opened"


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = new_practice(tmp_path_factory.mktemp("practice") / "vault")
    crowd(store, PEOPLE)
    clock.use(TODAY)
    gc.freeze()  # as the program does once it has started
    yield store
    gc.unfreeze()
    clock.use(None)
    store.close()


def opened(app: QApplication, store: Store, everybody: Everybody) -> None:
    """From the command to the last number on the screen."""
    pane = DuePane(Keeper(store), everybody)
    pane.resize(1134, 720)
    pane.show()
    while not everybody.is_whole:
        app.processEvents()
    app.processEvents()
    assert not pane.findChild(RowList, "page.needed").isHidden()
    pane.deleteLater()
    app.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))


def test_first_opening(benchmark: BenchmarkFixture, qapp: QApplication, practice: Store) -> None:
    """After unlocking, when the caseload has been read already."""
    benchmark.group = OPENING
    benchmark.extra_info["milliseconds"] = 200

    def unlocked() -> tuple[tuple[QApplication, Store, Everybody], dict[str, object]]:
        everybody = Everybody(Keeper(practice))
        everybody.renew()
        return (qapp, practice, everybody), {}

    benchmark.pedantic(opened, setup=unlocked, rounds=10, iterations=1)


def test_opening_again(benchmark: BenchmarkFixture, qapp: QApplication, practice: Store) -> None:
    """Later in the day, after one record was changed."""
    benchmark.group = f"{OPENING} again"
    benchmark.extra_info["milliseconds"] = 50
    everybody = Everybody(Keeper(practice))
    opened(qapp, practice, everybody)

    def changed() -> tuple[tuple[QApplication, Store, Everybody], dict[str, object]]:
        everybody.renew(1)
        return (qapp, practice, everybody), {}

    benchmark.pedantic(opened, setup=changed, rounds=10, iterations=1)


def test_one_stretch(benchmark: BenchmarkFixture, practice: Store) -> None:
    """How long the window keeps still at the longest: so many clients are looked at without a pause."""
    benchmark.group = "what 40 clients need, read and judged without a pause"
    benchmark.extra_info["milliseconds"] = 50
    numbers = [client.id for client in Client.select().limit(40)]
    rhythm = profile_named("new-jersey-outpatient", {}).rhythm  # the one that asks for most
    benchmark.pedantic(lambda: needed_across(numbers, TODAY, rhythm), rounds=20, iterations=1)
