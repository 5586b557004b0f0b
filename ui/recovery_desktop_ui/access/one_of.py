"""One of a few, as round buttons in a line: text size, light or dark, paper."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QRadioButton, QWidget

from recovery_desktop_ui.parts.layouts import Flow, col, hold
from recovery_desktop_ui.parts.texts import text


class OneOf(QWidget):
    """A label and below it the choices; one of them is chosen from the start, because one of them is in force."""

    chosen = Signal(str)  # by the person

    def __init__(self, name: str, label: str, options: Mapping[str, str], value: str) -> None:
        """`options` maps codes to words; each button is found as `name`_code."""
        super().__init__()
        self.name, self._value = name, value
        self._buttons: dict[str, QRadioButton] = {}
        for code, words in options.items():
            button = QRadioButton(words)
            button.setObjectName(f"{name}_{code}")
            button.setAccessibleName(f"{label}: {words}")
            button.setChecked(code == value)
            button.clicked.connect(lambda _checked, code=code: self._choose(code))
            self._buttons[code] = button
        self.setLayout(
            col(text(label, "caption", "quiet"), hold(Flow(*self._buttons.values(), gap=20)), gap=4),
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        stop_at(self._buttons[self._value], self._buttons.values())

    def value(self) -> str:
        """The code that is chosen."""
        return self._value

    def stop(self) -> QWidget:
        """The choice that is in force, at which the Tab key stops."""
        return self._buttons[self._value]

    def focus_on(self, code: str) -> None:
        """Puts the focus on one choice, such as the one that was just made before the page was built anew."""
        self._buttons[code].setFocus()

    def _choose(self, code: str) -> None:
        if code != self._value:
            QWidget.setTabOrder(self._buttons[self._value], self._buttons[code])
            self._value = code
            stop_at(self._buttons[code], self._buttons.values())
            self.chosen.emit(code)


def stop_at(chosen: QRadioButton, buttons: Iterable[QRadioButton]) -> None:
    """Lets the Tab key visit the chosen one alone, as Qt does after a first visit; arrows lead to the others."""
    for each in buttons:
        each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is chosen else Qt.FocusPolicy.ClickFocus)
