"""A long questionnaire is made a few questions at a time: nobody waits for it, and no key comes too early for it."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.tabs.assessment.questionnaires.asking import Asking
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.instruments import instrument
from recovery_desktop.records.assessment import Administration
from recovery_desktop.records.client import Episode
from recovery_desktop.records.store import Store
from tests.ui.tabs.questionnaires.giving import (
    asking_of,
    assessed,
    at_questionnaires,
    choose,
    chosen,
    give,
    here,
    is_whole,
    latest,
    scores,
    sheet_of,
)
from tests.ui.walks.keyboard import Keyboard
from tests.ui.windows import click, field, settle

BAM = "2332122222222" + "22031144213"[:10]


def begun(window: MainWindow, instrument_id: str) -> Asking:
    """Gives a questionnaire and lets nothing else happen: what is there now was made at once."""
    choose(window, Keyboard(window), instrument_id)
    field(window, "questionnaire.give").click()
    return asking_of(window)


def keys_alone(keys: str) -> None:
    """Presses keys faster than the window can do anything else."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, key)


def test_the_others_come_while_the_first_is_read(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    asking = begun(window, "bam")
    assert here() == "question.1"
    assert 2 <= len(asking.questions) < len(asking.form.items)
    assert not is_whole(window)
    qtbot.waitUntil(lambda: is_whole(window), timeout=2000)
    assert [question.item for question in asking.questions] == list(asking.form.items)
    assert here() == "question.1"


def test_a_short_one_is_whole_at_once(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    begun(window, "hark")
    assert is_whole(window)


def test_no_key_comes_too_early(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    asking = begun(window, "bam")
    asking._later.stop()  # nothing but the keys makes the questions now
    keys_alone(BAM)
    assert here() == "asking.done" and is_whole(window)
    assert len(latest().responses) == len(asking.form.items) == len(BAM)
    field(window, "asking.done").click()
    assert [score["scale"] for score in scores(latest())] == ["Use", "Risk", "Protective"]


def test_what_is_skipped_is_skipped_in_a_later_slice_too(qtbot: QtBot, store: Store) -> None:
    store.save(store.practice(), non_profit="yes")
    window = at_questionnaires(qtbot, store)
    asking = begun(window, "audit")
    asking._later.stop()
    keys_alone("0")
    assert here() == "question.9"
    keys_alone("00")
    assert here() == "asking.done"
    assert [question.item.key for question in asking.questions if not question.isEnabled()] == list("2345678")


@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_tab_goes_through_all_slices_to_done(qtbot: QtBot, store: Store, text_size: float) -> None:
    window = at_questionnaires(qtbot, store, text_size=text_size)
    keyboard = give(window, "pcl-5")
    qtbot.waitUntil(lambda: is_whole(window), timeout=2000)
    stops = []
    while here() != "asking.done":
        stops.append(here())
        keyboard.press("Tab")
        assert len(stops) <= 20
    assert stops == [f"question.{number}" for number in range(1, 21)]
    keyboard.press("Shift+Tab")
    assert here() == "question.20"


def stored(store: Store, instrument_id: str, responses: dict[str, int]) -> Administration:
    """A questionnaire that was begun on another day."""
    row = store.add(
        Administration,
        Episode.get(),
        instrument=instrument_id,
        name=instrument(instrument_id).name,
        language="en",
        given_on=datetime.date(2026, 9, 10),
        responses=responses,
    )
    assert isinstance(row, Administration)
    return row


def is_seen(widget: QWidget) -> bool:
    """Whether all of it is where the page is scrolled to."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def open_stored(window: MainWindow, row: Administration) -> Asking:
    sheet_of(window).given.open_row(row.id)
    return asking_of(window)


def test_answers_of_another_day_are_shown_in_every_slice(qtbot: QtBot, store: Store) -> None:
    client = assessed(store)
    row = stored(store, "pcl-5", {str(number): number % 5 for number in range(1, 21) if number != 15})
    window = at_questionnaires(qtbot, store, client)
    asking = open_stored(window, row)
    assert not is_whole(window)
    qtbot.waitUntil(lambda: is_whole(window), timeout=2000)
    assert {key: int(said[0]) for key, said in chosen(window).items()} == row.responses
    asking.begin()
    assert here() == "question.15"


def test_the_cursor_goes_at_once_to_one_that_is_open_far_below(qtbot: QtBot, store: Store) -> None:
    client = assessed(store)
    row = stored(store, "pcl-5", {str(number): 1 for number in range(1, 21) if number != 15})
    window = at_questionnaires(qtbot, store, client)
    asking = open_stored(window, row)
    asking._later.stop()
    asking.begin()
    assert here() == "question.15" and not is_whole(window)
    for _each in range(5):
        settle()
    assert is_seen(field(window, "question.15"))
    keys_alone("3")
    assert here() == "question.16"
    assert latest().responses["15"] == 3


def test_an_alert_of_a_later_slice_stands_below_its_question(qtbot: QtBot, store: Store) -> None:
    client = assessed(store)
    row = stored(store, "phq-9", {"9": 2})
    window = at_questionnaires(qtbot, store, client)
    open_stored(window, row)
    qtbot.waitUntil(lambda: is_whole(window), timeout=2000)
    settle()
    tops = {name: field(window, name).mapTo(window, field(window, name).rect().topLeft()).y() for name in _AROUND}
    assert sorted(_AROUND, key=lambda name: tops[name]) == list(_AROUND)
    field(window, "question.9").setFocus()
    QTest.keyClick(field(window, "question.9"), Qt.Key.Key_Tab)
    assert here() == "questionnaire.safety_step"
    QTest.keyClick(field(window, "questionnaire.safety_step"), Qt.Key.Key_Tab)
    assert here() == "question.10"


_AROUND = ("question.9", "questionnaire.safety_step", "question.10", "asking.done")


def test_closed_before_all_had_come_it_leaves_nothing_behind(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    begun(window, "bam")
    click(window, "administration.close")
    for _each in range(5):
        settle()
    assert not [each for each in window.findChildren(Asking) if each.isVisible()]
    assert not [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window]
    assert isinstance(QApplication.focusWidget(), QWidget)
