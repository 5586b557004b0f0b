"""A safety answer is in the lists of all clients from the moment it is given until a safety step answers it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.panes.due import DuePane
from recovery_desktop_ui.parts.lists import RowList
from recovery_desktop_ui.window import MainWindow
from recovery_desktop_ui.workplace import AFTER_CHANGE

from recovery_desktop.records.aftercare import FollowUp
from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep
from tests.people import admitted
from tests.ui.tabs.questionnaires.giving import at_questionnaires, give, latest
from tests.ui.windows import click, press, settle

OPEN = "Rosa Vega, safety answer: PHQ-9, safety"
STEP = "Rosa Vega, safety step open, safety"

SAID = {"done_by": "Dana Whitfield", "response": "Asked in private, plan written."}


@pytest.fixture
def other(store: Store) -> Client:
    """Somebody else, who is waiting for a review, so that there is something to come after."""
    client, episode = admitted(store, record_number="RD-000902", legal_given="Sam", legal_family="Fox")
    store.add(FollowUp, episode, kind="plan_review", due_on=today() - timedelta(days=9))
    return client


def said(rows: RowList) -> list[str]:
    model, role = rows.model(), Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(at, 0).data(role)) for at in range(model.rowCount())]


def caseload(window: MainWindow) -> list[str]:
    """What the caseload says, after it has followed the last change by itself."""
    QTest.qWait(AFTER_CHANGE + 50)
    while window.workplace is not None and window.workplace._follow.isActive():
        QTest.qWait(10)  # on a busy machine it comes later
    return said(window.findChild(RowList, "caseload.list"))


def due_pane(window: MainWindow) -> list[str]:
    """What the list of what is due says first."""
    press(window, "Ctrl+D")
    settle()
    (pane,) = (each for each in window.findChildren(DuePane) if each.isVisible())
    return said(pane.findChild(RowList, "page.needed"))


def test_it_comes_with_the_answer_and_goes_with_the_step(qtbot: QtBot, store: Store, other: Client) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "phq-9")
    keyboard.type("ssssssss")
    assert caseload(window)[0].startswith("Sam Fox")
    keyboard.type("2")
    assert caseload(window)[0] == OPEN
    click(window, "questionnaire.safety_step")
    assert OPEN not in caseload(window) and STEP in caseload(window)
    press(window, "Ctrl+Z")
    assert caseload(window)[0] == OPEN
    press(window, "Ctrl+Y")
    assert STEP in caseload(window)
    assert window.keeper is not None
    window.keeper.save(SafetyStep.get(), status="done", done_on=today(), **SAID)
    assert "Rosa Vega, in assessment, started" in caseload(window)


def test_it_is_first_of_what_is_due(qtbot: QtBot, store: Store, other: Client) -> None:
    window = at_questionnaires(qtbot, store)
    give(window, "phq-9").type("ssssssss2")
    assert due_pane(window)[0] == OPEN
    assert window.keeper is not None
    window.keeper.add(
        SafetyStep, latest().episode, gate="G02", action="Safety plan", done_on=today(), status="done", **SAID
    )
    assert [words for words in due_pane(window) if words.startswith("Rosa")] == []


def test_the_next_client_may_be_opened_at_once(qtbot: QtBot, store: Store, other: Client) -> None:
    window = at_questionnaires(qtbot, store)
    give(window, "phq-9").type("ssssssss2")
    assert window.workplace is not None
    window.workplace.show_client(other.id)
    assert caseload(window)[0] == OPEN


def test_an_undo_beside_another_client_is_followed(qtbot: QtBot, store: Store, other: Client) -> None:
    window = at_questionnaires(qtbot, store)
    give(window, "phq-9").type("ssssssss2")
    click(window, "questionnaire.safety_step")
    assert window.workplace is not None
    window.workplace.show_client(other.id)
    assert STEP in caseload(window)
    press(window, "Ctrl+Z")
    assert caseload(window)[0] == OPEN


def test_a_client_who_comes_back_is_due_again(qtbot: QtBot, store: Store, other: Client) -> None:
    window = at_questionnaires(qtbot, store)
    give(window, "phq-9").type("ssssssss2")
    assert window.workplace is not None
    window.workplace.remove_client()
    assert [words[:7] for words in due_pane(window)] == ["Sam Fox"]
    press(window, "Ctrl+Z")
    (pane,) = (each for each in window.findChildren(DuePane) if each.isVisible())
    assert said(pane.findChild(RowList, "page.needed"))[0] == OPEN
    assert caseload(window)[0] == OPEN


def test_violence_at_home_is_in_neither(qtbot: QtBot, store: Store, other: Client) -> None:
    window = at_questionnaires(qtbot, store)
    give(window, "hark").type("ynnn")
    for words in (*caseload(window), *due_pane(window)):
        assert "HARK" not in words and "safety" not in words
