"""What holds for every page of the way in and out: names, the Tab key in reading order, nothing cut at large text."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access.backup_pane import BackupPane
from recovery_desktop_ui.access.first_run import FirstRun
from recovery_desktop_ui.access.owed_sheet_page import OwedSheetPage
from recovery_desktop_ui.access.passphrase_pane import PassphrasePane
from recovery_desktop_ui.access.recovery import RecoveryPage
from recovery_desktop_ui.access.restore import RestorePage
from recovery_desktop_ui.access.salvage import SalvagePage
from recovery_desktop_ui.access.sheet_view import SheetView
from recovery_desktop_ui.access.unlock import UnlockPage
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.tokens import use_text_size

from recovery_desktop.records.store import Store
from recovery_desktop.settings import Settings
from recovery_desktop.vault import Attempts, VaultDamaged, back_up, inspect_backup, layout
from tests.practices import PASSPHRASE, new_practice

Make = Callable[[Store], QWidget]
CODE = "0000-1111-2222-3333-4444-5555-6666-7777-888888"


def damaged(store: Store) -> QWidget:
    page = UnlockPage(store.vault.folder, attempts=Attempts(), note="Locked. Everything was saved at 14:02.")
    page._explain(VaultDamaged(), store.vault.key)
    return page


def contents(store: Store) -> QWidget:
    page = RestorePage(store.vault.folder)
    backup = back_up(store.vault, store.vault.folder / layout.BACKUPS)
    page._show_contents(inspect_backup(backup.path, passphrase=PASSPHRASE))
    return page


def unlocking_backup(store: Store, by_code: bool) -> QWidget:
    page = RestorePage(store.vault.folder)
    (page._ask_code if by_code else page._ask_passphrase)(Path("backup"))
    return page


def first_run(store: Store, step: str) -> QWidget:
    page = FirstRun(Settings(), store.vault.folder.parent / "Dropbox")
    page._store, page._code = (store, CODE) if step in ("show_sheet", "show_ready") else (None, "")
    getattr(page, step)()
    return page


def asked_back(store: Store) -> QWidget:
    view = SheetView(CODE, store.practice(), store.vault.folder)
    view.ask_back()
    return view


def passphrase(store: Store, step: str) -> QWidget:
    page = PassphrasePane(Keeper(store))
    getattr(page, step)()
    return page


def own_passphrase(store: Store) -> QWidget:
    page = passphrase(store, "_ask_seen")
    page.findChild(QRadioButton, "own").click()
    return page


def backups(store: Store) -> QWidget:
    back_up(store.vault, store.vault.folder / layout.BACKUPS)
    return BackupPane(Keeper(store))


PAGES: dict[str, Make] = {
    "unlock": lambda store: UnlockPage(store.vault.folder, attempts=Attempts(), note="Locked."),
    "damaged": damaged,
    "missing": lambda store: UnlockPage(store.vault.folder / "away", attempts=Attempts()),
    "recovery": lambda store: RecoveryPage(store.vault.folder, attempts=Attempts()),
    "owed sheet": OwedSheetPage,
    "restore": lambda store: RestorePage(store.vault.folder),
    "restore by passphrase": lambda store: unlocking_backup(store, False),
    "restore by code": lambda store: unlocking_backup(store, True),
    "restore contents": contents,
    "salvage": lambda store: SalvagePage(store.vault.folder, store.vault.key),
    "looks": lambda store: first_run(store, "show_looks"),
    "place": lambda store: first_run(store, "show_place"),
    "practice": lambda store: first_run(store, "show_practice"),
    "new passphrase": lambda store: first_run(store, "show_passphrase"),
    "own passphrase": own_passphrase,
    "sheet": lambda store: first_run(store, "show_sheet"),
    "sheet asked back": asked_back,
    "ready": lambda store: first_run(store, "show_ready"),
    "passphrase": lambda store: passphrase(store, "_show_choice"),
    "change passphrase": lambda store: passphrase(store, "_ask_change"),
    "backups": backups,
}


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One practice for all pages: they only show."""
    made = new_practice(tmp_path_factory.mktemp("pages") / "vault")
    yield made
    made.close()


@pytest.fixture(params=[1.0, 2.0])
def size(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    use_text_size(request.param)
    yield request.param
    use_text_size(1.0)


@pytest.fixture(params=list(PAGES))
def page(request: pytest.FixtureRequest, qtbot: QtBot, size: float, practice: Store) -> QWidget:
    made = PAGES[request.param](practice)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


def stops(page: QWidget) -> list[QWidget]:
    """All that the Tab key may land on: of several round buttons only the chosen one."""
    return [
        each
        for each in page.findChildren(QWidget)
        if each.isVisibleTo(page)
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and not (isinstance(each, QRadioButton) and not each.isChecked())
    ]


def place(widget: QWidget, page: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def reading_place(widget: QWidget, page: QWidget) -> tuple[int, int]:
    """What is read first is the smallest: the line, and then the place in it."""
    return place(widget, page).center().y() // 10, place(widget, page).left()


def test_tab_visits_every_control_by_name_and_in_reading_order(qtbot: QtBot, page: QWidget) -> None:
    expected = stops(page)
    named = {each: QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in expected}
    assert named
    assert [each for each, name in named.items() if not name.strip()] == []
    page.setFocus()
    visited: list[QWidget] = []
    for _press in expected:
        qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        visited.append(focused)
    assert set(visited) == set(expected)
    start = min(range(len(visited)), key=lambda at: reading_place(visited[at], page))
    ordered = visited[start:] + visited[:start]
    for one, following in pairwise(ordered):
        before, after = place(one, page), place(following, page)
        assert after.top() >= before.bottom() or after.left() > before.left(), f"{one} comes before {following}"


def test_nothing_is_wider_than_the_window_or_cut(page: QWidget) -> None:
    for area in page.findChildren(QScrollArea):
        if area.isVisibleTo(page):
            assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    for each in page.findChildren(QWidget):
        if not each.isVisibleTo(page):
            continue
        if isinstance(each, QAbstractButton):
            assert each.width() >= each.sizeHint().width(), each.text()
            assert each.height() >= 24, each.text()
        elif isinstance(each, QLabel) and each.text():
            needed = each.heightForWidth(each.width()) if each.wordWrap() else each.sizeHint().height()
            assert each.height() >= needed, each.text()
            assert each.wordWrap() or each.width() >= each.sizeHint().width(), each.text()
