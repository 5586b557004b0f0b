"""Right after unlocking: what is overdue in words and days, what was left unfinished, who was opened last."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.panes.due import DuePane
from recovery_desktop_ui.parts.lists import RowList
from recovery_desktop_ui.recent import used

from recovery_desktop.records.aftercare import FollowUp
from recovery_desktop.records.assessment import Administration
from recovery_desktop.records.goals import Goal
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep
from tests.people import TODAY, admitted, day


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    clock.use(TODAY)
    yield
    clock.use(None)


def pane_of(qtbot: QtBot, store: Store) -> DuePane:
    pane = DuePane(Keeper(store))
    qtbot.addWidget(pane)
    pane.show()
    return pane


def lines(pane: DuePane, name: str) -> list[str]:
    rows = pane.findChild(RowList, name)
    model = rows.model() if rows is not None else None
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(at, 0).data(role)) for at in range(model.rowCount())] if model is not None else []


def test_a_new_practice_is_told_what_to_press(qtbot: QtBot, store: Store) -> None:
    pane = pane_of(qtbot, store)
    with qtbot.waitSignal(pane.command) as told:
        qtbot.mouseClick(pane.findChild(QAbstractButton, "page.new_client"), Qt.MouseButton.LeftButton)
    assert told.args == ["new_client"]


def test_overdue_in_words_and_days_and_each_row_opens(qtbot: QtBot, store: Store) -> None:
    client, episode = admitted(store)
    store.add(FollowUp, episode, kind="plan_review", due_on=day(-5))
    for what in ("BAM", "GAD-7", "PHQ-9"):
        store.add(FollowUp, episode, kind="instrument", what=what, due_on=day(2))
    pane = pane_of(qtbot, store)
    assert lines(pane, "page.late") == ["Rosa Vega, BAM · GAD-7 · 1 more, review 5 days late, needs attention"]
    rows = pane.findChild(RowList, "page.late")
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.chosen) as told:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert told.args == [client.id]


def test_what_is_not_safe_yet_and_what_comes(qtbot: QtBot, store: Store) -> None:
    _client, episode = admitted(store)
    store.add(SafetyStep, episode, action="Naloxone", status="open")
    _other, later = admitted(store, record_number="RD-000902", legal_given="Sam", legal_family="Fox")
    store.add(FollowUp, later, kind="call", due_on=day(3))
    pane = pane_of(qtbot, store)
    assert lines(pane, "page.late") == ["Rosa Vega, safety step open, safety"]
    assert lines(pane, "page.soon") == ["Sam Fox, Follow-up call, in 3 days, empty"]


def test_a_safety_answer_comes_first_and_hides_nothing(qtbot: QtBot, store: Store) -> None:
    _other, late = admitted(store, record_number="RD-000902", legal_given="Sam", legal_family="Fox")
    store.add(FollowUp, late, kind="plan_review", due_on=day(-50))
    _client, episode = admitted(store)
    store.add(Administration, episode, instrument="phq-9", given_on=TODAY, responses={"9": 1})
    said = "Rosa Vega, {}safety answer: PHQ-9, safety"
    assert lines(pane_of(qtbot, store), "page.late")[0] == said.format("")
    store.add(FollowUp, episode, kind="plan_review", due_on=day(-5))
    assert lines(pane_of(qtbot, store), "page.late")[0] == said.format("review 5 days late, ")
    store.add(FollowUp, episode, kind="call", due_on=day(3))
    pane = pane_of(qtbot, store)
    assert lines(pane, "page.late") == [
        said.format("review 5 days late · Follow-up call, "),
        "Sam Fox, review 50 days late, needs attention",
    ]
    pane.hide_names(True)
    assert lines(pane, "page.late")[0].startswith("RD-000900, ")


def test_violence_at_home_is_not_told_here(qtbot: QtBot, store: Store) -> None:
    _client, episode = admitted(store)
    store.add(Administration, episode, instrument="hark", given_on=TODAY, responses={"1": "yes"})
    assert lines(pane_of(qtbot, store), "page.late") == []


def test_nothing_due_is_said(qtbot: QtBot, store: Store) -> None:
    admitted(store)
    pane = pane_of(qtbot, store)
    said = [label.text() for label in pane.findChildren(QLabel)]
    assert "Nothing is overdue, and nothing is due in the next two weeks." in said


def test_unfinished_text_is_named_without_its_words(qtbot: QtBot, store: Store) -> None:
    client, episode = admitted(store)
    goal = store.add(Goal, episode, own_words="Dance")
    keeper = Keeper(store)
    keeper.keep_draft(f"field client {client.id} birth_date", "31/31")
    keeper.keep_draft(f'new objective of goal {goal.id} {{"x": "a b"}}', '{"measure": "secret"}')
    keeper.keep_draft("new client 1 client", '{"legal_given": "Ana"}')
    keeper.keep_draft("something else", "secret")
    pane = pane_of(qtbot, store)
    assert sorted(lines(pane, "page.unfinished")) == [
        "Ana, not added yet, started",
        "Rosa Vega, Client: Date of birth, started",
        "Rosa Vega, new: Objective, started",
    ]


def test_who_was_opened_last(qtbot: QtBot, store: Store) -> None:
    client, _episode = admitted(store)
    used(client.id)
    pane = pane_of(qtbot, store)
    assert lines(pane, "page.last") == ["Rosa Vega, not assessed yet, empty"]
    pane.hide_names(True)
    assert lines(pane, "page.last") == ["RD-000900, not assessed yet, empty"]
