"""The page all ways in are set on: one column in the middle, hills at the foot, and it scrolls when text is large."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from recovery_desktop_ui.parts.drawing import rounded
from recovery_desktop_ui.parts.layouts import col, hold, row, scrolling, take_out
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.tokens import colour, px

NARROW, WIDE = 372, 620
# token, then how far down the page a hill begins, bends and ends
_HILLS = (("shade", 0.80, 0.70, 0.84), ("accent_soft", 0.90, 0.80, 0.92))


class QuietPage(QWidget):
    """A page with nothing on it but what has to be read or typed now."""

    def __init__(self, *, hills: bool = True) -> None:
        """`hills` are drawn where nothing else is seen beside the page; without them it begins at the top left."""
        super().__init__()
        self._hills = hills
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._area: QScrollArea | None = None

    def set_column(self, column: QLayout, width: int = NARROW) -> None:
        """Shows `column`, `width` wide at normal text size and never wider than the page, instead of what was there."""
        middle = hold(column)
        middle.setMaximumWidth(px(width))
        if self._hills:
            line = row(None, middle, None)
            line.setStretch(1, 10_000)
            content = col(None, line, None, None, gap=0, pad=(24, 32, 24, 48))
        else:
            line = row(middle, None)
            line.setStretch(0, 10_000)
            content = col(line, None, gap=0, pad=(32, 24, 32, 32))
        area = scrolling(hold(content), None)
        if self._area is not None:
            self._area.hide()
            take_out(self._layout, self._area)
            self._area.deleteLater()
        self._layout.addWidget(area)
        self._area = area
        self.order_tabs()
        area.show()  # at once, so that the focus can go to one of its fields

    def reveal(self, part: QWidget) -> None:
        """Scrolls to a part that has just appeared, as soon as the page is laid out with it."""
        area = self._area
        if area is not None:
            QTimer.singleShot(0, area, lambda: area.ensureWidgetVisible(part, 0, px(16)))

    def order_tabs(self) -> None:
        """Lets the Tab key visit all in reading order, after something was added."""
        tab_in_reading_order(self)

    def close_store(self) -> None:
        """Closes what a way in that is left half way holds open; most hold nothing."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, width, height = QPainter(self), self.width(), self.height()
        rounded(painter, self.rect(), 0, colour(self, "canvas"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for tone, left, bend, right in _HILLS if self._hills else ():
            hill = QPainterPath()
            hill.moveTo(0, height * left)
            hill.cubicTo(width * 0.35, height * bend, width * 0.65, height * (left + 0.06), width, height * right)
            hill.lineTo(width, height)
            hill.lineTo(0, height)
            painter.setBrush(colour(self, tone))
            painter.drawPath(hill)
