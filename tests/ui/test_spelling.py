"""Spelling in the window: marks soon after typing, corrections by keyboard, own words in the vault, names stand."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import open_client
from recovery_desktop_ui.parts.editors.spelled import SpelledArea, SpelledEntry
from recovery_desktop_ui.parts.spelling import AFTER, _lexicon, current_checker, use_checker
from recovery_desktop_ui.parts.tokens import colour, palette
from recovery_desktop_ui.spelling import Spelling
from recovery_desktop_ui.spelling_walk import next_word

from recovery_desktop.records.client import Client
from recovery_desktop.records.family import SupportPerson
from recovery_desktop.records.practice import OwnWord, Practice, Staff
from recovery_desktop.records.store import Store
from tests.practices import reopened

Key = Qt.Key


@pytest.fixture(autouse=True)
def _no_checker_stays() -> Iterator[None]:
    yield
    use_checker(None)


class Page(QWidget):
    """Three fields of a person who supports a client, with the spelling check of the practice."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.keeper = Keeper(store)
        self.spelling = Spelling(self.keeper, self)
        self.form = Form(self.keeper, SupportPerson)
        self.client = store.add(Client, None, record_number="RD-1", legal_given="Anjuli", legal_family="Quizhpe")
        self.person = store.add(SupportPerson, self.client, name="Tenezaca", role_in_plan="", aims="")
        layout = QVBoxLayout(self)
        for name in ("role_in_plan", "aims", "lives"):
            layout.addWidget(self.form.field(name))
        layout.addStretch()
        self.form.show(self.person, self.client)
        self.spelling.show_client(open_client(self.client.id))

    def area(self, name: str) -> SpelledArea:
        found = self.form.rows[name].editor.target()
        assert isinstance(found, SpelledArea)
        return found

    def line(self) -> SpelledEntry:
        found = self.form.rows["lives"].editor.target()
        assert isinstance(found, SpelledEntry)
        return found


@pytest.fixture
def page(qtbot: QtBot, store: Store) -> Page:
    shown = Page(store)
    qtbot.addWidget(shown)
    shown.resize(600, 500)
    shown.show()
    shown.activateWindow()
    shown.spelling.checker._soon.setInterval(10)
    shown.area("role_in_plan").setFocus()
    return shown


def marks(area: SpelledArea) -> list[str]:
    return [word.selectedText() for word in area.marked()]


def marks_of_line(line: SpelledEntry) -> list[str]:
    return [word.text for word in line.marked()]


def ask_menu(widget: SpelledArea | SpelledEntry) -> QMenu:
    """The menu by the Menu key."""
    spot = QPoint(3, 3)
    QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, widget.mapToGlobal(spot)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def entries(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]


def entry(menu: QMenu, words: str) -> QAction:
    return next(action for action in menu.actions() if action.text().replace("&", "") == words)


def test_marks_come_soon_and_not_under_the_word_that_is_being_typed(qtbot: QtBot, page: Page) -> None:
    area = page.area("role_in_plan")
    page.spelling.checker._soon.setInterval(AFTER)
    qtbot.keyClicks(area, "She will recieve naloxone. Anxeity")
    qtbot.waitUntil(lambda: marks(area) == ["recieve"], timeout=2000)
    qtbot.keyClick(area, Key.Key_Space)
    qtbot.waitUntil(lambda: marks(area) == ["recieve", "Anxeity"], timeout=2000)
    assert area.document().toRawText() == "She will recieve naloxone. Anxeity "
    qtbot.keyClicks(area, "teh")
    qtbot.keyClick(area, Key.Key_Tab)
    qtbot.waitUntil(lambda: marks(area) == ["recieve", "Anxeity", "teh"], timeout=2000)


def test_marks_stand_right_behind_letters_that_count_as_two(qtbot: QtBot, page: Page) -> None:
    area = page.area("aims")
    page.keeper.save(page.person, aims="\U0001f600 fine, \U0001f600 recieve it")
    page.form.refresh()
    qtbot.waitUntil(lambda: marks(area) == ["recieve"], timeout=2000)


def test_a_mending_takes_the_mark_away_at_once(qtbot: QtBot, page: Page) -> None:
    area = page.area("role_in_plan")
    qtbot.keyClicks(area, "teh ")
    qtbot.waitUntil(lambda: marks(area) == ["teh"], timeout=2000)
    area.select(0, 3)
    qtbot.keyClicks(area, "the")
    qtbot.waitUntil(lambda: marks(area) == [], timeout=2000)


def test_a_correction_is_one_step_back_and_is_saved(qtbot: QtBot, page: Page) -> None:
    area = page.area("role_in_plan")
    qtbot.keyClicks(area, "to recieve calls ")
    qtbot.waitUntil(lambda: marks(area) == ["recieve"], timeout=2000)
    area.select(5, 5)
    menu = ask_menu(area)
    assert entries(menu)[:3] == ["…", "Add to my words", "Ignore here"]
    qtbot.waitUntil(lambda: entries(menu)[0] == "receive", timeout=2000)
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    assert area.toPlainText() == "to receive calls "
    assert page.keeper.flush()
    assert SupportPerson.get().role_in_plan == "to receive calls "
    qtbot.keyClick(area, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert area.toPlainText() == "to recieve calls "


def test_a_line_is_marked_and_mended_too_but_names_in_it_stand(qtbot: QtBot, page: Page) -> None:
    line = page.line()
    line.setFocus()
    qtbot.keyClicks(line, "in Quakertonn with his mothr ")
    qtbot.waitUntil(lambda: marks_of_line(line) == ["mothr"], timeout=2000)
    assert has_wave(line)
    line.select(26, 26)
    menu = ask_menu(line)
    qtbot.waitUntil(lambda: "mother" in entries(menu), timeout=2000)
    entry(menu, "mother").trigger()
    menu.close()
    assert line.text() == "in Quakertonn with his mother "
    assert page.keeper.flush()
    assert SupportPerson.get().lives == "in Quakertonn with his mother "
    line.undo()
    assert line.text() == "in Quakertonn with his mothr "


@pytest.mark.parametrize("name", ["role_in_plan", "lives"])
def test_alt_and_down_ask_for_the_menu(qtbot: QtBot, page: Page, name: str) -> None:
    field = page.form.rows[name].editor.target()
    assert isinstance(field, SpelledArea | SpelledEntry)
    field.setFocus()
    qtbot.keyClicks(field, "teh ")
    qtbot.waitUntil(lambda: len(list(field.marked())) == 1, timeout=2000)
    field.select(0, 3)
    qtbot.keyClick(field, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.waitUntil(lambda: entries(menu)[0] == "the", timeout=2000)
    menu.close()


def test_nothing_like_it_is_said(qtbot: QtBot, page: Page) -> None:
    area = page.area("role_in_plan")
    qtbot.keyClicks(area, "xqzvjkwlpmnbt ")
    qtbot.waitUntil(lambda: len(marks(area)) == 1, timeout=2000)
    area.select(2, 2)
    menu = ask_menu(area)
    qtbot.waitUntil(lambda: entries(menu)[0] == "Nothing like it in the word list", timeout=2000)
    menu.close()


def test_own_words_are_kept_in_the_vault_and_can_be_undone(qtbot: QtBot, page: Page, store: Store) -> None:
    area = page.area("role_in_plan")
    qtbot.keyClicks(area, "the Brambleway program ")
    qtbot.waitUntil(lambda: marks(area) == ["Brambleway"], timeout=2000)
    area.select(6, 6)
    menu = ask_menu(area)
    entry(menu, "Add to my words").trigger()
    menu.close()
    qtbot.waitUntil(lambda: marks(area) == [], timeout=2000)
    page.keeper.undo()
    qtbot.waitUntil(lambda: marks(area) == ["Brambleway"], timeout=2000)
    page.keeper.redo()
    qtbot.waitUntil(lambda: marks(area) == [], timeout=2000)
    page.keeper.flush()
    again = reopened(store)
    assert [word.word for word in OwnWord.select()] == ["Brambleway"]
    again.close()


def test_ignoring_holds_in_that_field_of_that_client(qtbot: QtBot, page: Page) -> None:
    first, second = page.area("role_in_plan"), page.area("aims")
    qtbot.keyClicks(first, "gloopy ")
    second.setFocus()
    qtbot.keyClicks(second, "gloopy ")
    qtbot.waitUntil(lambda: marks(first) == marks(second) == ["gloopy"], timeout=2000)
    second.select(1, 1)
    menu = ask_menu(second)
    entry(menu, "Ignore here").trigger()
    menu.close()
    assert (marks(first), marks(second)) == (["gloopy"], [])
    page.spelling.show_client(None)
    qtbot.waitUntil(lambda: marks(second) == ["gloopy"], timeout=2000)


def test_names_in_the_record_stand(qtbot: QtBot, page: Page, store: Store) -> None:
    area = page.area("role_in_plan")
    qtbot.keyClicks(area, "Anjuli and Tenezaca's aunt Okaforra ")
    qtbot.waitUntil(lambda: marks(area) == ["Okaforra"], timeout=2000)
    page.keeper.add(Staff, None, name="Imanie Okaforra")
    qtbot.waitUntil(lambda: marks(area) == [], timeout=2000)
    page.spelling.show_client(None)
    qtbot.waitUntil(lambda: marks(area) == ["Anjuli", "Tenezaca's"], timeout=2000)


def test_spanish_is_left_alone_where_documents_are_spanish(qtbot: QtBot, page: Page) -> None:
    area = page.area("role_in_plan")
    area.insertPlainText("Quiero dormir sin tomar. ")
    qtbot.waitUntil(lambda: "Quiero" in marks(area), timeout=2000)
    page.keeper.save(Practice.get(), language="es")
    qtbot.waitUntil(lambda: marks(area) == [], timeout=4000)


def test_f7_walks_all_fields_from_the_cursor_on_and_around(qtbot: QtBot, page: Page) -> None:
    first, second, line = page.area("role_in_plan"), page.area("aims"), page.line()
    page.keeper.save(page.person, role_in_plan="teh one and teh other", aims="all is well", lives="with his mothr")
    page.form.refresh()
    walked = []
    for _step in range(4):
        before = focused_and_selected()
        next_word(page)
        qtbot.waitUntil(lambda before=before: focused_and_selected() != before, timeout=2000)
        walked.append(focused_and_selected())
    assert walked == [(first, (0, 3)), (first, (12, 15)), (line, (9, 14)), (first, (0, 3))]
    assert second not in [field for field, _place in walked]


def focused_and_selected() -> tuple[QWidget | None, tuple[int, int]]:
    focused = QApplication.focusWidget()
    assert isinstance(focused, SpelledArea | SpelledEntry)
    return focused, focused.selected()


def test_f7_says_when_there_is_nothing_to_check(qtbot: QtBot, page: Page) -> None:
    qtbot.keyClicks(page.area("role_in_plan"), "all is well")
    next_word(page)
    qtbot.waitUntil(lambda: QToolTip.text() == "Every word on this page is known.", timeout=2000)
    QToolTip.hideText()


def test_a_long_text_is_looked_at_where_it_is_seen(qtbot: QtBot, page: Page) -> None:
    area = page.area("role_in_plan")
    page.keeper.save(page.person, role_in_plan="It kept teh window open. " * 4000 + "\n" + "recieve it " * 40)
    page.form.refresh()
    qtbot.waitUntil(lambda: "teh" in marks(area), timeout=2000)
    assert len(marks(area)) < 60
    assert len(area.text_to_check()) < 3000
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: "recieve" in marks(area), timeout=2000)


@pytest.mark.parametrize("dark", [False, True])
def test_the_wave_has_its_colour_in_light_and_dark(qtbot: QtBot, page: Page, dark: bool) -> None:
    area = page.area("role_in_plan")
    page.setPalette(palette(dark))
    qtbot.keyClicks(area, "all is well")
    assert not has_wave(area)
    qtbot.keyClicks(area, " teh ")
    qtbot.waitUntil(lambda: marks(area) == ["teh"], timeout=2000)
    assert has_wave(area)


def has_wave(widget: QWidget) -> bool:
    """Whether the colour of a wave is in the picture of a field."""
    care = colour(widget, "care")
    picture = widget.grab().toImage()
    seen = (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(abs(pixel.hue() - care.hue()) < 8 and pixel.saturation() > 60 for pixel in seen) > 10


def test_nothing_is_read_before_a_text_is_shown(qtbot: QtBot, store: Store) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    spelling = Spelling(Keeper(store), host)
    assert spelling.checker._tasks == []
    assert current_checker() is spelling.checker


def test_the_checker_ends_with_its_workplace_and_a_newer_one_stays(qtbot: QtBot, store: Store) -> None:
    keeper = Keeper(store)
    old, new = QWidget(), QWidget()
    qtbot.addWidget(new)
    Spelling(keeper, old)
    newer = Spelling(keeper, new)
    old.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert current_checker() is newer.checker


def test_no_list_is_read_anew_when_clients_of_two_languages_are_opened_in_turn() -> None:
    english, spanish = _lexicon(False), _lexicon(True)
    assert (english.knows_spanish, spanish.knows_spanish) == (False, True)
    assert _lexicon(False) is english and _lexicon(True) is spanish
