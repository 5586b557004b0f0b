"""What the plan still lacks before it is signed: named on the Plan tab, each line leads to where it is mended."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.lists import RowList
from recovery_desktop_ui.tabs.plan import PlanPage

from recovery_desktop.records.goals import Goal, Need
from recovery_desktop.records.store import Store
from tests.ui.tabs.showing import child, page_of, sample_client


def test_what_the_plan_lacks_before_it_is_signed_is_named_and_leads_to_where_it_is_mended(
    qtbot: QtBot, store: Store
) -> None:
    client = sample_client(store, "priya-shah")
    page = page_of(qtbot, PlanPage, store, client)
    rows = page.findChild(RowList, "plan.loose")
    assert not rows.isVisible()
    assert "Every need has an answer" in " ".join(label.text() for label in page.findChildren(QLabel))
    goal = Goal.get(Goal.own_words == "Get out of the card hole")
    page.keeper.remove(goal, goal.own_words)
    page.fill(page.opened)
    assert rows.isVisible()
    assert (rows._model.rows[0].title, rows._model.rows[0].right) == (
        "Need: Card debt; payday is a trigger",
        "no answer yet",
    )
    gone: list[Place] = []
    page.go_to.connect(gone.append)
    rows.chosen.emit(0)
    assert [place.model for place in gone] == [Need]
    child(page, "plan.thread").click()
    assert (gone[1].page, gone[1].section) == ("goals", "thread")
