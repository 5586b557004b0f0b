"""A list that opens to choose from it, as it is used everywhere: the wheel is the page's until somebody is in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class PlainCombo(QComboBox):
    """Qt's own would take the focus from the field where somebody types, and change what it is set to."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
