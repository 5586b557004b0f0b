"""The interview for somebody who sees nothing, uses no mouse or needs large text: opened rows and a later assessment.

What stands there before anything is opened is looked at with every other page.
"""

from contextlib import suppress
from typing import Any

import pytest
from pytestqt.exceptions import TimeoutError
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.assessment import Strength
from recovery_desktop.records.base import Record
from recovery_desktop.records.health import HealthConcern
from recovery_desktop.records.life import Relative
from recovery_desktop.records.store import Store
from recovery_desktop.records.substances import Substance
from tests.people import sample
from tests.ui.access_tree import against_reading, faults, missed, walk
from tests.ui.fitting import cut, sideways
from tests.ui.windows import click, each_section, opened_window, press, settle, type_keys

SIZES = pytest.mark.parametrize("text_size", [1.0, 2.0])


@pytest.fixture
def window(qtbot: QtBot, store: Store, text_size: float) -> MainWindow:
    """The assessment of the example client."""
    return opened_window(qtbot, store, client=sample(store, "priya-shah"), text_size=text_size, page="assessment")


def page_of(window: MainWindow) -> Any:
    assert window.workplace is not None
    return window.workplace.page


def wrong(qtbot: QtBot, window: MainWindow) -> list[str]:
    """All that is wrong with what is shown now; what has just opened is laid out in several turns."""
    settle()
    with suppress(TimeoutError):
        qtbot.waitUntil(lambda: cut(window) == set(), timeout=2000)
    page = page_of(window)
    page.content().setFocus()
    stops = walk(window)
    with suppress(TimeoutError):  # the rows below find their places when those above have theirs
        qtbot.waitUntil(lambda: against_reading(page.content(), stops) == [], timeout=2000)
    return [
        *faults(page),
        *(f"no stop: {each}" for each in missed(window, stops)),
        *(f"against reading: {each}" for each in against_reading(page.content(), stops)),
        *(f"cut: {each}" for each in cut(window)),
        *(f"sideways: {each}" for each in sideways(window)),
    ]


@SIZES
@pytest.mark.parametrize("model", [Substance, HealthConcern, Relative, Strength], ids=lambda model: model.__name__)
def test_an_opened_row(qtbot: QtBot, window: MainWindow, model: type[Record]) -> None:
    page_of(window).reveal(Place("assessment", "", model, model.select().order_by(model.id).first().id))
    assert wrong(qtbot, window) == []


@SIZES
def test_a_new_row(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).reveal(Place("assessment", "substance_use"))
    press(window, "Ctrl+Return")
    type_keys(window, "Inhalant")
    assert window.keeper is not None and window.keeper.flush()
    assert wrong(qtbot, window) == []


@SIZES
def test_a_later_assessment_and_what_changed(qtbot: QtBot, window: MainWindow) -> None:
    click(window, "page.again")
    settle()
    found = {section: said for section in each_section(page_of(window)) if (said := wrong(qtbot, window))}
    assert found == {}
    substance = Substance.select().order_by(Substance.id.desc()).first()
    assert window.keeper is not None
    window.keeper.save(substance, days_of_30=3)
    page_of(window).reveal(Place("assessment", "changes"))
    assert wrong(qtbot, window) == []
    click(window, "changes.all")
    assert wrong(qtbot, window) == []
