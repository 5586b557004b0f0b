"""What Python collects is collected on the window's thread: a page that is gone takes its timers along rightly."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts import background
from recovery_desktop_ui.parts.collecting import collect_here


@pytest.fixture
def owner() -> Iterator[QObject]:
    """What the collecting belongs to."""
    gc.collect()
    made = QObject()
    yield made
    made.deleteLater()


class Page(QObject):
    """Holds itself, as pages do whose buttons lead back to them."""

    def __init__(self, gone: list[str]) -> None:
        super().__init__()
        self.does = lambda: self
        self.timer = QTimer(self, interval=10_000)
        self.timer.start()
        self.destroyed.connect(lambda: gone.append(threading.current_thread().name))


def test_a_background_work_destroys_no_page(qtbot: QtBot, owner: QObject) -> None:
    gone: list[str] = []
    collect_here(owner)
    Page(gone)
    done: list[int] = []
    background.run(lambda _task: len([[number] for number in range(200_000)]), done.append)
    qtbot.waitUntil(lambda: bool(done))
    kept = [[number] for number in range(2000)]  # enough for Python to have a look
    qtbot.waitUntil(lambda: bool(gone))  # and no warning that timers cannot be stopped from another thread
    assert gone == [threading.current_thread().name] and len(kept) == 2000


def test_nothing_is_left_for_ever(qtbot: QtBot, owner: QObject) -> None:
    """Many small things come and go, and memory does not fill with them."""
    gone: list[str] = []
    collect_here(owner)
    for _each in range(50):
        Page(gone)
    kept = [[number] for number in range(2000)]
    qtbot.waitUntil(lambda: len(gone) == 50)
    assert len(kept) == 2000
