"""Everything drawn can be read in both palettes: contrast computed from the pixels themselves."""

from collections.abc import Iterator
from typing import Protocol, TypeVar

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.charts.network_chart import NetworkChart
from recovery_desktop_ui.parts.charts.network_plan import NetworkPlan
from recovery_desktop_ui.parts.charts.sparkline import Sparkline
from recovery_desktop_ui.parts.charts.table import ValueTable
from recovery_desktop_ui.parts.charts.timeline_chart import TimelineChart
from recovery_desktop_ui.parts.charts.trend import Trend
from recovery_desktop_ui.parts.charts.trend_chart import TrendChart
from recovery_desktop_ui.parts.charts.wheel import AreaState
from recovery_desktop_ui.parts.charts.wheel_chart import WheelChart
from recovery_desktop_ui.parts.icons import MARKS, mark
from recovery_desktop_ui.parts.layouts import col, hold
from recovery_desktop_ui.parts.lists import RowData, RowList
from recovery_desktop_ui.parts.tab_bar import Tabs
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import palette
from recovery_desktop_ui.parts.waiting import Bar

from tests.ui.parts import gallery
from tests.ui.parts.pixels import boldest, common, contrast, drawn

TEXT, DRAWING = 4.5, 3.0
GROUNDS = ("canvas", "paper", "shade")
W = TypeVar("W", bound=QWidget)
WORDS = "HEHIN"  # letters with upright stems, so that some pixels are fully inked


class Place(Protocol):
    def __call__(self, widget: W, ground: str = "canvas") -> W: ...


@pytest.fixture(params=["light", "dark"])
def colours(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    qapp.setPalette(palette(request.param == "dark"))
    yield request.param
    qapp.setPalette(palette(dark=False))


@pytest.fixture
def on(qtbot: QtBot, colours: str) -> Place:
    """Puts a widget alone on a ground, drawn but without focus, in both palettes one after the other."""
    kept = []

    def place(widget: W, ground: str = "canvas") -> W:
        sheet = hold(col(widget, pad=8), ground)
        kept.append(sheet)  # qtbot alone holds it too loosely
        qtbot.addWidget(sheet)
        sheet.resize(sheet.sizeHint().expandedTo(QSize(200, 20)))
        sheet.ensurePolished()
        sheet.layout().activate()
        return widget

    return place


def check(widget: QWidget, least: float, part: QRect | None = None) -> None:
    assert boldest(drawn(widget, part)) >= least


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("tone", ["ink", "quiet", "accent", "care", "alarm"])
def test_words(on: Place, tone: str, ground: str) -> None:
    check(on(text(WORDS, "caption", tone), ground), TEXT)


@pytest.mark.parametrize("ground", ["accent", "care", "alarm"])
def test_words_on_soft_fills(on: Place, ground: str) -> None:
    for tone in ("ink", "quiet", ground):
        check(on(text(WORDS, "caption", tone), f"{ground}_soft"), TEXT)


@pytest.mark.parametrize("look", gallery.LOOKS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_of_buttons(on: Place, look: str, ground: str) -> None:
    for tone in (None, "care", "alarm"):
        for pressed_in in (False, True):
            made = button(WORDS, look, tone=tone)
            made.setCheckable(True)
            made.setChecked(pressed_in)
            on(made, ground)
            inside = made.rect().adjusted(4, 4, -4, -4) if look != "link" else made.rect()
            check(made, TEXT, inside)


@pytest.mark.parametrize("look", ["plain", "primary", "key"])
def test_edges_of_buttons(on: Place, look: str) -> None:
    for ground in GROUNDS:
        check_edge(on(button(WORDS, look), ground))


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QPlainTextEdit, QCheckBox, QRadioButton])
def test_edges_of_fields(on: Place, kind: type[QWidget]) -> None:
    for ground in GROUNDS:
        check_edge(on(kind(), ground))


@pytest.mark.parametrize("ground", GROUNDS)
def test_progress(on: Place, ground: str) -> None:
    bar = Bar()
    bar.run()
    check(on(bar, ground), DRAWING)
    bar.show_share(0.4)
    check(bar, DRAWING)


def check_edge(widget: QWidget) -> None:
    """At half its height the widget begins with a line that stands out from what is outside."""
    sheet = widget.parentWidget()
    at = widget.mapTo(sheet, QPoint(0, widget.height() // 2))
    line = drawn(sheet, QRect(at.x() - 4, at.y(), 10, 1))
    assert boldest(line, line[0][0]) >= DRAWING


@pytest.mark.parametrize("ground", GROUNDS)
def test_underlines_of_rows(on: Place, ground: str) -> None:
    line = QLineEdit()
    line.setProperty("look", "row")
    check(on(line, ground), DRAWING)


def test_ghost_words(on: Place) -> None:
    line = QLineEdit()
    line.setPlaceholderText(WORDS)
    on(line)
    check(line, TEXT, line.rect().adjusted(4, 4, -4, -4))


@pytest.mark.parametrize("kind", MARKS)
@pytest.mark.parametrize("ground", [*GROUNDS, "accent_soft", "care_soft", "alarm_soft"])
def test_marks(on: Place, kind: str, ground: str) -> None:
    check(on(mark(kind), ground), DRAWING)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("tone", ["quiet", "care", "alarm"])
def test_rows(on: Place, ground: str, tone: str) -> None:
    rows = RowList("Rows", on=ground)
    rows.set_rows([RowData(i, "", WORDS, tone=tone) for i in range(2)] + [RowData(2, WORDS, dim=True)])
    rows.choose(0)
    on(rows, ground)
    for i in range(3):
        check(rows.viewport(), TEXT, rows.visualRect(rows.model().index(i, 0)).adjusted(8, 4, -4, -4))


def test_menus(qtbot: QtBot, colours: str) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    for words in (WORDS, f"\t{WORDS}", WORDS):
        menu.addAction(words)
    menu.actions()[2].setEnabled(False)
    menu.resize(menu.sizeHint())
    for chosen in menu.actions()[:2]:
        menu.setActiveAction(chosen)
        for action in menu.actions():
            check(menu, TEXT, menu.actionGeometry(action).adjusted(6, 2, -6, -2))


def test_tabs(on: Place) -> None:
    tabs = Tabs("Tabs", [WORDS, WORDS])
    on(tabs, "paper")
    for i in range(2):
        check(tabs, TEXT, tabs.tabRect(i).adjusted(0, 4, 0, -8))


def test_tables(on: Place) -> None:
    table = ValueTable("Values", gallery.trend().values())
    on(table)
    table.selectRow(1)
    check(table.horizontalHeader().viewport(), TEXT)
    for i in range(2):
        check(table.viewport(), TEXT, table.visualItemRect(table.item(i, 1)).adjusted(4, 2, -4, -2))


@pytest.mark.qt_log_ignore("does not support raise")
def test_tooltips(qapp: QApplication, colours: str) -> None:
    QToolTip.showText(QPoint(5, 5), WORDS)
    tip = next(widget for widget in qapp.topLevelWidgets() if widget.inherits("QTipLabel") and widget.isVisible())
    assert tip.text() == WORDS  # type: ignore[attr-defined]
    inside = tip.rect().adjusted(2, 2, -2, -2)
    check(tip, TEXT, inside)
    assert common(drawn(tip, inside)) == QColor(palette(colours == "dark").toolTipBase().color()).toTuple()[:3]
    tip.close()


@pytest.mark.parametrize("ground", GROUNDS)
def test_lines_of_charts(on: Place, ground: str) -> None:
    bare = gallery.trend(cut_off=None, bands=False)
    check(on(Sparkline(bare), ground), DRAWING)
    check(on(Sparkline(Trend("PHQ-9", (), high=27, cut_off=10)), ground), DRAWING)
    line = TimelineChart(gallery.timeline())
    on(line, ground)
    check(line, DRAWING, QRect(0, 0, line.width(), 19))


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("state", ["", "care", "not asked", "declined"])
def test_lines_of_the_wheel(on: Place, ground: str, state: AreaState) -> None:
    chart = WheelChart(gallery.wheel(*[state] * 11))
    on(chart, ground)
    half = round(chart.radius() * 0.7)
    spot = QRect(chart.rect().center() - QPoint(half, half), QSize(2 * half, 2 * half))
    check(chart, DRAWING, spot)


@pytest.mark.parametrize("ground", GROUNDS)
def test_lines_of_a_network(on: Place, ground: str) -> None:
    chart = NetworkChart(gallery.network(*gallery.PLACES))
    on(chart, ground)
    for each in NetworkPlan(chart.telling, chart.width()).samples:
        check(chart, DRAWING, each.rect.toAlignedRect())


@pytest.mark.parametrize("ground", GROUNDS)
def test_words_of_charts(on: Place, ground: str) -> None:
    for chart in (
        TrendChart(gallery.trend()),
        WheelChart(gallery.wheel(*gallery.STATES)),
        TimelineChart(gallery.timeline()),
    ):
        on(chart, ground)
        chart.resize(600, chart.height())
        for each in chart.labels():
            if each.words.strip("·-"):
                picture = drawn(chart, each.rect.toAlignedRect())
                assert boldest(picture, common(picture)) >= TEXT, each.words


def test_the_measure_is_the_known_one() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)
