"""The example client on the screen: every suggestion says its finding, its why, its support and its source."""

import datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.cards import OpenSheet
from recovery_desktop_ui.tabs.therapies import TherapiesPage

from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep, Service
from tests.ui.tabs.showing import child, page_of, press, sample_client

INTAKE = datetime.date(2026, 9, 10)


@pytest.fixture
def page(qtbot: QtBot, store: Store) -> Any:
    """The example client on the day of intake, before anything was decided or done."""
    clock.use(INTAKE)
    client = sample_client(store, "priya-shah")
    for row in [*Service.select(), *SafetyStep.select()]:
        store.remove(row)
    page = page_of(qtbot, TherapiesPage, store, client)
    qtbot.waitUntil(lambda: page._guided.guidance is not None, timeout=5000)
    page.reveal(Place("therapies", "suggested"))
    QApplication.processEvents()
    return page


def _below(page: QWidget) -> str:
    """What stands below the open line."""
    (sheet,) = [each for each in page.findChildren(OpenSheet) if each.isVisible()]
    return "\n".join(each.text() for each in sheet.findChildren(QLabel) if not each.isHidden())


def test_each_suggestion_says_finding_why_support_and_source(qtbot: QtBot, page: Any) -> None:
    found = page._guided.guidance
    assert {"T05", "T01", "T02", "T45", "T53", "T33", "T16", "T10"} <= {one.id for one in found.suggestions}
    assert "T23" not in {one.id for one in found.suggestions}
    for one in found.suggestions:
        page._sheets["suggested"]._rows.open_line(one.id)
        said = _below(page)
        assert f"Found: {one.found_for_sharing[0]}" in said
        assert one.why in said
        assert f"{one.id} · {one.strength} support · " in said
        for source in one.sources:
            assert (source.cite if source.checked else f"{source.cite} (source not re-read yet)") in said


def test_the_gate_says_what_was_found_and_what_to_do_now(qtbot: QtBot, page: Any) -> None:
    page.reveal(Place("therapies", "safety"))
    assert child(page, "gate.G06").accessibleName() == "Answer it: Cocaine of unknown content"
    assert not page.findChildren(QWidget, "gate.G16")
    press(qtbot, page, "gate.G06")
    assert SafetyStep.get().gate == "G06"
