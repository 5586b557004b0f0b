"""The library of services: what comes with the program is read, found and made one's own."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.panes.services import ServicesPane
from recovery_desktop_ui.parts.row_head import RowHead

from recovery_desktop.records.guiding import LibraryService
from recovery_desktop.records.store import Store
from tests.ui.tabs.showing import child, press, type_into


@pytest.fixture
def pane(qtbot: QtBot, store: Store) -> Any:
    pane = ServicesPane(Keeper(store))
    qtbot.addWidget(pane)
    pane.resize(1134, 700)
    pane.show()
    QApplication.processEvents()
    return pane


def _lines(pane: QWidget) -> set[str]:
    heads = [each.objectName() for each in pane.findChildren(RowHead) if each.isVisible()]
    return {name.partition(".")[2] for name in heads if name.startswith("library.")}


def test_an_entry_is_read_and_made_ones_own_and_takes_its_place(qtbot: QtBot, pane: Any) -> None:
    press(qtbot, pane, "library.cope")
    assert "You work on trauma and on your use" in "\n".join(each.text() for each in pane.findChildren(QLabel))
    child(pane, "library.cope.own").click()
    kept = LibraryService.get()
    assert (kept.stands_for, kept.rules, kept.modality) == ("cope", "T20", "trauma")
    assert pane.focusWidget() is child(pane, "library_service.description.input")
    assert "cope" not in _lines(pane)
    pane._keeper.undo()
    assert not LibraryService.select().exists()
    assert "cope" in _lines(pane)


def test_words_find_services(qtbot: QtBot, pane: Any) -> None:
    assert len(_lines(pane)) > 40
    type_into(qtbot, pane, "services.search", "smart recovery")
    assert _lines(pane) == {"secular_mutual_help"}


def test_a_service_of_ones_own_is_added(qtbot: QtBot, pane: Any) -> None:
    press(qtbot, pane, "library_service.add")
    type_into(qtbot, pane, "library_service.name.input", "Time with horses")
    pane._keeper.flush()
    assert LibraryService.get().name == "Time with horses"
