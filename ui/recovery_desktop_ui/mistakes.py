"""Hears of every mistake of the program that nobody dealt with; `trouble` tells the counselor of it."""

import sys
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication


class Mistakes(QObject):
    """Hears of every exception that nobody dealt with, in any thread; tells of each kind once, on the window's."""

    happened = Signal(str)  # the report

    def __init__(self) -> None:
        super().__init__()
        self._told: set[str] = set()
        self._before = sys.excepthook

    def listen(self) -> None:
        """From now on."""
        sys.excepthook = self._hear

    def stop(self) -> None:
        sys.excepthook = self._before

    def _hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        from recovery_desktop.console import complain
        from recovery_desktop.reports import report_of

        report = report_of(error.with_traceback(trace))
        complain(report)
        if report not in self._told:
            self._told.add(report)
            self.happened.emit(report)
