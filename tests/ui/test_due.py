"""Right after unlocking: who needs what, overdue in words and days, what was left unfinished, who was opened last."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.everybody import Everybody
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.panes.due import DuePane
from recovery_desktop_ui.parts.chips import Chip
from recovery_desktop_ui.parts.lists import RowList
from recovery_desktop_ui.recent import used
from recovery_desktop_ui.workplace import AFTER_CHANGE

from recovery_desktop.records.aftercare import FollowUp
from recovery_desktop.records.assessment import Administration
from recovery_desktop.records.caseload import CaseloadReader
from recovery_desktop.records.family import Referral, SupportPerson
from recovery_desktop.records.goals import Goal
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep
from tests.people import TODAY, admitted, day
from tests.ui.windows import opened_window, settle


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    clock.use(TODAY)
    yield
    clock.use(None)


def pane_of(qtbot: QtBot, store: Store, gates: dict[int, str] | None = None) -> DuePane:
    keeper = Keeper(store)
    everybody = Everybody(keeper, lambda number: (gates or {}).get(number, ""))
    pane = DuePane(keeper, everybody)
    qtbot.addWidget(pane)
    pane.show()
    everybody.look()
    qtbot.waitUntil(lambda: everybody.is_whole)
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


def chips(pane: DuePane) -> list[str]:
    return [chip.text() for chip in pane.findChildren(Chip) if not chip.isHidden()]


def test_overdue_in_words_and_days_and_each_row_opens_where_it_stands(qtbot: QtBot, store: Store) -> None:
    client, episode = admitted(store)
    review = store.add(FollowUp, episode, kind="plan_review", due_on=day(-5))
    for what in ("BAM", "GAD-7", "PHQ-9"):
        store.add(FollowUp, episode, kind="instrument", what=what, due_on=day(2))
    pane = pane_of(qtbot, store)
    assert lines(pane, "page.needed") == [
        "Rosa Vega, Plan review · BAM, in 2 days and 2 more, 5 days late, needs attention"
    ]
    rows = pane.findChild(RowList, "page.needed")
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.opens) as told:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert told.args == [client.id, Place("", "", FollowUp, review.id, "due_on")]


def test_the_numbers_are_filters_by_keyboard_and_words(qtbot: QtBot, store: Store) -> None:
    _client, episode = admitted(store)
    store.add(SafetyStep, episode, action="Naloxone", status="open")
    store.add(FollowUp, episode, kind="visit", due_on=day(1))
    _other, later = admitted(store, record_number="RD-000902", legal_given="Sam", legal_family="Fox")
    call = store.add(FollowUp, later, kind="call", due_on=day(3))
    admitted(store, record_number="RD-000903", legal_given="Ana", legal_family="Alba")
    pane = pane_of(qtbot, store)
    assert chips(pane) == ["2 need something this week", "1 not safe yet", "2 due this week"]
    whole = [
        "Rosa Vega, Naloxone · Follow-up visit, tomorrow, safety step open, safety",
        "Sam Fox, Follow-up call, in 3 days",
    ]
    assert lines(pane, "page.needed") == whole
    rows = pane.findChild(RowList, "page.needed")
    assert rows.accessibleDescription() == "2 need something this week: 1 not safe yet, 2 due this week."
    first = pane.findChild(Chip, "page.needed_filter.all")
    first.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(pane.focusWidget(), key)
    assert pane.focusWidget().objectName() == "page.needed_filter.week"
    assert lines(pane, "page.needed") == [
        "Rosa Vega, Follow-up visit · Naloxone, safety step open, tomorrow",
        "Sam Fox, Follow-up call, in 3 days",
    ]
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_End)
    with qtbot.waitSignal(pane.opens) as told:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert told.args[1] == Place("", "", FollowUp, call.id, "due_on")
    qtbot.mouseClick(pane.findChild(Chip, "page.needed_filter.week"), Qt.MouseButton.LeftButton)
    assert lines(pane, "page.needed") == whole


def test_a_safety_answer_comes_first_and_hides_nothing(qtbot: QtBot, store: Store) -> None:
    _other, late = admitted(store, record_number="RD-000902", legal_given="Sam", legal_family="Fox")
    store.add(FollowUp, late, kind="plan_review", due_on=day(-50))
    _client, episode = admitted(store)
    store.add(Administration, episode, instrument="phq-9", given_on=TODAY, responses={"9": 1})
    said = "Rosa Vega, {}safety answer: PHQ-9, safety"
    assert lines(pane_of(qtbot, store), "page.needed")[0] == said.format("")
    store.add(FollowUp, episode, kind="plan_review", due_on=day(-5))
    store.add(FollowUp, episode, kind="call", due_on=day(3))
    pane = pane_of(qtbot, store)
    assert lines(pane, "page.needed") == [
        said.format("Plan review, 5 days late · Follow-up call, in 3 days, "),
        "Sam Fox, Plan review, 50 days late, needs attention",
    ]
    pane.hide_names(True)
    assert lines(pane, "page.needed")[0].startswith("RD-000900, ")


def test_with_names_hidden_nobody_around_a_client_is_named(qtbot: QtBot, store: Store) -> None:
    client, episode = admitted(store)
    store.add(SupportPerson, client, name="Anjali Shah", ask_again_on=day(-2))
    store.add(Referral, episode, recipient="Harbor shelter", status="booked", appointment_on=day(2))
    pane = pane_of(qtbot, store)
    assert "Anjali" in lines(pane, "page.needed")[0] and "Harbor" in lines(pane, "page.needed")[0]
    pane.hide_names(True)
    (said,) = lines(pane, "page.needed")
    assert "Support person" in said and "Referral, in 2 days" in said
    assert "Anjali" not in said and "Harbor" not in said


def test_of_what_is_not_safe_answers_come_first_then_gates_then_steps(qtbot: QtBot, store: Store) -> None:
    episodes = {}
    for number, name in enumerate(("Step", "Gate", "Answer")):
        _client, episodes[name] = admitted(store, record_number=f"RD-{number:06}", legal_given="A", legal_family=name)
    store.add(SafetyStep, episodes["Step"], action="Naloxone")
    store.add(Administration, episodes["Answer"], instrument="phq-9", given_on=TODAY, responses={"9": 1})
    found = lines(pane_of(qtbot, store, {episodes["Gate"].client.id: "Cocaine"}), "page.needed")
    assert [words.split(",")[0] for words in found] == ["A Answer", "A Gate", "A Step"]


def test_an_open_gate_is_not_safe_yet(qtbot: QtBot, store: Store) -> None:
    client, _episode = admitted(store)
    gates: dict[int, str] = {}
    pane = pane_of(qtbot, store, gates)
    assert lines(pane, "page.needed") == []
    gates[client.id] = "Cocaine of unknown content: naloxone"
    pane._everybody.renew(client.id)
    qtbot.waitUntil(lambda: bool(lines(pane, "page.needed")))
    assert lines(pane, "page.needed") == ["Rosa Vega, safety gate: Cocaine of unknown content: naloxone, safety"]
    assert chips(pane) == ["1 needs something this week", "1 not safe yet"]
    rows = pane.findChild(RowList, "page.needed")
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.opens) as told:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert told.args == [client.id, Place("therapies", "safety")]


def test_a_private_step_is_there_without_words(qtbot: QtBot, store: Store) -> None:
    _client, episode = admitted(store)
    store.add(SafetyStep, episode, gate="G11", finding="Afraid at home", action="A safe place to stay")
    assert lines(pane_of(qtbot, store), "page.needed") == ["Rosa Vega, safety step open, safety"]


def test_a_change_is_followed_while_the_page_is_shown(qtbot: QtBot, store: Store) -> None:
    client, episode = admitted(store)
    pane = pane_of(qtbot, store)
    step = store.add(SafetyStep, episode, action="Naloxone")
    pane._everybody.renew(client.id)
    qtbot.waitUntil(lambda: len(lines(pane, "page.needed")) == 1)
    store.remove(step)
    pane._everybody.renew()
    qtbot.waitUntil(lambda: lines(pane, "page.needed") == [])
    assert chips(pane) == []


def test_violence_at_home_is_not_told_here(qtbot: QtBot, store: Store) -> None:
    _client, episode = admitted(store)
    store.add(Administration, episode, instrument="hark", given_on=TODAY, responses={"1": "yes"})
    assert lines(pane_of(qtbot, store), "page.needed") == []


def test_everybody_is_read_no_oftener_than_shown(qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """For caseload and page together, with their safety answers as soon as they are painted; and what is needed not
    again while the page is out of sight."""
    client, episode = admitted(store)
    read: list[str] = []
    renew, look = CaseloadReader.renew, Everybody._look
    monkeypatch.setattr(CaseloadReader, "renew", lambda *given: (read.append("renew"), renew(*given))[1])
    monkeypatch.setattr(Everybody, "_look", lambda *given: (read.append("look"), look(*given))[1])
    window = opened_window(qtbot, store)
    assert window.workplace is not None
    qtbot.waitUntil(lambda: window.workplace.everybody.is_whole)
    assert read == ["renew", "renew", "look"]
    window.workplace.show_client(client.id)
    settle()
    read.clear()
    window.workplace.keeper.add(FollowUp, episode, kind="call", due_on=TODAY)
    qtbot.wait(AFTER_CHANGE + 100)
    assert read == []
    window.commands.run("due")
    settle()
    assert read == ["look"]
    (rows,) = (each for each in window.findChildren(RowList, "page.needed") if each.isVisible())
    assert rows.model().rowCount() == 1


def test_nothing_due_is_said(qtbot: QtBot, store: Store) -> None:
    admitted(store)
    pane = pane_of(qtbot, store)
    said = [label.text() for label in pane.findChildren(QLabel)]
    assert "Nobody needs anything this week: nothing is open, late or due, and nothing was missed." in said


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
