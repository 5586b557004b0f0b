"""The strip of findings: each kind has a shape of its own without any colour, and all of it can be read."""

import datetime

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.charts.strip import SHAPES, Lane, Mark, Strip
from recovery_desktop_ui.parts.charts.strip_chart import StripChart
from recovery_desktop_ui.parts.charts.telling import told
from recovery_desktop_ui.parts.tokens import px, use_fonts, use_text_size

from tests.ui.parts.test_charts import check_places

START = datetime.date(2026, 7, 1)


def marks(shapes: list[str], days: int = 3) -> tuple[Mark, ...]:
    return tuple(Mark(START + datetime.timedelta(days * at), shape, f"so: {shape}") for at, shape in enumerate(shapes))


def strip(*lanes: Lane) -> Strip:
    legend = tuple((shape, shape.replace("_", " ").capitalize()) for shape in SHAPES)
    return Strip("Tests over time", lanes, legend, "9 of 9 tests.")


EVERY = strip(
    Lane("Cocaine", marks(list(SHAPES), 21)),
    Lane("Opioids with fentanyl and everything else that has a long name", marks(["disc"] * 60)),
    Lane("Once", marks(["cross"])),
)


def chart_of(qtbot: QtBot, telling: Strip, width: int = 800) -> StripChart:
    chart = StripChart(telling)
    qtbot.addWidget(chart)
    chart.resize(width, chart.heightForWidth(width))
    return chart


@pytest.mark.parametrize("size", [1.0, 2.0])
@pytest.mark.parametrize("telling", [EVERY, strip(Lane("Once", marks(["disc"])))])
def test_no_words_lie_on_each_other(qtbot: QtBot, qapp: QApplication, size: float, telling: Strip) -> None:
    use_text_size(size)
    use_fonts(qapp)
    try:
        for width in range(px(240), 1400, 97):
            chart = chart_of(qtbot, telling, width)
            check_places(chart.labels(), chart.width(), chart.height())
    finally:
        use_text_size(1.0)
        use_fonts(qapp)


def test_shapes_differ_without_colour(qtbot: QtBot) -> None:
    drawn: dict[bytes, str] = {}
    for shape in SHAPES:
        chart = chart_of(qtbot, strip(Lane("One", marks([shape]))))
        spot = chart.spot(0, START).toPoint()
        picture = chart.grab().toImage().copy(spot.x() - 9, spot.y() - 9, 18, 18)
        grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
        levels = [grey.pixelColor(x, y).value() for y in range(18) for x in range(18)]
        mean = sum(levels) / len(levels)
        outline = bytes(level < mean - 12 for level in levels)  # its shape alone: how dark it is does not count
        assert drawn.setdefault(outline, shape) == shape
        assert any(outline)


def test_it_says_itself(qtbot: QtBot) -> None:
    chart = chart_of(qtbot, EVERY)
    assert chart.accessibleDescription() == told(EVERY)
    first, *_others, last = EVERY.values().rows
    assert first == ("25 Dec 2026", "Opioids with fentanyl and everything else that has a long name", "so: disc")
    assert last[0] == "1 Jul 2026"


def test_pointing_tells_day_and_result(qtbot: QtBot) -> None:
    chart = chart_of(qtbot, EVERY)
    assert chart.words_at(chart.spot(0, START + datetime.timedelta(21))) == "22 Jul 2026: so: diamond"
    assert chart.words_at(chart.spot(2, START) + QPointF(200, 0)) == "Once"
    assert chart.words_at(QPointF(10, chart.height() - 2)) == ""


def test_nothing_to_show_is_drawn_as_nothing(qtbot: QtBot) -> None:
    chart = chart_of(qtbot, Strip("Tests over time", (), (), ""))
    assert not chart.grab().isNull()
