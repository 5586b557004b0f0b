"""The wheel changes no answer, Tab is never trapped, and what has the focus is in sight."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QDial,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSlider,
    QSpinBox,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.editors.base import Editor
from recovery_desktop_ui.parts.editors.choice import ChoiceEditor
from recovery_desktop_ui.parts.editors.day import DayEditor
from recovery_desktop_ui.parts.editors.ref import RefEditor
from recovery_desktop_ui.parts.editors.scale import ScaleEditor
from recovery_desktop_ui.parts.editors.segments import AskedEditor
from recovery_desktop_ui.parts.guards import install_guards
from recovery_desktop_ui.parts.layouts import scrolling

from recovery_desktop.records.fields import Asked, Choice, Day, Scale


@pytest.fixture(scope="module")
def guarded(qapp: QApplication) -> QApplication:
    install_guards(qapp)
    return qapp


def page_with(qtbot: QtBot, *widgets: QWidget, gap: int = 0) -> QScrollArea:
    """A long page that scrolls."""
    content = QWidget()
    layout = QVBoxLayout(content)
    for widget in widgets:
        layout.addWidget(widget)
        layout.addSpacing(gap)
    layout.addSpacing(1200)
    area = scrolling(content)
    qtbot.addWidget(area)
    area.resize(400, 300)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    return area


def turn_wheel(widget: QWidget, angle: int = -120) -> None:
    """Turns the wheel over the middle of a widget, as by hand."""
    inside = widget.mapTo(widget.window(), widget.rect().center())
    QTest.wheelEvent(widget.window().windowHandle(), QPointF(inside), QPoint(0, angle))


def combo() -> QComboBox:
    result = QComboBox()
    result.addItems([str(number) for number in range(9)])
    result.setCurrentIndex(4)
    return result


def ranged(kind: type[QSpinBox] | type[QSlider] | type[QDial]) -> QWidget:
    result = kind()
    result.setRange(0, 9)
    result.setValue(4)
    return result


QT_OWN: dict[str, tuple[Callable[[], QWidget], str]] = {
    "combo": (combo, "currentIndex"),
    "spin": (lambda: ranged(QSpinBox), "value"),
    "slider": (lambda: ranged(QSlider), "value"),
    "dial": (lambda: ranged(QDial), "value"),
    "date": (QDateEdit, "date"),
}


@pytest.mark.parametrize("kind", QT_OWN)
def test_the_wheel_changes_nothing_unfocused(qtbot: QtBot, guarded: QApplication, kind: str) -> None:
    make, prop = QT_OWN[kind]
    first, widget = QLineEdit(), make()
    area = page_with(qtbot, first, widget)
    first.setFocus()
    before = widget.property(prop)
    turn_wheel(widget)
    assert widget.property(prop) == before
    assert first.hasFocus()
    assert area.verticalScrollBar().value() > 0


def test_the_wheel_works_in_a_list_that_has_the_focus(qtbot: QtBot, guarded: QApplication) -> None:
    widget = combo()
    area = page_with(qtbot, QLineEdit(), widget)
    widget.setFocus()
    turn_wheel(widget)
    assert widget.currentIndex() != 4
    assert area.verticalScrollBar().value() == 0


def test_the_wheel_changes_no_editor(qtbot: QtBot, guarded: QApplication) -> None:
    ref = RefEditor()
    ref.set_options([(1, "Anjali"), (2, "Ravi")])
    filled: list[tuple[Editor, object]] = [
        (ChoiceEditor(Choice("Area", {"work": "Work", "home": "Home"})), "work"),
        (AskedEditor(Asked("Craving")), "no"),
        (ScaleEditor(Scale("Importance")), 5),
        (DayEditor(Day("Due on")), None),
        (ref, 1),
    ]
    first = QLineEdit()
    area = page_with(qtbot, first, *(editor for editor, _value in filled))
    first.setFocus()
    for editor, value in filled:
        editor.put(value)
        area.verticalScrollBar().setValue(0)
        turn_wheel(editor.target())
        assert editor.value() == value
        assert area.verticalScrollBar().value() > 0


@pytest.mark.parametrize("kind", [QPlainTextEdit, QTextEdit])
def test_tab_leaves_every_text(
    qtbot: QtBot, guarded: QApplication, kind: type[QPlainTextEdit] | type[QTextEdit]
) -> None:
    notes, after = kind(), QLineEdit()
    area = page_with(qtbot, notes, after)
    notes.setFocus()
    QTest.keyClick(notes, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert area.isActiveWindow()
    assert notes.toPlainText() == ""


def test_tab_still_visits_the_links_of_a_page_to_read(qtbot: QtBot, guarded: QApplication) -> None:
    help_page, after = QTextBrowser(), QLineEdit()
    help_page.setHtml('<a href="#a">one</a> <a href="#b">two</a>')
    area = page_with(qtbot, help_page, after)
    help_page.setFocus()
    QTest.keyClick(help_page, Qt.Key.Key_Tab)
    QTest.keyClick(help_page, Qt.Key.Key_Tab)
    assert help_page.hasFocus()
    assert area.isActiveWindow()


def test_what_gets_the_focus_comes_into_sight(qtbot: QtBot, guarded: QApplication) -> None:
    lines = [QLineEdit() for _number in range(8)]
    area = page_with(qtbot, *lines, gap=150)
    for line in (*lines, *reversed(lines)):
        line.setFocus()
        top = line.mapTo(area.viewport(), QPoint()).y()
        assert top >= 0
        assert top + line.height() <= area.viewport().height()


def test_a_click_does_not_move_the_page(qtbot: QtBot, guarded: QApplication) -> None:
    line = QLineEdit()
    area = page_with(qtbot, QWidget(), line)
    line.setMinimumHeight(100)
    QApplication.processEvents()
    area.verticalScrollBar().setValue(line.y() + 60)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(20, 90))
    assert line.hasFocus()
    assert area.verticalScrollBar().value() == line.y() + 60
