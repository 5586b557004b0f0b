"""The help: complete, linked within itself, found by words, opened for the focused field and left to it again."""

import importlib
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access.unlock import UnlockPage
from recovery_desktop_ui.commands import COMMANDS
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.help.keys import INSIDE
from recovery_desktop_ui.help.over import show_over
from recovery_desktop_ui.help.pages import TOPICS, find, page
from recovery_desktop_ui.help.pane import HelpPane
from recovery_desktop_ui.help.topics import _OF_KIND, field_help, topic_for
from recovery_desktop_ui.panes import registry as panes
from recovery_desktop_ui.parts.tokens import palette
from recovery_desktop_ui.tabs.names import BESIDE, TABS
from recovery_desktop_ui.tabs.page_of_table import page_of

from recovery_desktop.assets import resources
from recovery_desktop.records.family import SupportPerson
from recovery_desktop.records.goals import Goal
from recovery_desktop.records.kinds import RECORDS
from recovery_desktop.records.store import Store
from recovery_desktop.vault import Attempts

Key = Qt.Key
ROOT = Path(__file__).resolve().parents[2]
WINDOW = ROOT / "ui" / "recovery_desktop_ui"
LINKS = re.compile(r"\]\(([^)]*)\)")
BANNED = re.compile(
    r"\b(addict\w*|abus\w*|clean|dirty|junkie|alcoholic|substance abuser|non-?complian\w*|suffers?)\b", re.I
)


def test_each_file_is_a_page_and_each_page_a_file() -> None:
    assert {file.stem for file in (resources() / "help" / "en").iterdir()} == set(TOPICS)
    assert len(set(TOPICS)) == len(TOPICS)


def test_whatever_can_be_shown_has_a_page() -> None:
    assert {tab.key for tab in (*TABS, *BESIDE)} <= set(TOPICS)
    assert panes._PANES.keys() <= set(TOPICS)
    assert {page_of(model) for model in RECORDS} <= set(TOPICS)


def test_parts_of_the_window_are_known_by_names_that_they_have() -> None:
    classes = {
        name for file in WINDOW.rglob("*.py") for name in re.findall(r"^class (\w+)", file.read_text("utf-8"), re.M)
    }
    assert _OF_KIND.keys() <= classes
    assert set(_OF_KIND.values()) <= set(TOPICS)


@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_has_a_title_links_that_lead_on_and_kind_words(topic: str) -> None:
    shown = page(topic)
    assert shown.title and len(shown.title) < 40
    assert len(shown.markdown.split()) < 450
    assert all(link.removesuffix(".md") in TOPICS for link in LINKS.findall(shown.markdown))
    assert BANNED.findall(shown.markdown) == []
    assert "http" not in shown.markdown


def test_keys_in_the_help_exist() -> None:
    known = {QKeySequence(key) for command in COMMANDS for key in command.keys}
    known |= {QKeySequence(key) for keys in INSIDE.values() for line in keys for key in line.split(", ")}
    known |= {QKeySequence(f"Ctrl+{number}") for number in range(1, 9)}
    named = {
        key for topic in TOPICS for key in re.findall(r"\*\*((?:Ctrl|Alt|Shift)\+[^*]+|F\d+)\*\*", page(topic).markdown)
    }
    assert len(named) > 15
    assert [key for key in sorted(named) if QKeySequence(key) not in known] == []


def test_every_page_is_led_to_by_links_from_the_first() -> None:
    seen, ahead = set(), ["start"]
    while ahead:
        topic = ahead.pop()
        seen.add(topic)
        ahead += {link.removesuffix(".md") for link in LINKS.findall(page(topic).markdown)} - seen
    assert seen == set(TOPICS)


def test_words_find_pages_those_with_them_in_the_title_first() -> None:
    assert find("restore")[0].topic == "restore"
    assert "recovery" in [each.topic for each in find("envelope")]
    assert find("zzz") == []
    assert [each.topic for each in find("  ")] == list(TOPICS)
    assert {each.topic for each in find("NALOXONE kept")} == {"aftercare"}


# -- for what has the focus


class Fields(QWidget):
    def __init__(self, store: Store) -> None:
        super().__init__()
        self.setObjectName("page.goals")
        form = Form(Keeper(store), SupportPerson)
        self.day, self.words = form.field("birth_date"), Form(Keeper(store), Goal).field("own_words")
        self.day.setParent(self)
        self.words.setParent(self)


def test_a_field_tells_its_page_and_itself(qtbot: QtBot, store: Store) -> None:
    fields = Fields(store)
    qtbot.addWidget(fields)
    day = fields.day.editor.target()
    assert topic_for(day) == "goals"
    said = field_help(day)
    assert said.startswith(f"## {SupportPerson.described()['birth_date'].label}\n")
    assert SupportPerson.described()["birth_date"].help in said
    assert "(dates.md)" in said
    assert "nobody corrects" in field_help(fields.words.editor.target())


@pytest.mark.parametrize(
    ("name", "topic"),
    [("page.overview", "overview"), ("pane.backup", "backup"), ("page.begin", "start"), ("", "start")],
)
def test_pages_and_panes_are_known_by_their_names(qtbot: QtBot, name: str, topic: str) -> None:
    around = QWidget()
    around.setObjectName(name)
    qtbot.addWidget(around)
    assert topic_for(QLineEdit(around)) == topic
    assert field_help(around) == field_help(None) == ""
    assert topic_for(None) == "start"


def test_the_way_in_has_its_page(qtbot: QtBot, tmp_path: Path) -> None:
    unlock = UnlockPage(tmp_path, attempts=Attempts())
    qtbot.addWidget(unlock)
    assert topic_for(unlock.findChild(QLineEdit)) == "unlock"


def test_the_help_needs_no_records() -> None:
    for name in ("pane", "topics", "pages", "keys", "about", "over"):
        importlib.import_module(f"recovery_desktop_ui.help.{name}")
        source = (WINDOW / "help" / f"{name}.py").read_text("utf-8")
        assert "recovery_desktop.records" not in source
        assert "recovery_desktop_ui.editing" not in source


# -- the pane


@pytest.fixture
def stack(qtbot: QtBot) -> QStackedWidget:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.resize(1134, 690)
    for name in ("work", "gate"):
        work = QWidget()
        work.setObjectName(name)
        field = QLineEdit(work)
        field.setObjectName(f"{name}.field")
        stack.addWidget(work)
    stack.show()
    stack.activateWindow()
    stack.widget(0).findChild(QLineEdit).setFocus()
    return stack


def open_help(stack: QStackedWidget, topic: str = "goals") -> HelpPane:
    pane = HelpPane(topic)
    show_over(stack, pane, pane.closed)
    return pane


def test_escape_leads_back_to_the_same_field(qtbot: QtBot, stack: QStackedWidget) -> None:
    field = QApplication.focusWidget()
    assert field is not None and field.objectName() == "work.field"
    pane = open_help(stack)
    assert stack.currentWidget() is pane
    assert pane.reader.hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert stack.currentWidget().objectName() == "work"
    assert QApplication.focusWidget() is field
    assert stack.count() == 2


def test_a_lock_takes_the_help_away(qtbot: QtBot, stack: QStackedWidget) -> None:
    pane = open_help(stack)
    stack.setCurrentIndex(1)
    assert stack.count() == 2
    gone = []
    pane.destroyed.connect(lambda: gone.append(True))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone == [True]


def test_links_are_followed_by_key_and_one_gets_back(qtbot: QtBot, stack: QStackedWidget) -> None:
    pane = open_help(stack, "start")
    QTest.keyClick(pane.reader, Key.Key_Tab)
    QTest.keyClick(pane.reader, Key.Key_Return)
    assert pane.topic == "new_client"
    assert pane.reader.toPlainText().startswith(page("new_client").title)
    before = pane.findChild(QWidget, "help.before")
    assert before.isVisible()
    QTest.keyClick(pane.reader, Key.Key_Backspace)
    assert pane.topic == "start"
    assert not before.isVisible()


def test_tab_leaves_the_page_behind_its_last_link(qtbot: QtBot, stack: QStackedWidget) -> None:
    pane = open_help(stack, "due")
    for _press in range(4):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    assert not pane.reader.hasFocus()


def test_the_search_shows_the_pages_with_the_words(qtbot: QtBot, stack: QStackedWidget) -> None:
    pane = open_help(stack)
    search = pane.findChild(QLineEdit, "help.search")
    search.setFocus()
    QTest.keyClicks(search, "restore")
    titles = pane.findChild(QWidget, "help.pages").model()
    assert titles.rowCount() == len(find("restore"))
    QTest.keyClick(search, Key.Key_Return)
    assert pane.topic == "restore"
    marked = pane.reader.extraSelections()
    assert marked and all(mark.cursor.selectedText().lower() == "restore" for mark in marked)
    search.selectAll()
    QTest.keyClicks(search, "zzz")
    assert titles.rowCount() == 0
    search.selectAll()
    QTest.keyClick(search, Key.Key_Delete)
    assert titles.rowCount() == len(TOPICS)


def test_what_the_field_says_stands_above_the_page_until_another_is_read(qtbot: QtBot) -> None:
    pane = HelpPane("goals", "## Target date\n\nSoon.")
    qtbot.addWidget(pane)
    assert pane.reader.toPlainText().startswith("Target date\nSoon.")
    pane.show_topic("dates")
    pane.show_before()
    assert pane.reader.toPlainText().startswith("Goals")


def test_links_follow_light_and_dark(qtbot: QtBot, stack: QStackedWidget) -> None:
    pane = open_help(stack, "start")
    dark = palette(dark=True)
    stack.setPalette(dark)
    assert link_colour(pane) == dark.link().color()
    stack.setPalette(palette(dark=False))
    assert link_colour(pane) == palette(dark=False).link().color()


def link_colour(pane: HelpPane) -> QColor:
    block = pane.reader.document().begin()
    while block.isValid():
        for each in block.textFormats():
            if each.format.isAnchor():
                assert each.format.fontUnderline()
                return each.format.foreground().color()
        block = block.next()
    raise AssertionError("no link")
