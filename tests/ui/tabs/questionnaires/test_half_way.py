"""A questionnaire that is left half way keeps its answers and has no score; what was scored can be undone."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.lists import RowList

from recovery_desktop.records.assessment import Administration, RecordedScore
from recovery_desktop.records.store import Store
from tests.ui.tabs.questionnaires.giving import (
    assessed,
    at_questionnaires,
    chosen,
    give,
    here,
    latest,
    scores,
    show_questionnaires,
)
from tests.ui.windows import click, field, lock, on_screen, open_page, press, unlock


def _mark(window: QWidget) -> str | None:
    outline = next(each for each in window.findChildren(RowList, "outline") if each.isVisible())
    return next(row.mark for row in outline._model.rows if row.key == "administration")


def test_left_half_way_it_keeps_its_answers_and_has_no_score(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "phq-9")
    keyboard.type("1230")
    assert "4 of 9 answered" in on_screen(window)
    assert "The score is shown when 5 more are answered." in on_screen(window)
    keyboard.tab_to("administration.close")
    keyboard.press("Return")
    assert latest().responses == {"1": 1, "2": 2, "3": 3, "4": 0}
    assert scores(latest()) == []
    assert _mark(window) == "started"
    assert "no score yet" in on_screen(window)
    click(window, "administration.row0")
    assert chosen(window) == {
        "1": "1 Several days",
        "2": "2 More than half the days",
        "3": "3 Nearly every day",
        "4": "0 Not at all",
    }


def test_done_before_all_is_answered_says_what_is_missing_and_gives_no_score(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "phq-9")
    keyboard.type("123012")
    keyboard.press("Return")  # leads to the next question as long as one is open
    assert here() == "question.8"
    keyboard.tab_to("asking.done")
    keyboard.press("Return")
    assert "Incomplete, so there is no score. Not answered: 7, 8, 9." in on_screen(window)
    assert scores(latest()) == [] and not RecordedScore.select().exists()
    assert _mark(window) == "started"
    click(window, "administration.change")
    assert here() == "question.7"
    keyboard.type("000")
    keyboard.press("Return")
    assert scores(latest()) == [{"value": 9, "highest": 27, "band": "mild"}]
    assert _mark(window) == "done"


def test_a_declined_answer_leaves_it_without_a_score(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "gad-7")
    keyboard.type("111111d")
    keyboard.tab_to("asking.done")
    keyboard.press("Return")
    assert "Incomplete, so there is no score. Not answered: 7." in on_screen(window)
    assert scores(latest()) == []


def test_subscales_that_have_all_their_answers_have_a_score_each(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "bam")
    keyboard.type("233212")
    keyboard.tab_to("asking.done")
    keyboard.press("Return")
    assert scores(latest()) == [{"scale": "Use", "value": 5, "highest": 12, "band": "attention"}]
    assert "A scale without all its answers has no score." in on_screen(window)


def test_another_tab_keeps_every_answer(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    give(window, "phq-9").type("21")
    open_page(window, "goals")
    assert latest().responses == {"1": 2, "2": 1}
    show_questionnaires(window)
    assert chosen(window) == {"1": "2 More than half the days", "2": "1 Several days"}


def test_a_lock_in_the_middle_keeps_every_answer(qtbot: QtBot, store: Store) -> None:
    client = assessed(store)
    window = at_questionnaires(qtbot, store, client)
    keyboard = give(window, "phq-9")
    keyboard.type("2110")
    lock(qtbot, window)
    unlock(qtbot, window)
    assert latest().responses == {"1": 2, "2": 1, "3": 1, "4": 0}
    assert "no score yet" in on_screen(window)
    click(window, "administration.row0")
    assert len(chosen(window)) == 4
    field(window, "question.5").setFocus()
    keyboard.type("10112")
    keyboard.press("Return")
    assert scores(latest()) == [{"value": 9, "highest": 27, "band": "mild"}]


def test_an_undo_takes_all_recorded_scores_back_in_one_step(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "bam")
    keyboard.type("2332122222222")
    keyboard.type("22031144213"[:10])
    keyboard.press("Return")
    before = latest()
    assert [score["scale"] for score in scores(before)] == ["Use", "Risk", "Protective"]
    press(window, "Ctrl+Z")
    assert scores(latest()) == []
    assert latest().responses == before.responses
    assert "no score yet" in on_screen(window)
    press(window, "Ctrl+Y")
    assert [score["scale"] for score in scores(latest())] == ["Use", "Risk", "Protective"]


def test_changed_answers_are_scored_anew_in_place_of_the_old_score(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "gad-7")
    keyboard.type("2332121")
    keyboard.press("Return")
    click(window, "administration.change")
    field(window, "question.1").setFocus()
    keyboard.type("0")
    keyboard.tab_to("asking.done")
    keyboard.press("Return")
    assert scores(latest()) == [{"value": 12, "highest": 21, "band": "moderate"}]
    press(window, "Ctrl+Z")
    assert scores(latest()) == [{"value": 14, "highest": 21, "band": "moderate"}]


def test_taken_away_it_comes_back_with_answers_and_score(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "gad-7")
    keyboard.type("2332121")
    keyboard.press("Return")
    click(window, "administration.remove")
    assert not Administration.select().exists()
    press(window, "Ctrl+Z")
    assert scores(latest()) == [{"value": 14, "highest": 21, "band": "moderate"}]
    assert len(latest().responses) == 7
