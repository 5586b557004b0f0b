"""A pane with one page to read and a way back to work; it needs no open practice."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from recovery_desktop.text import _
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.layouts import col, hold, row
from recovery_desktop_ui.parts.reading import Reader
from recovery_desktop_ui.parts.texts import text


class ReadingPane(QWidget):
    """The page, and above it what leads away. `closed` wants to go back to work; so does the Escape key."""

    closed = Signal()

    def __init__(self, name: str, *left: Button) -> None:
        """`name` is what a screen reader calls the page; `left` stands at the left above it."""
        super().__init__()
        self.reader = Reader(name)
        self.reader.setObjectName("reader")
        close = button(_("Back to work"), "link", "x", does=self.closed.emit)
        close.setObjectName("close")
        head = row(*left, None, text(_("Esc"), "caption", "quiet"), close, pad=(32, 8, 16, 0))
        self.page = hold(col(hold(head), self.reader, gap=0), "paper")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """As a proxy for the focus the page would be the one stop of the Tab key: it is not the first."""
        self.reader.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
