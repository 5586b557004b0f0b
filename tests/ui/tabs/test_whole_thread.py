"""The thread of the whole plan on Goals: walked by keys, its loose ends tied up from there, all of it also as words."""

import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing.open_client import open_client
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.charts.table import ValueTable
from recovery_desktop_ui.tabs.goals import GoalsPage

from recovery_desktop.plans.due import due
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.client import Client
from recovery_desktop.records.goals import Finding, Goal, GoalNeed, Need, NeedFinding, Objective
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop.records.store import Store
from tests.people import admitted
from tests.ui.tabs.showing import page_of, press, sample_client


@pytest.fixture
def page(qtbot: QtBot, store: Store) -> Any:
    """The thread of a client with two findings, of which one leads by a need to a goal and its step."""
    client, episode = admitted(store)
    assessment = store.add(Assessment, episode)
    store.add(Finding, assessment, domain="legal", statement="No legal matters.")
    finding = store.add(Finding, assessment, domain="money", statement="Debt")
    need = store.add(Need, episode, statement="Money", status="open")
    store.link(NeedFinding, need, finding)
    goal = store.add(Goal, episode, own_words="Out of the hole")
    store.link(GoalNeed, goal, need)
    store.add(Objective, goal, statement="Pay 200 a month")
    store.add(Need, episode, statement="Sleep", status="declined", status_reason="Not now")
    made = page_of(qtbot, GoalsPage, store, client)
    press(qtbot, made, "outline.whole")
    return made


def loose(page: GoalsPage) -> list[str]:
    for _turn in range(2):  # what follows a change comes first, then what it made is shown
        QApplication.processEvents()
    chips = page.whole.findChildren(QPushButton)
    return [chip.text() for chip in chips if chip.objectName().startswith("thread.loose") and not chip.isHidden()]


def renewed(page: GoalsPage, qtbot: QtBot) -> None:
    page.keeper.flush()
    qtbot.waitUntil(lambda: not page._later.isActive())


def test_the_whole_thread_stands_in_place_of_the_two_sides_and_escape_leads_back(qtbot: QtBot, page: Any) -> None:
    assert page.whole.isVisible() and not page.outline.isVisible()
    assert page.whole.chart.hasFocus() and page.section() == "thread"
    qtbot.keyClick(page.whole.chart, Qt.Key.Key_Escape)
    assert page.outline.isVisible() and not page.whole.isVisible()
    assert page.reveal(Place("goals", "thread")) and page.whole.isVisible()


def test_the_arrow_keys_walk_along_the_thread_and_enter_opens_what_it_is_about(qtbot: QtBot, page: Any) -> None:
    chart = page.whole.chart
    chart.choose(("finding", 2))
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(chart, key)
        seen.append(chart.current)
    assert seen == [("need", 1), ("goal", 1), ("objective", 1), ("goal", 1)]
    assert "Out of the hole" in chart.accessibleDescription()
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.current == ("need", 2)
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert not page.whole.isVisible()
    assert page.section() == "need 1"


def test_what_does_not_hang_together_with_the_chosen_one_steps_back(page: Any) -> None:
    chart = page.whole.chart
    assert chart.telling.through(("goal", 1)) == {("finding", 2), ("need", 1), ("goal", 1), ("objective", 1)}
    assert chart.telling.through(("need", 2)) == {("need", 2)}


def test_loose_ends_are_named_and_one_press_points_at_them(qtbot: QtBot, page: Any) -> None:
    assert loose(page) == ["No legal matters: leads to no need", "“Out of the hole”: nothing is done for it"]
    press(qtbot, page, "thread.loose1")
    assert page.whole.chart.current == ("goal", 1) and page.whole.chart.hasFocus()


def test_that_no_need_comes_of_a_finding_is_kept_and_taken_back(qtbot: QtBot, page: Any) -> None:
    press(qtbot, page, "thread.loose0")
    press(qtbot, page, "thread.no_need")
    renewed(page, qtbot)
    assert loose(page) == ["“Out of the hole”: nothing is done for it"]
    assert SetAside.get().what == "finding: No legal matters."
    page.keeper.undo()
    page.fill(page.opened)
    assert len(loose(page)) == 2 and SetAside.select().count() == 0


def test_a_finding_becomes_a_need_and_a_need_a_goal_from_here(qtbot: QtBot, page: Any, store: Store) -> None:
    press(qtbot, page, "thread.loose0")
    press(qtbot, page, "thread.make_need")
    made = Need.select().order_by(Need.id.desc()).get()
    assert (made.statement, page.section()) == ("No legal matters.", f"need {made.id}")
    page.show_whole(True)
    assert "No legal matters: no answer yet" in loose(page)
    page.whole.chart.choose(("need", made.id))
    press(qtbot, page, "thread.write_goal")
    assert not page.whole.isVisible()
    QTest.keyClicks(page.focusWidget(), "Stay out of court")
    renewed(page, qtbot)
    assert GoalNeed.select().where(GoalNeed.need == made).count() == 1


def test_all_of_it_is_there_as_a_table(qtbot: QtBot, page: Any) -> None:
    press(qtbot, page, "thread.table")
    table = page.whole.findChild(ValueTable)
    rows = [[table.item(i, j).text() for j in range(table.columnCount())] for i in range(table.rowCount())]
    assert ["Needed 2", "Money: Open", "Debt", "“Out of the hole”"] in rows
    assert len(rows) == 6


def test_removing_an_answer_makes_the_loose_end_appear(qtbot: QtBot, store: Store) -> None:
    """Of the example client, on the thread and among what is due on Overview."""
    client = sample_client(store, "priya-shah")
    page = page_of(qtbot, GoalsPage, store, client)
    page.show_whole(True)
    assert loose(page) == []
    goal = Goal.get(Goal.own_words == "Get out of the card hole")
    page.keeper.remove(goal, goal.own_words)
    renewed(page, qtbot)
    assert loose(page)[0] == "Card debt; payday is a trigger: no answer yet"
    waiting = [one.what for one in due(take(client.id), datetime.date(2026, 10, 12)) if one.entry.model is Need]
    assert len(waiting) == 1 and "Card debt" in waiting[0]
    page.keeper.undo()
    page.fill(page.opened)
    assert loose(page) == []


def test_without_an_episode_there_is_no_thread_of_the_client_before(qtbot: QtBot, store: Store, page: Any) -> None:
    page.show_client(open_client(store.add(Client, record_number="RD-2", legal_family="Moss").id))
    assert not page.whole.isVisible()
    page.reveal(Place("goals", "thread"))
    assert page._entries == {} and not page.whole.isVisible()


def test_a_finding_of_several_lines_or_of_many_words_is_left_without_a_need(
    qtbot: QtBot, store: Store, page: Any
) -> None:
    long = "No legal matters.\n" + "Asked twice. " * 60
    store.save(Finding.get(), statement=long)
    page.fill(page.opened)
    press(qtbot, page, "thread.loose0")
    press(qtbot, page, "thread.no_need")
    renewed(page, qtbot)
    assert SetAside.select().count() == 1
    assert loose(page) == ["“Out of the hole”: nothing is done for it"]
