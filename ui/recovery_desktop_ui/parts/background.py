"""Long work on plain values in another thread, with its result told on the window's thread."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class Task(QObject):
    """Work under way. Exactly one of `done` and `failed` is told, unless it was let go of."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.is_wanted = True

    def let_go(self) -> None:
        """What it brings is no longer wanted; the work itself may look at `is_wanted` and stop early."""
        self.is_wanted = False


class _Job(QRunnable):
    def __init__(self, work: Callable[[Task], Any], task: Task) -> None:
        super().__init__()
        self._work, self._task = work, task

    def run(self) -> None:
        try:
            result = self._work(self._task)
        except BaseException as error:  # whatever it is, the window's thread is where it is dealt with
            told, what = self._task.failed, error
        else:
            told, what = self._task.done, result
        if self._task.is_wanted:
            told.emit(what)


_running: set[Task] = set()


def run(work: Callable[[Task], Any], done: Callable[[Any], object], failed: Callable[[BaseException], object]) -> Task:
    """Starts `work` in another thread and calls `done` with its result or `failed` with its error on this one."""
    task = Task()
    _running.add(task)  # or it would be collected while the thread still has it
    task.done.connect(lambda result: (_running.discard(task), task.is_wanted and done(result)))
    task.failed.connect(lambda error: (_running.discard(task), task.is_wanted and failed(error)))
    QThreadPool.globalInstance().start(_Job(work, task))
    return task


def finish_all() -> None:
    """Lets go of all work under way and waits until its threads are through: before the program ends."""
    for task in _running:
        task.let_go()
    QThreadPool.globalInstance().waitForDone()
    _running.clear()
