"""A line to type in: steps by arrow keys where it is told how, and quiet words at its right end where there is room."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from recovery_desktop_ui.parts.editors.base import tell_left
from recovery_desktop_ui.parts.tokens import colour, font, px

Steps = Callable[[int, bool], None]
"""What an arrow key does: how far, and whether in large steps."""

_Key = Qt.Key
_STEPS = {
    _Key.Key_Up: (1, False),
    _Key.Key_Down: (-1, False),
    _Key.Key_PageUp: (1, True),
    _Key.Key_PageDown: (-1, True),
}
_LETTERS_WIDE = 77  # wider than this, the eye loses the line


def reading_width(face: QFontMetrics) -> int:
    """The width at which a text field stops growing."""
    return face.averageCharWidth() * _LETTERS_WIDE + px(24)


class Entry(QLineEdit):
    """The line itself."""

    def __init__(self, look: str | None = None, ghost: str = "", steps: Steps | None = None) -> None:
        super().__init__()
        self._steps, self._right = steps, px(8)
        self._asides: tuple[str, ...] = ()
        self.setProperty("look", look)
        self.setPlaceholderText(ghost)
        self.keep_right(0)
        self.setMinimumWidth(px(48))

    def set_asides(self, *words: str, right: int = 0) -> None:
        """Words at the right end, the longest first: the first that fits beside the text is shown.
        `right` pixels at the end of the line are kept for something else."""
        if words != self._asides:
            self._asides, self._right = words, right or px(8)
            self.update()

    def keep_for(self, words: str) -> None:
        """Words that stand at the right end at all times, such as a unit."""
        self.set_asides(words)
        self.keep_right(QFontMetrics(font("body")).horizontalAdvance(words) + px(10))

    def keep_right(self, width: int) -> None:
        """Keeps the text off the right end by so many pixels."""
        self.setTextMargins(-3 if self.property("look") == "row" else px(6), 0, px(2) + width, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(_Key(event.key()))
        if step and self._steps and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._steps(*step)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        tell_left(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._asides:
            return
        face = self.fontMetrics()
        taken = self.textMargins().left() + px(4) + face.horizontalAdvance(self.text() or self.placeholderText())
        room = self.width() - self._right - taken - (px(14) if self.text() else 0)
        words = next((words for words in self._asides if face.horizontalAdvance(words) <= room), "")
        painter = QPainter(self)
        painter.setPen(colour(self, "quiet"))
        place = QRect(0, 0, self.width() - self._right, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
