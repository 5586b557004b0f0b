"""Open safety gates of clients who are not open stand in the caseload as well, by and by."""

import datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.gates_across import GatesAcross
from recovery_desktop_ui.parts.lists import RowList
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.assessment import Administration, Assessment
from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from recovery_desktop.records.substances import Substance, SubstanceUse
from recovery_desktop.records.therapies import SafetyStep
from tests.people import admitted
from tests.ui.windows import opened_window

TODAY = datetime.date(2026, 10, 12)
LINE = "Rosa Vega, safety gate: Cocaine of unknown content: naloxone and an overdose plan, safety"


@pytest.fixture
def client(store: Store) -> Client:
    """Somebody who uses cocaine of unknown content."""
    clock.use(TODAY)
    client, episode = admitted(store)
    assessment = store.add(Assessment, episode, started_on=TODAY)
    store.add(SubstanceUse, assessment, state="asked")
    store.add(Substance, assessment, substance_class="cocaine", name="Cocaine", days_of_30=10, content_known="no")
    return client


def _lines(window: MainWindow) -> list[str]:
    rows = window.findChild(RowList, "caseload.list")
    assert rows is not None
    model, role = rows.model(), Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(at, 0).data(role)) for at in range(model.rowCount())]


def test_a_client_who_is_not_open_stands_first_for_an_open_gate(qtbot: QtBot, store: Store, client: Client) -> None:
    other, _episode = admitted(store, record_number="RD-000902", legal_given="Ana", legal_family="Alba")
    window = opened_window(qtbot, store, client=other)
    workplace = window.workplace
    assert workplace is not None
    assert LINE not in _lines(window)
    workplace._across.timeout.emit()
    qtbot.waitUntil(lambda: _lines(window)[0] == LINE, timeout=5000)
    said = {"gate": "G06", "action": "Naloxone", "status": "done", "response": "Kit given and shown"}
    workplace.show_client(client.id)
    workplace.keeper.add(SafetyStep, client.episodes[0], **said, done_on=TODAY, done_by="Dana Whitfield")
    qtbot.waitUntil(lambda: LINE not in _lines(window), timeout=5000)


def test_violence_at_home_is_not_in_it(qtbot: QtBot, store: Store) -> None:
    clock.use(TODAY)
    client, episode = admitted(store)
    store.add(Administration, episode, instrument="hark", given_on=TODAY, responses={"1": "yes"})
    window = opened_window(qtbot, store, client=client)
    assert window.keeper is not None
    across = GatesAcross(window.keeper)
    across.look_at([client.id])
    qtbot.waitUntil(lambda: not across._waiting, timeout=5000)
    qtbot.wait(300)
    assert across.words(client.id) == ""


def test_nothing_is_looked_at_once_the_records_are_closed_or_a_client_is_gone(
    qtbot: QtBot, store: Store, client: Client
) -> None:
    window = opened_window(qtbot, store, client=client)
    assert window.keeper is not None
    across = GatesAcross(window.keeper)
    with qtbot.waitSignal(across.turned, timeout=5000) as told:
        across.look_at([client.id + 9, client.id])
    assert told.args == [client.id]
    across.look_at([client.id])
    window.commands.run("lock")
    qtbot.wait(300)  # an error would fail the test
