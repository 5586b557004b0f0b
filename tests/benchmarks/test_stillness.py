"""How long the window keeps still at the longest while a counselor works: each key and each step, the second time."""

import datetime
import time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.tabs.names import TABS
from recovery_desktop_ui.tabs.plan.review_form import REVISIONS
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.client import Client
from recovery_desktop.records.reviews import PlanReview
from recovery_desktop.records.store import Store
from tests.benchmarks.turns import Step, longest
from tests.people import samples
from tests.signing import sign
from tests.ui.windows import click, field, lock, opened_window, press, settle, type_keys, unlock


@pytest.fixture
def window(qtbot: QtBot, store: Store) -> MainWindow:
    samples(store)
    return opened_window(qtbot, store, client=Client.get(Client.legal_family == "Shah"))


def a_round(window: MainWindow) -> list[tuple[str, Step]]:
    """What happens between two looks at the clock, by what it is called."""
    steps: list[tuple[str, Step]] = []
    for number, tab in enumerate(TABS, start=1):
        steps.append((f"show {tab.key}", lambda number=number: press(window, f"Ctrl+{number}")))
    steps += [("a section", lambda: press(window, "Ctrl+2")), ("the next section", lambda: press(window, "Ctrl+Down"))]
    steps += [("the client", lambda: press(window, "F2")), ("into a field", lambda: _focus(window, "client.payer"))]
    steps += [(f"type {letter}", lambda letter=letter: type_keys(window, letter)) for letter in "state plan"]
    steps += [("leave the field", lambda: press(window, "Tab")), ("take it back", lambda: window.commands.run("undo"))]
    steps += [("family", lambda: press(window, "Ctrl+5")), ("a new row", lambda: click(window, "support_person.add"))]
    steps += [(f"name {letter}", lambda letter=letter: type_keys(window, letter)) for letter in "Mo"]
    steps += [("close the row", lambda: press(window, "Escape")), ("no row", lambda: window.commands.run("undo"))]
    steps += [("to the search", lambda: press(window, "Ctrl+K"))]
    steps += [(f"search {letter}", lambda letter=letter: type_keys(window, letter)) for letter in "jo t"]
    steps += [("open the hit", lambda: press(window, "Return")), ("search again", lambda: press(window, "Ctrl+K"))]
    steps += [(f"find {letter}", lambda letter=letter: type_keys(window, letter)) for letter in "priya"]
    steps += [("open Priya", lambda: press(window, "Return")), ("what is due", lambda: press(window, "Ctrl+D"))]
    steps += [("back", lambda: press(window, "Escape")), ("help", lambda: press(window, "F1"))]
    return [*steps, ("back to work", lambda: press(window, "Escape"))]


def _focus(window: MainWindow, name: str) -> None:
    field(window, name).setFocus()


def test_the_longest_stillness(benchmark: BenchmarkFixture, qtbot: QtBot, window: MainWindow) -> None:
    benchmark.group = "longest stillness while working"
    benchmark.extra_info["milliseconds"] = 50
    for _name, step in a_round(window):
        step()
        settle()
    found = {name: longest(step) for name, step in a_round(window)}
    name, stillest = max(found.items(), key=lambda each: each[1])
    benchmark.group += f" ({name})"
    benchmark.pedantic(lambda: time.sleep(stillest), rounds=1, iterations=1)


def test_lock_and_unlock(benchmark: BenchmarkFixture, qtbot: QtBot, window: MainWindow) -> None:
    """From the key to the closed practice, and from the passphrase to the same place; the key derivation is cheap."""
    benchmark.group = "lock, unlock, back at the same place"
    press(window, "Ctrl+6")

    def there_and_back() -> None:
        lock(qtbot, window)
        unlock(qtbot, window)

    benchmark.pedantic(there_and_back, rounds=3, iterations=1, warmup_rounds=1)


def test_a_short_revision_begins(benchmark: BenchmarkFixture, store: Store, window: MainWindow) -> None:
    """In the plan of a client with a signed version: review, draft, and what is new and missing in it."""
    benchmark.group = "longest stillness while a short revision begins"
    benchmark.extra_info["milliseconds"] = 50
    sign(store, Client.get(Client.legal_family == "Shah").id, datetime.datetime.now().astimezone())
    assert window.workplace is not None
    window.workplace.show_anew()
    press(window, "Ctrl+8")
    found = []
    for cause in REVISIONS[:1] if benchmark.disabled else REVISIONS:
        settle()
        found.append(longest(lambda cause=cause: field(window, f"reviews.revise.{cause}").click()))
        assert PlanReview.get().cause == cause
        assert field(window, "plan_review.cause").isVisible()
        window.commands.run("undo")
    usual = sorted(found)[len(found) // 2]
    benchmark.pedantic(lambda: time.sleep(usual), rounds=1, iterations=1)
