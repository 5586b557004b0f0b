"""A person at the keyboard: keys go to what has the cursor, the way to a field is the Tab key, each key is counted."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from recovery_desktop_ui.parts.editors.base import editor_around

from tests.ui.windows import settle

_ROUND = 600  # Tabs after which somebody gives up where the cursor goes in circles elsewhere


class Lost(AssertionError):
    """The Tab key went all around and did not come to what was looked for."""


class Keyboard:
    """Presses keys in a window and counts them: letters of texts, Tabs, and those that choose or command."""

    def __init__(self, window: QWidget, pressed: Callable[[], object] = lambda: None) -> None:
        """`pressed` is called after each key."""
        self.window, self._pressed = window, pressed
        self.counts: Counter[str] = Counter()  # by "text", "tab" and "other"
        self.entered: Counter[str] = Counter()  # how many values went into each field
        self.at_field: Counter[str] = Counter()  # keys pressed in each field, without the way to it
        self._field = ""

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    # -- pressing

    def press(self, keys: str, times: int = 1) -> None:
        """Presses a key, or keys together such as "Ctrl+3"."""
        stroke = QKeySequence(keys)[0]
        for _each in range(times):
            self._count("tab" if keys in ("Tab", "Shift+Tab") else "other")
            QTest.keyClick(self._hearer(), stroke.key(), stroke.keyboardModifiers())
            settle()
            self._pressed()

    def type(self, words: str, kind: str = "text") -> None:
        """Types words, line by line."""
        for letter in words:
            self._count(kind)
            if letter == "\n":
                QTest.keyClick(self._hearer(), Qt.Key.Key_Return)
            elif letter.isascii():
                QTest.keyClicks(self._hearer(), letter)
            else:
                _type_sign(self._hearer(), letter)
            self._pressed()
        settle()

    def _count(self, kind: str) -> None:
        self.counts[kind] += 1
        if self._field:
            self.at_field[self._field] += 1

    def _hearer(self) -> QWidget:
        """What gets the keys: an open list or menu, or else what has the cursor."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        focused = QApplication.focusWidget()
        return focused if focused is not None else self.window

    @contextmanager
    def in_field(self, name: str) -> Iterator[None]:
        """Counts what is pressed inside as pressed in that field."""
        self._field = name
        self.entered[name] += 1
        yield
        self._field = ""

    # -- finding one's way

    def here(self) -> str:
        """The name of the field or button that has the cursor."""
        focused = QApplication.focusWidget()
        if focused is None:
            return ""
        editor = editor_around(focused)
        name = (editor.objectName() if editor is not None else "") or focused.objectName()
        return str(name).removesuffix(".input")

    def tab_to(self, *names: str) -> str:
        """Goes on with the Tab key until one of these has the cursor, and says which. Raises Lost after one round."""
        seen: list[str] = []
        start = QApplication.focusWidget()
        while self.here() not in names:
            self.press("Tab")
            seen.append(self.here())
            if len(seen) > _ROUND or (QApplication.focusWidget() is start and self.here() not in names):
                raise Lost(f"{', '.join(names)} is not where the Tab key goes: {' '.join(seen)}")
        return self.here()


def _type_sign(hearer: QWidget, sign: str) -> None:
    """A sign that no key of an English keyboard has comes from an input method or a compose key, as a key event."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(hearer, QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, sign))
