"""The timeline shows all that happened under its months, by kind and in either order, and leads to where it stands."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import open_client
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.charts.chart import Chart
from recovery_desktop_ui.parts.charts.table import ValueTable
from recovery_desktop_ui.parts.chips import Chip
from recovery_desktop_ui.parts.lists import RowList
from recovery_desktop_ui.tabs.overview import OverviewPage

from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.diagnoses import TestResult
from recovery_desktop.records.goals import Goal
from recovery_desktop.records.sessions import Contact
from recovery_desktop.records.store import Store
from tests.people import TODAY, admitted, day, sample
from tests.ui.windows import opened_window, settle


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    clock.use(TODAY)
    yield
    clock.use(None)


def timeline_of(qtbot: QtBot, store: Store, client: Client) -> OverviewPage:
    page = OverviewPage(Keeper(store))
    qtbot.addWidget(page)
    page.show_client(open_client(client.id))
    page.resize(1134, 560)
    page.show()
    press(qtbot, page, "page.whole_timeline")
    assert page.section() == "timeline"
    return page


def press(qtbot: QtBot, page: OverviewPage, name: str) -> None:
    qtbot.mouseClick(page.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def lines(page: OverviewPage) -> list[str]:
    model = page.findChild(RowList, "page.timeline").model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(at, 0).data(role)) for at in range(model.rowCount())]


@pytest.fixture
def client(store: Store) -> Client:
    client, episode = admitted(store)
    store.add(Goal, episode, own_words="Dance", status="met", status_on=day(-30))
    store.add(Contact, episode, held_on=day(-9), attendance="missed")
    store.add(Contact, episode, held_on=day(-2), kind="individual")
    store.add(TestResult, episode, taken_on=day(-2), kind="urine", result="negative")
    return client


WHOLE = [
    *("October 2026", "Urine drug test, negative, 12 Oct", "Individual session, 12 Oct"),
    *("Contact, missed, 5 Oct, needs attention", "September 2026", "“Dance”: met, 14 Sep"),
    *("August 2026", "Intake, 15 Aug"),
]


def test_under_months_the_newest_first_and_turned_round(qtbot: QtBot, store: Store, client: Client) -> None:
    page = timeline_of(qtbot, store, client)
    assert lines(page) == WHOLE
    press(qtbot, page, "page.timeline_order")
    assert [line for line in lines(page) if "," not in line] == ["August 2026", "September 2026", "October 2026"]
    assert lines(page)[-2:] == WHOLE[1:3], "what happened on one day keeps its order"
    press(qtbot, page, "page.timeline_order")
    assert lines(page) == WHOLE


def test_chips_choose_a_kind_by_keyboard(qtbot: QtBot, store: Store, client: Client) -> None:
    page = timeline_of(qtbot, store, client)
    chips = [chip.text() for chip in page.findChildren(Chip) if chip.isVisible()]
    assert chips == ["Everything 5", "Care and plan 1", "Goals 1", "Tests 1", "Sessions 2"]
    page.findChild(Chip, "page.timeline_kinds.all").setFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_S)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert lines(page) == ["October 2026", "Individual session, 12 Oct", "Contact, missed, 5 Oct, needs attention"]
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert lines(page) == WHOLE


def test_a_line_leads_to_where_it_stands(qtbot: QtBot, store: Store, client: Client) -> None:
    page = timeline_of(qtbot, store, client)
    rows = page.findChild(RowList, "page.timeline")
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down)  # past the head of October
    with qtbot.waitSignal(page.go_to) as told:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert told.args == [Place("", "", TestResult, TestResult.get().id, "result")]
    goal = Goal.get()
    with qtbot.waitSignal(page.go_to) as told:
        rows.chosen.emit(3)
    assert told.args == [Place("", "", Goal, goal.id, "status")]
    rows.chosen.emit(2)
    assert page.section() == "sessions", "contacts stand on this page"
    assert page.findChild(QAbstractButton, "contact.row1").accessibleName().startswith("5 Oct 2026")


def test_what_was_in_an_earlier_episode_leads_there(qtbot: QtBot, store: Store, client: Client) -> None:
    before = client.episodes[0]
    store.save(before, discharged_on=day(-1))
    store.add(Episode, client, intake_on=TODAY)
    window = opened_window(qtbot, store, client=client)
    assert window.workplace is not None
    window.workplace.go_to(Place("overview", "timeline"))
    rows = window.findChild(RowList, "page.timeline")
    rows.chosen.emit(4)
    settle()
    page = window.workplace.page
    assert page is not None and page.section() == "episodes"
    assert page.findChild(RowList, "episodes").current_key() == before.id


def test_hours_of_care_have_a_picture_a_sentence_and_a_table(qtbot: QtBot, store: Store) -> None:
    page = timeline_of(qtbot, store, sample(store, "priya-shah"))
    (chart,) = (each for each in page.findChildren(Chart) if each.accessibleName() == "Hours of care a week")
    assert chart.isVisible() and "Hours of care a week: 9.5 from 14 September 2026" in chart.accessibleDescription()
    press(qtbot, page, "page.timeline_care_table")
    assert not chart.isVisible()
    assert any(table.isVisible() for table in page.findChildren(ValueTable))


def test_the_tab_key_goes_from_the_chips_to_the_lines(qtbot: QtBot, store: Store, client: Client) -> None:
    page = timeline_of(qtbot, store, client)
    page.findChild(QAbstractButton, "page.timeline_order").setFocus()
    visited = []
    for _stop in range(2):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        visited.append(page.focusWidget().objectName())
    assert visited == ["page.timeline_kinds.all", "page.timeline"]


def test_many_lines_come_with_one_more_press(qtbot: QtBot, store: Store, client: Client) -> None:
    episode = client.episodes[0]
    rows = [{"episode": episode, "held_on": day(-9), "note": ""} for _each in range(300)]
    store.vault.write(lambda: Contact.insert_many(rows).execute())
    page = timeline_of(qtbot, store, client)
    shown = [line for line in lines(page) if "," in line]
    assert len(shown) == 250
    more = page.findChild(QAbstractButton, "page.timeline_all")
    assert more.text() == "All 305 lines"
    press(qtbot, page, "page.timeline_all")
    assert len([line for line in lines(page) if "," in line]) == 305
    assert not more.isVisible()


def test_a_change_is_shown_when_one_comes_back(qtbot: QtBot, store: Store, client: Client) -> None:
    page = timeline_of(qtbot, store, client)
    press(qtbot, page, "page.timeline_back")
    assert page.section() == "glance"
    page.keeper.add(Contact, client.episodes[0], held_on=TODAY, kind="crisis")
    press(qtbot, page, "page.whole_timeline")
    assert lines(page)[1] == "Crisis contact, 14 Oct, needs attention"
