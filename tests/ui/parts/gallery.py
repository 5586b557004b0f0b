"""One of everything the style draws, as a page, with fictional words."""

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QTextBrowser,
    QWidget,
)
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.charts.network import Line, Network, Person, Place
from recovery_desktop_ui.parts.charts.network_chart import NetworkChart
from recovery_desktop_ui.parts.charts.sparkline import Sparkline
from recovery_desktop_ui.parts.charts.table import ValueTable
from recovery_desktop_ui.parts.charts.telling import Values
from recovery_desktop_ui.parts.charts.timeline import Event, Timeline
from recovery_desktop_ui.parts.charts.timeline_chart import TimelineChart
from recovery_desktop_ui.parts.charts.trend import Band, Reading, Trend
from recovery_desktop_ui.parts.charts.trend_chart import TrendChart
from recovery_desktop_ui.parts.charts.wheel import Area, AreaState, Wheel
from recovery_desktop_ui.parts.charts.wheel_chart import WheelChart
from recovery_desktop_ui.parts.icons import MARKS, mark
from recovery_desktop_ui.parts.layouts import Flow, col, hold, row, rule
from recovery_desktop_ui.parts.lists import RowData, RowList
from recovery_desktop_ui.parts.tab_bar import Tabs
from recovery_desktop_ui.parts.texts import heading, text

LOOKS = ("plain", "primary", "link", "chip", "seg", "key")
PLACES: tuple[Place, ...] = ("grandparents", "parents", "partner", "siblings", "children", "outside")
LINES: tuple[Line, ...] = ("solid", "dashed", "zigzag", "dotted", "cut")
STATES: tuple[AreaState, ...] = ("", "care", "not asked", "declined", "not relevant")
_START = datetime.date(2026, 7, 1)


def page() -> QWidget:
    """All of it, one below the other."""
    return hold(col(hold(Flow(*buttons())), *fields(), charts(), lists(), rule(), None, pad=16), "canvas")


def buttons() -> list[Button]:
    """Every look, also with a drawing, pressed in, in a tone, and not to be used."""
    found = []
    for look in LOOKS:
        found += [button("Words", look), button("Words", look, "plus"), button("", look, "plus", name="Add")]
        found += [button("Words", look, tone="care"), button("Words", look), button("Words", look)]
        found[-2].setCheckable(True)
        found[-2].setChecked(True)
        found[-1].setEnabled(False)
    return found


def fields() -> list[QWidget]:
    """Everything to write and choose in."""
    lines = [QLineEdit("Words"), QLineEdit("Words"), QLineEdit("Words")]
    lines[1].setProperty("look", "row")
    lines[2].setEnabled(False)
    boxes = [QComboBox(), QComboBox()]
    boxes[1].setEditable(True)
    for box in boxes:
        box.addItems(["Open clients", "All clients"])
    checks = [QCheckBox("Safe to call"), QCheckBox("Safe to write"), QRadioButton("Yes"), QRadioButton("No")]
    checks[1].setChecked(True)
    checks[3].setChecked(True)
    browser = QTextBrowser()
    browser.setMarkdown("# Help\n\nA page about *goals*.")
    return [*lines, *boxes, QSpinBox(), *checks, QPlainTextEdit("Words"), browser]


def trend(cut_off: float | None = 10, bands: bool = True) -> Trend:
    readings = tuple(Reading(_START + datetime.timedelta(14 * i), v) for i, v in enumerate((19, 14, None, 9, 7)))
    words = (Band(0, 9, "mild"), Band(10, 27, "moderate")) if bands else ()
    return Trend("PHQ-9", readings, high=27, cut_off=cut_off, bands=words)


def wheel(*states: AreaState) -> Wheel:
    """As many areas as states are given."""
    return Wheel("Areas of life", tuple(Area(f"Area {i}", 5, state) for i, state in enumerate(states)))


def timeline() -> Timeline:
    days = (_START + datetime.timedelta(9 * i) for i in range(5))
    return Timeline("What happened", tuple(Event(day, "Session") for day in days), _START + datetime.timedelta(30))


def network(*places: Place, name: str = "Person") -> Network:
    """Somebody at each of these places, tied by each kind of line in turn."""
    people = tuple(
        Person(i, f"{name} {i}", "Friend", place, LINES[i % 5], ("pill", "file-text")[: i % 3], f"{name} {i}: friend")
        for i, place in enumerate(places)
    )
    return Network(
        "Network",
        "Client",
        people,
        "Outside the family",
        tuple((line, f"Tie that is {line}") for line in LINES),
        (("pill", "Uses substances"), ("file-text", "Live release")),
        "Press a card to open it.",
        f"{len(people)} people.",
        Values(("Name", "Role"), tuple((one.name, one.role) for one in people)),
    )


def charts() -> QWidget:
    areas, around = wheel(*STATES), network(*PLACES)
    parts = (
        TrendChart(trend()),
        Sparkline(trend()),
        WheelChart(areas),
        TimelineChart(timeline()),
        NetworkChart(around),
    )
    return hold(col(*parts, ValueTable("Areas of life", areas.values())))


def lists() -> QWidget:
    """Rows of our own, a plain list, tabs, marks and a card."""
    rows = RowList("Goals", grows=True)
    rows.set_rows([RowData(kind, f"Client {kind}", "second line", "right", kind, level=1) for kind in MARKS])
    rows.choose("care")
    plain = QListWidget()
    plain.addItems(["One", "Two"])
    plain.setCurrentRow(1)
    plain.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    tabs = Tabs("Parts of the record", ["Overview", "Goals"])
    tabs.set_mark(1, "care")
    sign = text("Missed two visits.", tone="care")
    sign.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    marks = row(*(mark(kind) for kind in MARKS), None)
    return hold(col(heading("Goals"), tabs, rows, plain, marks, Card(row(sign, pad=8), "care_soft", "care")))
