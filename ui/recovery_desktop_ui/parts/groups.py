"""The parts of a page one below the other: groups under a heading, with room between them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop_ui.parts.layouts import Item, col, hold, no_wider
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.parts.tokens import px

PAGE_WIDE = 1060  # wider than this, forms fall apart, and the ends of lines lose their beginnings


def group(title: str, *parts: Item) -> QWidget:
    """What belongs together, under its heading."""
    return hold(col(heading(title), *parts, gap=14))


def listed(title: str, *parts: Item) -> QWidget:
    """A list under its heading: rows have room of their own."""
    return hold(col(heading(title), *parts, gap=6))


def groups(*parts: Item, gap: int = 28) -> QVBoxLayout:
    """A page or a section of one, from its top to its end, no wider than reads well."""
    column = no_wider(hold(col(*parts, gap=gap)), px(PAGE_WIDE))
    return col(column, None, pad=(32, 24, 32, 32))


class Fact(QWidget):
    """Something that follows from the fields beside it: words under a small head, as a field stands under its label."""

    def __init__(self, head: str) -> None:
        super().__init__()
        self._head, self._words = head, text("", wrap=True)
        self.setLayout(col(text(head, "caption", "quiet"), 4, self._words, None, gap=3))

    def say(self, words: str) -> None:
        """Shows words; a dash where there are none."""
        self._words.setText(words or "–")
        self._words.setAccessibleName(f"{self._head}: {words}")
