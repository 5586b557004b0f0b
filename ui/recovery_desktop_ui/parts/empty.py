"""An empty page: what belongs here, why, and what to press first."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop_ui.parts.buttons import Button
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import Item, col, hold, row
from recovery_desktop_ui.parts.texts import centred
from recovery_desktop_ui.parts.tokens import is_very_large, px

_WIDE = 440  # of the words


class Empty(QWidget):
    """A drawing, a title, a sentence or two, and the buttons that begin; all in the middle."""

    def __init__(self, glyph: str, title: str, words: str, *buttons: Button) -> None:
        super().__init__()
        self.setAccessibleName(title)
        drawing: tuple[Item, ...] = (row(None, Icon(glyph, "accent", 40), None), 8)
        says = (centred(title, "title"), centred(words, "body", "quiet"), 8, _in_the_middle(buttons))
        middle = hold(col(*(says if is_very_large() else (*drawing, *says)), gap=8))  # where room is short, words alone
        middle.setMaximumWidth(px(_WIDE))
        line = row(None, middle, None)
        line.setStretch(1, 1000)  # as wide as it may, and no wider than the page
        self.setLayout(col(None, line, None, None))


def _in_the_middle(buttons: tuple[Button, ...]) -> QVBoxLayout:
    """Side by side where their words have room, one below the other where they do not."""
    wide = sum(button.sizeHint().width() for button in buttons)
    if wide <= px(_WIDE) - px(16) * len(buttons):
        return col(row(None, *buttons, None))
    return col(*(row(None, button, None) for button in buttons), gap=8)
