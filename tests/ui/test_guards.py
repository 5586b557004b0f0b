"""The wheel changes no answer, Tab is never trapped, and what has the focus is in sight."""

import ast
import re
from pathlib import Path

import pytest
import recovery_desktop_ui
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.combo import PlainCombo
from recovery_desktop_ui.parts.editors.base import Editor
from recovery_desktop_ui.parts.editors.choice import ChoiceEditor
from recovery_desktop_ui.parts.editors.day import DayEditor
from recovery_desktop_ui.parts.editors.ref import RefEditor
from recovery_desktop_ui.parts.editors.scale import ScaleEditor
from recovery_desktop_ui.parts.editors.segments import AskedEditor
from recovery_desktop_ui.parts.editors.text import TextEditor
from recovery_desktop_ui.parts.guards import install_guards
from recovery_desktop_ui.parts.layouts import scrolling

from recovery_desktop.records.fields import Asked, Choice, Day, Scale, Text

_CHANGED = re.compile(r"Q(Font)?ComboBox|Q\w*SpinBox|QDate(Time)?Edit|QTimeEdit|QSlider|QDial|QScrollBar")


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


def combo() -> PlainCombo:
    result = PlainCombo()
    result.addItems([str(number) for number in range(9)])
    result.setCurrentIndex(4)
    return result


def test_the_wheel_changes_no_list_without_the_focus(qtbot: QtBot) -> None:
    first, widget = QLineEdit(), combo()
    area = page_with(qtbot, first, widget)
    first.setFocus()
    turn_wheel(widget)
    assert widget.currentIndex() == 4
    assert first.hasFocus()
    assert area.verticalScrollBar().value() > 0


def test_what_the_wheel_would_change_is_made_nowhere_else() -> None:
    window = Path(recovery_desktop_ui.__file__).parent
    made = {path.relative_to(window).as_posix() for path in window.rglob("*.py") if _turned_by_the_wheel(path)}
    assert made == {"parts/combo.py"}


def _turned_by_the_wheel(module: Path) -> bool:
    """Whether a module makes one of Qt's own widgets that the wheel changes, or a kind of it."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    bases = (base for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for base in node.bases)
    return any(isinstance(node, ast.Name) and _CHANGED.fullmatch(node.id) for node in (*calls, *bases))


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


def test_tab_leaves_a_long_text(qtbot: QtBot, guarded: QApplication) -> None:
    notes, after = TextEditor(Text("Notes")), QLineEdit()
    area = page_with(qtbot, notes, after)
    notes.target().setFocus()
    QTest.keyClick(notes.target(), Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert area.isActiveWindow()
    assert notes.value() == ""


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
