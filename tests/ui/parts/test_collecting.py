"""What Python collects is collected on the window's thread, in these tests as in the program: a page that is gone takes
its timers along rightly."""

import gc
import threading

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts import background


class Page(QObject):
    """Holds itself, as pages do whose buttons lead back to them."""

    def __init__(self, gone: list[str]) -> None:
        super().__init__()
        self.does = lambda: self
        self.timer = QTimer(self, interval=10_000)
        self.timer.start()
        self.destroyed.connect(lambda: gone.append(threading.current_thread().name))


def test_a_background_work_destroys_no_page(qtbot: QtBot) -> None:
    gone: list[str] = []
    Page(gone)
    done: list[int] = []
    background.run(lambda _task: len([[number] for number in range(200_000)]), done.append)
    qtbot.waitUntil(lambda: bool(done))
    kept = [[number] for number in range(2000)]  # enough for Python to have a look
    qtbot.waitUntil(lambda: bool(gone))  # and no warning that timers cannot be stopped from another thread
    assert gone == [threading.current_thread().name] and len(kept) == 2000


def test_nothing_is_left_for_ever(qtbot: QtBot) -> None:
    """Many small things come and go, and memory does not fill with them."""
    gone: list[str] = []
    for _each in range(50):
        Page(gone)
    kept = [[number] for number in range(2000)]
    qtbot.waitUntil(lambda: len(gone) == 50)
    assert len(kept) == 2000


def test_the_long_way_round_waits_until_nobody_works(qtbot: QtBot) -> None:
    """Going through all that the window holds takes longer than one may wait for a letter."""
    done: list[int] = []
    work = QTimer(interval=20)
    kept: list[list[int]] = []
    work.timeout.connect(lambda: kept.extend([number] for number in range(1000)))
    work.start()
    gc.callbacks.append(note := lambda phase, about: done.append(about["generation"]) if phase == "stop" else None)
    try:
        qtbot.wait(2500)
        assert 0 in done and 2 not in done
        work.stop()
        qtbot.waitUntil(lambda: 2 in done)
    finally:
        gc.callbacks.remove(note)
