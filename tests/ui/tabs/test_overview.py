"""The Overview shows the record as it is, leads to where things are written, and keeps sessions and notes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import open_client
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.charts.chart import Chart
from recovery_desktop_ui.parts.charts.table import ValueTable
from recovery_desktop_ui.parts.charts.wheel_chart import WheelChart
from recovery_desktop_ui.parts.lists import RowList
from recovery_desktop_ui.tabs.overview import OverviewPage
from recovery_desktop_ui.tabs.overview.sessions import Sessions

from recovery_desktop.plans.re_engagement import ideas
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.goals import Goal, Need, Objective
from recovery_desktop.records.sessions import Contact, ContactObjective, CounselingNote
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop.records.store import Store
from tests.people import TODAY, admitted, day, sample
from tests.practices import reopened


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    clock.use(TODAY)
    yield
    clock.use(None)


@pytest.fixture
def keeper(store: Store) -> Keeper:
    return Keeper(store)


def page_of(qtbot: QtBot, keeper: Keeper, client: Client) -> OverviewPage:
    page = OverviewPage(keeper)
    qtbot.addWidget(page)
    page.show_client(open_client(client.id))
    page.resize(1134, 560)
    page.show()
    return page


def button(page: QWidget, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def press(qtbot: QtBot, page: QWidget, name: str) -> None:
    qtbot.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def words(page: QWidget) -> str:
    QApplication.processEvents()  # what came up is laid out, as it is before anybody can look
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def titles(page: QWidget, name: str) -> list[str]:
    model = page.findChild(RowList, name).model()
    return [model.index(at, 0).data() for at in range(model.rowCount())]


def test_a_sample_client_at_a_glance(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    page = page_of(qtbot, keeper, sample(store, "priya-shah"))
    shown = words(page)
    for part in ("“Free weekends, a quiet head", "Priya, 10 September 2026", "GAD-7", "moderate, now mild", "−5", "+3"):
        assert part in shown
    assert "Nicotine treatment, week 6" in titles(page, "page.due")
    told = " ".join(chart.accessibleDescription() for chart in page.findChildren(Chart))
    for part in ("Mental", "Learning and leisure", "Family session with Anjali", "GAD-7 fell from 14 to 9"):
        assert part in told
    assert len(titles(page, "page.contacts")) == 3


@pytest.mark.parametrize("name", ["page.wheel_table", "page.scores_table", "page.course_table"])
def test_each_chart_turns_into_its_table(qtbot: QtBot, store: Store, keeper: Keeper, name: str) -> None:
    page = page_of(qtbot, keeper, sample(store, "priya-shah"))
    before = sum(table.isVisible() for table in page.findChildren(ValueTable))
    press(qtbot, page, name)
    assert sum(table.isVisible() for table in page.findChildren(ValueTable)) == before + 1
    press(qtbot, page, name)
    assert sum(table.isVisible() for table in page.findChildren(ValueTable)) == before


def test_tests_are_told_and_lead_to_all_of_them(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    page = page_of(qtbot, keeper, sample(store, "priya-shah"))
    assert "8 of 9 tests without cocaine since 10 Sep." in words(page)
    with qtbot.waitSignal(page.go_to) as told:
        press(qtbot, page, "page.tests")
    assert told.args == [Place("diagnoses", "test_result")]
    client, episode = admitted(store)
    store.add(Goal, episode, own_words="Dance again")
    page.show_client(open_client(client.id))
    assert not button(page, "page.tests").isVisibleTo(page)


def test_all_of_a_long_list_can_be_seen(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    page = page_of(qtbot, keeper, sample(store, "priya-shah"))
    assert len(titles(page, "page.due")) == 7
    press(qtbot, page, "page.all_due")
    assert len(titles(page, "page.due")) == 18
    assert "AUDIT" in words(page)
    assert "Nicotine vape" not in words(page)
    press(qtbot, page, "page.all_scores")
    assert "Nicotine vape" in words(page)


def test_a_row_that_is_due_leads_to_its_record(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    client, episode = admitted(store)
    need = store.add(Need, episode, statement="Money", domain="money")
    page = page_of(qtbot, keeper, client)
    due = page.findChild(RowList, "page.due")
    due.setFocus()
    qtbot.keyClick(due, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.go_to) as told:
        qtbot.keyClick(due, Qt.Key.Key_Return)
    assert told.args == [Place("", "", Need, need.id, "status")]
    wheel = next(chart for chart in page.findChildren(Chart) if chart.accessibleName() == "Areas of life")
    assert "A need without a plan: Money." in wheel.accessibleDescription()


def test_an_area_of_life_leads_to_its_need_or_to_where_it_is_asked(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    client, episode = admitted(store)
    need = store.add(Need, episode, statement="Debt", domain="money")
    store.add(Need, episode, statement="Friends", domain="social", status="deferred", status_reason="in May")
    page = page_of(qtbot, keeper, client)
    wheel = page.findChild(WheelChart, "page.wheel")
    wheel.setFocus()
    with qtbot.waitSignal(page.go_to) as told:
        qtbot.keyClick(wheel, Qt.Key.Key_Return)
    assert told.args == [Place("assessment", "area_of_life")], "nobody was asked about the first area"
    for _step in range(3):  # back to money
        qtbot.keyClick(wheel, Qt.Key.Key_Left)
    assert "Money: no plan; 1 need, 1 without an answer" in words(page)
    with qtbot.waitSignal(page.go_to) as told:
        qtbot.keyClick(wheel, Qt.Key.Key_Space)
    assert told.args == [Place("", "", Need, need.id, "status")]
    assert button(page, "page.unanswered").text() == "1 need without an answer: Money"
    with qtbot.waitSignal(page.go_to) as told:
        press(qtbot, page, "page.unanswered")
    assert told.args == [Place("", "", Need, need.id, "status")]
    store.save(need, status="deferred", status_reason="in May")
    keeper.revision += 1
    page.show_client(open_client(client.id))
    assert not button(page, "page.unanswered").isVisible()


def test_words_and_signals_lead_to_where_they_are_written(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    client, episode = admitted(store)
    goal = store.add(Goal, episode, own_words="Dance again", status_on=day(-30))
    page = page_of(qtbot, keeper, client)
    assert "“Dance again” has had no entry for 4 weeks." in words(page)
    press(qtbot, page, "page.observed")
    for name, field in (("page.observed_open", ""), ("page.wish", "own_words")):
        with qtbot.waitSignal(page.go_to) as told:
            press(qtbot, page, name)
        assert told.args == [Place("", "", Goal, goal.id, field)]


def observed(qtbot: QtBot, store: Store, keeper: Keeper) -> OverviewPage:
    """The page of a client with three goals that nobody looked at for weeks, told as one, with its ideas open."""
    client, episode = admitted(store)
    for own_words in ("Dance again", "A quiet head", "New people"):
        store.add(Goal, episode, own_words=own_words, status_on=day(-30))
    page = page_of(qtbot, keeper, client)
    press(qtbot, page, "page.observed")
    return page


def test_an_observation_opens_into_ideas(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    page = observed(qtbot, store, keeper)
    assert all(idea in words(page) for idea in ideas("goal_quiet"))
    press(qtbot, page, "page.observed")
    assert ideas("goal_quiet")[0] not in words(page)


def test_not_now_is_kept_until_its_day_and_can_be_undone(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    page = observed(qtbot, store, keeper)
    press(qtbot, page, "page.not_now")
    kept = [(row.what, row.set_aside_on, row.until) for row in SetAside.select()]
    assert kept == [(f"signal:goal_quiet:“{goal.own_words}”", TODAY, day(14)) for goal in Goal.select()]
    assert page.findChild(QAbstractButton, "page.observed") is None
    press(qtbot, page, "page.left_for_now")
    assert words(page).count("Until 28 Oct.") == 3
    press(qtbot, page, "page.ask_now")
    assert "“Dance again” has had no entry for 4 weeks." in words(page)
    keeper.undo()
    keeper.undo()
    assert SetAside.select().count() == 0
    page.note_other_change()
    page.show_client(open_client(Client.get().id))
    assert "3 goals have had no entry for 4 weeks or more." in words(page)


def test_not_now_wants_a_day_to_come(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    page = observed(qtbot, store, keeper)
    line = page.findChild(QWidget, "page.look_again.input")
    for typed, count in (("", 0), ("10/14/2026", 0), ("some day", 0), ("+30", 3)):
        line.selectAll()
        qtbot.keyClick(line, Qt.Key.Key_Delete)
        qtbot.keyClicks(line, typed)
        press(qtbot, page, "page.not_now")
        assert SetAside.select().count() == count
    assert {row.until for row in SetAside.select()} == {day(30)}


def test_a_client_without_anything_is_led_step_by_step(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    client = store.add(Client, record_number="RD-000901", legal_family="Vega")
    page = page_of(qtbot, keeper, client)
    press(qtbot, page, "page.begin_episode")
    opened = open_client(client.id)
    assert opened.episode is not None
    assert opened.episode.intake_on == TODAY
    assert opened.assessment is not None
    with qtbot.waitSignal(page.go_to) as told:
        press(qtbot, page, "page.begin_assessment")
    assert told.args == [Place("assessment")]
    with qtbot.waitSignal(page.command) as command:
        press(qtbot, page, "page.reach")
    assert command.args == ["client"]
    keeper.undo()
    assert Episode.select().count() == Assessment.select().count() == 0


def test_the_first_words_replace_the_steps(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    client, episode = admitted(store)
    page = page_of(qtbot, keeper, client)
    assert button(page, "page.begin_assessment").isVisible()
    keeper.add(Goal, episode, own_words="Dance again")
    page.show_client(open_client(client.id))
    assert not button(page, "page.begin_assessment").isVisible()
    assert "“Dance again”" in words(page)


# -- sessions


def sessions_of(qtbot: QtBot, store: Store, keeper: Keeper) -> tuple[OverviewPage, Episode]:
    client, episode = admitted(store)
    goal = store.add(Goal, episode, own_words="Dance again")
    store.add(Objective, goal, statement="One class a week")
    store.add(Contact, episode, held_on=day(-9), kind="individual", attendance="attended", note="First steps")
    page = page_of(qtbot, keeper, client)
    press(qtbot, page, "page.sessions")
    assert page.section() == "sessions"
    return page, episode


def test_todays_contact_is_logged_and_on_the_disk(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    page, episode = sessions_of(qtbot, store, keeper)
    press(qtbot, page, "page.log_today")
    made = Contact.get(Contact.held_on == TODAY)
    assert (made.episode.id, made.attendance) == (episode.id, "")
    assert button(page, "contact.row0").accessibleName().startswith("14 Oct 2026")
    note = page.findChild(QWidget, "contact.note.input")
    note.setFocus()
    qtbot.keyClicks(note, "Talked about sleep")
    chip = button(page, f"contact_objective.{Objective.get().id}")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert keeper.flush()
    again = reopened(store)
    try:
        assert Contact.get(Contact.held_on == TODAY).note == "Talked about sleep"
        assert ContactObjective.select().count() == 1
    finally:
        again.close()


def test_contacts_stand_with_the_newest_first(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    page, episode = sessions_of(qtbot, store, keeper)
    keeper.add(Contact, episode, held_on=day(-2), attendance="missed", kind="group")
    page.show_client(open_client(episode.client.id))
    assert button(page, "contact.row0").accessibleName() == "12 Oct 2026, needs attention, Group session · missed"
    assert button(page, "contact.row1").accessibleName().startswith("5 Oct 2026")


@pytest.mark.parametrize("name", ["priya-shah", "josephine-tate", "ernesto-quizhpe"])
def test_every_contact_of_a_sample_client_is_shown_whole(qtbot: QtBot, store: Store, keeper: Keeper, name: str) -> None:
    page = page_of(qtbot, keeper, sample(store, name))
    page.show_section("sessions")
    sessions = page.findChild(Sessions)
    for contact in Contact.select():
        assert page.reveal(Place("", "", Contact, contact.id))
        form = sessions.contacts.form
        assert form is not None
        shown = {name: row.editor.value() for name, row in form.rows.items()}
        assert shown == {name: getattr(contact, name) for name in Contact.described()}


def test_a_contact_is_removed_and_comes_back(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    page, _episode = sessions_of(qtbot, store, keeper)
    qtbot.keyClick(button(page, "contact.row0"), Qt.Key.Key_Delete)
    assert Contact.select().count() == 0
    keeper.undo()
    assert Contact.get().note == "First steps"


def test_counseling_notes_are_kept_and_said_to_be_apart(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    page, _episode = sessions_of(qtbot, store, keeper)
    assert "42 CFR 2.11" in words(page)
    press(qtbot, page, "counseling_note.add")
    qtbot.keyClicks(page.findChild(QWidget, "counseling_note.text.input"), "A thought")
    assert keeper.flush()
    assert CounselingNote.get().text == "A thought"


def test_every_row_is_found(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    page, episode = sessions_of(qtbot, store, keeper)
    note = store.add(CounselingNote, episode, text="A thought")
    page.show_section("glance")
    page.show_client(open_client(episode.client.id))
    keeper.revision += 1
    page.show_client(open_client(episode.client.id))
    assert page.reveal(Place("", "", Contact, Contact.get().id, "note"))
    assert page.section() == "sessions"
    assert page.reveal(Place("", "", CounselingNote, note.id, "text"))
    assert not page.reveal(Place("", "", Goal, 1))


def test_sections_are_walked(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    page, _episode = sessions_of(qtbot, store, keeper)
    press(qtbot, page, "page.back")
    assert page.section() == "glance"
    page.step_section(1)
    assert page.section() == "sessions"
    page.step_section(-1)
    assert page.section() == "glance"


def test_what_was_written_there_is_seen_here(qtbot: QtBot, store: Store, keeper: Keeper) -> None:
    page, _episode = sessions_of(qtbot, store, keeper)
    press(qtbot, page, "page.log_today")
    page.note_own_change()
    press(qtbot, page, "page.back")
    assert len(titles(page, "page.contacts")) == 2
