"""Two or three options side by side: picked from the suggestions, told in plain words, decided on."""

import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.open_client import open_client
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.tabs.therapies import TherapiesPage

from recovery_desktop.records.guiding import LibraryService
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import Service
from tests.ui.tabs.showing import child, page_of, press, sample_client
from tests.ui.windows import opened_window, unlock

TODAY = datetime.date(2026, 10, 12)


@pytest.fixture
def page(qtbot: QtBot, store: Store) -> Any:
    """The suggestions of the example client before anything was decided."""
    clock.use(TODAY)
    client = sample_client(store, "priya-shah")
    for row in list(Service.select()):
        store.remove(row)
    page = page_of(qtbot, TherapiesPage, store, client)
    page.reveal(Place("therapies", "suggested"))
    qtbot.waitUntil(lambda: bool(page.findChildren(QWidget, "suggested.T05")), timeout=5000)
    QApplication.processEvents()  # laid out, as it is before anybody can click
    return page


def _pick(qtbot: QtBot, page: QWidget, *rules: str) -> None:
    for rule in rules:
        press(qtbot, page, f"suggested.{rule}")
        press(qtbot, page, f"suggested.{rule}.compare")


def _said(page: QWidget) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_one_alone_cannot_be_compared(qtbot: QtBot, page: Any) -> None:
    assert not child(page, "picked.compare").isVisible()
    _pick(qtbot, page, "T05")
    assert child(page, "picked.words").text() == "1 option to compare: Contingency management"
    assert not child(page, "picked.compare").isEnabled()
    _pick(qtbot, page, "T45")
    assert child(page, "picked.compare").isEnabled()
    press(qtbot, page, "picked.clear")
    assert not child(page, "picked.compare").isVisible()


def test_they_stand_side_by_side_in_plain_words_and_escape_leads_back(qtbot: QtBot, page: Any) -> None:
    _pick(qtbot, page, "T05", "T45")
    press(qtbot, page, "picked.compare")
    said = _said(page)
    for words in (
        "You earn a small reward",
        "You get to know someone who has lived through this",
        "Twice a week for 12 weeks",
        "Well proven: good studies or strong guidelines stand behind it",
        "Fairly well proven: studies suggest that it helps",
    ):
        assert words in said
    assert "T05" not in said, "a rule's number says nothing to a client"
    back = child(page, "comparing.back")
    assert page.focusWidget() is back
    qtbot.keyClick(back, Qt.Key.Key_Escape)
    assert not back.isVisible() and child(page, "suggested.T05").isVisible()


def test_a_fourth_takes_the_place_of_the_first(qtbot: QtBot, page: Any) -> None:
    _pick(qtbot, page, "T05", "T45", "T01", "T33")
    assert child(page, "picked.words").text().startswith("3 options to compare: Peer")


def test_what_is_decided_there_is_recorded_and_leaves_the_comparison(qtbot: QtBot, page: Any) -> None:
    _pick(qtbot, page, "T05", "T45")
    press(qtbot, page, "picked.compare")
    press(qtbot, page, "comparing.T45.declined")
    kept = Service.get()
    assert (kept.rules, kept.decision) == ("T45", "declined")
    assert page.focusWidget() is child(page, "decided.decision_reason.input")
    assert child(page, "picked.words").text() == "1 option to compare: Contingency management"


def test_the_practices_own_words_go_before_the_programs(qtbot: QtBot, store: Store, page: Any) -> None:
    page.keeper.add(
        LibraryService, None, name="Rewards", stands_for="contingency_management", rules="T05", description="You draw."
    )
    _pick(qtbot, page, "T05", "T45")
    press(qtbot, page, "picked.compare")
    assert "You draw." in _said(page) and "You earn a small reward" not in _said(page)


def test_another_client_has_none_of_what_was_picked(qtbot: QtBot, store: Store, page: Any) -> None:
    """The chip of a line that closed is gone by then."""
    _pick(qtbot, page, "T05")
    press(qtbot, page, "suggested.T05")
    qtbot.wait(10)
    other = sample_client(store, "josephine-tate")
    page.show_client(open_client(other.id))
    qtbot.waitUntil(lambda: page._guided.guidance is not None, timeout=5000)
    assert not child(page, "picked.compare").isVisible()
    assert {row.episode.client for row in page._sheets["suggested"]._decided.values()} == {other}


def test_the_names_of_others_go_from_the_screen_while_options_are_looked_at_together(
    qtbot: QtBot, store: Store
) -> None:
    clock.use(TODAY)
    client = sample_client(store, "priya-shah")
    for row in list(Service.select()):
        store.remove(row)
    window = opened_window(qtbot, store, client=client)
    workplace = window.workplace
    assert workplace is not None
    workplace.go_to(Place("therapies", "suggested"))
    qtbot.waitUntil(lambda: bool(window.findChildren(QWidget, "suggested.T05")), timeout=5000)
    QApplication.processEvents()
    _pick(qtbot, window, "T05", "T45")
    assert workplace.caseload.isVisible()
    child(window, "picked.compare").click()
    assert not workplace.caseload.isVisible()
    workplace.show_page("overview")
    assert workplace.caseload.isVisible()
    workplace.go_to(Place("therapies", "suggested"))
    assert not workplace.caseload.isVisible()
    child(window, "comparing.back").click()
    assert workplace.caseload.isVisible()


def test_a_lock_in_the_middle_of_a_comparison_leaves_nothing_behind(qtbot: QtBot, store: Store) -> None:
    clock.use(TODAY)
    client = sample_client(store, "priya-shah")
    for row in list(Service.select()):
        store.remove(row)
    window = opened_window(qtbot, store, client=client)
    assert window.workplace is not None
    window.workplace.go_to(Place("therapies", "suggested"))
    qtbot.waitUntil(lambda: bool(window.findChildren(QWidget, "suggested.T05")), timeout=5000)
    QApplication.processEvents()
    _pick(qtbot, window, "T05", "T45")
    child(window, "picked.compare").click()
    with qtbot.waitSignal(window.locked, timeout=10_000):
        window.commands.run("lock")
    unlock(qtbot, window)
    assert window.workplace is not None and window.workplace.caseload.isVisible()
