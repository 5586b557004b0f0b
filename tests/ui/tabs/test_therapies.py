"""Therapies: safety steps first, services grouped by decision, a service moves when the decision changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.tabs.therapies import TherapiesPage

from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep, Service
from tests.practices import reopened
from tests.ui.tabs.showing import SAMPLES, child, page_of, press, rows_not_shown, sample_client, type_into


def _new_client(store: Store) -> tuple[Client, Episode]:
    client = store.add(Client, record_number="RD-1", legal_family="Vale")
    return client, store.add(Episode, client)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_stored_value_of_a_sample_client_is_shown(qtbot: QtBot, store: Store, name: str) -> None:
    page = page_of(qtbot, TherapiesPage, store, sample_client(store, name))
    shown = []
    for rows, _, _ in page._lists:
        ordered = rows.model.select().order_by(rows.model.position)
        if rows.model is Service:
            ordered = ordered.where(Service.decision == next(d for d, group in page._groups.items() if group is rows))
        assert rows_not_shown(rows, ordered) == []
        shown += rows.rows
    assert len(shown) == Service.select().count() + SafetyStep.select().count() > 10


def test_only_groups_that_hold_something_are_shown(qtbot: QtBot, store: Store) -> None:
    client, episode = _new_client(store)
    store.add(Service, episode, name="Dance class", decision="declined", decision_reason="Not now")
    page = page_of(qtbot, TherapiesPage, store, client)
    titles = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Declined" in titles and "Accepted" not in titles


def test_a_changed_decision_moves_the_service_and_keeps_the_cursor(qtbot: QtBot, store: Store) -> None:
    client, episode = _new_client(store)
    service = store.add(Service, episode, name="Contingency management")
    page = page_of(qtbot, TherapiesPage, store, client)
    press(qtbot, page, "service.row0")
    field = child(page, "service.decision.input")
    field.setFocus()
    qtbot.keyClicks(field, "acc")
    page.keeper.flush()
    assert Service.get().decision == "accepted"
    moved = page._groups["accepted"].form
    assert moved.row == service and page.focusWidget() is moved.rows["decision"].editor.target()
    assert page._groups[""].rows == []
    type_into(qtbot, page, "service_accepted.provider.input", "Dana")
    page.keeper.flush()
    again = reopened(store)
    assert Service.get().provider == "Dana"
    again.close()


def test_an_open_safety_step_stands_out_until_it_is_answered(qtbot: QtBot, store: Store) -> None:
    client, episode = _new_client(store)
    step = store.add(SafetyStep, episode, action="Offer naloxone", status="open")
    page = page_of(qtbot, TherapiesPage, store, client)
    head = child(page, "safety_step.row0")
    assert "safety" in head.accessibleName()
    assert page.reveal(Place("therapies", "", SafetyStep, step.id, "status"))
    field = child(page, "safety_step.status.input")
    assert page.focusWidget() is field
    qtbot.keyClicks(field, "don")
    page.keeper.flush()
    assert SafetyStep.get().status == "done"
    assert "safety" not in head.accessibleName()


def test_a_service_is_added_and_one_taken_back(qtbot: QtBot, store: Store) -> None:
    client, _episode = _new_client(store)
    page = page_of(qtbot, TherapiesPage, store, client)
    add = child(page, "service.add")
    add.setFocus()
    qtbot.keyClick(add, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    type_into(qtbot, page, "service.name.input", "Peer coach")
    page.keeper.flush()
    assert Service.get().name == "Peer coach"
    press(qtbot, page, "service.remove")
    assert not Service.select().exists()
    page.keeper.undo()
    assert Service.get().name == "Peer coach"
