"""Every word of the window goes through gettext, and longer languages fit: a made-up one says which do not."""

import gettext
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.sections import SectionedPage
from recovery_desktop_ui.tabs.names import BESIDE, TABS
from recovery_desktop_ui.window import MainWindow

from recovery_desktop import text as words_module
from recovery_desktop.guidance import rule_book
from recovery_desktop.guidance.library import library
from recovery_desktop.plans.profiles import shipped_profiles
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.store import Store
from tests.practices import new_practice
from tests.ui.fitting import cut
from tests.ui.windows import locked_window, opened_window, settle

MARK = "⟦"
OUR_OWN = {"Recovery Desktop", "Test Practice", "Sam Fielding", "RD-000900", "Test Counselor"}
QT_OWN = {"Scroll Left", "Scroll Right"}  # translated by Qt's own catalog
_ACCENTS = str.maketrans("aeiouyAEIOU", "áéíóúýÁÉÍÓÚ")


class Pseudo(gettext.NullTranslations):
    """English with accents, in brackets, two fifths longer; what stands in braces stays. Behind each of these, and each
    "|", is a bracket too: a sentence with gaps is shown in pieces."""

    def gettext(self, message: str) -> str:
        parts = []
        for at, part in enumerate(message.replace("{", "\0{").replace("}", "}\0").split("\0")):
            is_gap = part.startswith("{") and at
            parts.append(part if is_gap else MARK + part.translate(_ACCENTS).replace("|", f"|{MARK}"))
        padding = "·" * (len(message) * 2 // 5)
        return f"{''.join(parts)}{padding}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture(autouse=True)
def pseudo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words_module, "_translation", Pseudo())


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A practice with one client, of whom nothing is known yet."""
    store: Store = new_practice(tmp_path / "vault")
    client = store.add(Client, record_number="RD-000900", legal_given="Sam", legal_family="Fielding")
    store.add(Assessment, store.add(Episode, client))
    return opened_window(qtbot, store, client=client)


def said_by(widget: QWidget) -> Iterator[str]:
    """What a widget shows or tells that is ours, not typed by anybody."""
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(index) for index in range(widget.count()))
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()


def untranslated(window: QWidget) -> set[str]:
    found = set()
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and not isinstance(widget, QTextBrowser):
            found |= {said.strip() for said in said_by(widget)}
    return {said for said in found if MARK not in said and any(map(str.isalpha, said)) and not _may_stand(said)}


@cache
def _of_data() -> frozenset[str]:
    """What rules, library and rule profiles say: data files that are translated file by file."""
    rules = (words for rule in rule_book().rules for words in (rule.suggestion, rule.finding))
    services = (words for one in library() for words in (one.name, one.usual))
    table = rule_book().table
    numbers = (words for name, label in table.labels.items() for words in (label, f"{label}, {table.numbers[name]}"))
    return frozenset((*rules, *services, *numbers, *_of_profiles()))


def _of_profiles() -> Iterator[str]:
    for one in shipped_profiles():
        yield from (one.name, one.about)
        yield from (words for each in (*one.rules, *one.due) for words in (each.words, f"– {each.words}"))
        yield from (words for source in one.sources for words in (source.cite, source.link))


def _may_stand(said: str) -> bool:
    if all(line in _of_data() or not any(map(str.isalpha, line)) for line in said.splitlines()):
        return True
    keys = said.replace("F2", "").replace("F7", "")
    return said in OUR_OWN | QT_OWN or said.startswith(("Ctrl+", "Esc", "/")) or not any(map(str.isalpha, keys))


def check(qtbot: QtBot, window: MainWindow) -> None:
    settle()
    assert untranslated(window) == set()
    qtbot.waitUntil(lambda: cut(window) == set(), timeout=2000)  # words at the foot come and go by themselves


@pytest.mark.parametrize("key", [tab.key for tab in (*TABS, *BESIDE)])
def test_pages(qtbot: QtBot, window: MainWindow, key: str) -> None:
    workplace = window.workplace
    assert workplace is not None
    workplace.show_page(key)
    check(qtbot, window)
    if isinstance(workplace.page, SectionedPage):
        for section in workplace.page.section_keys():
            workplace.go_to(Place(key, section))
            check(qtbot, window)


@pytest.mark.parametrize(
    "name", ["due", "new_client", "practice", "services", "rules", "batch", "backup", "passphrase", "thread"]
)
def test_panes(qtbot: QtBot, window: MainWindow, name: str) -> None:
    window.commands.run(name)
    check(qtbot, window)


def test_menus(window: MainWindow) -> None:
    words = [words for _menu, words, _keys in window.commands.listed()]
    assert [each for each in words if MARK not in each] == []


def test_the_first_run(qtbot: QtBot, tmp_path: Path) -> None:
    window = locked_window(qtbot, tmp_path / "none")
    check(qtbot, window)


def test_unlock_and_the_ways_beside_it(qtbot: QtBot, tmp_path: Path) -> None:
    new_practice(tmp_path / "vault").close()
    window = locked_window(qtbot, tmp_path / "vault")
    check(qtbot, window)
    for show in (window.gate.show_recovery, window.gate.show_restore):
        show()
        check(qtbot, window)
