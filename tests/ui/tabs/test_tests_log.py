"""Tests are logged with a few keys, drawn over time, and counted where an objective is measured by them."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.open_client import open_client
from recovery_desktop_ui.tabs.diagnoses import DiagnosesPage
from recovery_desktop_ui.tabs.goals import GoalsPage
from recovery_desktop_ui.tabs.therapies.forms import service_words

from recovery_desktop.records.client import Client
from recovery_desktop.records.diagnoses import TestResult
from recovery_desktop.records.goals import Goal, Objective
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import Service
from tests.people import TODAY, admitted
from tests.ui.tabs.showing import child, page_of, press, sample_client, type_into


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    clock.use(TODAY)
    yield
    clock.use(None)


def logging(qtbot: QtBot, store: Store, client: Client) -> DiagnosesPage:
    """The page with a new test begun."""
    page: DiagnosesPage = page_of(qtbot, DiagnosesPage, store, client)
    page.do("log_test")
    QApplication.processEvents()
    return page


def told(page: DiagnosesPage) -> str:
    QApplication.processEvents()
    label = child(page, "test_result.told")
    return str(label.text()) if label.isVisibleTo(page) else ""


def test_the_first_test_is_logged_by_number(qtbot: QtBot, store: Store) -> None:
    client, _episode = admitted(store)
    page = logging(qtbot, store, client)
    assert not child(page, "test_result.same").isVisibleTo(page)
    assert told(page) == ""
    empty = {name: field.empty for name, field in TestResult.described().items()}
    made = TestResult.get()
    assert {name: getattr(made, name) for name in empty} == {**empty, "taken_on": TODAY}
    qtbot.keyClicks(child(page, "test_result.kind.input").resting, "2")
    type_into(qtbot, page, "test_result.tested_for.input", "Cocaine, THC")
    qtbot.keyClicks(child(page, "test_result.result.input").resting, "1")
    assert page.keeper.flush()
    made = TestResult.get()
    assert (made.kind, made.tested_for, made.result) == ("saliva", "Cocaine, THC", "negative")
    day = f"{TODAY.day} {TODAY:%b}"
    assert told(page) == f"1 of 1 test without cocaine since {day}. 1 of 1 test without THC since {day}."


def test_what_was_tested_last_is_entered_by_one_key(qtbot: QtBot, store: Store) -> None:
    page = logging(qtbot, store, sample_client(store, "priya-shah"))
    same = child(page, "test_result.same")
    assert same.text() == "Same as last time: urine drug test, Cocaine"
    press(qtbot, page, "test_result.same")
    assert not same.isVisibleTo(page)
    made = TestResult.get(TestResult.taken_on == TODAY)
    assert (made.kind, made.tested_for, made.result) == ("urine", "Cocaine", "")
    qtbot.keyClicks(child(page, "test_result.result.input").resting, "6")
    assert page.keeper.flush()
    assert told(page) == "8 of 10 tests without cocaine since 10 Sep; 1 missed."
    for _each in range(2):
        page.keeper.undo()
    assert TestResult.get(TestResult.taken_on == TODAY).kind == ""


def test_logging_again_goes_on_with_the_empty_one(qtbot: QtBot, store: Store) -> None:
    client, _episode = admitted(store)
    page = logging(qtbot, store, client)
    page.do("log_test")
    assert TestResult.select().count() == 1


def test_nothing_of_the_client_before_stays(qtbot: QtBot, store: Store) -> None:
    page = logging(qtbot, store, sample_client(store, "priya-shah"))
    assert told(page).startswith("8 of 9 tests")
    client, _episode = admitted(store)
    page.show_client(open_client(client.id))
    label = child(page, "test_result.told")
    assert not label.isVisibleTo(page)


def test_the_strip_turns_into_its_table(qtbot: QtBot, store: Store) -> None:
    page = logging(qtbot, store, sample_client(store, "priya-shah"))
    press(qtbot, page, "test_result.table")
    sheet = page._sheets["test_result"]
    table = sheet._strip.table  # type: ignore[attr-defined]
    assert table.isVisibleTo(page)
    assert [table.item(0, at).text() for at in range(3)] == ["9 Oct 2026", "Cocaine", "Negative"]


# -- as the measure of an objective


@pytest.mark.parametrize(
    ("what", "line", "note"),
    [
        ("Cocaine", "8 of 8 tests negative since 14 Sep", "Counted are the tests for Cocaine from 14 Sep on"),
        ("Alcohol", "", "No test for Alcohol is on record yet"),
        ("", "", ""),
    ],
)
def test_an_objective_says_what_its_tests_come_to(qtbot: QtBot, store: Store, what: str, line: str, note: str) -> None:
    client = sample_client(store, "priya-shah")
    step = Objective.select().join(Goal).order_by(Objective.id).get()
    store.save(step, tests_for=what)
    page = page_of(qtbot, GoalsPage, store, client)
    head = child(page, "objective.row0")
    assert ("tests negative" in head.accessibleName()) == bool(line)
    assert line in head.accessibleName()
    head.click()
    QApplication.processEvents()
    assert child(page, "objective.tests_counted").isVisibleTo(page) == bool(note)
    said = child(page, "objective.tests_counted")._note.text()
    assert note in said


def test_contingency_management_says_what_the_tests_come_to(store: Store) -> None:
    sample_client(store, "priya-shah")
    said = {row.name: service_words(row).sub for row in Service.select()}
    assert said.pop("Contingency management").startswith("8 of 8 tests negative since 14 Sep · ")
    assert not [words for words in said.values() if "tests negative" in words]
