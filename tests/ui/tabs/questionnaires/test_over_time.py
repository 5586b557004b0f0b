"""How a score went over time: a chart with its bands and its table, a sentence, and what has changed in words."""

import datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.charts.table import ChartOrTable
from recovery_desktop_ui.parts.charts.trend import Trend
from recovery_desktop_ui.tabs.assessment.questionnaires.keys import called
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.instruments.scoring import answer_of
from recovery_desktop.plans.answered import form_of
from recovery_desktop.records.assessment import Administration, RecordedScore
from recovery_desktop.records.client import Episode
from recovery_desktop.records.store import Store
from tests.people import sample
from tests.ui.tabs.questionnaires.giving import (
    assessed,
    at_questionnaires,
    give,
    here,
    keys_of,
    latest,
    sheet_of,
)
from tests.ui.tabs.showing import SAMPLES
from tests.ui.windows import click, field, on_screen, settle

GAD = dict(zip("1234567", (2, 3, 3, 2, 1, 2, 1), strict=True))


def given_before(store: Store, instrument: str, day: datetime.date, answers: dict[str, Any]) -> Administration:
    row = store.add(Administration, Episode.get(), instrument=instrument, given_on=day, responses=answers)
    store.add(RecordedScore, row, value=1)
    return row


def charts(window: MainWindow) -> list[ChartOrTable]:
    return [each for each in window.findChildren(ChartOrTable) if each.isVisible()]


def test_the_first_time_there_is_no_chart(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "gad-7")
    keyboard.type("2332121")
    keyboard.press("Return")
    assert charts(window) == []


def test_the_second_time_the_chart_shows_what_has_changed(qtbot: QtBot, store: Store) -> None:
    client = assessed(store)
    given_before(store, "gad-7", datetime.date(2026, 9, 10), GAD)
    window = at_questionnaires(qtbot, store, client)
    keyboard = give(window, "gad-7")
    keyboard.type("1221111")
    keyboard.press("Return")
    (shown,) = charts(window)
    trend = shown.chart.telling
    assert isinstance(trend, Trend)
    assert [(each.day.isoformat(), each.value) for each in trend.readings] == [("2026-09-10", 14), ("2026-10-14", 9)]
    assert [(band.low, band.high, band.word) for band in trend.bands] == [
        (0, 4, "minimal"),
        (5, 9, "mild"),
        (10, 14, "moderate"),
        (15, 21, "severe"),
    ]
    sentence = "GAD-7 fell from 14 to 9 in five weeks, from moderate to mild."
    assert shown.chart.accessibleName() == "GAD-7"
    assert shown.chart.accessibleDescription().startswith(sentence)
    assert "−5 since the first, 10 Sep 2026 (lower is better)" in on_screen(window)
    click(window, "result.trend_table")
    assert not shown.chart.isVisible() and shown.table.isVisible()
    cells = [[shown.table.item(i, j).text() for j in range(3)] for i in range(shown.table.rowCount())]
    assert cells == [["10 Sep 2026", "14", "moderate"], ["14 Oct 2026", "9", "mild"]]


def test_the_third_time_tells_the_last_one_too(qtbot: QtBot, store: Store) -> None:
    client = assessed(store)
    given_before(store, "gad-7", datetime.date(2026, 9, 10), GAD)
    given_before(store, "gad-7", datetime.date(2026, 9, 24), {**GAD, "1": 0})
    window = at_questionnaires(qtbot, store, client)
    keyboard = give(window, "gad-7")
    keyboard.type("0332121")
    keyboard.press("Return")
    words = on_screen(window)
    assert "−2 since the first, 10 Sep 2026 · no change since the last, 24 Sep 2026 (lower is better)" in words


def test_one_without_a_score_is_no_point_of_the_chart(qtbot: QtBot, store: Store) -> None:
    client = assessed(store)
    given_before(store, "gad-7", datetime.date(2026, 9, 10), GAD)
    given_before(store, "gad-7", datetime.date(2026, 9, 24), {"1": 3})
    window = at_questionnaires(qtbot, store, client)
    keyboard = give(window, "gad-7")
    keyboard.type("1221111")
    keyboard.press("Return")
    (shown,) = charts(window)
    assert isinstance(shown.chart.telling, Trend)
    assert [each.value for each in shown.chart.telling.readings] == [14, 9]


def test_each_subscale_has_its_own_chart_and_says_which_way_is_better(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store, sample(store, "priya-shah"))
    sheet = sheet_of(window)
    newest = next(row for row in sheet.given.rows if row.instrument == "bam")
    sheet.given.open_row(newest.id)
    settle()
    assert [each.chart.accessibleName() for each in charts(window)] == ["BAM, Use", "BAM, Risk", "BAM, Protective"]
    words = on_screen(window)
    assert "−6 since the first, 10 Sep 2026 (lower is better)" in words
    assert "+3 since the first, 10 Sep 2026 (higher is better)" in words


def test_two_times_of_one_without_bands(qtbot: QtBot, store: Store) -> None:
    client = assessed(store)
    answers = {str(item): 3 for item in range(1, 20)}
    given_before(store, "socrates-8d", datetime.date(2026, 9, 10), answers)
    second = given_before(store, "socrates-8d", datetime.date(2026, 10, 10), {**answers, "1": 5})
    window = at_questionnaires(qtbot, store, client)
    sheet_of(window).given.open_row(second.id)
    settle()
    assert len(charts(window)) == 3
    assert "+2 since the first, 10 Sep 2026" in on_screen(window)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_administration_of_a_sample_client_shows_its_score_and_each_answer(
    qtbot: QtBot, store: Store, name: str
) -> None:
    window = at_questionnaires(qtbot, store, sample(store, name))
    sheet = sheet_of(window)
    assert sheet.given.rows
    for row in list(sheet.given.rows):
        sheet.given.open_row(row.id)
        settle()
        recorded = list(RecordedScore.select().where(RecordedScore.administration == row))
        words = on_screen(window)
        for each in recorded:
            if each.value is not None and not each.scale:
                assert f"{each.value:g} of {each.highest:g}" in words, row.instrument
        if row.responses and recorded and not keys_of(window):
            settle()  # laid out with its charts
            click(window, "result.answers")
            table = field(window, "result.table")
            cells = {table.item(i, 0).text(): table.item(i, 2).text() for i in range(table.rowCount())}
            form = form_of(row.instrument, row.language)
            assert form is not None
            for key, value in row.responses.items():
                answer = answer_of(form.item(key), value)
                assert answer is not None and cells[called(key)].endswith(answer.label), (row.instrument, key)
                assert not isinstance(value, int) or cells[called(key)].startswith(str(value)), (row.instrument, key)


def test_the_answers_can_be_shown_and_hidden(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "phq-9")
    keyboard.type("112211100")
    keyboard.press("Return")
    assert here() == "administration.change"
    button = field(window, "result.answers")
    assert button.text() == "Show each answer"
    button.setFocus()
    keyboard.press("Space")
    table = field(window, "result.table")
    assert [table.item(2, column).text() for column in range(3)] == [
        "3",
        "Trouble falling or staying asleep, or sleeping too much",
        "2 More than half the days",
    ]
    assert table.item(9, 2).text() == "not answered"  # the tenth is not scored
    keyboard.press("Space")
    assert button.text() == "Show each answer" and not table.isVisible()
    assert latest().responses is not None


def test_the_newest_stands_at_the_top_of_the_list(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store, sample(store, "priya-shah"))
    give(window, "gad-7").type("0000000")
    rows = [field(window, f"administration.row{place}") for place in range(3)]
    tops = [each.mapTo(window, QPoint(0, 0)).y() for each in rows]
    assert tops == sorted(tops)
    assert rows[0].accessibleName().endswith("14 Oct 2026")
    assert [each.given_on for each in sheet_of(window).given.rows[:2]] == [
        datetime.date(2026, 10, 14),
        datetime.date(2026, 10, 10),
    ]
    assert isinstance(rows[0], QWidget)
