"""Every step of a questionnaire, for somebody who sees nothing or uses no mouse: names, stops, and their order."""

import datetime
from contextlib import suppress
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import TimeoutError
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.client_mode import ClientMode
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.instruments import available
from recovery_desktop.records.assessment import Administration, RecordedScore
from recovery_desktop.records.client import Episode
from recovery_desktop.records.store import Store
from tests.ui.access_tree import against_reading, faults, is_stop, missed, walk
from tests.ui.fitting import cut, sideways
from tests.ui.tabs.questionnaires.giving import assessed, at_questionnaires, give, is_whole, sheet_of
from tests.ui.windows import click, settle


@pytest.fixture(autouse=True)
def _non_profit(store: Store) -> None:
    store.save(store.practice(), non_profit="yes")


def lay_out(qtbot: QtBot, window: MainWindow) -> None:
    """A long questionnaire comes in slices, and Qt lays out what has come between two of them; while the client answers
    it comes a question at a time."""
    settle()
    is_covered = window.stack.currentWidget() is not window.workplace
    with suppress(TimeoutError):
        qtbot.waitUntil(lambda: (is_covered or is_whole(window)) and cut(window) == set(), timeout=2000)


def wrong(qtbot: QtBot, window: MainWindow) -> list[str]:
    """All that is wrong with what is shown now."""
    lay_out(qtbot, window)
    page = window.stack.currentWidget()
    inner: QWidget = sheet_of(window) if page is window.workplace else page
    inner.setFocus()
    stops = walk(window)
    return [
        *faults(window),
        *(f"no stop: {each}" for each in missed(window, stops)),
        *(f"against reading: {each}" for each in against_reading(inner, stops)),
        *(f"cut: {each}" for each in cut(window)),
        *(f"sideways: {each}" for each in sideways(window)),
    ]


@pytest.mark.parametrize("instrument_id", ["phq-9", "cows", "peg", "asq", "bam"])
def test_while_it_is_asked(qtbot: QtBot, store: Store, instrument_id: str) -> None:
    window = at_questionnaires(qtbot, store)
    give(window, instrument_id)
    assert wrong(qtbot, window) == []


@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_with_an_alert_between_the_questions(qtbot: QtBot, store: Store, text_size: float) -> None:
    window = at_questionnaires(qtbot, store, text_size=text_size)
    give(window, "phq-9").type("ssssssss1")
    assert wrong(qtbot, window) == []


def test_one_question_is_one_stop_and_says_its_answers(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "phq-9")
    for number in range(1, 10):
        assert keyboard.here() == f"question.{number}"
        keyboard.press("Tab")
    focused = QApplication.focusWidget()
    assert focused is not None and focused.accessibleName().startswith("10. If you checked off any problems")
    assert focused.accessibleDescription() == (
        "not answered. Answers: 0 Not difficult at all, 1 Somewhat difficult, 2 Very difficult, 3 Extremely difficult"
    )


@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_with_a_result(qtbot: QtBot, store: Store, text_size: float) -> None:
    client = assessed(store)
    before = store.add(
        Administration,
        Episode.get(),
        instrument="phq-9",
        given_on=datetime.date(2026, 9, 10),
        responses={str(item): 2 for item in range(1, 10)},
    )
    store.add(RecordedScore, before, value=18)
    window = at_questionnaires(qtbot, store, client, text_size=text_size)
    keyboard = give(window, "phq-9")
    keyboard.type("112211101")
    keyboard.press("Return")
    assert wrong(qtbot, window) == []
    click(window, "result.answers")
    click(window, "result.trend_table")
    assert wrong(qtbot, window) == []


@pytest.mark.parametrize("text_size", [1.0, 2.0])
@pytest.mark.parametrize("instrument_id", ["phq-9", "peg", "hark"])
def test_while_the_client_answers(qtbot: QtBot, store: Store, instrument_id: str, text_size: float) -> None:
    window = at_questionnaires(qtbot, store, text_size=text_size)
    give(window, instrument_id)
    click(window, "administration.client")
    page = window.stack.currentWidget()
    assert isinstance(page, ClientMode)
    found: dict[int, list[str]] = {}
    for step in range(len(page.form.items) + 2):
        if faulty := wrong(qtbot, window):
            found[step] = faulty
        page._go(1)
    assert found == {}


def test_every_questionnaire_there_is_can_be_read_and_reached(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    found = {}
    for each in available():
        give(window, each.id)
        lay_out(qtbot, window)
        stops = [w for w in window.findChildren(QWidget) if is_stop(w) and w.objectName().startswith("question.")]
        assert stops, each.id
        tops = [w.mapTo(window, w.rect().topLeft()).y() for w in stops]
        assert all(one < after for one, after in pairwise(tops)), each.id
        if faulty := [*faults(window), *sorted(cut(window)), *sorted(sideways(window))]:
            found[each.id] = faulty
    assert found == {}
