"""Goals: the thread in both directions, needs that get an answer, the client's order, progress, undo."""

import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.lists import RowData
from recovery_desktop_ui.tabs.goals import GoalsPage
from recovery_desktop_ui.tabs.goals.answers import NEED_LINKS
from recovery_desktop_ui.tabs.goals.goal_parts import what_is_missing
from recovery_desktop_ui.tabs.goals.progress import progress_words

from recovery_desktop.records.assessment import Assessment, Strength
from recovery_desktop.records.base import Link, Record
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.family import Referral
from recovery_desktop.records.goals import (
    Finding,
    Goal,
    GoalNeed,
    Intervention,
    InterventionObjective,
    Need,
    NeedFinding,
    NeedReferral,
    NeedSafetyStep,
    Objective,
    Progress,
)
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop.records.store import Store
from recovery_desktop.records.substances import Substance
from recovery_desktop.records.therapies import SafetyStep, Service
from tests.people import admitted
from tests.practices import reopened
from tests.ui.tabs.showing import SAMPLES, child, not_shown, page_of, press, rows_not_shown, sample_client, type_into

TODAY = datetime.date(2026, 10, 12)
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def _today() -> None:
    clock.use(TODAY)


@pytest.fixture
def client(store: Store) -> Client:
    """A client with one finding, one need that comes from it, and nothing else."""
    made = store.add(Client, record_number="RD-1", legal_family="Vale")
    episode = store.add(Episode, made)
    assessment = store.add(Assessment, episode)
    finding = store.add(Finding, assessment, domain="money", statement="2,400 dollars in card debt")
    need = store.add(Need, episode, statement="Card debt", domain="money")
    store.link(NeedFinding, need, finding)
    return made


def _rows(page: GoalsPage, place: int = 0) -> list[RowData]:
    return list(page.outline.lists[place]._model.rows)


def _go(qtbot: QtBot, page: GoalsPage, model: type[Record], number: int) -> None:
    page._later.stop()
    assert page.reveal(Place("goals", "", model, number))


def _settle(qtbot: QtBot, page: GoalsPage) -> None:
    """Lets what is typed be saved and the left side follow."""
    page.keeper.flush()
    qtbot.waitUntil(lambda: not page._later.isActive())


# -- everything is there


@pytest.mark.parametrize("name", SAMPLES)
def test_every_stored_value_of_a_sample_client_is_shown(qtbot: QtBot, store: Store, name: str) -> None:
    page = page_of(qtbot, GoalsPage, store, sample_client(store, name))
    wrong: list[str] = []
    for model in (Goal, Need, Finding):
        for row in model.select():
            _go(qtbot, page, model, row.id)
            sheet = page.detail.sheet(model)
            wrong += not_shown(sheet.form)
            if model is Goal:
                below = ((sheet.objectives, Objective), (sheet.interventions, Intervention))
                for rows, kind in below:
                    wrong += rows_not_shown(rows, kind.select().where(kind.goal == row).order_by(kind.position))
                newest_first = Progress.noted_on.desc(nulls="last")
                entries = Progress.select().where(Progress.goal == row).order_by(newest_first, Progress.position)
                wrong += rows_not_shown(sheet.entries, entries)
    assert wrong == []
    assert len(_rows(page, 1)) == Need.select().count() > 5
    assert len(_rows(page, 2)) == Finding.select().count() > 5


def test_the_outline_says_each_goal_in_the_clients_words_and_how_it_goes(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, GoalsPage, store, sample_client(store, "priya-shah"))
    first, objective = _rows(page)[:2]
    assert (first.title, first.voice, first.mark, first.right) == ("“Keep my weekends”", True, "started", "6 of 10")
    assert (objective.level, objective.right) == (1, "5 Nov")
    assert not page.outline.card.isVisible()


def test_the_thread_leads_from_finding_to_progress(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, GoalsPage, store, sample_client(store, "priya-shah"))
    chips = [child(page, f"thread.{key}") for key in ("finding", "need", "goal", "objective", "service", "progress")]
    assert [chip.text().split()[0] for chip in chips] == ["Cocaine", "Cocaine", "“Keep", "No", "Contingency", "3"]
    qtbot.mouseClick(chips[3], Qt.MouseButton.LeftButton)
    menu = page.detail.goal_sheet().chain.findChild(QMenu)
    actions: list[QAction] = menu.actions()
    assert [action.text() for action in actions][1] == "No cannabis and no drinks after closing"
    actions[1].trigger()
    menu.close()
    sheet = page.detail.goal_sheet()
    assert sheet.objectives.form.row.statement == "No cannabis and no drinks after closing"
    away: list[Place] = []
    page.go_to.connect(away.append)
    child(page, "thread.service").click()
    menu.actions()[0].trigger()
    menu.close()
    assert (away[0].model, away[0].number) == (Service, Intervention.get().service.id)


# -- writing


def test_a_goal_is_written_by_keys_alone_and_is_on_the_disk(qtbot: QtBot, store: Store, client: Client) -> None:
    page = page_of(qtbot, GoalsPage, store, client)
    press(qtbot, page, "page.first_goal")
    words = page.focusWidget()
    assert words is child(page, "goal.own_words.input")
    assert not child(page, "objective.add").isVisible()
    qtbot.keyClicks(words, "Get out of the card hole")
    _settle(qtbot, page)
    assert [row.title for row in _rows(page)] == ["“Get out of the card hole”"]
    add = child(page, "objective.add")
    assert add.isVisible()
    qtbot.keyClick(add, Qt.Key.Key_Return, CONTROL)
    qtbot.keyClicks(page.focusWidget(), "Pay 200 dollars a month")
    _settle(qtbot, page)
    assert "Say how it is measured" in _visible_words(page)
    type_into(qtbot, page, "objective.measure.input", "Card statement")
    type_into(qtbot, page, "objective.due_on.input", "+28")
    _settle(qtbot, page)
    assert "Say how it is measured" not in _visible_words(page)
    assert [(row.level, row.right) for row in _rows(page)] == [(0, ""), (1, "9 Nov")]
    qtbot.keyClick(page.outline.rows, Qt.Key.Key_Return, CONTROL)
    assert page.detail.goal_sheet().goal is None
    again = reopened(store)
    stored = Objective.get()
    assert (stored.goal.own_words, stored.due_on) == ("Get out of the card hole", datetime.date(2026, 11, 9))
    again.close()


def _visible_words(page: QWidget) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_goals_stand_in_the_clients_order(qtbot: QtBot, store: Store, client: Client) -> None:
    for words in ("First", "Second", "Third"):
        store.add(Goal, Episode.get(), own_words=words)
    page = page_of(qtbot, GoalsPage, store, client)
    rows = page.outline.rows
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down, ALT)
    assert [row.own_words for row in Goal.select().order_by(Goal.position)] == ["Second", "First", "Third"]
    assert rows.current_key() == (Goal, 1)
    qtbot.keyClick(rows, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(rows, Qt.Key.Key_Up, ALT)
    assert [row.title for row in _rows(page)] == ["“First”", "“Second”", "“Third”"]


def test_a_goal_is_taken_away_with_all_below_it_and_brought_back(qtbot: QtBot, store: Store, client: Client) -> None:
    goal = store.add(Goal, Episode.get(), own_words="First")
    store.add(Objective, goal, statement="A step")
    store.add(Goal, Episode.get(), own_words="Second")
    page = page_of(qtbot, GoalsPage, store, client)
    told: list[str] = []
    page.keeper.removed.connect(told.append)
    qtbot.keyClick(page.outline.rows, Qt.Key.Key_Delete)
    assert told == ["“First”"]
    assert page.outline.rows.current_key() == (Goal, 2)
    assert child(page, "goal.own_words.input").toPlainText() == "Second"
    page.keeper.undo()
    page.fill(page.opened)
    assert [row.title for row in _rows(page)] == ["“First”", "A step", "“Second”"]


def test_a_known_strength_goes_into_what_the_goal_builds_on(qtbot: QtBot, store: Store, client: Client) -> None:
    store.add(Strength, Assessment.get(), statement="keeps every appointment")
    store.add(Goal, Episode.get(), own_words="First", builds_on="Her sister.")
    page = page_of(qtbot, GoalsPage, store, client)
    offer = child(page, "goal.known_strengths")
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    menu = offer.parentWidget().findChild(QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert Goal.get().builds_on == "Her sister. Keeps every appointment."
    assert not offer.isVisible()


def test_an_intervention_serves_objectives_and_belongs_to_a_service(qtbot: QtBot, store: Store, client: Client) -> None:
    goal = store.add(Goal, Episode.get(), own_words="First")
    store.add(Objective, goal, statement="A step")
    store.add(Service, Episode.get(), name="Peer coach")
    page = page_of(qtbot, GoalsPage, store, client)
    press(qtbot, page, "intervention.add")
    type_into(qtbot, page, "intervention.what.input", "Text the coach")
    _settle(qtbot, page)
    child(page, "intervention_objective.1").click()
    combo = child(page, "intervention.service.input")
    combo.setFocus()
    qtbot.keyClicks(combo.lineEdit(), "Peer coach")
    type_into(qtbot, page, "intervention.times.input", "2")
    _settle(qtbot, page)
    stored = Intervention.get()
    assert (stored.service.name, stored.times) == ("Peer coach", 2)
    assert InterventionObjective.get().objective.statement == "A step"
    assert child(page, "thread.service").text() == "Peer coach"
    child(page, "intervention_objective.1").click()
    assert not InterventionObjective.select().exists()


# -- needs


def test_an_unanswered_need_is_answered_by_a_goal(qtbot: QtBot, store: Store, client: Client) -> None:
    page = page_of(qtbot, GoalsPage, store, client)
    assert page.outline.card.isVisible() and _rows(page, 1)[0].mark == "care"
    assert "1 need has no answer yet: money" in _visible_words(page)
    assert "2,400 dollars" in _visible_words(page)
    press(qtbot, page, "answer.write_goal")
    assert not Goal.select().exists()
    qtbot.keyClicks(page.focusWidget(), "Out of the hole")
    _settle(qtbot, page)
    assert (GoalNeed.get().need, Goal.get().domains, Need.get().status) == (Need.get(), ["money"], "addressed")
    assert not page.outline.card.isVisible()
    assert child(page, "thread.finding").text().startswith("2,400")


def test_an_unanswered_need_is_referred_and_leads_to_the_referral(qtbot: QtBot, store: Store, client: Client) -> None:
    page = page_of(qtbot, GoalsPage, store, client)
    away: list[Place] = []
    page.go_to.connect(away.append)
    press(qtbot, page, "answer.refer")
    referral = Referral.get()
    assert (NeedReferral.get().referral, Need.get().status, referral.reason) == (referral, "referred", "Card debt")
    assert (away[0].model, away[0].number) == (Referral, referral.id)
    page.keeper.undo()
    assert not Referral.select().exists() and Need.get().status == ""


@pytest.mark.parametrize("status", ["deferred", "declined"])
def test_a_need_is_put_off_or_declined_only_with_a_reason(
    qtbot: QtBot, store: Store, client: Client, status: str
) -> None:
    page = page_of(qtbot, GoalsPage, store, client)
    press(qtbot, page, f"answer.{status}")
    reason = child(page, "answer.status_reason.input")
    assert page.focusWidget() is reason
    press(qtbot, page, "answer.keep")
    assert Need.get().status == "" and "Write the reason" in reason.accessibleDescription()
    qtbot.keyClicks(reason, "One thing at a time")
    type_into(qtbot, page, "answer.look_again_on.input", "in 6 weeks")
    press(qtbot, page, "answer.keep")
    need = Need.get()
    assert (need.status, need.status_reason) == (status, "One thing at a time")
    assert need.look_again_on == TODAY + datetime.timedelta(weeks=6)
    _settle(qtbot, page)
    assert not page.outline.card.isVisible()


def test_the_card_goes_from_need_to_need_and_stays_while_a_reason_is_written(
    qtbot: QtBot, store: Store, client: Client
) -> None:
    store.add(Need, Episode.get(), statement="No room of her own", domain="housing")
    page = page_of(qtbot, GoalsPage, store, client)
    press(qtbot, page, "answer.next")
    assert "No room of her own" in _visible_words(page.outline.card)
    press(qtbot, page, "answer.deferred")
    qtbot.keyClicks(child(page, "answer.status_reason.input"), "Later")
    _settle(qtbot, page)
    assert child(page, "answer.status_reason.input").isVisible()
    press(qtbot, page, "answer.back")
    assert "2 needs have no answer yet" in _visible_words(page.outline.card)


def test_needs_and_findings_are_written_tied_and_lead_to_each_other(qtbot: QtBot, store: Store, client: Client) -> None:
    page = page_of(qtbot, GoalsPage, store, client)
    page.outline.tabs.setCurrentIndex(2)
    press(qtbot, page, "finding.add")
    qtbot.keyClicks(page.focusWidget(), "Sleeps five hours")
    page.keeper.flush()
    assert Finding.select().count() == 1  # its area is missing still
    qtbot.keyClicks(child(page, "finding.domain.input"), "phy")
    _settle(qtbot, page)
    assert _rows(page, 2)[1].right == "no need"
    press(qtbot, page, "finding.make_need")
    need = Need.get_by_id(2)
    assert (need.statement, need.domain) == ("Sleeps five hours", "physical")
    assert page.focusWidget() is child(page, "need.statement.input")
    assert [row.title for row in _rows(page, 1)] == ["Card debt", "Sleeps five hours"]
    child(page.detail.sheet(Need), "need_finding.1").click()
    assert NeedFinding.select().where(NeedFinding.need == need).count() == 2
    press(qtbot, page, "need.write_goal")
    qtbot.keyClicks(page.focusWidget(), "Sleep")
    _settle(qtbot, page)
    assert GoalNeed.get().need == need


def test_a_begun_finding_without_an_area_is_there_after_a_restart(qtbot: QtBot, store: Store, client: Client) -> None:
    page = page_of(qtbot, GoalsPage, store, client)
    page._add(Finding)
    qtbot.keyClicks(page.focusWidget(), "Sleeps five hours")
    page.keeper.flush()
    page.close()
    later = page_of(qtbot, GoalsPage, store, client)
    later._add(Finding)
    assert child(later, "finding.statement.input").toPlainText() == "Sleeps five hours"


def test_a_need_can_be_tied_to_a_goal_from_either_end(qtbot: QtBot, store: Store, client: Client) -> None:
    store.add(Goal, Episode.get(), own_words="Out of the hole")
    page = page_of(qtbot, GoalsPage, store, client)
    goal_sheet: Any = page.detail.goal_sheet()
    child(goal_sheet, "goal_need.1").click()
    assert GoalNeed.select().count() == 1
    _settle(qtbot, page)
    assert not page.outline.card.isVisible()
    _go(qtbot, page, Need, 1)
    chip = child(page.detail.sheet(Need), "goal_need.1")
    assert chip.isChecked()
    chip.click()
    assert GoalNeed.select().count() == 0


def test_of_many_needs_only_the_tied_ones_stand_at_the_goal_until_all_are_wanted(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, GoalsPage, store, sample_client(store, "priya-shah"))
    sheet = page.detail.goal_sheet()
    tied = {row.need.id for row in GoalNeed.select().where(GoalNeed.goal == 1)}
    assert {number for number in range(1, 12) if child(sheet, f"goal_need.{number}").isVisible()} == tied
    press(qtbot, sheet, "goal_need.more")
    assert all(child(sheet, f"goal_need.{number}").isVisible() for number in range(1, 12))
    assert page.focusWidget() is child(sheet, "goal_need.1")


# -- progress


def test_progress_of_today_takes_a_few_keys_and_is_drawn(qtbot: QtBot, store: Store, client: Client) -> None:
    goal = store.add(Goal, Episode.get(), own_words="Out of the hole")
    store.add(Progress, goal, noted_on=TODAY - datetime.timedelta(days=14), client_rating=3)
    page = page_of(qtbot, GoalsPage, store, client)
    ruler = child(page, "progress_today.client_rating.input")
    qtbot.keyClicks(ruler, "6")
    qtbot.keyClicks(child(page, "progress_today.attainment_client.input"), "1")
    qtbot.keyClicks(child(page, "progress_today.attainment_counselor.input"), "-1")
    _settle(qtbot, page)
    today = Progress.get_by_id(2)
    assert (today.noted_on, today.client_rating) == (TODAY, 6)
    assert (today.attainment_client, today.attainment_counselor) == (1, -1)
    sheet = page.detail.goal_sheet()
    assert sheet.progress._chart.chart.telling.sentence() == "Client's rating rose from 3 to 6 in two weeks."
    assert [row.id for row in sheet.entries.rows] == [2, 1]
    assert _rows(page)[0].right == "no objective"
    page.fill(page.opened)
    assert ruler.value() == 6


# -- finding again


def test_reveal_opens_what_stands_below_a_goal(qtbot: QtBot, store: Store, client: Client) -> None:
    goal = store.add(Goal, Episode.get(), own_words="Out of the hole")
    step = store.add(Objective, goal, statement="Pay")
    done = store.add(Intervention, goal, what="Budget")
    entry = store.add(Progress, goal, note="Began")
    page = page_of(qtbot, GoalsPage, store, client)
    for place, name in (
        (Place("goals", "", Goal, goal.id, "barriers"), "goal.barriers.input"),
        (Place("goals", "", Objective, step.id, "target"), "objective.target.input"),
        (Place("goals", "", Intervention, done.id, "who"), "intervention.who.input"),
        (Place("goals", "", Progress, entry.id, "note"), "progress.note.input"),
        (Place("goals", "", Need, 1, "status"), "need.status.input"),
        (Place("goals", "", Finding, 1, "domain"), "finding.domain.input"),
    ):
        assert page.reveal(place)
        assert page.focusWidget() is child(page, name)
    assert not page.reveal(Place("goals", "", Goal, 99))
    assert page.outline.rows.current_key() == (Finding, 1)


def test_the_chosen_row_is_a_place_to_return_to_and_keys_step_through_the_rows(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, GoalsPage, store, sample_client(store, "priya-shah"))
    page.step_section(1)
    assert page.section() == f"objective {Goal.get().id}"
    sheet = page.detail.goal_sheet()
    assert sheet.objectives.form.row.id == Objective.get().id
    _go(qtbot, page, Need, 9)
    kept = page.section()
    page.step_section(-1)
    assert page.section() == "need 8"
    assert page.reveal(Place("goals", kept)) and page.section() == "need 9"
    assert not page.reveal(Place("goals", "need 99"))


def test_without_an_episode_there_is_one_thing_to_press(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, GoalsPage, store, store.add(Client, record_number="RD-2", legal_family="Moss"))
    assert not page.outline.isVisible()
    press(qtbot, page, "page.begin")
    assert Episode.get().intake_on == TODAY
    press(qtbot, page, "page.first_goal")
    qtbot.keyClicks(page.focusWidget(), "Sleep")
    page.keeper.flush()
    assert Goal.get().own_words == "Sleep"


def test_what_the_record_says_is_taken_as_a_finding_and_a_need_to_be_reworded(qtbot: QtBot, store: Store) -> None:
    client, episode = admitted(store)
    assessment = store.add(Assessment, episode, started_on=TODAY)
    cocaine = store.add(Substance, assessment, substance_class="cocaine", name="Cocaine", days_of_30=10)
    page = page_of(qtbot, GoalsPage, store, client)
    assert not child(page, "outline.need").isVisible()
    page.outline.tabs.setCurrentIndex(1)
    taking = child(page, "proposed.take")
    assert taking.isVisible() and taking.text() == "Cocaine on 10 of 30 days"
    taking.click()
    finding, need = Finding.get(), Need.get()
    assert (finding.statement, finding.substance, finding.domain) == ("Cocaine on 10 of 30 days", cocaine, "physical")
    assert (need.statement, NeedFinding.get().finding) == (finding.statement, finding)
    assert page.focusWidget().objectName() == "need.statement.input"
    assert not page.outline.proposed.isVisible()
    page.keeper.undo()
    assert not Finding.select().exists() and not Need.select().exists()


def test_a_proposal_is_left_aside_and_brought_back(qtbot: QtBot, store: Store) -> None:
    client, episode = admitted(store)
    assessment = store.add(Assessment, episode, started_on=TODAY)
    store.add(Substance, assessment, substance_class="cocaine", name="Cocaine", days_of_30=10)
    page = page_of(qtbot, GoalsPage, store, client)
    page.outline.tabs.setCurrentIndex(1)
    press(qtbot, page, "proposed.leave")
    assert SetAside.get().what == "proposed: Cocaine on 10 of 30 days"
    assert page.findChild(QWidget, "proposed.take") is None
    assert child(page, "proposed.again").isVisible()
    press(qtbot, page, "proposed.again")
    assert SetAside.select().count() == 0
    assert page.findChild(QWidget, "proposed.take") is not None
    assert not child(page, "proposed.again").isVisible()
    page.keeper.undo()
    assert SetAside.select().count() == 1


def test_two_needs_become_one_with_all_that_hung_on_both(qtbot: QtBot, store: Store) -> None:
    client = sample_client(store, "priya-shah")
    page = page_of(qtbot, GoalsPage, store, client)
    needs = {need.statement: need for need in Need.select()}
    gone, into = needs["Cannabis and alcohol to come down"], needs["Cocaine on and after closing shifts"]
    ties = [(link, set(_ends(link, gone)) | set(_ends(link, into))) for link in NEED_LINKS]
    assert sum(len(ends) for _link, ends in ties) > 6
    _go(qtbot, page, Need, gone.id)
    child(page, "need.merge").click()
    menu = page.detail.sheet(Need).findChild(QMenu)
    next(action for action in menu.actions() if action.text() == into.statement).trigger()
    menu.close()
    assert Need.get_or_none(Need.id == gone.id) is None
    assert [set(_ends(link, into)) for link, _both in ties] == [both for _link, both in ties]
    assert page.section() == f"need {into.id}"
    assert Need.get_by_id(into.id).statement == f"{into.statement}\n{gone.statement}"
    page.keeper.undo()
    assert Need.get_by_id(into.id).statement == into.statement
    assert Need.get_by_id(gone.id).statement == gone.statement
    assert set(_ends(GoalNeed, gone)) and set(_ends(GoalNeed, into))


def _ends(link: type[Link], need: Need) -> list[int]:
    """What a need is tied to by one kind of thread."""
    is_far = link.owner().rel_model is not Need
    mine, other = (link.target(), link.owner()) if is_far else (link.owner(), link.target())
    return [getattr(tie, f"{other.name}_id") for tie in link.select().where(mine == need)]


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ({"statement": "Drink less"}, "Say how it is measured"),
        ({"statement": "Drink less", "measure": "Calendar"}, "Say how much"),
        ({"statement": "Drink less", "measure": "Calendar", "target": "2 evenings"}, "Give it a date"),
        ({"statement": "No cocaine", "tests_for": "Cocaine"}, "Give it a date"),
        ({"statement": "Work on sleep", "measure": "Diary", "due_on": TODAY}, "Say how much"),
        ({"statement": "Sleep more than 6 hours", "measure": "Diary", "due_on": TODAY}, ""),
        ({"statement": "Meet the adviser", "measure": "Meeting held", "due_on": TODAY}, ""),
    ],
)
def test_a_hint_says_what_an_objective_lacks(store: Store, client: Client, words: dict[str, Any], hint: str) -> None:
    goal = store.add(Goal, Episode.get(), own_words="Mine")
    said = what_is_missing(store.add(Objective, goal, **words))
    assert said.startswith(hint) if hint else said == ""


def test_words_that_stand_in_other_plans_are_pointed_out_without_saying_whose(
    qtbot: QtBot, store: Store, client: Client
) -> None:
    words = "Client will attend all scheduled sessions"
    for number in (2, 3):
        other = store.add(Client, record_number=f"RD-{number}", legal_family=f"Other{number}")
        goal = store.add(Goal, store.add(Episode, other), own_words="x", statement=words.upper())
        store.add(Goal, goal.episode, own_words="y", statement=words)
    store.add(Goal, Episode.get(), own_words="Mine")
    page = page_of(qtbot, GoalsPage, store, client)
    note = child(page, "goal.statement.same")
    assert not note.isVisible()
    type_into(qtbot, page, "goal.statement.input", words)
    _settle(qtbot, page)
    assert note.isVisible()
    said = " ".join(label.text() for label in note.findChildren(QLabel))
    assert said.strip() == "Word for word in the plans of 2 other clients. What makes it this client’s own?"
    type_into(qtbot, page, "goal.statement.input", " on foot")
    _settle(qtbot, page)
    assert not note.isVisible()


def test_what_became_of_a_goal_stays_among_its_entries_with_day_and_reason(
    qtbot: QtBot, store: Store, client: Client
) -> None:
    goal = store.add(Goal, Episode.get(), own_words="Dance again", status="active")
    page = page_of(qtbot, GoalsPage, store, client)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)

    def become(status: str, reason: str) -> None:
        box = child(page, "goal.status.input")
        box.setFocus()
        qtbot.wait(QApplication.keyboardInputInterval() + 50)  # or Qt goes on with the word that was typed before
        qtbot.keyClicks(box, Goal.status.labels[status][:3])
        _settle(qtbot, page)
        field = child(page, "goal.status_reason.input")
        field.setFocus()
        field.selectAll()
        for part in (reason[:4], reason[4:]):  # saved in between, as when somebody stops to think
            qtbot.keyClicks(field, part)
            _settle(qtbot, page)
        child(page, "goal.own_words.input").setFocus()

    become("paused", "Knee, since Monday")
    clock.use(TODAY + datetime.timedelta(20))
    page.fill(page.opened)
    become("active", "Knee is well")
    told = [(row.noted_on, row.goal_status, row.note) for row in Progress.select().order_by(Progress.id)]
    assert told == [(TODAY, "paused", "Knee, since Monday"), (clock.today(), "active", "Knee is well")]
    assert Goal.get_by_id(goal.id).status_on == clock.today()
    assert [progress_words(row).sub for row in Progress.select().order_by(Progress.id)] == [
        "paused · Knee, since Monday",
        "active · Knee is well",
    ]


def test_what_opened_a_gate_becomes_a_need_that_its_step_answers(qtbot: QtBot, store: Store) -> None:
    client, episode = admitted(store)
    store.add(Assessment, episode, started_on=TODAY)
    step = store.add(SafetyStep, episode, gate="G06", finding="Pills from the street", action="Naloxone")
    page = page_of(qtbot, GoalsPage, store, client)
    page.outline.tabs.setCurrentIndex(1)
    child(page, "proposed.take").click()
    assert NeedSafetyStep.get().safety_step == step
    assert not page.outline.card.isVisible()
    page.keeper.undo()
    assert not Need.select().exists() and not NeedSafetyStep.select().exists()


def _chosen(qtbot: QtBot, page: GoalsPage, status: str) -> None:
    box = child(page, "goal.status.input")
    box.setFocus()
    qtbot.wait(QApplication.keyboardInputInterval() + 50)
    qtbot.keyClicks(box, Goal.status.labels[status][:3])
    _settle(qtbot, page)


def test_one_undo_takes_back_a_status_with_what_was_noted_of_it(qtbot: QtBot, store: Store, client: Client) -> None:
    goal = store.add(Goal, Episode.get(), own_words="Dance", status="active", status_on=datetime.date(2026, 9, 1))
    page = page_of(qtbot, GoalsPage, store, client)
    _chosen(qtbot, page, "met")
    assert [(row.noted_on, row.goal_status) for row in Progress.select()] == [(TODAY, "met")]
    page.keeper.undo()
    goal = Goal.get_by_id(goal.id)
    assert (goal.status, goal.status_on) == ("active", datetime.date(2026, 9, 1))
    assert Progress.select().count() == 0


def test_a_day_that_was_entered_for_a_status_by_hand_stays(qtbot: QtBot, store: Store, client: Client) -> None:
    goal = store.add(Goal, Episode.get(), own_words="Dance", status="active", status_on=datetime.date(2026, 9, 1))
    page = page_of(qtbot, GoalsPage, store, client)
    field = child(page, "goal.status_on.input")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "2026-10-05")
    _settle(qtbot, page)
    _chosen(qtbot, page, "met")
    assert Goal.get_by_id(goal.id).status_on == datetime.date(2026, 10, 5)
    assert [(row.noted_on, row.goal_status) for row in Progress.select()] == [(datetime.date(2026, 10, 5), "met")]


def test_a_reason_that_is_mended_later_changes_no_day_and_no_note_of_the_counselors(
    qtbot: QtBot, store: Store, client: Client
) -> None:
    since = datetime.date(2026, 7, 1)
    old = store.add(Goal, Episode.get(), own_words="Old", status="met", status_on=since, status_reason="done")
    noted = store.add(Goal, Episode.get(), own_words="Noted", status="paused", status_on=since, status_reason="knee")
    entry = store.add(Progress, noted, noted_on=since, goal_status="paused", note="knee surgery; back in June")
    page = page_of(qtbot, GoalsPage, store, client)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    for goal in (old, noted):
        _go(qtbot, page, Goal, goal.id)
        field = child(page, "goal.status_reason.input")
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, "knee s")
        child(page, "goal.own_words.input").setFocus()
        _settle(qtbot, page)
        assert Goal.get_by_id(goal.id).status_on == since
    assert [(row.id, row.note) for row in Progress.select()] == [(entry.id, "knee surgery; back in June")]


def test_a_goal_written_for_another_reason_is_not_tied_to_the_need_before(
    qtbot: QtBot, store: Store, client: Client
) -> None:
    page = page_of(qtbot, GoalsPage, store, client)
    press(qtbot, page, "answer.write_goal")
    press(qtbot, page, "goal.add")
    qtbot.keyClicks(page.focusWidget(), "Dance again")
    _settle(qtbot, page)
    assert GoalNeed.select().count() == 0 and Need.get().status == ""


def test_a_private_step_stands_without_words_on_goals(qtbot: QtBot, store: Store, client: Client) -> None:
    step = store.add(SafetyStep, Episode.get(), gate="G11", finding="Afraid", action="Shelter bag packed")
    store.link(NeedSafetyStep, Need.get(), step)
    page = page_of(qtbot, GoalsPage, store, client)
    _go(qtbot, page, Need, Need.get().id)
    page.show_whole(True)
    said = [bead.words for bead in page.whole.chart.telling.beads]
    said += [button.text() + button.accessibleName() for button in page.findChildren(QAbstractButton)]
    assert any("private" in words for words in said)
    assert [words for words in said if "Shelter" in words or "Afraid" in words] == []


def test_the_card_of_today_goes_along_with_what_becomes_of_its_entry_below(
    qtbot: QtBot, store: Store, client: Client
) -> None:
    goal = store.add(Goal, Episode.get(), own_words="Dance")
    first = store.add(Progress, goal, noted_on=TODAY, client_rating=3)
    page = page_of(qtbot, GoalsPage, store, client)
    part = page.detail.goal_sheet().progress
    assert part.form.row == first
    page.keeper.save(first, noted_on=TODAY - datetime.timedelta(1))
    part.entries.refresh()
    assert part.form.row is None, "that entry is of another day now"
    made = page.keeper.add(Progress, goal, noted_on=TODAY, client_rating=5)
    part.entries.refresh()
    assert part.form.row == made
    page.keeper.remove(made, "an entry")
    part.entries.refresh()
    assert part.form.row is None
