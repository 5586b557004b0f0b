"""A bar at the foot of the page for ten seconds: what was taken away, and the button that brings it back."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.short import short
from recovery_desktop.text import _
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import paint_as, row
from recovery_desktop_ui.parts.texts import text

SHOWN_FOR = 10_000
_LONGEST = 60  # letters; the bar would widen the window


class UndoBar(QWidget):
    """Hidden until something was removed."""

    def __init__(self, undo: Callable[[], None]) -> None:
        super().__init__()
        self._undo = undo
        self._words = text("")
        self._button = button(_("Undo"), "link", "undo-2", does=self._take_back)
        self._button.setObjectName("undo_bar.undo")
        self.setLayout(row(self._words, self._button, text("Ctrl+Z", "caption", "quiet"), None, pad=(32, 6, 16, 6)))
        paint_as(self, "accent_soft")
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def _take_back(self) -> None:
        self.hide()
        self._undo()

    def offer(self, words: str) -> None:
        """Says what was taken away."""
        self._words.setText(_("Removed: {what}").format(what=short(words, _LONGEST)))
        self.show()
        self._timer.start()
