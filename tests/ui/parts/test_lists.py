"""Lists: what a person chooses is told, what is filled in is not; rows are read, walked and never cut in silence."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.empty import Empty
from recovery_desktop_ui.parts.layouts import col, hold
from recovery_desktop_ui.parts.list_rows import cut_words
from recovery_desktop_ui.parts.lists import RowData, RowList

PEOPLE = [
    RowData(1, "Cy T.", "review 5 days late", mark="care", tone="care"),
    RowData(2, "Priya S.", "draft 2", mark="started"),
    RowData(3, "Dee E.", "review in 3 days", "today", mark="done"),
]


class Heard(list[object]):
    """All keys that a list told."""

    def __init__(self, rows: RowList) -> None:
        super().__init__()
        rows.chosen.connect(self.append)


@pytest.fixture
def people(qtbot: QtBot) -> RowList:
    rows = RowList("Caseload", on="shade")
    qtbot.addWidget(rows)
    rows.resize(240, 300)
    rows.set_rows(PEOPLE)
    rows.show()
    return rows


def middle(rows: RowList, at: int) -> QPoint:
    return rows.visualRect(rows.model().index(at, 0)).center()


def test_filling_and_choosing_by_program_tells_nothing(people: RowList) -> None:
    heard = Heard(people)
    people.choose(2)
    people.set_rows(PEOPLE[1:])
    people.set_rows([])
    people.set_rows(PEOPLE)
    assert heard == []


def test_the_chosen_row_stays_by_its_key(people: RowList) -> None:
    people.choose(3)
    people.set_rows([RowData(0, "Al B."), *reversed(PEOPLE)])
    assert people.current_key() == 3
    people.set_rows([RowData(3, "Dee E.", "review tomorrow"), RowData(2, "Priya S.")])
    assert people.current_key() == 3
    people.set_rows(PEOPLE[:1])
    assert people.current_key() is None


def test_same_rows_with_other_words_keep_their_place(people: RowList) -> None:
    people.set_rows([RowData(i, f"Client {i}", "open") for i in range(100)])
    people.verticalScrollBar().setValue(500)
    people.set_rows([RowData(i, f"Client {i}", "closed") for i in range(100)])
    assert people.verticalScrollBar().value() == 500
    assert people.model().index(7, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Client 7, closed"


def test_keys_walk_and_press(qtbot: QtBot, people: RowList) -> None:
    heard = Heard(people)
    people.choose(1)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Space):
        qtbot.keyClick(people, key)
    assert heard == [2, 2, 3, 2, 2]


def test_typing_finds_a_row(qtbot: QtBot, people: RowList) -> None:
    heard = Heard(people)
    qtbot.keyClicks(people, "De")
    assert heard[-1] == 3


def test_clicks_choose_also_what_is_chosen_already(qtbot: QtBot, people: RowList) -> None:
    heard = Heard(people)
    for at in (1, 1, 0):
        qtbot.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=middle(people, at))
    assert heard == [2, 2, 1]
    qtbot.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 290))
    assert people.current_key() == 1


def test_dragging_over_rows_chooses_none_of_them(qtbot: QtBot, people: RowList) -> None:
    heard = Heard(people)
    qtbot.mousePress(people.viewport(), Qt.MouseButton.LeftButton, pos=middle(people, 0))
    qtbot.mouseMove(people.viewport(), middle(people, 2))
    qtbot.mouseRelease(people.viewport(), Qt.MouseButton.LeftButton, pos=middle(people, 2))
    assert heard == [1]


def test_arriving_by_tab_chooses_nothing(qtbot: QtBot) -> None:
    field, rows = QLineEdit(), RowList("Goals")
    rows.set_rows(PEOPLE)
    page = hold(col(field, rows))
    qtbot.addWidget(page)
    heard = Heard(rows)
    with qtbot.waitActive(page):
        page.show()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert rows.hasFocus()
    assert rows.current_key() is None
    assert heard == []
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert heard == [1]


def test_the_row_below_the_pointer_is_seen(qtbot: QtBot, people: RowList) -> None:
    qtbot.waitExposed(people)
    corner = people.visualRect(people.model().index(1, 0)).topRight() + QPoint(-3, 3)

    def colour_with_the_pointer_on(at: int) -> str:
        QTest.mouseMove(people.windowHandle(), people.viewport().mapTo(people, middle(people, at)))
        QApplication.processEvents()
        return people.viewport().grab().toImage().pixelColor(corner).name()

    assert colour_with_the_pointer_on(1) != colour_with_the_pointer_on(2)


def test_a_row_is_read_whole(people: RowList) -> None:
    listed = QAccessible.queryAccessibleInterface(people)
    assert listed.text(QAccessible.Text.Name) == "Caseload"
    assert listed.child(2).text(QAccessible.Text.Name) == "Dee E., review in 3 days, today, complete"


def test_rows_never_scroll_sideways(people: RowList) -> None:
    people.set_rows([RowData(1, "word " * 80, "more " * 80, "right " * 40, level=3)])
    assert people.horizontalScrollBar().maximum() == 0


def test_what_is_cut_is_told_by_its_tooltip(people: RowList) -> None:
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 200, 48)
    long = "No use on 8 of 8 nights on which work ends late"
    assert cut_words(option, RowData(1, "Tests", "twice a week")) == ""
    assert cut_words(option, RowData(1, long)) == long
    assert cut_words(option, RowData(1, "Tests", long)) == long
    option.state = QStyle.StateFlag.State_Selected
    assert cut_words(option, RowData(1, long, long, "week 8")) == f"{long}\n{long}"


def test_what_was_chosen_out_of_sight_comes_into_sight(qtbot: QtBot) -> None:
    rows = RowList("Sections")
    qtbot.addWidget(rows)
    rows.set_rows([RowData(at, f"Section {at}") for at in range(40)])
    rows.choose(30)
    rows.resize(240, 300)
    rows.show()
    assert rows.viewport().rect().contains(middle(rows, 30))
    rows.hide()
    rows.choose(2)
    rows.show()
    assert rows.viewport().rect().contains(middle(rows, 2))


def test_titles_without_a_mark_stand_below_the_others(qtbot: QtBot) -> None:
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 100, 32)
    wide = "A title that is too wide for its row"
    assert not cut_words(option, RowData(1, "Title"))
    marked, hanging = RowData(1, wide, mark="done"), RowData(2, wide, hangs=True)
    rows = RowList("Sections")
    qtbot.addWidget(rows)
    option.rect = QRect(0, 0, rows.width_for([wide]), 32)
    assert not cut_words(option, marked)
    assert not cut_words(option, hanging)


def test_a_list_that_grows_shows_all_its_rows(qtbot: QtBot) -> None:
    rows = RowList("Goals", grows=True)
    qtbot.addWidget(rows)
    goals = [RowData(i, "“Keep my weekends”", voice=i % 2 == 0, level=i % 2) for i in range(30)]
    rows.set_rows(goals)
    rows.resize(300, rows.height())
    rows.show()
    assert rows.verticalScrollBar().maximum() == 0
    assert rows.visualRect(rows.model().index(29, 0)).bottom() < rows.height()


def test_thousands_of_rows_are_drawn_where_they_are_looked_at(people: RowList, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[int] = set()
    seen = type(people.model()).data

    def data(model: object, index: object, role: int = 0) -> object:
        asked.add(index.row())  # type: ignore[attr-defined]
        return seen(model, index, role)  # type: ignore[arg-type]

    monkeypatch.setattr(type(people.model()), "data", data)
    people.set_rows([RowData(i, f"Client {i}", "open") for i in range(20_000)])
    people.choose(15_000)
    people.grab()
    assert people.verticalScrollBar().maximum() > 20_000
    assert len(asked) < 100


def test_an_empty_page_says_what_belongs_there_and_begins_it(qtbot: QtBot) -> None:
    pressed: list[str] = []
    first = button("Add a first step", "primary", "plus", does=lambda: pressed.append("first"))
    page = Empty("sprout", "What keeps this going?", "Start with who to call on a hard evening.", first)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    assert page.accessibleName() == "What keeps this going?"
    assert abs(first.mapTo(page, first.rect().center()).x() - 450) < 3
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert pressed == ["first"]
    page.resize(300, 600)
    assert page.rect().contains(QRect(first.mapTo(page, QPoint()), first.size()))
