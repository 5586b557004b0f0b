"""Open safety gates stand in the banner of every page until a step says what was done; private ones never do."""

import datetime

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.practice_rules import practice_rules
from recovery_desktop_ui.gates_in_sight import gates_in_sight
from recovery_desktop_ui.tabs.names import TABS
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.assessment import Administration, Assessment
from recovery_desktop.records.client import Client
from recovery_desktop.records.health import PhysicalHealth, TraumaSafety
from recovery_desktop.records.store import Store
from recovery_desktop.records.substances import Substance, SubstanceUse
from recovery_desktop.records.therapies import SafetyStep
from tests.people import admitted
from tests.ui.windows import opened_window

TODAY = datetime.date(2026, 10, 12)
COCAINE = "Cocaine of unknown content: naloxone and an overdose plan"


@pytest.fixture(autouse=True)
def _today() -> None:
    clock.use(TODAY)


@pytest.fixture
def client(store: Store) -> Client:
    """Somebody who uses cocaine of unknown content."""
    client, episode = admitted(store)
    assessment = store.add(Assessment, episode, started_on=TODAY)
    store.add(SubstanceUse, assessment, state="asked")
    store.add(Substance, assessment, substance_class="cocaine", name="Cocaine", days_of_30=10, content_known="no")
    return client


def _chips(window: MainWindow) -> list[str]:
    assert window.workplace is not None
    return [
        each.text() for each in window.workplace.banner.findChildren(QPushButton, "banner.alert") if each.isVisible()
    ]


def test_an_open_gate_is_in_sight_on_every_page_until_its_step_says_what_was_done(
    qtbot: QtBot, store: Store, client: Client
) -> None:
    window = opened_window(qtbot, store, client=client)
    workplace = window.workplace
    assert workplace is not None
    for tab in TABS:
        workplace.show_page(tab.key)
        qtbot.waitUntil(lambda: _chips(window) == [COCAINE], timeout=5000)
    at = next(index for index, tab in enumerate(TABS) if tab.key == "therapies")
    assert workplace.tabs.tabData(at) == "alarm"
    assert workplace.tabs.tabToolTip(at) == "a safety gate is open"
    said = {"gate": "G06", "action": "Naloxone", "status": "done", "done_on": TODAY, "done_by": "Dana Whitfield"}
    step = workplace.keeper.add(SafetyStep, client.episodes[0], **said)
    qtbot.wait(700)
    assert _chips(window) == [COCAINE], "what was done is not said yet"
    workplace.keeper.save(step, response="Kit given and shown.")
    qtbot.waitUntil(lambda: _chips(window) == [], timeout=5000)
    assert workplace.tabs.tabData(at) == "started"
    workplace.keeper.remove(step, "Naloxone")
    qtbot.waitUntil(lambda: _chips(window) == [COCAINE], timeout=5000)


def test_another_client_has_none_of_it(qtbot: QtBot, store: Store, client: Client) -> None:
    other, _episode = admitted(store, record_number="RD-000901", legal_family="Moss")
    window = opened_window(qtbot, store, client=client)
    qtbot.waitUntil(lambda: len(_chips(window)) == 1, timeout=5000)
    assert window.workplace is not None
    window.workplace.show_client(other.id)
    assert _chips(window) == []
    qtbot.wait(300)
    assert _chips(window) == []


def test_several_are_counted(store: Store, client: Client) -> None:
    store.add(PhysicalHealth, Assessment.get(), state="asked", chest_pain="yes")
    words = gates_in_sight(take(client.id), TODAY, practice_rules())
    assert words.endswith(", and 1 more")


def test_private_ones_are_left_out(store: Store, client: Client) -> None:
    before = gates_in_sight(take(client.id), TODAY, practice_rules())
    store.add(TraumaSafety, Assessment.get(), state="asked", afraid_of_someone="yes")
    assert gates_in_sight(take(client.id), TODAY, practice_rules()) == before


def test_a_safety_answer_is_not_said_twice(store: Store, client: Client) -> None:
    before = gates_in_sight(take(client.id), TODAY, practice_rules())
    store.add(Administration, client.episodes[0], instrument="asq", name="ASQ", given_on=TODAY, responses={"1": "yes"})
    assert gates_in_sight(take(client.id), TODAY, practice_rules()) == before
