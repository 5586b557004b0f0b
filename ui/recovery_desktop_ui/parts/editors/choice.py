"""One of many choices in a list that opens; the first entry says that nothing is chosen."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from recovery_desktop.records.fields import Choice
from recovery_desktop.text import N_, _
from recovery_desktop_ui.parts.combo import PlainCombo
from recovery_desktop_ui.parts.editors.base import Editor, checked, tell_left
from recovery_desktop_ui.parts.editors.entry import reading_width
from recovery_desktop_ui.parts.tokens import colour, px

_EMPTIES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Combo(PlainCombo):
    """The list that opens, as wide as its words when it is open; Delete goes back to the first, empty entry."""

    def __init__(self, look: str | None = None) -> None:
        super().__init__()
        self.setProperty("look", look)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(16)
        self.setMaximumWidth(reading_width(self.fontMetrics()))

    def initStyleOption(self, option: Any) -> None:
        super().initStyleOption(option)
        if self.currentIndex() <= 0:
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
                option.palette.setColor(role, colour(self, "quiet"))

    def showPopup(self) -> None:
        face = self.fontMetrics()
        widest = max(face.horizontalAdvance(self.itemText(row)) for row in range(self.count()))
        self.view().setMinimumWidth(min(widest + px(36), px(520)))
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _EMPTIES and not self.isEditable():
            self.setCurrentIndex(0)
            self.activated.emit(0)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        tell_left(self, event)


class ChoiceEditor(Editor):
    """A choice among many. `empty` is what the empty entry says."""

    def __init__(self, field: Choice, *, look: str | None = None, empty: str = N_("Not chosen")) -> None:
        super().__init__()
        self.field, self._combo, self._chosen = field, Combo(look), ""
        self._codes = ["", *field.labels]
        self._combo.addItems([_(empty), *(_(label) for label in field.labels.values())])
        self._combo.activated.connect(self._was_picked)
        self.fill_with(self._combo)

    def _was_picked(self, row: int) -> None:
        if self._codes[row] != self._chosen:
            self._chosen = self._codes[row]
            self.edited.emit()

    def put(self, value: str) -> None:
        self._combo.setCurrentIndex(self._codes.index(value))
        self._chosen = value

    def value(self) -> str:
        code: str = checked(self.field, self._chosen)
        return code

    def typed(self) -> str:
        return self._chosen

    def put_typed(self, text: str) -> None:
        self.put(text if text in self._codes else "")

    def target(self) -> QWidget:
        return self._combo
