"""The goals on the Overview: in the client's words, with the course of the client's rating, one press from where they
stand; and a need whose answer went is seen here."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.charts.sparkline import Sparkline
from recovery_desktop_ui.parts.charts.wheel_chart import WheelChart
from recovery_desktop_ui.parts.lists import RowList
from recovery_desktop_ui.tabs.overview import OverviewPage
from recovery_desktop_ui.tabs.overview.goals import Goals

from recovery_desktop.records.goals import Goal
from recovery_desktop.records.store import Store
from tests.people import TODAY, admitted
from tests.ui.tabs.showing import page_of, press, sample_client


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    clock.use(TODAY)
    yield
    clock.use(None)


def words(page: OverviewPage) -> list[str]:
    return [label.text() for label in page.findChild(Goals).findChildren(QLabel) if label.isVisible()]


def test_each_goal_stands_in_the_clients_words_with_its_course(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, OverviewPage, store, sample_client(store, "priya-shah"))
    said = words(page)
    assert said[1] == "“Keep my weekends”"
    assert "5 → 6 of 10, 10 Oct" in said and "8 of 10, 10 Oct" in said
    (spark,) = page.findChild(Goals).findChildren(Sparkline)
    assert "from 5 to 6" in spark.telling.sentence()
    gone: list[Place] = []
    page.go_to.connect(gone.append)
    goal = Goal.get(Goal.own_words == "Dance again")
    press(qtbot, page, f"page.goal.{goal.id}")
    assert gone == [Place(model=Goal, number=goal.id)]


def test_without_goals_nothing_is_said_of_them(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, OverviewPage, store, admitted(store)[0])
    assert not page.findChild(Goals).isVisible()


def test_a_need_whose_only_answer_went_is_seen_among_what_is_due_and_on_the_wheel(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, OverviewPage, store, sample_client(store, "priya-shah"))
    wheel = page.findChild(WheelChart)
    assert "A need without a plan" not in wheel.telling.sentence()
    goal = Goal.get(Goal.own_words == "Get out of the card hole")
    page.keeper.remove(goal, goal.own_words)
    page.fill(page.opened)
    assert "A need without a plan: Money" in wheel.telling.sentence()
    press(qtbot, page, "page.all_due")
    rows = [row.title for row in page.findChild(RowList, "page.due")._model.rows]
    assert [title for title in rows if "Card debt" in title] == ["Answer the need: Card debt; payday is a trigger"]
