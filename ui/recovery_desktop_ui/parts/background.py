"""Long work on plain values in another thread, with its result told on the window's thread."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from shiboken6 import isValid


class Task(QObject):
    """Work under way. Its result or its error is told once, unless it was let go of."""

    _ended = Signal(object, object)  # result, error; from the working thread

    def __init__(
        self,
        done: Callable[[Any], object],
        failed: Callable[[BaseException], object],
        owner: QObject | None = None,
        unwanted: Callable[[Any], object] = lambda _result: None,
    ) -> None:
        super().__init__()
        self._unwanted = unwanted
        self.is_wanted = True
        self._done, self._failed, self._owner = done, failed, owner
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def let_go(self) -> None:
        """What it brings is no longer wanted; the work itself may look at `is_wanted` and stop early."""
        self.is_wanted = False

    def end(self, result: Any, error: BaseException | None) -> None:
        """The work is through; called from its thread."""
        self._ended.emit(result, error)

    def _tell(self, result: Any, error: BaseException | None) -> None:
        _running.discard(self)
        if not self.is_wanted or (self._owner is not None and not isValid(self._owner)):
            if error is None:
                self._unwanted(result)
            return
        if error is not None:
            self._failed(error)
        else:
            self._done(result)


class _Job(QRunnable):
    def __init__(self, work: Callable[[Task], Any], task: Task) -> None:
        super().__init__()
        self._work, self._task = work, task

    def run(self) -> None:
        try:
            result = self._work(self._task)
        except BaseException as error:  # whatever it is, the window's thread is where it is dealt with
            self._task.end(None, error)
        else:
            self._task.end(result, None)


_running: set[Task] = set()  # or one would be collected while its thread still has it


def raise_it(error: BaseException) -> None:
    """For work in which nothing is expected to go wrong: what does is a mistake of the program, told as one."""
    raise error


def run(
    work: Callable[[Task], Any],
    done: Callable[[Any], object],
    failed: Callable[[BaseException], object] = raise_it,
    *,
    owner: QObject | None = None,
    unwanted: Callable[[Any], object] = lambda _result: None,
) -> Task:
    """Starts `work` in another thread and calls `done` with its result or `failed` with its error on this one; neither
    once its `owner` is gone. A result that nobody wants any more goes to `unwanted`."""
    task = Task(done, failed, owner, unwanted)
    _running.add(task)
    QThreadPool.globalInstance().start(_Job(work, task))
    return task


class Latest:
    """Works of which only the last one counts: with each, the one before is let go of. Started one after the other in
    several threads they may end in any order, and what was found first would be told last."""

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self._task: Task | None = None

    def run(self, work: Callable[[Task], Any], done: Callable[[Any], object]) -> None:
        """Starts `work` in another thread, to tell `done` its result unless something newer is begun before."""
        self.let_go()
        self._task = run(work, done, owner=self._owner)

    def let_go(self) -> None:
        """What is being looked for is not to be told any more."""
        if self._task is not None:
            self._task.let_go()


def finish_all() -> None:
    """Lets go of all work under way and waits until its threads are through: before the program ends."""
    for task in _running:
        task.let_go()
    QThreadPool.globalInstance().waitForDone()
    _running.clear()
