"""Charts: what they say in words and tables, and that their own words never meet or leave the drawing."""

import datetime
import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.charts.placing import Label, spread
from recovery_desktop_ui.parts.charts.sparkline import Sparkline
from recovery_desktop_ui.parts.charts.steps import Mark, Step, Steps
from recovery_desktop_ui.parts.charts.steps_chart import StepsChart
from recovery_desktop_ui.parts.charts.table import ChartOrTable, ValueTable
from recovery_desktop_ui.parts.charts.telling import Values, told
from recovery_desktop_ui.parts.charts.timeline import Event, Timeline
from recovery_desktop_ui.parts.charts.timeline_chart import TimelineChart
from recovery_desktop_ui.parts.charts.trend import Band, Reading, Trend
from recovery_desktop_ui.parts.charts.trend_chart import TrendChart
from recovery_desktop_ui.parts.charts.trend_plan import TrendPlan
from recovery_desktop_ui.parts.charts.wheel import Area, AreaState, Wheel
from recovery_desktop_ui.parts.charts.wheel_chart import WheelChart
from recovery_desktop_ui.parts.layouts import col, hold
from recovery_desktop_ui.parts.tokens import px, use_fonts, use_text_size

from recovery_desktop.records.domains import DOMAINS
from tests.ui.parts.pixels import apart, drawn, shape

START = datetime.date(2026, 7, 1)
BANDS = (
    Band(0, 4, "minimal"),
    Band(5, 9, "mild"),
    Band(10, 14, "moderate"),
    Band(15, 19, "moderately severe"),
    Band(20, 27, "severe"),
)
RESTLESS = [17, 24, 3, 9, 22, 14, 21, 8, 25, 12, 7, 19, 26, 5, 15] * 2


def trend(*values: float | None, days: int = 14, **more: object) -> Trend:
    readings = tuple(Reading(START + datetime.timedelta(days * i), value) for i, value in enumerate(values))
    given: dict[str, object] = {"name": "PHQ-9", "high": 27} | more
    return Trend(readings=readings, **given)  # type: ignore[arg-type]


def wheel(states: dict[str, AreaState]) -> Wheel:
    def area(i: int, key: str) -> Area:
        state = states.get(key, "")
        return Area(DOMAINS[key], i if state in ("", "care") else None, state)

    return Wheel("Areas of life", tuple(area(i, key) for i, key in enumerate(DOMAINS)))


def timeline(count: int, ahead: int, words: str = "Family session with Anjali") -> Timeline:
    days = [START + datetime.timedelta(9 * i) for i in range(count + ahead)]
    today = START + datetime.timedelta(9 * count - 4)
    return Timeline("What happened", tuple(Event(day, words) for day in days), today)


TRENDS = {
    "course": trend(19, 17, 14, 12, 9, 7, bands=BANDS, cut_off=10),
    "thirty": trend(*RESTLESS, days=5, bands=BANDS, cut_off=10),
    "missing": trend(2, 5, None, 6, high=8, cut_off=8, cut_off_word="target"),
    "one": trend(9, cut_off=10),
    "same day": trend(9, 9, 12, days=0),
    "years": trend(*RESTLESS, days=60),
    "below zero": trend(-2, 1, 2, low=-2, high=2),
    "none": trend(),
    "only missing": trend(None, None),
}
WHEELS = {
    "rated": wheel({}),
    "gaps": wheel({"spiritual": "not asked", "housing": "declined", "legal": "not relevant", "money": "care"}),
    "nothing": wheel(dict.fromkeys(DOMAINS, "not asked")),
}
TIMELINES = {
    "some": timeline(5, 2),
    "many": timeline(20, 10),
    "past": timeline(8, 0, "Donaudampfschifffahrtsgesellschaftskapitän"),
    "none": timeline(0, 0),
}


@pytest.fixture(params=[1.0, 2.0])
def text_size(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    use_text_size(request.param)
    use_fonts(qapp)
    yield request.param
    use_text_size(1.0)
    use_fonts(qapp)


def check_places(labels: list[Label], width: int, height: int) -> None:
    """No words outside the drawing, no words on each other."""
    inside = QRectF(-0.5, -0.5, width + 1, height + 1)
    assert [each.words for each in labels if not inside.contains(each.rect)] == []
    pairs = itertools.combinations(labels, 2)
    assert [
        (one.words, other.words)
        for one, other in pairs
        if one.rect.adjusted(0.5, 0.5, -0.5, -0.5).intersects(other.rect)
    ] == []


def check_widths(chart: TrendChart | WheelChart | TimelineChart) -> None:
    for width in range(chart.minimumWidth(), 1400, 97):
        chart.resize(width, chart.sizeHint().height())
        assert chart.labels()
        check_places(chart.labels(), chart.width(), chart.height())


@pytest.mark.parametrize("kind", TRENDS)
def test_words_of_a_trend_stand_apart(qtbot: QtBot, text_size: float, kind: str) -> None:
    chart = TrendChart(TRENDS[kind])
    qtbot.addWidget(chart)
    check_widths(chart)


VALUES = st.one_of(st.none(), st.floats(-5, 40, allow_subnormal=False).map(lambda value: round(value, 1)))


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 400), VALUES), max_size=30), st.integers(260, 1400), st.booleans())
def test_words_of_any_trend_stand_apart(
    qapp: QApplication, course: list[tuple[int, float | None]], width: int, banded: bool
) -> None:
    readings = tuple(
        Reading(START + datetime.timedelta(day), value) for day, value in sorted(course, key=lambda x: x[0])
    )
    plan = TrendPlan(Trend("PHQ-9", readings, 27, cut_off=10, bands=BANDS if banded else ()), width)
    check_places(plan.labels, width, plan.height)


@pytest.mark.parametrize("kind", WHEELS)
def test_words_of_a_wheel_stand_apart(qtbot: QtBot, text_size: float, kind: str) -> None:
    chart = WheelChart(WHEELS[kind])
    qtbot.addWidget(chart)
    check_widths(chart)


@pytest.mark.parametrize("kind", TIMELINES)
def test_words_of_a_time_line_stand_apart(qtbot: QtBot, text_size: float, kind: str) -> None:
    chart = TimelineChart(TIMELINES[kind])
    qtbot.addWidget(chart)
    check_widths(chart)


def test_a_wheel_in_a_third_of_a_page_cuts_no_name(qtbot: QtBot, text_size: float) -> None:
    chart = WheelChart(WHEELS["gaps"])
    qtbot.addWidget(chart)
    chart.resize(px(340), chart.sizeHint().height())
    assert [each.full for each in chart.labels() if each.full] == []
    words = " ".join(each.words for each in chart.labels())
    assert all(word in words for name in DOMAINS.values() for word in name.split())


def test_few_values_are_all_numbers(qtbot: QtBot) -> None:
    chart = TrendChart(TRENDS["course"])
    qtbot.addWidget(chart)
    chart.resize(600, chart.sizeHint().height())
    assert {"19", "17", "14", "12", "9", "7", "1 Jul", "9 Sep"} <= {each.words for each in chart.labels()}


@given(st.lists(st.floats(0, 100), max_size=30), st.floats(0, 20))
def test_what_is_spread_keeps_order_distance_and_bounds(wanted: list[float], gap: float) -> None:
    places = spread(sorted(wanted), gap, 0, 100)
    assert len(places) == len(wanted)
    assert all(-1e-6 <= place <= 100 + 1e-6 for place in places)
    least = min(gap, 100 / max(1, len(wanted) - 1))
    assert all(b - a >= least - 1e-6 for a, b in itertools.pairwise(places))


@given(st.lists(st.floats(0, 100), max_size=30))
def test_what_has_room_stays(wanted: list[float]) -> None:
    assert spread(sorted(wanted), 0, 0, 100) == pytest.approx(sorted(wanted))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("course", "PHQ-9 fell from 19 to 7 in ten weeks, from moderately severe to mild."),
        ("missing", "PHQ-9 rose from 2 to 6 in six weeks."),
        ("one", "PHQ-9 was 9 on 1 July 2026."),
        ("same day", "PHQ-9 was 9 and later 12 on the same day."),
        ("none", "PHQ-9 has no score yet."),
        ("only missing", "PHQ-9 has no score yet."),
    ],
)
def test_a_trend_says_itself(kind: str, words: str) -> None:
    assert TRENDS[kind].sentence() == words


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "one day"), (12, "twelve days"), (13, "13 days"), (14, "two weeks"), (130, "four months"), (800, "two years")],
)
def test_time_is_told_as_people_tell_it(days: int, words: str) -> None:
    assert trend(9, 3, days=days).sentence() == f"PHQ-9 fell from 9 to 3 in {words}."


def test_a_trend_lists_its_values() -> None:
    values = TRENDS["course"].values()
    assert values.heads == ("Date", "Score", "Meaning")
    assert values.rows[0] == ("1 Jul 2026", "19", "moderately severe")
    assert TRENDS["missing"].values().rows[2] == ("29 Jul 2026", "no score")


def test_a_wheel_says_itself() -> None:
    assert WHEELS["gaps"].sentence() == (
        "8 of 11 areas rated. Lowest, at 0 of 10: Mental. A need without a plan: Money. Not asked: Spiritual. "
        "Declined: Housing. Not relevant: Legal."
    )
    assert ("Money", "8 · no plan", "", "") in WHEELS["gaps"].values().rows


def test_a_time_line_says_itself() -> None:
    assert TIMELINES["some"].sentence() == (
        "7 events. Last, on 6 August 2026: Family session with Anjali. "
        "Next, on 15 August 2026: Family session with Anjali."
    )
    assert TIMELINES["none"].sentence() == "Nothing has happened yet."


def test_a_long_time_line_counts_what_it_leaves_out(qtbot: QtBot) -> None:
    chart = TimelineChart(TIMELINES["many"])
    qtbot.addWidget(chart)
    chart.resize(px(800), chart.sizeHint().height())
    words = [each.words for each in chart.labels()]
    hidden = sum(int(each.split()[0]) for each in words if each.endswith(" events"))
    shown = sum(each.startswith("Family") for each in words)  # the first line of each
    assert "Today" in words
    assert hidden + shown == 30


@pytest.mark.parametrize("chart", ["trend", "sparkline", "wheel", "timeline"])
def test_a_chart_tells_sentence_and_values(qtbot: QtBot, chart: str) -> None:
    made = {
        "trend": lambda: TrendChart(TRENDS["course"]),
        "sparkline": lambda: Sparkline(TRENDS["course"]),
        "wheel": lambda: WheelChart(WHEELS["gaps"]),
        "timeline": lambda: TimelineChart(TIMELINES["some"]),
    }[chart]()
    qtbot.addWidget(made)
    assert made.accessibleName() == made.telling.name
    assert made.accessibleDescription() == told(made.telling)
    assert made.accessibleDescription().startswith(made.telling.sentence())
    assert all(cell in made.accessibleDescription() for row in made.telling.values().rows for cell in row)


def test_a_chart_turns_into_its_table_and_back(qtbot: QtBot) -> None:
    both = ChartOrTable(TrendChart(TRENDS["course"]))
    page = hold(col(both.switch, both))
    qtbot.addWidget(page)
    page.show()
    both.switch.click()
    assert both.table.isVisible()
    assert not both.chart.isVisible()
    assert both.switch.text() == "Chart"
    assert shown(both.table) == list(TRENDS["course"].values().rows)
    both.tell(TRENDS["one"])
    assert shown(both.table) == [("1 Jul 2026", "9")]
    both.switch.click()
    assert both.chart.isVisible()
    assert both.chart.accessibleDescription() == told(TRENDS["one"])


def shown(table: ValueTable) -> list[tuple[str, ...]]:
    model = table.model()
    columns = range(model.columnCount())
    return [tuple(model.index(i, j).data() for j in columns) for i in range(model.rowCount())]


@pytest.mark.qt_log_ignore("does not support raise")
def test_pointing_at_a_dot_tells_day_value_and_meaning(qtbot: QtBot) -> None:
    chart = TrendChart(TRENDS["course"])
    qtbot.addWidget(chart)
    chart.show()
    newest = next(each for each in chart.labels() if each.role == "strong").rect
    spot = QPoint(round(newest.center().x()), round(newest.top() - px(6)))
    QApplication.sendEvent(chart, QHelpEvent(QHelpEvent.Type.ToolTip, spot, chart.mapToGlobal(spot)))
    assert QToolTip.text() == "9 Sep 2026, 7, mild"
    QToolTip.hideText()


def test_pointing_at_an_area_tells_it(qtbot: QtBot) -> None:
    chart = WheelChart(WHEELS["gaps"])
    qtbot.addWidget(chart)
    chart.resize(400, chart.sizeHint().height())
    middle = QRectF(chart.rect()).center()
    assert chart.words_at(middle - QPointF(0, chart.radius() / 2)) == "Mental: 0"
    assert chart.words_at(QPointF(1, 1)) == ""


def test_arrows_walk_the_areas_and_enter_opens_one(qtbot: QtBot) -> None:
    money = Area("Money", 4, "care", strengths=2, needs=2, unanswered=1)
    chart = WheelChart(Wheel("Areas of life", (Area("Mental", 5), Area("Body", None, "not asked"), money)))
    qtbot.addWidget(chart)
    chart.resize(400, chart.sizeHint().height())
    chart.show()
    walked: list[int] = []
    chart.walked.connect(walked.append)
    chart.activateWindow()
    chart.setFocus()
    qtbot.waitUntil(chart.hasFocus)
    assert chart.accessibleName() == "Areas of life: Mental: 5"
    before = drawn(chart)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleName() == "Areas of life: Money: 4 · no plan; 2 needs, 1 without an answer; 2 strengths"
    assert drawn(chart) != before, "the ring has moved"
    with qtbot.waitSignal(chart.opened) as told:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert told.args == [2]
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    chart.clearFocus()
    assert (walked, chart.accessibleName()) == ([0, 2, 0, -1], "Areas of life")


def test_a_click_opens_the_area_under_it_and_beside_it_nothing(qtbot: QtBot) -> None:
    chart = WheelChart(WHEELS["gaps"])
    qtbot.addWidget(chart)
    chart.resize(400, chart.sizeHint().height())
    opened: list[int] = []
    chart.opened.connect(opened.append)
    middle = QRectF(chart.rect()).center()
    for spot in (middle - QPointF(0, chart.radius() / 2), middle + QPointF(chart.radius() / 2, 0), QPointF(1, 1)):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot.toPoint())
    assert opened == [0, 3]


def test_strengths_are_dots_and_the_table_counts_what_is_drawn(qtbot: QtBot) -> None:
    areas = [Area("Mental", 5, strengths=count) for count in (0, 3, 9)]
    pictures = []
    for area in areas:
        chart = WheelChart(Wheel("Areas of life", (area,) * 11))
        qtbot.addWidget(chart)
        chart.resize(400, chart.sizeHint().height())
        pictures.append(drawn(chart))
    assert pictures[0] != pictures[1] != pictures[2]
    values = Wheel("Areas of life", (Area("Money", None, "care", strengths=9, needs=3, unanswered=2),)).values()
    assert values.heads == ("Area", "Rating, 0 to 10", "Needs", "Strengths")
    assert values.rows == (("Money", "no plan", "3, 2 without an answer", "9"),)


def test_rows_of_a_table_that_was_filled_unseen_are_as_tall_as_their_words(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    table = ValueTable("What changed", Values(("Section",), ()))
    table.hide()
    layout = QVBoxLayout(page)
    layout.addWidget(table)
    layout.addStretch()
    page.resize(790, 500)
    page.show()
    qtbot.waitExposed(page)
    rows = (("Use", "Coke: days of use", "10", "2"), ("Use", "Coke: days of the last 30", "10", "2"))
    table.fill(Values(("Section", "Question", "Then", "Now"), rows))
    table.show()
    for _turn in range(9):
        QApplication.processEvents()
    assert table.rowHeight(0) == table.rowHeight(1)


def steps_of(*marks: Mark) -> Steps:
    steps = (Step(START, 6, "begins: group"), Step(START + datetime.timedelta(40), 2.5, "ends: group"))
    return Steps("Hours of care a week", steps, START + datetime.timedelta(50), marks, "h")


def test_marks_below_the_steps_are_said_pointed_at_and_in_the_table(qtbot: QtBot) -> None:
    marks = (
        Mark(START + datetime.timedelta(10), "Plan version 1"),
        Mark(START + datetime.timedelta(20), "Missed", True),
    )
    chart = StepsChart(steps_of(*marks))
    qtbot.addWidget(chart)
    chart.resize(600, chart.sizeHint().height())
    assert chart.telling.sentence().endswith("Marked: Plan version 1 on 11 July 2026; Missed on 21 July 2026.")
    assert [row[0] for row in chart.telling.values().rows] == [
        "1 Jul 2026",
        "11 Jul 2026",
        "21 Jul 2026",
        "10 Aug 2026",
    ]
    first, second = chart.spots()
    assert 0 < first.x() < second.x() < 600 and second.y() < chart.height()
    assert chart.words_at(first) == "11 Jul 2026, Plan version 1"
    assert chart.words_at(second + QPointF(px(4), 0)) == "21 Jul 2026, Missed"
    assert chart.words_at(chart.bars()[1].center()) == "10 Aug 2026, 2.5 h, ends: group"
    assert chart.words_at(QPointF(-5, 0)) == ""
    assert {"6 h", "2.5 h"} <= {label.words for label in chart.labels()}
    without = StepsChart(steps_of())
    qtbot.addWidget(without)
    assert without.sizeHint().height() < chart.sizeHint().height()


def test_a_disc_and_a_triangle_differ_without_colour(qtbot: QtBot) -> None:
    shapes = []
    for is_bad in (False, True):
        chart = StepsChart(steps_of(Mark(START + datetime.timedelta(30), "What it is", is_bad)))
        qtbot.addWidget(chart)
        chart.resize(600, chart.sizeHint().height())
        (spot,) = chart.spots()
        around = QRectF(spot.x() - 8, spot.y() - 8, 16, 16).toAlignedRect()
        shapes.append(shape(drawn(chart, around)))
    assert apart(*shapes) > 10


def test_a_mark_before_the_first_step_has_its_room(qtbot: QtBot) -> None:
    chart = StepsChart(steps_of(Mark(START - datetime.timedelta(20), "Plan version 1")))
    qtbot.addWidget(chart)
    chart.resize(600, chart.sizeHint().height())
    assert chart.spots()[0].x() < chart.bars()[0].left()
