"""Chips of which one is pressed: what a list shows, each with how much of it there is."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop_ui.parts.chips import Chip, Chips
from recovery_desktop_ui.parts.layouts import Flow

ALL = ""
"""The key of the first chip, which shows everything."""


class FilterChips(QWidget):
    """One stop of the Tab key: arrows move, Enter or Space chooses; pressing the chosen one again shows everything."""

    chosen = Signal(str)

    def __init__(self, name: str, object_name: str) -> None:
        """`object_name` stands before the key in each chip's own."""
        super().__init__()
        self.setAccessibleName(name)
        self.setObjectName(object_name)
        self.key = ALL
        self._name = name
        self._chips: dict[str, Chip] = {}
        self._stop = Chips()
        self._flow = Flow(gap=6)
        self.setLayout(self._flow)

    def show_words(self, words: Mapping[str, str]) -> None:
        """Shows a chip for each key; where the chosen one is gone, everything is shown again."""
        if not self._chips.keys() >= words.keys():
            self._make(words)
        if self.key not in words:
            self.key = ALL
        for key, chip in self._chips.items():
            chip.setVisible(key in words)
            chip.setText(words.get(key, chip.text()))
            chip.setAccessibleName(f"{self._name}: {chip.text()}")
            self._press(chip, key == self.key)
        self._stop.settle()
        self.updateGeometry()

    def _make(self, words: Mapping[str, str]) -> None:
        """The chips that are missing, each at its place in the order of all."""
        order = [*words, *(key for key in self._chips if key not in words)]
        for key in order:
            if key not in self._chips:
                chip = self._chips[key] = Chip(words[key], words[key], self._stop)
                chip.setObjectName(f"{self.objectName()}.{key or 'all'}")
                chip.clicked.connect(lambda _checked, key=key: self._choose(key))
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
        self._chips = {key: self._chips[key] for key in order}
        for chip in self._chips.values():
            self._flow.addWidget(chip)
        self._stop.hold(list(self._chips.values()))

    def _choose(self, key: str) -> None:
        self.key = ALL if key == self.key else key
        for each, chip in self._chips.items():
            self._press(chip, each == self.key)
        self._chips[key].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(self.key)

    @staticmethod
    def _press(chip: Chip, pressed: bool) -> None:
        chip.setChecked(pressed)
        chip.setProperty("glyph", "check" if pressed else None)
        chip.updateGeometry()
        chip.update()
