"""Therapies: safety steps first, services grouped by decision, a service moves when the decision changes."""

import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.editors.base import editor_around
from recovery_desktop_ui.tabs.therapies import TherapiesPage

from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.diagnoses import Medication
from recovery_desktop.records.goals import Need, NeedSafetyStep, NeedService
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep, Service
from tests.practices import reopened
from tests.ui.tabs.showing import SAMPLES, child, page_of, press, rows_not_shown, sample_client, type_into


def _new_client(store: Store) -> tuple[Client, Episode]:
    client = store.add(Client, record_number="RD-1", legal_family="Vale")
    return client, store.add(Episode, client)


def _sheet(page: Any, key: str) -> Any:
    """A section of the page, shown."""
    page.reveal(Place("therapies", key))
    return page._sheets[key]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_stored_value_of_a_sample_client_is_shown(qtbot: QtBot, store: Store, name: str) -> None:
    page = page_of(qtbot, TherapiesPage, store, sample_client(store, name))
    (steps,) = [rows for rows, _, _ in _sheet(page, "safety")._lists]
    assert rows_not_shown(steps, SafetyStep.select().order_by(SafetyStep.position)) == []
    shown = list(steps.rows)
    for decision, rows in _sheet(page, "services").lists.items():
        of_decision = Service.select().where(Service.decision == decision)
        assert rows_not_shown(rows, of_decision.order_by(Service.position)) == []
        shown += rows.rows
    assert len(shown) == Service.select().count() + SafetyStep.select().count() > 10


def test_only_groups_that_hold_something_are_shown(qtbot: QtBot, store: Store) -> None:
    client, episode = _new_client(store)
    store.add(Service, episode, name="Dance class", decision="declined", decision_reason="Not now")
    page = page_of(qtbot, TherapiesPage, store, client)
    _sheet(page, "services")
    titles = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Declined" in titles and "Accepted" not in titles


def test_a_changed_decision_moves_the_service_and_keeps_the_cursor(qtbot: QtBot, store: Store) -> None:
    client, episode = _new_client(store)
    service = store.add(Service, episode, name="Contingency management")
    page = page_of(qtbot, TherapiesPage, store, client)
    lists = _sheet(page, "services").lists
    press(qtbot, page, "service.row0")
    field = child(page, "service.decision.input")
    field.setFocus()
    qtbot.keyClicks(field, "acc")
    page.keeper.flush()
    assert Service.get().decision == "accepted"
    moved = lists["accepted"].form
    assert moved.row == service and page.focusWidget() is moved.rows["decision"].editor.target()
    assert lists[""].rows == []
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
    _sheet(page, "services")
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


def test_a_service_by_hand_is_found_in_the_library(qtbot: QtBot, store: Store) -> None:
    client, _episode = _new_client(store)
    page = page_of(qtbot, TherapiesPage, store, client)
    _sheet(page, "services")
    press(qtbot, page, "service.add")
    field = type_into(qtbot, page, "service.name.input", "smart")
    editor = editor_around(field)
    editor._look_up()
    qtbot.waitUntil(lambda: bool(editor._offers), timeout=5000)
    assert editor._offers[0].words.startswith("Secular mutual help · Mutual help · Once a week")
    editor._take(0)
    page.keeper.flush()
    assert (Service.get().name, Service.get().modality) == ("Secular mutual help", "mutual_help")


def test_what_a_safety_rule_speaks_against_is_pointed_out_when_it_is_entered_by_hand(
    qtbot: QtBot, store: Store
) -> None:
    client, episode = _new_client(store)
    service = store.add(Service, episode, name="Naltrexone, monthly shot")
    page = page_of(qtbot, TherapiesPage, store, client)
    _sheet(page, "services")
    press(qtbot, page, "service.row0")
    stops, known = child(page, "stops.open"), child(page, "stops.known")
    qtbot.waitUntil(lambda: stops.isVisible(), timeout=5000)
    assert "Not suggested now: Naltrexone only when it is known that no opioids are taken or needed" in stops.text()
    store.add(Medication, client, name="Oxycodone", status="taking")
    page._sheets["services"].fill(page.opened)
    qtbot.waitUntil(lambda: known.isVisible(), timeout=5000)
    assert "Oxycodone" in known.text() and not stops.isVisible()
    page.keeper.save(service, name="Peer coach")
    page._sheets["services"].fill(page.opened)
    qtbot.waitUntil(lambda: not known.isVisible(), timeout=5000)


def test_a_service_becomes_less_from_today_and_both_stay_with_their_dates(qtbot: QtBot, store: Store) -> None:
    clock.use(datetime.date(2026, 11, 8))
    client, episode = _new_client(store)
    began = datetime.date(2026, 9, 24)
    group = {"name": "Group", "decision": "accepted", "times": 3, "per": "week", "minutes": 90, "starts_on": began}
    service, need = store.add(Service, episode, **group), store.add(Need, episode, statement="Evenings")
    store.link(NeedService, need, service)
    page = page_of(qtbot, TherapiesPage, store, client)
    rows = _sheet(page, "services").lists["accepted"]
    press(qtbot, page, "service_accepted.row0")
    child(page, "service.change").click()
    before, now = Service.select().order_by(Service.id)
    assert (before.ends_on, now.starts_on, now.ends_on) == (
        datetime.date(2026, 11, 7),
        datetime.date(2026, 11, 8),
        None,
    )
    assert (now.name, now.times, now.decision) == ("Group", 3, "accepted")
    assert {tie.service_id for tie in NeedService.select()} == {before.id, now.id}
    assert rows.form.row == now and page.focusWidget().objectName() == "service_accepted.times.input"
    assert not child(page, "service.change").isVisible(), "it begins today"
    page.keeper.undo()
    assert Service.get().ends_on is None, "one step takes all of it back"


def test_a_safety_step_is_tied_to_the_needs_that_it_answers(qtbot: QtBot, store: Store) -> None:
    client, episode = _new_client(store)
    need = store.add(Need, episode, statement="Overdose")
    step = store.add(SafetyStep, episode, action="Naloxone")
    page = page_of(qtbot, TherapiesPage, store, client)
    _sheet(page, "safety")
    page.reveal(Place("therapies", "", SafetyStep, step.id, "action"))
    press(qtbot, page, f"need_safety_step.{need.id}")
    assert [(tie.need, tie.safety_step) for tie in NeedSafetyStep.select()] == [(need, step)]
