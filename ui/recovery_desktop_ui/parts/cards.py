"""A sheet on the page: rounded fill without a border; a coloured edge only where it means something."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QWidget

from recovery_desktop_ui.parts.drawing import rounded
from recovery_desktop_ui.parts.tokens import colour, role_of

ROUND = 8


class Card(QWidget):
    """A layout on a rounded sheet of one tone, with a bar at its left edge when `bar` names a token."""

    def __init__(self, layout: QLayout, tone: str = "paper", bar: str | None = None) -> None:
        super().__init__()
        self._tone, self._bar = tone, bar
        self.setLayout(layout)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, self.rect(), ROUND, colour(self, self._tone))
        if self._bar:
            painter.setClipRect(0, 0, 4, self.height())
            rounded(painter, self.rect(), ROUND, colour(self, self._bar))


class OpenSheet(QWidget):
    """What opens below a line and is one sheet with it."""

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self.setLayout(layout)

    def paintEvent(self, event: QPaintEvent) -> None:
        joined = self.rect().adjusted(0, -ROUND, 0, 0)  # the upper corners belong to the line above
        rounded(QPainter(self), joined, ROUND, colour(self, tone_on(self)))


def paint_opened(painter: QPainter, widget: QWidget, rect: QRect) -> None:
    """The ground of a line that has opened: one sheet with what stands below."""
    painter.save()
    painter.setClipRect(rect)
    rounded(painter, rect.adjusted(0, 0, 0, ROUND), ROUND, colour(widget, tone_on(widget)))
    painter.restore()


def tone_on(widget: QWidget) -> str:
    """The tone that stands out from what a widget lies on: canvas on paper, else paper."""
    above = widget.parentWidget()
    ground = above.backgroundRole() if above is not None else None  # a page's, inherited; a button has its own
    while above is not None and not isinstance(above, OpenSheet):
        above = above.parentWidget()
    lies_on_paper = tone_on(above) == "paper" if above is not None else ground == role_of("paper")
    return "canvas" if lies_on_paper else "paper"
