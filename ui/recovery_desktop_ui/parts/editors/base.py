"""What all editors share: a value goes in silently and comes out checked; what is typed is never lost."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class NotYet(Exception):
    """What stands in an editor is not a value yet; `problem` is a sentence that says what to do."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class Editor(QWidget):
    """One value of one field.

    `edited` tells of each change by the person, never of a filling by the program; `left` that the focus went
    elsewhere, after which everything typed is to be saved.
    """

    edited = Signal()
    left = Signal()

    def put(self, value: Any) -> None:
        """Shows a value of the field, as records hold it; tells nobody."""
        raise NotImplementedError

    def value(self) -> Any:
        """The value as records hold it. Raises NotYet while what is typed is none."""
        raise NotImplementedError

    def typed(self) -> str:
        """What stands in the editor, as text: kept as a draft while it is no value."""
        raise NotImplementedError

    def put_typed(self, text: str) -> None:
        """Shows a text that was kept; tells nobody."""
        raise NotImplementedError

    def target(self) -> QWidget:
        """The widget that takes the focus, carries the accessible name and description, and is a label's buddy."""
        return self

    def set_label(self, label: str) -> None:
        """Names the editor for a screen reader."""
        self.target().setAccessibleName(label)

    def set_note(self, note: str, troubled: bool = False) -> None:
        """The help, or the problem, of the field: what a screen reader tells after the name."""
        target = self.target()
        target.setAccessibleDescription(note)
        tone = "care" if troubled else None
        if target.property("tone") != tone:
            target.setProperty("tone", tone)
            target.update()
