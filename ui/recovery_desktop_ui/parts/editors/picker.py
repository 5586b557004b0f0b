"""One of several in a list that opens, where one is always chosen."""

from collections.abc import Mapping

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QStyleOptionComboBox

from recovery_desktop_ui.parts.editors.choice import Combo


class Picker(Combo):
    """Words by code; the first is chosen until somebody chooses."""

    def __init__(self, name: str, object_name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setObjectName(object_name)
        self._codes: list[str] = []

    def show_words(self, words: Mapping[str, str]) -> None:
        """Offers these; what was chosen stays chosen if it is still among them. Nothing is told."""
        before = self.code()
        self._codes = list(words)
        self.blockSignals(True)
        self.clear()
        self.addItems(list(words.values()))
        self.setCurrentIndex(self._codes.index(before) if before in words else 0)
        self.blockSignals(False)

    def code(self) -> str:
        """The code of what is chosen; empty where there is nothing to choose."""
        return self._codes[self.currentIndex()] if self._codes else ""

    def choose(self, code: str) -> None:
        """Chooses one; nothing is told."""
        self.blockSignals(True)
        self.setCurrentIndex(self._codes.index(code))
        self.blockSignals(False)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        QComboBox.initStyleOption(self, option)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        QComboBox.keyPressEvent(self, event)
