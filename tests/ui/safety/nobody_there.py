"""What may be open when whoever worked here leaves, and what must be seen then: the cover, before anything else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QThreadPool, SignalInstance
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access.backup_run import BackupRun
from recovery_desktop_ui.window import MainWindow

from tests.ui.windows import click, field, on_screen, open_page, press, settle, type_keys

NAMES = ("Priya", "Shah", "Anjali")

Situation = Callable[[MainWindow], None]


def a_page(window: MainWindow) -> None:
    open_page(window, "goals")


def half_a_row(window: MainWindow) -> None:
    open_page(window, "aftercare")
    click(window, "prevention_entry.crisis.add")
    field(window, "prevention_entry.crisis.phone").setFocus()
    type_keys(window, "555-0142")


def a_menu(window: MainWindow) -> None:
    menu = window.findChildren(QMenu)[0]
    menu.popup(window.mapToGlobal(window.rect().center()))
    assert QApplication.activePopupWidget() is menu


def an_open_list(window: MainWindow) -> None:
    open_page(window, "client")
    field(window, "client.relationship_status").showPopup()
    assert QApplication.activePopupWidget() is not None


def a_file_dialog(window: MainWindow) -> None:
    open_page(window, "plan").save_as()
    _finish_all_tasks()
    assert isinstance(QApplication.activeModalWidget(), QFileDialog)


def a_backup(window: MainWindow) -> None:
    assert window.keeper is not None
    vault = window.keeper.store.vault
    BackupRun(vault, vault.folder.parent)


def the_preview(window: MainWindow) -> None:
    open_page(window, "plan").preview()
    _finish_all_tasks()


def the_list_of_what_is_due(window: MainWindow) -> None:
    press(window, "Ctrl+D")


def _finish_all_tasks() -> None:
    """Waits for documents that are being set, and lets their pages hear of it."""
    QThreadPool.globalInstance().waitForDone()
    settle()


SITUATIONS: tuple[Situation, ...] = (
    a_page,
    half_a_row,
    a_menu,
    an_open_list,
    a_file_dialog,
    a_backup,
    the_preview,
    the_list_of_what_is_due,
)


def see_the_cover_first(
    qtbot: QtBot,
    window: MainWindow,
    situation: Situation,
    leave: Callable[[], object],
    lock: SignalInstance,
    says: str,
) -> None:
    """Leaves an open record in a situation; `lock` is the signal by which the window hears that it is to lock."""
    situation(window)
    assert any(name in on_screen(window) for name in NAMES)
    assert window.keeper is not None and window.workplace is not None
    workplace = window.workplace
    seen: list[str] = []
    covered: list[bool] = []
    with _painted_with(window.gate) as painted:
        window.keeper.state_changed.connect(lambda _state: seen.append(on_screen(window)))
        window.keeper.state_changed.connect(lambda _state: covered.append(window.gate in painted))
        lock.connect(lambda *_says: seen.append(on_screen(window)))  # comes after the window's own
        settle()
        with qtbot.waitSignal(window.locked, timeout=10_000):
            with qtbot.waitSignal(lock, timeout=10_000):
                leave()
            assert window.gate in painted, "the cover was painted before the lock went on"
            assert all(
                each is window.gate or window.gate.isAncestorOf(each) or each.isAncestorOf(window.gate)
                for each in painted
            )
    assert all(covered), "and before the disk was asked for anything"
    assert bool(covered) == (situation is half_a_row)
    assert seen
    assert not any(name in words for words in [*seen, on_screen(window)] for name in NAMES)
    assert says in on_screen(window)
    assert QApplication.activePopupWidget() is None
    assert QApplication.activeModalWidget() is None
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [window]
    assert workplace is not window.workplace


class _Painted(QObject):
    """Hears which widgets are painted while the cover is shown, in their order."""

    def __init__(self, cover: QWidget) -> None:
        super().__init__()
        self._cover = cover
        self.widgets: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and self._cover.isVisible():
            self.widgets.append(watched)
        return False


@contextmanager
def _painted_with(cover: QWidget) -> Iterator[list[QWidget]]:
    app, painted = QApplication.instance(), _Painted(cover)
    assert app is not None
    app.installEventFilter(painted)
    yield painted.widgets
    app.removeEventFilter(painted)
