"""Work on the window's thread that takes longer than a moment, step by step: in between the window hears its keys."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

Step = Callable[[], object]


def once_painted(owner: QObject, do: Step) -> None:
    """Does something once what is shown now is painted: in the next turn but one, for timers of the next may come
    before the paint. A paint itself is no sign: what is covered by what stands in it is never painted."""
    QTimer.singleShot(0, owner, lambda: QTimer.singleShot(0, owner, do))


class Turns(QObject):
    """Does its steps in their order, each in a turn of the event loop of its own."""

    def __init__(self, owner: QObject, goes_on: Callable[[], bool] = lambda: True) -> None:
        """What waits is forgotten once it does not go on, as when the practice is locked between two steps."""
        super().__init__(owner)
        self._goes_on = goes_on
        self._steps: list[Step] = []
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._do_next)

    def take(self, *steps: Step) -> None:
        """Does these steps after those that wait already; one that waits already is done once, in its new place."""
        self._steps = [step for step in self._steps if step not in steps] + list(steps)
        if self._steps:
            self._timer.start()

    def drop(self) -> None:
        """Lets go of the steps that wait."""
        self._steps.clear()
        self._timer.stop()

    def _do_next(self) -> None:
        if not self._goes_on():
            self._steps = []
            return
        step = self._steps.pop(0)
        if self._steps:
            self._timer.start()
        step()
