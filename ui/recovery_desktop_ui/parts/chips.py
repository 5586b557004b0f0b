"""Chips that can be on or off and stand together as one stop of the Tab key: arrows move among them, letters jump.

Where they are numbered, a number turns its chip.
"""

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

from recovery_desktop_ui.parts.buttons import Button, dress

_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_FIGURES = 9  # chips that have a key of their own where they are numbered
_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class Chip(Button):
    """One of them; Enter or Space turns it."""

    def __init__(self, words: str, name: str, group: "Chips") -> None:
        """`name` is what a screen reader says."""
        super().__init__(words)
        dress(self, "chip", "plus", name=name)
        self.setCheckable(True)
        self._group = group

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~_PLAIN or not self._group.take_key(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._group.rest_on(self)
        super().focusInEvent(event)


class Chips:
    """Knows the chips that belong together, and at which of them the Tab key stops."""

    def __init__(self) -> None:
        self._chips: Sequence[Chip] = ()
        self._resting: Chip | None = None

    def hold(self, chips: Sequence[Chip], *, numbered: bool = False) -> None:
        """These are the chips now; the first of `numbered` ones have a figure that turns them."""
        self._chips, self._resting = tuple(chips), None
        for number, chip in enumerate(self._chips[:_FIGURES] if numbered else (), start=1):
            chip.setProperty("sign", str(number))
        self.settle()

    def settle(self) -> None:
        """Lets the Tab key stop at a chip that is shown, after some were shown or hidden."""
        shown = self._shown()
        if self._resting not in shown:
            self._resting = next((chip for chip in shown if chip.isChecked()), shown[0] if shown else None)
        for chip in self._chips:
            is_stop = chip is self._resting
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def rest_on(self, chip: Chip) -> None:
        """The Tab key stops at this one from now on."""
        self._resting = chip
        self.settle()

    def take_key(self, chip: Chip, event: QKeyEvent) -> bool:
        """Answers a key on a chip; says whether it means something here."""
        shown, letter = self._shown(), _plain(event.text())
        meant = next((each for each in shown if letter and each.property("sign") == letter), None)
        if meant is not None:
            meant.click()
            return True
        here = shown.index(chip)
        step = _MOVES.get(Qt.Key(event.key()))
        in_turn = [*shown[here + 1 :], *shown[: here + 1]]
        if step is not None:
            found: Chip | None = shown[(here + step) % len(shown)]
        else:
            found = next((each for each in in_turn if letter and _plain(each.text())[:1] == letter), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        return found is not None

    def _shown(self) -> list[Chip]:
        return [chip for chip in self._chips if not chip.isHidden()]


def _plain(words: str) -> str:
    """In small letters, the first without its accent."""
    return unicodedata.normalize("NFD", words.strip().casefold())
