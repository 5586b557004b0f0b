"""Aftercare offers what the record holds, says what does not fit, saves the calendar, and tells how things stand."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.message import Message
from recovery_desktop_ui.tabs.aftercare import AftercarePage

from recovery_desktop.records.aftercare import AftercareStep, DischargeCriterion, FollowUp, PreventionEntry
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.family import SupportPerson
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop.records.store import Store
from tests.ui.tabs.showing import child, page_of, press, sample_client, type_into
from tests.ui.windows import field, open_page, opened_window, settle
from tests.ui.windows import press as press_keys

TODAY = datetime.date(2026, 10, 12)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    clock.use(TODAY)
    yield
    clock.use(None)


@pytest.fixture
def client(store: Store) -> Client:
    """The example client, of whose aftercare nothing was entered yet."""
    client = sample_client(store, "priya-shah")
    for model in (AftercareStep, PreventionEntry, FollowUp, DischargeCriterion):
        for row in list(model.select()):
            store.remove(row)
    return client


@pytest.fixture
def page(qtbot: QtBot, store: Store, client: Client) -> Any:
    page = page_of(qtbot, AftercarePage, store, client)
    press(qtbot, page, "aftercare.look_at_offers")
    return page


def _offered(page: QWidget, name: str) -> list[QPushButton]:
    """The offers of a list that can be seen."""
    settle()
    return [each for each in page.findChildren(QPushButton, f"{name}.offers.take") if each.isVisibleTo(page)]


def test_the_empty_page_shows_what_the_record_offers(qtbot: QtBot, store: Store, client: Client) -> None:
    page = page_of(qtbot, AftercarePage, store, client)
    look = child(page, "aftercare.look_at_offers")
    assert look.text().startswith("See what the record offers")
    press(qtbot, page, "aftercare.look_at_offers")
    assert page._empty.isHidden()
    assert page.focusWidget() in _offered(page, "aftercare_step")
    assert len(_offered(page, "prevention_entry.person")) == 3


def test_an_offer_becomes_an_entry_that_is_open_at_once(qtbot: QtBot, page: Any) -> None:
    first = _offered(page, "prevention_entry.person")[0]
    assert first.accessibleName() == "Anjali Shah"
    assert "from: Support person" in first.accessibleDescription()
    first.click()
    entry = PreventionEntry.get()
    assert (entry.kind, entry.entry, entry.phone) == ("person", "Anjali Shah", "555-0171")
    assert entry.person == SupportPerson.get(SupportPerson.name == "Anjali Shah")
    type_into(qtbot, page, "prevention_entry.person.entry.input", ", my sister")
    page.keeper.flush()
    assert PreventionEntry.get().entry == "Anjali Shah, my sister"
    assert "Anjali Shah" not in [each.accessibleName() for each in _offered(page, "prevention_entry.person")]
    page.keeper.undo()
    page.keeper.undo()
    assert PreventionEntry.select().count() == 0


def test_while_a_list_has_rows_its_offers_are_folded(qtbot: QtBot, page: Any) -> None:
    _offered(page, "prevention_entry.trigger")[0].click()
    assert _offered(page, "prevention_entry.trigger") == []
    more = child(page, "prevention_entry.trigger.offers.more")
    assert more.text() == "The record offers 2 more"  # of two friends and a time; the co-worker stands there
    more.click()
    assert page.focusWidget() is _offered(page, "prevention_entry.trigger")[0]
    assert len(_offered(page, "prevention_entry.trigger")) == 2
    assert more.isHidden()


def _left() -> Any:
    """What was left aside on this page."""
    return SetAside.select().where(SetAside.what.startswith("aftercare:"))


def test_what_is_left_aside_is_not_offered_again_until_it_is_wanted(qtbot: QtBot, store: Store, page: Any) -> None:
    before = [each.accessibleName() for each in _offered(page, "prevention_entry.person")]
    leave = child(page, "prevention_entry.person.offers.leave")
    leave.setFocus()
    leave.click()
    row = _left().get()
    assert (row.what, row.set_aside_on) == ("aftercare:person:anjali shah", TODAY)
    assert [each.accessibleName() for each in _offered(page, "prevention_entry.person")] == before[1:]
    assert page.focusWidget() is _offered(page, "prevention_entry.person")[0]  # in the place of the one that is gone
    again = child(page, "prevention_entry.person.offers.again")
    assert again.text() == "Offer again what was left aside (1)"
    assert child(page, "prevention_entry.trigger.offers.again").isHidden()
    again.click()
    assert [each.accessibleName() for each in _offered(page, "prevention_entry.person")] == before
    assert again.isHidden()
    page.keeper.undo()
    page.keeper.undo()
    assert _left().count() == 0


def test_the_undo_of_leaving_aside_stays_on_the_page(qtbot: QtBot, store: Store, client: Client) -> None:
    window = opened_window(qtbot, store, client=client)
    page = open_page(window, "aftercare")
    field(window, "aftercare.look_at_offers").click()
    child(page, "aftercare_step.offers.leave").click()
    assert _left().count() == 1
    press_keys(window, "Ctrl+Z")
    settle()
    assert _left().count() == 0
    assert window.workplace is not None
    assert window.workplace.page is page


def test_a_step_is_taken_whole(page: Any) -> None:
    (weekly,) = (each for each in _offered(page, "aftercare_step") if each.accessibleName() == "Outpatient sessions")
    assert weekly.accessibleDescription().startswith("once a week · months 2–4 · from: Level of care, 10 Oct")
    weekly.click()
    step = AftercareStep.get()
    assert (step.kind, step.times, step.per, step.from_month, step.until_month) == ("outpatient", 1, "week", 2, 4)
    assert page._steps.form.row == step


def test_an_offered_step_says_what_speaks_against_its_times(page: Any) -> None:
    child(page, "aftercare_step.offers.more").click()
    by_name = {each.accessibleName(): each.accessibleDescription() for each in _offered(page, "aftercare_step")}
    assert by_name["SMART Recovery online"].endswith("Not at the times wished for: mornings.")
    assert "Not at" not in by_name["Dance class"]


def test_a_step_in_work_hours_says_so_in_its_line_and_below_its_times(qtbot: QtBot, store: Store, page: Any) -> None:
    step = store.add(AftercareStep, Episode.get(), what="Group", timing="evenings", fits_life="yes")
    page._steps.refresh()
    line = child(page, "aftercare_step.row0").accessibleName()
    assert "Meets work on Tuesday to Saturday, 15:00–23:30; free then: Monday, Sunday · evenings" in line
    assert "needs attention" in line
    page._steps.open_row(step.id)
    below = page.findChild(QLabel, "aftercare_step.against")
    assert below.text().startswith("Meets work")
    assert "wished" not in below.text()  # the client says that it fits
    timing = child(page, "aftercare_step.timing.input")
    timing.clear()
    type_into(qtbot, page, "aftercare_step.timing.input", "Monday evening")
    page.keeper.flush()
    assert not below.isVisibleTo(page)
    assert "needs attention" not in child(page, "aftercare_step.row0").accessibleName()


def test_the_calendar_is_saved_where_it_is_wanted(qtbot: QtBot, page: Any, tmp_path: Path) -> None:
    assert child(page, "aftercare.save_calendar").isHidden()
    press(qtbot, page, "aftercare.usual_days")
    press(qtbot, page, "aftercare.save_calendar")
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    name = Path(dialog.selectedFiles()[0]).name
    assert name == "RD-000123_follow-up_2026-10-12.ics"
    dialog.setDirectory(str(tmp_path))
    dialog.accept()
    message = page._calendar.findChild(Message)
    qtbot.waitUntil(lambda: f"3 days saved as {name}" in message.words(), timeout=10_000)
    assert (tmp_path / name).read_bytes().count(b"BEGIN:VEVENT") == 3
    page._calendar._write(_any_file(page), tmp_path / "gone" / name)
    qtbot.waitUntil(lambda: "could not be written" in message.words(), timeout=10_000)


def _any_file(page: Any) -> Any:
    from recovery_desktop.exchange.calendar_file import CalendarFile

    return CalendarFile(b"", "x.ics", 1)


def test_how_things_stand_leads_to_where_each_is_changed(qtbot: QtBot, store: Store, page: Any) -> None:
    criterion = store.add(DischargeCriterion, Episode.get(), statement="Says so")
    page.fill(page.opened)
    went: list[Place] = []
    page.go_to.connect(went.append)
    child(page, "standing.criteria").click()
    assert page._criteria.form.row == criterion
    child(page, "standing.hard_times").click()
    assert page.focusWidget() is child(page, "prevention_entry.trigger.add")
    child(page, "standing.goals").click()
    child(page, "standing.safety").click()
    child(page, "standing.discharge").click()
    assert [(place.page, place.section) for place in went] == [
        ("", ""),
        ("therapies", "safety"),
        ("client", "discharge"),
    ]
    assert went[0].model is not None


def test_how_things_stand_follows_what_is_entered(qtbot: QtBot, page: Any) -> None:
    press(qtbot, page, "discharge_criterion.add")
    type_into(qtbot, page, "discharge_criterion.statement.input", "Sleeps again")
    page.keeper.flush()
    words = [label.text() for label in page._standing.findChildren(QLabel)]
    assert "0 of 1 criterion is met. 1 was not talked through yet." in words
    assert (
        child(page, "standing.says").text()
        == "This is what the record holds. Whether it is time is for Priya and you to say."
    )


def test_every_way_of_how_things_stand_leads_somewhere(qtbot: QtBot, store: Store) -> None:
    window = opened_window(qtbot, store, client=sample_client(store, "priya-shah"))
    for key, home in (
        ("criteria", "aftercare"),
        ("goals", "goals"),
        ("needs", "goals"),
        ("scores", "assessment"),
        ("safety", "therapies"),
        ("next_steps", "aftercare"),
        ("discharge", "client"),
    ):
        page = open_page(window, "aftercare")
        child(page, f"standing.{key}").click()
        settle()
        assert window.workplace is not None
        assert window.workplace._shown == home, key
