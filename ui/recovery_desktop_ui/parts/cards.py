"""A sheet on the page: rounded fill without a border; a coloured edge only where it means something."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QWidget

from recovery_desktop_ui.parts.drawing import rounded
from recovery_desktop_ui.parts.tokens import colour


class Card(QWidget):
    """A layout on a rounded sheet of one tone, with a bar at its left edge when `bar` names a token."""

    def __init__(self, layout: QLayout, tone: str = "paper", bar: str | None = None) -> None:
        super().__init__()
        self._tone, self._bar = tone, bar
        self.setLayout(layout)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, self.rect(), 8, colour(self, self._tone))
        if self._bar:
            painter.setClipRect(0, 0, 4, self.height())
            rounded(painter, self.rect(), 8, colour(self, self._bar))
