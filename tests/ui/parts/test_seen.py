"""What must be seen without colour, by keyboard, at every scale, and after the palette changed."""

import itertools
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.charts.table import ValueTable
from recovery_desktop_ui.parts.charts.wheel_chart import WheelChart
from recovery_desktop_ui.parts.icons import MARKS, draw_icon, mark, picture
from recovery_desktop_ui.parts.layouts import col, hold
from recovery_desktop_ui.parts.lists import RowData, RowList
from recovery_desktop_ui.parts.tab_bar import Tabs
from recovery_desktop_ui.parts.tokens import palette

from recovery_desktop.assets import resources
from tests.ui.parts import gallery
from tests.ui.parts.pixels import apart, changed, drawn, shape

ROOT = Path(__file__).resolve().parents[3]
SMALLEST = 24


@pytest.fixture
def light_again(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    qapp.setPalette(palette(dark=False))


def line(look: str | None) -> QLineEdit:
    made = QLineEdit("Words")
    made.setProperty("look", look)
    return made


def editable() -> QComboBox:
    made = QComboBox()
    made.setEditable(True)
    return made


def rows() -> RowList:
    made = RowList("Goals")
    made.set_rows([RowData(i, f"Goal {i}") for i in range(3)])
    return made


def plain_list() -> QListWidget:
    made = QListWidget()
    made.addItems(["One", "Two"])
    return made


FOCUSABLE = {
    **{f"{look} button": lambda look=look: button("Words", look) for look in gallery.LOOKS},
    **{f"{look} button with a tone": lambda look=look: button("Words", look, tone="care") for look in gallery.LOOKS},
    "line": lambda: line(None),
    "line in a row": lambda: line("row"),
    "choice": QComboBox,
    "choice to type in": editable,
    "number": QSpinBox,
    "text": QPlainTextEdit,
    "page of text": QTextBrowser,
    "check": lambda: QCheckBox("Words"),
    "radio": lambda: QRadioButton("Words"),
    "rows": rows,
    "plain list": plain_list,
    "tabs": lambda: Tabs("Tabs", ["Overview", "Goals"]),
    "table": lambda: ValueTable("Values", gallery.trend().values()),
}


@pytest.mark.parametrize("pressed_in", [False, True])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("kind", FOCUSABLE)
def test_focus_shows(qtbot: QtBot, light_again: QApplication, kind: str, dark: bool, pressed_in: bool) -> None:
    light_again.setPalette(palette(dark))
    widget, other = FOCUSABLE[kind](), button("Other")
    if pressed_in and hasattr(widget, "setChecked"):
        widget.setCheckable(True)
        widget.setChecked(True)
    sheet = hold(col(other, widget), "canvas")
    qtbot.addWidget(sheet)
    with qtbot.waitActive(sheet):
        sheet.show()
    other.setFocus()
    before = drawn(widget)
    widget.setFocus()
    if isinstance(widget, QLineEdit | QComboBox | QSpinBox | QPlainTextEdit):
        widget.clearFocus()  # once had and lost: a caret is no focus ring
        before = drawn(widget)
        widget.setFocus()
    assert changed(before, drawn(widget), by=3) >= 18


def test_marks_differ_without_colour(qtbot: QtBot) -> None:
    shapes = {}
    for kind in MARKS:
        sheet = hold(col(mark(kind)), "paper")
        qtbot.addWidget(sheet)
        sheet.resize(16, 16)
        shapes[kind] = shape(drawn(sheet))
    alike = [(a, b) for a, b in itertools.combinations(shapes, 2) if apart(shapes[a], shapes[b]) < 6]
    assert alike == []


def test_states_of_an_area_differ_without_colour(qtbot: QtBot) -> None:
    shapes = {}
    for state in gallery.STATES:
        chart = WheelChart(gallery.wheel(*[state] * 11))
        qtbot.addWidget(chart)
        chart.resize(400, 290)
        half = round(chart.radius())
        spot = QRect(chart.rect().center() - QPoint(half, half), QSize(2 * half, 2 * half))
        shapes[state] = shape(drawn(chart, spot))
    alike = [(a, b) for a, b in itertools.combinations(shapes, 2) if apart(shapes[a], shapes[b]) < 100]
    assert alike == []


def test_what_is_pressed_in_differs_without_colour(qtbot: QtBot) -> None:
    for look in ("seg", "key"):
        off, on = button("Words", look), button("Words", look)
        on.setCheckable(True)
        on.setChecked(True)
        for made in (off, on):
            qtbot.addWidget(made)
            made.resize(made.sizeHint())
        assert changed(drawn(off), drawn(on), by=3) > off.width() * off.height() / 2


def test_targets_are_large_enough(qtbot: QtBot) -> None:
    page = gallery.page()
    qtbot.addWidget(page)
    page.resize(900, page.sizeHint().height())
    page.show()
    kinds = (*(QLineEdit, QComboBox, QSpinBox, QPlainTextEdit, QCheckBox, QRadioButton), type(button("")))
    found = [child for kind in kinds for child in page.findChildren(kind) if child.isVisible()]
    assert len(found) > 40
    small = [
        (type(child).__name__, child.property("look"), child.size().toTuple())
        for child in found
        if min(child.size().toTuple()) < SMALLEST and not isinstance(child.parent(), QComboBox | QSpinBox)
    ]
    assert small == []


def test_rows_items_and_tabs_are_large_enough(qtbot: QtBot) -> None:
    own, plain, tabs, menu = rows(), plain_list(), Tabs("Tabs", ["A", "B"]), QMenu()
    for widget in (own, plain, tabs, menu):
        qtbot.addWidget(widget)
        widget.resize(200, 200)
    action = menu.addAction("A")
    places = [
        own.visualRect(own.model().index(0, 0)),
        plain.visualRect(plain.model().index(0, 0)),
        tabs.tabRect(0),
        menu.actionGeometry(action),
    ]
    assert [place for place in places if min(place.width(), place.height()) < SMALLEST] == []


def test_every_drawing_is_used() -> None:
    sources = "\n".join(file.read_text("utf-8") for file in (ROOT / "ui").rglob("*.py"))
    drawings = {file.stem for file in (resources() / "icons").glob("*.svg")}
    assert {name for name in drawings if f'"{name}"' not in sources} == {"sprout-window"}  # the program's own


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_icons_are_sharp_at_every_scale(qapp: QApplication, ratio: float) -> None:
    ink = QColor("#26221d")
    for path in sorted((resources() / "icons").glob("*.svg")):
        made = picture(path.stem, 16, ratio, ink)
        assert made.size() == QSize(16, 16) * ratio
        assert made.devicePixelRatio() == ratio
    image = QImage(QSize(16, 16) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    draw_icon(painter, QRect(0, 0, 16, 16), "circle-check", ink)
    painter.end()
    own = picture("circle-check", 16, ratio, ink).toImage().convertToFormat(image.format())
    assert image == own  # pixel for pixel: nothing was scaled


def test_changing_the_palette_is_like_having_begun_with_it(qtbot: QtBot, light_again: QApplication) -> None:
    def made() -> QWidget:
        page = gallery.page()
        qtbot.addWidget(page)
        page.resize(900, page.sizeHint().height())
        with qtbot.waitActive(page):
            page.show()
        if (focused := page.focusWidget()) is not None:
            focused.clearFocus()
        return page

    changing = made()
    light = drawn(changing)
    light_again.setPalette(palette(dark=True))
    light_again.processEvents()
    dark, begun = drawn(changing), drawn(made())
    assert dark == begun
    light_again.setPalette(palette(dark=False))
    light_again.processEvents()
    assert drawn(changing) == light != dark


def test_ten_thousand_repaints_do_no_harm() -> None:
    code = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from recovery_desktop_ui.parts.style import Calm
from recovery_desktop_ui.parts.tokens import palette, use_fonts
from tests.ui.parts import gallery
app = QApplication([])
app.setStyle(Calm())
use_fonts(app)
app.setPalette(palette(dark=False))
page = gallery.page()
page.resize(900, 1600)
page.show()
app.processEvents()
shown = [child for child in page.findChildren(QWidget) if child.isVisible()]
paints = 0
while paints < 10_000:
    page.grab()
    paints += len(shown)
immortal = sys.version_info >= (3, 12)
print("held" if immortal or sys.getrefcount(None) > 1 << 39 else "lost", len(shown) > 60)
"""
    ways = {"PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "ui"))), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=os.environ | ways)
    assert (done.returncode, done.stdout) == (0, "held True\n"), done.stderr
