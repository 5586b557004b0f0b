"""The example client, entered by keys alone into an empty practice, and signed: each fact is in its field, keys are
counted."""

import datetime
import json
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock

from recovery_desktop.exchange.writing import client_file
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from tests.exchange.test_round_trip import values_of
from tests.practices import PASSPHRASE
from tests.test_vignette import kept_at
from tests.ui.walks.example import DAY_30, Row, example, with_one_of_each
from tests.ui.walks.keyboard import Keyboard
from tests.ui.walks.plan_hands import PlanHands, frozen, read
from tests.ui.walks.whole_client import Typist
from tests.ui.windows import lock, opened_window
from tests.vignette_facts import FACTS


@pytest.fixture(autouse=True)
def _on_the_day_of_the_example() -> Iterator[None]:
    clock.use(datetime.date.fromisoformat(DAY_30))
    yield
    clock.use(None)


def entered(qtbot: QtBot, store: Store, plain: Row) -> Keyboard:
    """Enters a client file's client, locks, and unlocks again with the passphrase."""
    window = opened_window(qtbot, store)
    keyboard = Keyboard(window)
    Typist(keyboard, plain).enter_everything()
    lock(qtbot, window)
    with qtbot.waitSignal(window.unlocked, timeout=10_000):
        keyboard.tab_to("passphrase")
        keyboard.type(PASSPHRASE)
        keyboard.press("Return")
    return keyboard


def with_sorted_threads(content: bytes) -> list[Any]:
    """All values of a client file; threads are tied in the order of the chips, and not in that of the file."""
    return [(*row, sorted(threads, key=str)) for *row, threads in values_of(content)]


def kept() -> bytes:
    """What the record holds, as a client file."""
    return client_file(take(Client.get().id), counseling_notes=True)


def test_a_client_with_one_row_of_each_kind_is_entered_and_signed_by_keys_alone(qtbot: QtBot, store: Store) -> None:
    plain = with_one_of_each()
    keyboard = entered(qtbot, store, plain)
    assert with_sorted_threads(kept()) == with_sorted_threads(json.dumps(plain).encode())
    hands = PlanHands(qtbot, keyboard)
    hands.make_ready("Agreed with the client.")
    hands.sign()
    assert "Version 1" in read(frozen(1)) and "DRAFT" not in read(frozen(1))


@pytest.mark.long
def test_the_example_client_is_entered_by_keys_alone(
    qtbot: QtBot, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = example()
    keyboard = entered(qtbot, store, plain)
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(told(keyboard)) + "\n")
    assert with_sorted_threads(kept()) == with_sorted_threads(json.dumps(plain).encode())
    client = take(Client.get().id)
    assert [fact.fact for fact in FACTS if kept_at(client, fact.path) != fact.value] == []


def told(keyboard: Keyboard) -> list[str]:
    """How many keys it took, in all and at the fields that took most beside their text."""
    counts, fields = keyboard.counts, keyboard.entered.total()
    return [
        f"{keyboard.total} keys: {counts['text']} of texts, {counts['tab']} Tabs, {counts['other']} others",
        f"{fields} values entered, {keyboard.total / fields:.1f} keys each, {counts['text'] / fields:.1f} of them text",
    ]
