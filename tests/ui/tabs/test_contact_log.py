"""The form of a contact: one key for an answer, the goals it worked on with their progress, and nothing said for the
client."""

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.open_client import open_client
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.tabs.overview import OverviewPage

from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.goals import Goal, Objective, Progress
from recovery_desktop.records.sessions import Contact, ContactObjective
from recovery_desktop.records.store import Store
from tests.people import TODAY, admitted, day
from tests.ui.tabs.showing import child, page_of, press

ANOTHER_DAY = datetime.date(2026, 10, 1)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    clock.use(TODAY)
    yield
    clock.use(None)


@pytest.fixture
def client(store: Store) -> Client:
    client, episode = admitted(store)
    for words, step, status in (
        ("Dance again", "One class a week", "active"),
        ("A quiet head", "Seven hours of sleep", ""),
        ("Old goal", "An old step", "dropped"),
    ):
        goal = store.add(Goal, episode, own_words=words, status=status)
        store.add(Objective, goal, statement=step, status=status)
    return client


@pytest.fixture
def page(qtbot: QtBot, store: Store, client: Client) -> OverviewPage:
    page: OverviewPage = page_of(qtbot, OverviewPage, store, client)
    page.do("log_contact")
    return page


def seen(page: OverviewPage, name: str) -> bool:
    return bool(child(page, name).isVisibleTo(page))


def test_nothing_is_answered_before_somebody_answers(page: OverviewPage) -> None:
    contact = Contact.get()
    empty = {name: field.empty for name, field in Contact.described().items()}
    assert {name: getattr(contact, name) for name in empty} == {**empty, "held_on": TODAY}
    assert Progress.select().count() == ContactObjective.select().count() == 0


def test_logging_again_goes_on_with_the_empty_one(page: OverviewPage, store: Store) -> None:
    page.do("log_contact")
    assert Contact.select().count() == 1
    store.save(Contact.get(), kind="group")
    page.do("log_contact")
    assert Contact.select().count() == 2


def test_goals_follow_what_was_worked_on(qtbot: QtBot, page: OverviewPage) -> None:
    first, second, _dropped = Objective.select().order_by(Objective.id)
    assert [seen(page, f"goal_{at}.client_rating.input") for at in (1, 2)] == [True, True]
    press(qtbot, page, f"contact_objective.{second.id}")
    assert [seen(page, f"goal_{at}.client_rating.input") for at in (1, 2)] == [True, False]
    qtbot.keyClicks(child(page, "goal_1.client_rating.input"), "6")
    assert page.keeper.flush()
    assert (Progress.get().goal, Progress.get().client_rating) == (second.goal, 6)
    press(qtbot, page, "contact.all_goals")
    assert [seen(page, f"goal_{at}.client_rating.input") for at in (1, 2)] == [True, True]
    assert not seen(page, "contact.all_goals")
    qtbot.keyClicks(child(page, "goal_1.client_rating.input"), "3")
    assert page.keeper.flush()
    assert Progress.get(Progress.client_rating == 3).goal == first.goal


def test_entries_of_other_clients_are_theirs(page: OverviewPage, store: Store) -> None:
    _other, episode = admitted(store, record_number="RD-000902")
    goal = store.add(Goal, episode, own_words="Somebody else’s goal", status="active")
    store.add(Progress, goal, noted_on=TODAY, client_rating=9)
    page.fill(page.opened)  # type: ignore[arg-type]
    assert [seen(page, f"goal_{at}.client_rating.input") for at in (1, 2)] == [True, True]
    assert not seen(page, "contact.all_goals")


def test_a_figure_turns_a_chip(qtbot: QtBot, page: OverviewPage) -> None:
    first, second, _dropped = Objective.select().order_by(Objective.id)
    chip = child(page, f"contact_objective.{first.id}")
    for figures, tied in (("2", {second.id}), ("1", {first.id, second.id}), ("2", {first.id}), ("7", {first.id})):
        qtbot.keyClicks(chip, figures)
        assert {link.objective_id for link in ContactObjective.select()} == tied


def test_who_did_not_come_is_asked_nothing_more(qtbot: QtBot, page: OverviewPage) -> None:
    attendance = child(page, "contact.attendance.input").resting
    assert seen(page, "contact.felt_heard.input")
    qtbot.keyClicks(attendance, "2")
    assert not seen(page, "contact.felt_heard.input")
    assert not seen(page, "goal_1.client_rating.input")
    qtbot.keyClicks(attendance, "1")
    qtbot.keyClicks(child(page, "contact.felt_heard.input"), "8")
    qtbot.keyClicks(child(page, "contact.attendance.input").resting, "2")
    assert seen(page, "contact.felt_heard.input")  # what was answered is not hidden


def test_progress_goes_along_to_another_day(qtbot: QtBot, page: OverviewPage, store: Store) -> None:
    goal, other = Goal.select().order_by(Goal.id)[:2]
    qtbot.keyClicks(child(page, "goal_1.client_rating.input"), "7")
    assert page.keeper.flush()
    elsewhere = store.add(Progress, other, noted_on=TODAY, client_rating=2)  # on the goals' own page
    page.fill(page.opened)  # type: ignore[arg-type]
    type_day(qtbot, page)
    assert Progress.get(Progress.goal == goal).noted_on == ANOTHER_DAY
    assert Progress.get_by_id(elsewhere.id).noted_on == TODAY


def test_undo_takes_a_rating_back_where_it_was_given(qtbot: QtBot, page: OverviewPage) -> None:
    qtbot.keyClicks(child(page, "goal_1.client_rating.input"), "7")
    assert page.keeper.flush()
    qtbot.keyClicks(child(page, "goal_1.attainment_client.input"), "1")
    assert page.keeper.flush()
    entry = Progress.get()
    page.keeper.undo()
    page.note_other_change()
    page.fill(page.opened)  # type: ignore[arg-type]
    assert Progress.get().attainment_client is None
    assert page.reveal(Place("", "", Progress, entry.id, "attainment_client"))
    assert page.section() == "sessions"
    page.keeper.undo()
    assert Progress.select().count() == 0


def test_an_episode_is_needed(qtbot: QtBot, store: Store) -> None:
    client = store.add(Client, record_number="RD-000901", legal_family="Vega")
    page = page_of(qtbot, OverviewPage, store, client)
    page.do("log_contact")
    assert (Contact.select().count(), Episode.select().count()) == (0, 0)
    assert page.section() == "sessions"


# -- another day


def rate(qtbot: QtBot, page: OverviewPage, figure: str = "7") -> None:
    qtbot.keyClicks(child(page, "goal_1.client_rating.input"), figure)
    assert page.keeper.flush()


def type_day(qtbot: QtBot, page: OverviewPage, words: str = "2026-10-01") -> None:
    field = child(page, "contact.held_on.input")
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, words)
    assert page.keeper.flush()


@pytest.fixture
def other(store: Store) -> Contact:
    """A contact of somebody else, who has no goals."""
    _client, episode = admitted(store, record_number="RD-000903")
    return store.add(Contact, episode, held_on=day(-3), kind="individual")


def open_contact(page: OverviewPage, contact: Contact) -> None:
    page.show_client(open_client(contact.episode.client_id))
    assert page.reveal(Place("", "", Contact, contact.id, "held_on"))


def test_another_clients_contact_moves_nothing(qtbot: QtBot, page: OverviewPage, other: Contact) -> None:
    rate(qtbot, page)
    open_contact(page, other)
    type_day(qtbot, page)
    assert Contact.get_by_id(other.id).held_on == ANOTHER_DAY
    assert Progress.get().noted_on == TODAY


def test_a_client_who_was_removed_is_missed_by_no_contact(
    qtbot: QtBot, page: OverviewPage, client: Client, other: Contact
) -> None:
    rate(qtbot, page)
    page.show_client(open_client(other.episode.client_id))
    page.keeper.remove(client, "")
    open_contact(page, other)
    type_day(qtbot, page)
    assert Contact.get().held_on == ANOTHER_DAY


def test_a_contact_that_gets_its_day_later_leaves_todays_entry(qtbot: QtBot, page: OverviewPage) -> None:
    rate(qtbot, page)
    press(qtbot, page, "contact.add")
    qtbot.keyClicks(child(page, "contact.kind.input").resting, "2")
    assert page.keeper.flush()
    type_day(qtbot, page)
    assert Progress.get().noted_on == TODAY
    assert {contact.held_on for contact in Contact.select()} == {TODAY, ANOTHER_DAY}


def test_the_second_contact_of_a_day_leaves_the_firsts_entry(qtbot: QtBot, page: OverviewPage, store: Store) -> None:
    rate(qtbot, page)
    store.save(Contact.get(), kind="individual")
    page.do("log_contact")
    type_day(qtbot, page)
    assert Progress.get().noted_on == TODAY


def test_a_day_that_has_an_entry_gets_no_second_one(qtbot: QtBot, page: OverviewPage, store: Store) -> None:
    first, second = Goal.select().order_by(Goal.id)[:2]
    store.add(Progress, first, noted_on=ANOTHER_DAY, client_rating=3)
    rate(qtbot, page)
    press(qtbot, page, "contact.all_goals")
    qtbot.keyClicks(child(page, "goal_2.client_rating.input"), "5")
    assert page.keeper.flush()
    type_day(qtbot, page)
    found = {(entry.goal, entry.noted_on, entry.client_rating) for entry in Progress.select()}
    assert found == {(first, ANOTHER_DAY, 3), (first, TODAY, 7), (second, ANOTHER_DAY, 5)}
    assert child(page, "goal_1.client_rating.input").value() == 3


def test_one_undo_takes_the_contact_and_its_progress_back(qtbot: QtBot, page: OverviewPage) -> None:
    rate(qtbot, page)
    type_day(qtbot, page)
    for step, at in ((page.keeper.undo, TODAY), (page.keeper.redo, ANOTHER_DAY), (page.keeper.undo, TODAY)):
        step()
        assert (Contact.get().held_on, Progress.get().noted_on) == (at, at)


def test_progress_goes_along_over_a_day_that_was_emptied_first(qtbot: QtBot, page: OverviewPage) -> None:
    rate(qtbot, page)
    type_day(qtbot, page, "")
    assert (Contact.get().held_on, Progress.get().noted_on) == (None, TODAY)
    type_day(qtbot, page)
    assert Progress.get().noted_on == ANOTHER_DAY


def test_an_entry_that_was_given_another_day_elsewhere_stays_there(
    qtbot: QtBot, page: OverviewPage, store: Store
) -> None:
    rate(qtbot, page)
    store.save(Progress.get(), noted_on=day(-9))
    type_day(qtbot, page)
    assert Progress.get().noted_on == day(-9)
