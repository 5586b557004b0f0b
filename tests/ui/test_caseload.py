"""The caseload finds people by typing, by keyboard alone, and offers to add whom it does not find."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.caseload import Caseload
from recovery_desktop_ui.editing.everybody import Everybody
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.lists import RowList

from recovery_desktop.records.aftercare import FollowUp
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.store import Store
from tests.people import TODAY, day

PEOPLE = (("RD-000001", "Priya", "Shah"), ("RD-000002", "Omar", "Haddad"), ("RD-000003", "José", "Núñez"))


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    clock.use(TODAY)
    yield
    clock.use(None)


@pytest.fixture
def numbers(store: Store) -> dict[str, int]:
    """Three clients in care, one of them with a late review, and one who was discharged."""
    found = {}
    for record, given, family in PEOPLE:
        client = store.add(Client, record_number=record, legal_given=given, legal_family=family)
        episode = store.add(Episode, client, intake_on=day(-60))
        found[given] = client.id
        if given == "Omar":
            store.add(FollowUp, episode, kind="plan_review", due_on=day(-5))
    gone = store.add(Client, record_number="RD-000004", legal_given="Dee", legal_family="East")
    store.add(Episode, gone, discharged_on=day(-9))
    return found | {"Dee": gone.id}


@pytest.fixture
def everybody(store: Store) -> Everybody:
    return Everybody(Keeper(store))


@pytest.fixture
def caseload(qtbot: QtBot, numbers: dict[str, int], everybody: Everybody) -> Caseload:
    made = Caseload(everybody)
    qtbot.addWidget(made)
    everybody.renew()
    made.resize(232, 600)
    made.show()
    return made


def find(caseload: Caseload) -> QLineEdit:
    return caseload.findChild(QLineEdit, "caseload.find")


def rows(caseload: Caseload) -> RowList:
    return caseload.findChild(RowList, "caseload.list")


def names(caseload: Caseload) -> list[str]:
    model = rows(caseload).model()
    return [model.index(at, 0).data() for at in range(model.rowCount())]


def words_of(caseload: Caseload, at: int) -> str:
    return str(rows(caseload).model().index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_most_urgent_stands_first_in_words(caseload: Caseload) -> None:
    assert names(caseload)[0] == "Omar Haddad"
    assert words_of(caseload, 0) == "Omar Haddad, review 5 days late, needs attention"
    assert "Dee East" not in names(caseload)


def test_the_filter_counts_and_chooses(qtbot: QtBot, caseload: Caseload) -> None:
    which = caseload.findChild(QComboBox, "caseload.filter")
    assert [which.itemText(at) for at in range(4)] == [
        "Open clients (3)",
        "Something due (1)",
        "Ended (1)",
        "All clients (4)",
    ]
    which.setFocus()
    qtbot.keyClick(which, Qt.Key.Key_Down)
    assert names(caseload) == ["Omar Haddad"]
    qtbot.keyClick(which, Qt.Key.Key_Down)
    assert names(caseload) == ["Dee East"]


@pytest.mark.parametrize(("typed", "name"), [("nun", "José Núñez"), ("000001", "Priya Shah"), ("dee", "Dee East")])
def test_typing_finds_and_enter_opens(
    qtbot: QtBot, caseload: Caseload, numbers: dict[str, int], typed: str, name: str
) -> None:
    qtbot.keyClicks(find(caseload), typed)
    assert names(caseload) == [name]
    with qtbot.waitSignal(caseload.chosen) as told:
        qtbot.keyClick(find(caseload), Qt.Key.Key_Return)
    assert told.args == [numbers[name.split()[0]]]
    assert find(caseload).text() == ""


def test_down_walks_the_list_and_only_enter_opens(qtbot: QtBot, caseload: Caseload, numbers: dict[str, int]) -> None:
    caseload.choose(numbers["Priya"])
    qtbot.keyClicks(find(caseload), "a")
    with qtbot.assertNotEmitted(caseload.chosen):
        qtbot.keyClick(find(caseload), Qt.Key.Key_Down)
        qtbot.keyClick(rows(caseload), Qt.Key.Key_Down)
    second = rows(caseload).current_key()
    assert second != numbers["Priya"] or names(caseload)[1] == "Priya Shah"
    with qtbot.waitSignal(caseload.chosen) as told:
        qtbot.keyClick(rows(caseload), Qt.Key.Key_Return)
    assert told.args == [second]


def test_a_click_opens(qtbot: QtBot, caseload: Caseload, numbers: dict[str, int]) -> None:
    shown = rows(caseload)
    spot = shown.visualRect(shown.model().index(0, 0)).center()
    with qtbot.waitSignal(caseload.chosen) as told:
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == [numbers["Omar"]]


def test_down_in_the_empty_search_shows_who_was_opened_last(
    qtbot: QtBot, caseload: Caseload, numbers: dict[str, int]
) -> None:
    for name in ("José", "Dee", "Priya"):
        caseload.choose(numbers[name])
    qtbot.keyClick(find(caseload), Qt.Key.Key_Down)
    assert names(caseload) == ["Priya Shah", "Dee East", "José Núñez"]


def test_whom_nobody_finds_can_be_added(qtbot: QtBot, caseload: Caseload) -> None:
    add = caseload.findChild(QPushButton, "caseload.new")
    qtbot.keyClicks(find(caseload), "Zoe Quill")
    assert names(caseload) == []
    assert add.accessibleName() == "New client “Zoe Quill”"
    qtbot.keyClick(find(caseload), Qt.Key.Key_Return)
    with qtbot.waitSignal(caseload.new_client) as told:
        qtbot.keyClick(add, Qt.Key.Key_Return)
    assert told.args == ["Zoe Quill"]
    qtbot.keyClick(find(caseload), Qt.Key.Key_Escape)
    assert find(caseload).text() == ""
    assert add.accessibleName() == "New client"
    assert len(names(caseload)) == 3


def test_hidden_names_are_record_numbers(caseload: Caseload) -> None:
    caseload.hide_names(True)
    assert names(caseload)[0] == "RD-000002"
    shown = " ".join(label.text() for label in caseload.findChildren(QLabel)) + " ".join(names(caseload))
    assert not any(given in shown or family in shown for _record, given, family in PEOPLE)


def test_a_change_of_one_client_is_followed(
    caseload: Caseload, everybody: Everybody, store: Store, numbers: dict[str, int]
) -> None:
    client = Client.get_by_id(numbers["Priya"])
    store.save(client, preferred_name="Pri")
    everybody.renew(client.id)
    assert "Pri Shah" in names(caseload)
    store.remove(client)
    everybody.renew(client.id)
    assert "Pri Shah" not in names(caseload)
