"""Diagnoses, pairs of conditions, care team, medicines, test results: shown as stored, kept as typed."""

import datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.tabs.diagnoses import DiagnosesPage, words
from recovery_desktop_ui.tabs.diagnoses.following import EpisodeJudged

from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.diagnoses import CareTeamMember, CoOccurring, Diagnosis, Medication, TestResult
from recovery_desktop.records.store import Store
from recovery_desktop.records.substances import Substance
from tests.people import admitted
from tests.practices import reopened
from tests.ui.tabs.showing import SAMPLES, child, page_of, press, rows_not_shown, sample_client, type_into

SECTIONS = ("diagnosis", "co_occurring", "care_team_member", "medication", "test_result")


@pytest.mark.parametrize("name", SAMPLES)
def test_every_stored_value_of_a_sample_client_is_shown(qtbot: QtBot, store: Store, name: str) -> None:
    page = page_of(qtbot, DiagnosesPage, store, sample_client(store, name))
    wrong, seen = [], 0
    for key in SECTIONS:
        page.reveal(Place("diagnoses", key))
        (rows, _, _) = page._sheets[key]._lists[0]
        owner = rows.model.owner()
        query = rows.model.select().where(owner == rows.owner)
        order = (TestResult.taken_on.desc(),) if rows.model is TestResult else ()  # tests with the newest first
        wrong += rows_not_shown(rows, query.order_by(*order, rows.model.position))
        seen += len(rows.rows)
    assert wrong == []
    assert seen > 10


def test_a_diagnosis_is_entered_moved_removed_and_brought_back(qtbot: QtBot, store: Store) -> None:
    client = store.add(Client, record_number="RD-1", legal_family="Vale")
    episode = store.add(Episode, client)
    store.add(Diagnosis, episode, name="Worry")
    page = page_of(qtbot, DiagnosesPage, store, client)
    page.reveal(Place("diagnoses", "diagnosis"))
    press(qtbot, page, "diagnosis.add")
    type_into(qtbot, page, "diagnosis.name.input", "Alcohol use disorder")
    page.keeper.flush()
    head = child(page, "diagnosis.row1")
    head.setFocus()
    qtbot.keyClick(head, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row.name for row in Diagnosis.select().order_by(Diagnosis.position)] == ["Alcohol use disorder", "Worry"]
    qtbot.keyClick(child(page, "diagnosis.row0"), Qt.Key.Key_Delete)
    assert [row.name for row in Diagnosis.select()] == ["Worry"]
    page.keeper.undo()
    again = reopened(store)
    assert [row.name for row in Diagnosis.select().order_by(Diagnosis.position)] == ["Alcohol use disorder", "Worry"]
    again.close()


def test_pointers_offer_what_this_client_has_and_nobody_elses(qtbot: QtBot, store: Store) -> None:
    other = store.add(Client, record_number="RD-2", legal_family="Moss")
    store.add(Diagnosis, store.add(Episode, other), name="Somebody else's")
    client = sample_client(store, "priya-shah")
    page = page_of(qtbot, DiagnosesPage, store, client)
    page.reveal(Place("diagnoses", "", CoOccurring, CoOccurring.get().id))
    offered = [words for number, words in child(page, "co_occurring.condition")._options if number]
    assert "Generalized anxiety disorder" in offered and "Somebody else's" not in offered
    page.reveal(Place("diagnoses", "", Diagnosis, Diagnosis.get(Diagnosis.substance.is_null(False)).id))
    offered = [number for number, _words in child(page, "diagnosis.substance")._options if number]
    assert offered == [row.id for row in Substance.select()]


def test_an_empty_client_is_told_what_belongs_here(qtbot: QtBot, store: Store) -> None:
    client = store.add(Client, record_number="RD-1", legal_family="Vale")
    page = page_of(qtbot, DiagnosesPage, store, client)
    press(qtbot, page, "page.begin")
    assert Episode.get().client == client
    page.reveal(Place("diagnoses", "medication"))
    press(qtbot, page, "medication.add")
    type_into(qtbot, page, "medication.name.input", "Naltrexone")
    page.keeper.flush()
    assert Medication.get().name == "Naltrexone"


# -- the forms beside the diagnoses


def _opened(qtbot: QtBot, store: Store, model: type[Record], **values: Any) -> Any:
    """The page with the form of a row that has these values."""
    client, episode = admitted(store)
    row = store.add(model, client if model.owner().rel_model is Client else episode, **values)
    page = page_of(qtbot, DiagnosesPage, store, client)
    page.reveal(Place("diagnoses", "", model, row.id))
    QApplication.processEvents()
    return page


def _shown(page: Any, table: str, *names: str) -> set[str]:
    return {name for name in names if child(page, f"{table}.{name}.input").isVisible()}


def _is_beside(page: Any, left: str, right: str) -> bool:
    here, there = (child(page, f"{name}.input").mapTo(page, QPoint()) for name in (left, right))
    return bool(here.y() == there.y() and here.x() < there.x())


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("", set()),
        ("use_disorder", {"severity", "remission", "substance", "topics_met"}),
        ("mental", {"severity", "remission", "onset"}),
        ("medical", {"severity", "remission", "onset"}),
        ("social", set()),
    ],
)
def test_how_a_diagnosis_stands_is_asked_as_its_kind_wants_it(
    qtbot: QtBot, store: Store, kind: str, shown: set[str]
) -> None:
    page = _opened(qtbot, store, Diagnosis, name="Worry", kind=kind)
    asked = ("severity", "remission", "substance", "topics_met", "onset")
    assert _shown(page, "diagnosis", *asked) == shown


def test_what_was_recorded_of_a_diagnosis_stays_in_sight_whatever_its_kind(qtbot: QtBot, store: Store) -> None:
    page = _opened(qtbot, store, Diagnosis, name="Debt", kind="social", onset="before", topics_met=0)
    assert _shown(page, "diagnosis", "severity", "topics_met", "onset") == {"topics_met", "onset"}


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        ("", set()),
        ("proposed", set()),
        ("taking", {"started_on", "as_prescribed", "kept"}),
        ("stopped", {"started_on", "as_prescribed", "kept", "stopped_on"}),
    ],
)
def test_how_a_medicine_is_taken_is_asked_when_it_is_or_was(
    qtbot: QtBot, store: Store, status: str, shown: set[str]
) -> None:
    page = _opened(qtbot, store, Medication, name="Naltrexone", status=status)
    assert _shown(page, "medication", "started_on", "stopped_on", "as_prescribed", "kept") == shown


def test_until_comes_beside_since_with_the_answer_and_goes_unless_something_stands_in_it(
    qtbot: QtBot, store: Store
) -> None:
    page = _opened(qtbot, store, Medication, name="Naltrexone", status="taking", started_on=datetime.date(2026, 9, 3))
    qtbot.keyClicks(child(page, "medication.status.input"), "s")
    QApplication.processEvents()
    assert _is_beside(page, "medication.started_on", "medication.stopped_on")
    type_into(qtbot, page, "medication.stopped_on.input", "10/1/2026")
    page.keeper.flush()
    kept = Medication.get()
    assert (kept.status, kept.stopped_on) == ("stopped", datetime.date(2026, 10, 1))
    qtbot.keyClick(child(page, "medication.status.input"), Qt.Key.Key_Down)
    page.keeper.flush()
    assert Medication.get().status == "proposed"
    assert _shown(page, "medication", "started_on", "stopped_on", "kept") == {"started_on", "stopped_on"}


def test_a_medicine_that_is_only_proposed_reads_as_a_question_to_a_prescriber() -> None:
    line = words.medication(Medication(name="Melatonin", dose="Not decided", purpose="Sleep", status="proposed"))
    assert (line.right, line.tone) == ("ask a prescriber about it", "care")
    stopped = Medication(name="Oxycodone", status="stopped", stopped_on=datetime.date(2026, 9, 24))
    assert words.medication(stopped).right == "stopped 24 Sep 2026"
    assert words.medication(Medication(name="Lisinopril", status="taking")).right == "taking"


@pytest.mark.parametrize(
    ("result", "shown"),
    [
        ("", set()),
        ("missed", set()),
        ("declined", set()),
        ("pending", set()),
        ("negative", {"value"}),
        ("normal", {"value"}),
        ("invalid", {"value"}),
        ("positive", {"value", "confirmed"}),
        ("abnormal", {"value", "confirmed"}),
    ],
)
def test_a_result_brings_its_value_and_what_wants_confirming_asks_for_it(
    qtbot: QtBot, store: Store, result: str, shown: set[str]
) -> None:
    page = _opened(qtbot, store, TestResult, kind="urine", result=result)
    assert _shown(page, "test_result", "value", "confirmed") == shown
    assert _is_beside(page, "test_result.tested_for", "test_result.taken_on")
    assert shown != {"value", "confirmed"} or _is_beside(page, "test_result.value", "test_result.confirmed")


def test_how_to_reach_somebody_of_the_care_team_stands_side_by_side(qtbot: QtBot, store: Store) -> None:
    page = _opened(qtbot, store, CareTeamMember, name="Samuel Ortega, MD")
    assert _is_beside(page, "care_team_member.name", "care_team_member.role")
    assert _is_beside(page, "care_team_member.organization", "care_team_member.phone")
    type_into(qtbot, page, "care_team_member.treats.input", "Buprenorphine, pain")
    page.keeper.flush()
    assert CareTeamMember.get().treats == "Buprenorphine, pain"


# -- which one is principal


def _mark(page: Any) -> str | None:
    section = next(each for each in page._sections if each.key == "diagnosis")
    mark: str | None = section.mark(page.opened)
    return mark


def _diagnoses_of(qtbot: QtBot, store: Store, *rows: dict[str, Any]) -> Any:
    """The page at the diagnoses of a client who has these."""
    client, episode = admitted(store)
    for values in rows:
        store.add(Diagnosis, episode, **values)
    page = page_of(qtbot, DiagnosesPage, store, client)
    page.reveal(Place("diagnoses", "diagnosis"))
    return page


def test_that_none_is_principal_is_said_until_one_is_chosen(qtbot: QtBot, store: Store) -> None:
    page = _diagnoses_of(qtbot, store, {"name": "Alcohol use disorder", "kind": "use_disorder"})
    noted = child(page, "diagnosis.noted")
    qtbot.waitUntil(noted.isVisible, timeout=5000)
    assert noted.text() == "No diagnosis is principal yet. Choose the one that treatment is mainly for."
    assert _mark(page) == "care"
    page.reveal(Place("diagnoses", "", Diagnosis, Diagnosis.get().id, "role"))
    qtbot.keyClicks(QApplication.focusWidget(), "p")
    page.keeper.flush()
    assert Diagnosis.get().role == "principal"
    qtbot.waitUntil(lambda: not noted.isVisible(), timeout=5000)
    page.keeper.undo()
    qtbot.waitUntil(noted.isVisible, timeout=5000)


def test_that_two_are_principal_is_said_between_the_heading_and_the_rows(qtbot: QtBot, store: Store) -> None:
    page = _diagnoses_of(qtbot, store, {"name": "Alcohol", "role": "principal"}, {"name": "Worry", "role": "principal"})
    noted, first = child(page, "diagnosis.noted"), child(page, "diagnosis.row0")
    qtbot.waitUntil(noted.isVisible, timeout=5000)
    assert noted.text() == "Two are principal: Alcohol and Worry. Choose one."
    assert 0 < noted.mapTo(page, QPoint()).y() < first.mapTo(page, QPoint()).y()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not noted.isVisible(), timeout=5000)


def test_a_client_without_a_diagnosis_is_not_told_to_choose_one(qtbot: QtBot, store: Store) -> None:
    page = _diagnoses_of(qtbot, store, {"name": "Debt", "kind": "social"})
    judged = page._sheets["diagnosis"].findChild(EpisodeJudged)  # the other sections have theirs
    with qtbot.waitSignal(judged.found) as told:
        page.keeper.save(Diagnosis.get(), name="Debt that weighs")
    assert told.args == [[]]
    assert not child(page, "diagnosis.noted").isVisible()


@pytest.mark.parametrize(
    ("status", "shown"), [("proposed", "stops.open"), ("taking", ""), ("stopped", "")], ids=lambda held: held or "none"
)
def test_a_medicine_says_what_a_safety_rule_speaks_against(qtbot: QtBot, store: Store, status: str, shown: str) -> None:
    client, _episode = admitted(store)
    store.add(Medication, client, name="Naltrexone", status=status)
    page = page_of(qtbot, DiagnosesPage, store, client)
    page.reveal(Place("diagnoses", "medication"))
    press(qtbot, page, "medication.row0")
    if shown:
        qtbot.waitUntil(lambda: child(page, shown).isVisible(), timeout=5000)
    qtbot.wait(300)
    visible = [name for name in ("stops.open", "stops.known") if child(page, name).isVisible()]
    assert visible == ([shown] if shown else []), "of what is taken already only what is known"
    store.add(Medication, client, name="Oxycodone", status="taking")
    page._sheets["medication"].fill(page.opened)
    if status != "stopped":
        qtbot.waitUntil(lambda: child(page, "stops.known").isVisible(), timeout=5000)
        assert "Oxycodone" in child(page, "stops.known").text()
