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
    dress(result, look, glyph, tone, name)
    if does is not None:
        result.clicked.connect(lambda _checked: does())
    return result


def dress(made: Button, look: str, glyph: str | None = None, tone: str | None = None, name: str | None = None) -> None:
    """Gives a button its look, and what a screen reader says."""
    for key, value in (("look", look), ("glyph", glyph), ("tone", tone)):
        made.setProperty(key, value)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.setAccessibleName(name or made.text().replace("&", ""))
    made.setAutoDefault(False)
