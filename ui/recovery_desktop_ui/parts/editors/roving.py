"""Buttons that stand together as one stop of the Tab key: arrows move among them."""

import unicodedata
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from recovery_desktop_ui.parts.editors.base import Editor, tell_left
from recovery_desktop_ui.parts.layouts import Flow

_Key = Qt.Key
_MOVES = {
    _Key.Key_Left: -1,
    _Key.Key_Up: -1,
    _Key.Key_Right: 1,
    _Key.Key_Down: 1,
}
_PRESSES = (_Key.Key_Space, _Key.Key_Return, _Key.Key_Enter)
_EMPTIES = (_Key.Key_Delete, _Key.Key_Backspace)
_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


def _first(words: str) -> str:
    """The first sign of some words, without its accent and in small."""
    return unicodedata.normalize("NFD", words.strip().casefold())[:1]


class Option(QPushButton):
    """One of the buttons; its editor answers its keys."""

    def __init__(self, code: str, words: str, full: str, look: str, editor: "RovingEditor") -> None:
        super().__init__(words)
        self.code, self.full, self._editor = code, full, editor
        self.setProperty("look", look)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        if full != words:
            self.setToolTip(full)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~_PLAIN or not self._editor.take_key(self, event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the press has done it

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._editor.rest_on(self)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        tell_left(self, event)


class RovingEditor(Editor):
    """A choice shown as buttons; who derives from it says what a press and what moving does."""

    def __init__(self, labels: Mapping[str, str], short: Mapping[str, str], look: str, gap: int) -> None:
        """`labels` maps each code to its full words, `short` some codes to shorter ones for the button."""
        super().__init__()
        self.options = [Option(code, short.get(code, full), full, look, self) for code, full in labels.items()]
        for option in self.options:
            option.clicked.connect(lambda _checked, option=option: self.press(option))
        self.setLayout(Flow(*self.options, gap=gap, line=gap))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.resting = self.options[0]
        self.rest_on(self.resting)

    def press(self, option: Option) -> None:
        """The person pressed a button, by mouse or key; the button has turned already if the mouse did it."""
        raise NotImplementedError

    def move_to(self, option: Option) -> None:
        """The person moved to a button by an arrow key."""
        option.setFocus(Qt.FocusReason.OtherFocusReason)

    def empty(self) -> None:
        """The person takes the answer back."""
        raise NotImplementedError

    def take_letter(self, letter: str) -> bool:
        """Does what a letter key means; says whether it means something."""
        raise NotImplementedError

    def next_by_letter(self, after: Option | None, letter: str) -> Option | None:
        """The next button after one, or after none, whose words begin with a letter; all around, itself last."""
        here = self.options.index(after) + 1 if after is not None else 0
        in_turn = self.options[here:] + self.options[:here]
        return next((option for option in in_turn if _first(option.text()) == _first(letter)), None)

    def rest_on(self, option: Option) -> None:
        """Makes a button the one that Tab stops at."""
        self.resting.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        option.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.resting = option
        self.setFocusProxy(option)

    def take_key(self, option: Option, event: QKeyEvent) -> bool:
        """Answers a key on a button; says whether it meant something here."""
        key = _Key(event.key())
        if key in _MOVES:
            place = (self.options.index(option) + _MOVES[key]) % len(self.options)
            self.move_to(self.options[place])
        elif key in _PRESSES:
            option.click()
        elif key in _EMPTIES:
            self.empty()
        else:
            return bool(event.text().strip()) and self.take_letter(event.text())
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tall = self.heightForWidth(self.width())  # not every layout asks how high the lines are at this width
        if tall != self.minimumHeight():
            self.setMinimumHeight(tall)

    def set_label(self, label: str) -> None:
        super().set_label(label)
        for option in self.options:
            option.setAccessibleName(f"{label}: {option.full}")

    def describe(self) -> None:
        super().describe()
        for option in self.options:
            option.setAccessibleDescription(self.accessibleDescription())
