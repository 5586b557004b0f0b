"""A busy sign with words and a Cancel, for what takes longer than a blink."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from recovery_desktop.text import _
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.drawing import rounded
from recovery_desktop_ui.parts.layouts import Pad, col, row
from recovery_desktop_ui.parts.message import announce
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import colour, px

_STEP_MS = 40
_LAP = 40  # steps from one end to the other
_SHARE = 0.3  # of the bar that moves when nobody knows how long it takes


class Bar(QWidget):
    """How much is done; or, where that cannot be known, something that moves. Words stand beside it, never on it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(px(4))
        self._share: float | None = None
        self._step = 0
        self._timer = QTimer(self, interval=_STEP_MS)
        self._timer.timeout.connect(self._move)

    def run(self) -> None:
        """Moves until `stop`."""
        self._share, self._step = None, 0
        self._timer.start()

    def show_share(self, share: float) -> None:
        """Shows how much is done, 0 to 1."""
        self._timer.stop()
        self._share = share
        self.update()

    def stop(self) -> None:
        """Stands still."""
        self._timer.stop()

    def _move(self) -> None:
        self._step = (self._step + 1) % (2 * _LAP)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, self.rect(), self.height() / 2, colour(self, "line"))
        done = self.rect()
        if self._share is None:
            length = round(self.width() * _SHARE)
            way = abs(self._step - _LAP) / _LAP
            done.setLeft(round((self.width() - length) * (1 - way)))
            done.setWidth(length)
        else:
            done.setWidth(round(self.width() * self._share))
        rounded(painter, done, self.height() / 2, colour(self, "accent"))


class Waiting(QWidget):
    """Hidden until something takes its time; `cancelled` tells that the person does not want to wait."""

    cancelled = Signal()

    def __init__(self, pad: Pad = 0) -> None:
        super().__init__()
        self._words = text("", "body", "quiet", wrap=True)
        self._bar = Bar()
        self._cancel = button(_("Cancel"), does=self.cancelled.emit)
        self._cancel.setObjectName("cancel")
        line = row(self._words, self._cancel)
        line.setStretch(0, 1)
        self.setLayout(col(line, self._bar, gap=8, pad=pad))
        self.hide()

    def begin(self, words: str, *, can_cancel: bool = True, takes_cursor: bool = True) -> None:
        """Shows that something is under way; the cursor goes to Cancel unless it is to stay where it is."""
        self._words.setText(words)
        self._cancel.setVisible(can_cancel)
        self._bar.run()
        self.show()
        if can_cancel and takes_cursor:
            self._cancel.setFocus()
        announce(self, words)

    def say(self, words: str) -> None:
        """Other words for what is under way."""
        self._words.setText(words)

    def show_share(self, done: int, of_all: int) -> None:
        """Shows how much of it is done."""
        self._bar.show_share(done / of_all if of_all else 0.0)

    def end(self) -> None:
        """It is over."""
        self._bar.stop()
        self.hide()
