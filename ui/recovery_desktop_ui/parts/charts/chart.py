"""What all charts have in common: they tell themselves, and say more where one points."""

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from recovery_desktop_ui.parts.charts.telling import Telling, told


class Chart(QWidget):
    """A drawing whose sentence and values are its accessible description."""

    def __init__(self, telling: Telling) -> None:
        super().__init__()
        self.tell(telling)

    def tell(self, telling: Telling) -> None:
        """Says and draws another description of the same kind."""
        self.telling = telling
        self.setAccessibleName(telling.name)
        self.setAccessibleDescription(told(telling))
        self.updateGeometry()
        self.update()

    def words_at(self, spot: QPointF) -> str:
        """What a tooltip says at a place; nothing by default."""
        return ""

    def background(self) -> QColor:
        """The colour the chart stands on."""
        return self.palette().color(self.backgroundRole())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(QPointF(event.pos())), self)
            return True
        return super().event(event)
