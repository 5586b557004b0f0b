"""Answers that one key gives: the cursor goes on by itself, so that a whole form is typed on the number pad."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from recovery_desktop.records.fields import Choice, Whole
from recovery_desktop.text import _
from recovery_desktop_ui.parts.editors.scale import ScaleEditor
from recovery_desktop_ui.parts.editors.segments import SegmentsEditor

_TOGETHER = 700  # milliseconds within which 1 and 0 are typed as 10
_CONFIRMS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GoingScale(ScaleEditor):
    """A ruler in a row of them: the number that is typed goes on to the next, and so does Enter without one."""

    def __init__(self, field: Whole, least: str = "", most: str = "") -> None:
        super().__init__(field, least, most)
        self._wait = QTimer(self, singleShot=True, interval=_TOGETHER)
        self._wait.timeout.connect(self.focusNextChild)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        figure = event.text() if event.text() and event.text() in "0123456789" else ""
        if Qt.Key(event.key()) in _CONFIRMS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.focusNextChild()
        elif self._wait.isActive() and figure and not self._may_be(self._begun + figure):
            self._pass_on(event)  # it is of the next number
        else:
            self._wait.stop()
            super().keyPressEvent(event)
            if figure and self._may_be(self._begun):
                self._go_on()

    def _pass_on(self, event: QKeyEvent) -> None:
        self.focusNextChild()
        following = QApplication.focusWidget()
        if following is not None and following is not self:
            QApplication.sendEvent(following, event)

    def _go_on(self) -> None:
        """At once when no longer number begins like this one."""
        if any(self._may_be(f"{self._begun}{figure}") for figure in range(10)):
            self._wait.start()
        else:
            self.focusNextChild()

    def _may_be(self, typed: str) -> bool:
        """Whether figures are a number of the ruler; one that begins with 0 is none."""
        number = int(typed)
        return str(number) == typed and self._low <= number <= self._high

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._wait.stop()
        super().focusOutEvent(event)


class NumberedChoice(SegmentsEditor):
    """A choice whose answers are numbered from 1: the number chooses and goes on to the next field."""

    def __init__(self, field: Choice, short: Mapping[str, str] | None = None) -> None:
        super().__init__(field, short)
        for number, option in enumerate(self.options, start=1):
            option.setProperty("sign", str(number))

    def take_letter(self, letter: str) -> bool:
        chosen = next((option for option in self.options if option.property("sign") == letter), None)
        if chosen is None:
            return super().take_letter(letter)
        self.move_to(chosen)
        self.focusNextChild()
        return True

    def spoken(self) -> str:
        return _("the keys 1 to {count} answer").format(count=len(self.options))
