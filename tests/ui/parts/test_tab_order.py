"""The Tab key visits a page in reading order, also after a part of it was laid out anew."""

import gc

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.editors.for_field import editor_for
from recovery_desktop_ui.parts.layouts import Columns, col, hold
from recovery_desktop_ui.parts.tab_order import focus_first, tab_in_reading_order

from recovery_desktop.records.client import Episode


def line(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    return made


def visited(qtbot: QtBot, page: QWidget, stops: int) -> list[str]:
    """Where real presses of the Tab key lead, from the first stop on."""
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    QApplication.processEvents()  # the focus comes with the window
    assert focus_first(page)
    names = []
    for _press in range(stops):
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    return names


def test_left_to_right_then_down_whatever_was_made_first(qtbot: QtBot) -> None:
    d, c, b, a = line("d"), line("c"), line("b"), line("a")
    page = hold(col(Columns(a, b, least=10), c, d))
    tab_in_reading_order(page)
    assert visited(qtbot, page, 5) == ["a", "b", "c", "d", "a"]


def test_a_part_laid_out_anew_keeps_its_place(qtbot: QtBot) -> None:
    before, last, after = line("before"), line("last"), line("after")
    inside = col(line("first"), last)
    part = hold(inside)
    page = hold(col(before, part, after))
    tab_in_reading_order(page)
    for name in ("second", "third"):
        inside.insertWidget(inside.count() - 1, line(name))
        tab_in_reading_order(part)
    inside.insertWidget(0, line("new first"))
    tab_in_reading_order(part)
    assert visited(qtbot, page, 7) == ["before", "new first", "first", "second", "third", "last", "after"]


def test_setting_the_order_lets_no_widget_go(qtbot: QtBot) -> None:
    class Kept(QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.word = "still here"

    page = hold(col(line("a"), hold(col(Kept(), line("b"))), line("c")))
    qtbot.addWidget(page)
    for _time in range(3):
        tab_in_reading_order(page)
        gc.collect()
    assert [kept.word for kept in page.findChildren(Kept)] == ["still here"]


def test_editors_and_answers_are_one_stop_each_and_the_last_leads_to_the_first(qtbot: QtBot) -> None:
    form = {
        name: editor_for(Episode.described()[name]) for name in ("legal_status", "intoxicated_at_intake", "intake_on")
    }
    for name, editor in form.items():
        editor.target().setObjectName(name)
    form["intoxicated_at_intake"].focusProxy().setObjectName("intoxicated_at_intake")
    page = hold(col(line("before"), *form.values(), line("after")))
    for _time in range(2):
        tab_in_reading_order(page)
    assert visited(qtbot, page, 6) == ["before", *form, "after", "before"]
