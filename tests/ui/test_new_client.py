"""A client is added once, in a few fields, and a half-done one is never lost."""

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.panes.begun_clients import begun_clients, names_from
from recovery_desktop_ui.panes.new_client import NewClientPane

from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.client import Client, ContactPoint, Episode
from recovery_desktop.records.store import Store
from tests.people import TODAY, sample


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    clock.use(TODAY)
    yield
    clock.use(None)


@pytest.fixture
def keeper(store: Store) -> Keeper:
    return Keeper(store)


def pane_of(qtbot: QtBot, keeper: Keeper, name: str = "") -> NewClientPane:
    pane = NewClientPane(keeper, name)
    qtbot.addWidget(pane)
    pane.show()
    return pane


def write(qtbot: QtBot, pane: NewClientPane, field: str, words: str) -> None:
    target = pane.findChild(QWidget, f"{field}.input")
    target.setFocus()
    qtbot.keyClicks(target, words)


def button(pane: NewClientPane, name: str) -> QAbstractButton:
    found = pane.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def press(qtbot: QtBot, pane: NewClientPane, name: str) -> None:
    qtbot.mouseClick(button(pane, name), Qt.MouseButton.LeftButton)


def test_a_client_is_added_with_episode_and_assessment(qtbot: QtBot, keeper: Keeper) -> None:
    pane = pane_of(qtbot, keeper, "Ana Maria Lopez")
    write(qtbot, pane, "client.birth_date", "3/9/1997")
    write(qtbot, pane, "client.pronouns", "she/her")
    write(qtbot, pane, "contact_point.value", "555-0199")
    with qtbot.waitSignal(pane.made) as told:
        press(qtbot, pane, "new_client.add")
    client = Client.get()
    assert told.args == [client.id]
    assert (client.legal_given, client.legal_family, client.pronouns) == ("Ana Maria", "Lopez", "she/her")
    assert (client.birth_date, client.record_number) == (datetime.date(1997, 3, 9), "RD-000001")
    assert (ContactPoint.get().value, ContactPoint.get().safe_to_use) == ("555-0199", "")
    assert Episode.get().intake_on == TODAY
    assert Assessment.get().kind == "first"
    assert keeper.store.vault.drafts.names() == []
    keeper.undo()
    assert Client.select().count() == Episode.select().count() == 0


def test_by_keyboard_alone(qtbot: QtBot, keeper: Keeper) -> None:
    pane = pane_of(qtbot, keeper)
    write(qtbot, pane, "client.legal_family", "Lopez")
    with qtbot.waitSignal(pane.made):
        qtbot.keyClick(
            pane.findChild(QWidget, "client.legal_family.input"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
    assert Client.get().legal_family == "Lopez"


def test_what_is_missing_is_said_and_nothing_added(qtbot: QtBot, keeper: Keeper) -> None:
    pane = pane_of(qtbot, keeper)
    write(qtbot, pane, "client.legal_given", "Ana")
    with qtbot.assertNotEmitted(pane.made):
        press(qtbot, pane, "new_client.add")
    family = pane.findChild(QWidget, "client.legal_family.input")
    assert family.accessibleDescription() == "Enter something here"
    assert Client.select().count() == 0


def test_a_taken_record_number_is_said(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    store.add(Client, record_number="RD-000007", legal_family="Other")
    pane = pane_of(qtbot, keeper, "Lopez")
    number = pane.findChild(QWidget, "client.record_number.input")
    assert number.text() == "RD-000008"
    number.clear()
    write(qtbot, pane, "client.record_number", "RD-000007")
    press(qtbot, pane, "new_client.add")
    assert "Another entry has this already" in number.accessibleDescription()
    assert Client.select().count() == 1


def test_the_same_person_is_offered_before_a_second_is_made(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    priya = sample(store, "priya-shah")
    pane = pane_of(qtbot, keeper, "Prija Shah")
    write(qtbot, pane, "client.birth_date", "4 May 1997")
    with qtbot.assertNotEmitted(pane.made):
        press(qtbot, pane, "new_client.add")
    assert button(pane, "new_client.add").accessibleName() == "It is another person: add"
    with qtbot.waitSignal(pane.chosen) as told:
        press(qtbot, pane, f"new_client.open{priya.id}")
    assert told.args == [priya.id]
    assert begun_clients(keeper) == []


def test_the_warning_comes_while_typing(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    priya = sample(store, "priya-shah")
    pane = pane_of(qtbot, keeper)
    write(qtbot, pane, "client.legal_given", "Priya")
    write(qtbot, pane, "client.legal_family", "Shah")
    qtbot.waitUntil(lambda: pane.findChild(QAbstractButton, f"new_client.open{priya.id}") is not None)
    assert button(pane, f"new_client.open{priya.id}").isVisible()


def test_another_person_of_the_same_name_can_be_added(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    sample(store, "priya-shah")
    pane = pane_of(qtbot, keeper, "Priya Shah")
    press(qtbot, pane, "new_client.add")
    with qtbot.waitSignal(pane.made):
        press(qtbot, pane, "new_client.add")
    assert Client.select().where(Client.legal_family == "Shah").count() == 2


def test_a_half_done_client_survives(qtbot: QtBot, keeper: Keeper) -> None:
    pane = pane_of(qtbot, keeper)
    write(qtbot, pane, "client.legal_given", "Ana")
    write(qtbot, pane, "client.birth_date", "31/31")
    assert keeper.flush()
    assert Client.select().count() == 0
    again = pane_of(qtbot, Keeper(keeper.store))
    assert again.findChild(QWidget, "client.legal_given.input").text() == "Ana"
    assert again.findChild(QWidget, "client.birth_date.input").text() == "31/31"


def test_two_half_done_clients_do_not_mix(qtbot: QtBot, keeper: Keeper) -> None:
    first = pane_of(qtbot, keeper)
    write(qtbot, first, "client.legal_given", "Ana")
    assert keeper.flush()
    second = pane_of(qtbot, keeper, "Bob Ray")
    write(qtbot, second, "client.pronouns", "he/him")
    assert keeper.flush()
    assert sorted(name for _number, name in begun_clients(keeper)) == ["Ana", "Bob Ray"]
    press(qtbot, second, "new_client.begun1")
    assert second.findChild(QWidget, "client.legal_given.input").text() == "Ana"
    press(qtbot, second, "new_client.let_go")
    assert [name for _number, name in begun_clients(keeper)] == ["Bob Ray"]


@pytest.mark.parametrize(
    ("typed", "given", "family"),
    [
        ("Ana Maria Lopez", "Ana Maria", "Lopez"),
        ("Lopez, Ana", "Ana", "Lopez"),
        (" Lopez ", "", "Lopez"),
        ("RD-000123", "", ""),
        ("", "", ""),
    ],
)
def test_names_are_read_from_the_search(typed: str, given: str, family: str) -> None:
    named = names_from(typed)
    assert (named.get("legal_given", ""), named.get("legal_family", "")) == (given, family)
