"""Slow work of a page: what comes of it is told once, to a page that lives, and a mistake leaves the page usable."""

import gc
import threading
from typing import Any

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.background import Latest, Task, finish_all
from recovery_desktop_ui.parts.work import begin
from shiboken6 import delete

from recovery_desktop.errors import KnownError


def begun(page: QWidget, outcome: Any, told: list[object]) -> Task:
    def work(_task: Task) -> Any:
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    return begin(page, work, told.append, told.append, lambda: told.append("broken"))


def test_a_result_and_a_known_error_are_told(qtbot: QtBot) -> None:
    page, told = QWidget(), list[object]()
    qtbot.addWidget(page)
    error = KnownError("The disk is full.", "Nothing is lost.", "Make room.")
    begun(page, 7, told)
    qtbot.waitUntil(lambda: told == [7])
    begun(page, error, told)
    qtbot.waitUntil(lambda: told == [7, error])


def test_a_mistake_flies_and_leaves_the_page_usable(qtbot: QtBot) -> None:
    page, told = QWidget(), list[object]()
    qtbot.addWidget(page)
    with qtbot.captureExceptions() as mistakes:
        begun(page, ZeroDivisionError(), told)
        qtbot.waitUntil(lambda: told == ["broken"])
    assert [kind for kind, _error, _trace in mistakes] == [ZeroDivisionError]


def test_a_page_that_is_gone_hears_of_nothing(qtbot: QtBot) -> None:
    page, told = QWidget(), list[object]()
    task = begun(page, 7, told)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    finish_all()
    assert not task.is_wanted


def test_what_was_asked_first_is_not_told_last(qtbot: QtBot) -> None:
    page, told, goes_on = QWidget(), list[object](), threading.Event()
    qtbot.addWidget(page)
    latest, pool = Latest(page), QThreadPool.globalInstance()
    usual = pool.maxThreadCount()
    pool.setMaxThreadCount(max(2, usual))
    latest.run(lambda _task: goes_on.wait(10), told.append)
    latest.run(lambda _task: "newer", told.append)
    qtbot.waitUntil(lambda: told == ["newer"])
    goes_on.set()
    pool.waitForDone()
    QApplication.processEvents()
    pool.setMaxThreadCount(usual)
    assert told == ["newer"]


def test_what_was_let_go_of_is_not_told(qtbot: QtBot) -> None:
    page, told = QWidget(), list[object]()
    qtbot.addWidget(page)
    latest = Latest(page)
    latest.run(lambda _task: "found", told.append)
    latest.let_go()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert told == []


def test_what_nobody_needs_is_collected_on_the_windows_thread_alone(qtbot: QtBot) -> None:
    """Among it may be widgets, which no other thread may take away."""
    page, told, collecting = QWidget(), list[object](), set[str]()
    qtbot.addWidget(page)

    def work(_task: Task) -> int:
        for _many in range(50_000):  # far more than Python lets stand before it collects
            ring: list[object] = []
            ring.append(ring)
        threading.Event().wait(0.7)
        return 7

    def note(phase: str, _about: object) -> None:
        collecting.add(threading.current_thread().name)

    gc.callbacks.append(note)
    try:
        begin(page, work, told.append, told.append, lambda: told.append("broken"))
        qtbot.waitUntil(lambda: told == [7])
    finally:
        gc.callbacks.remove(note)
    assert collecting == {threading.main_thread().name}


def test_a_result_that_nobody_wants_any_more_is_put_away(qtbot: QtBot) -> None:
    """Such as a file that was written for a page that is gone."""
    page, away = QWidget(), list[object]()
    told: list[object] = []
    begin(page, lambda _task: 7, told.append, told.append, lambda: None, away.append)
    QThreadPool.globalInstance().waitForDone()  # it is there, and was not told yet
    delete(page)
    qtbot.waitUntil(lambda: away == [7])
    assert told == []
