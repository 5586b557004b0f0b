"""Buttons: one filled one per area, outlined ones beside it, links and chips for the rest."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy


class Button(QPushButton):
    """A button that Enter presses as well as Space, as everybody expects."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.click()
        else:
            super().keyPressEvent(event)


def button(
    words: str,
    look: str = "plain",
    glyph: str | None = None,
    *,
    tone: str | None = None,
    name: str | None = None,
    does: Callable[[], object] | None = None,
) -> Button:
    """A button: `look` is plain, primary, link, chip, seg or key; `name` is what a screen reader says if not `words`;
    `does` is called when it is pressed."""
    result = Button(words)
    for key, value in (("look", look), ("glyph", glyph), ("tone", tone)):
        result.setProperty(key, value)
    result.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    result.setAccessibleName(name or words.replace("&", ""))
    result.setAutoDefault(False)
    if does is not None:
        result.clicked.connect(lambda _checked: does())
    return result
