"""What all editors share: a value goes in silently and comes out checked; what is typed is never lost."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

if TYPE_CHECKING:  # the guards need editors where no record is known yet, and records load slowly
    from recovery_desktop.records.fields import Described

_ALMOST_ALL = 100_000  # a share of the width that leaves the rest less than a pixel


class NotYet(Exception):
    """What stands in an editor is not a value yet; `problem` is a sentence that says what to do."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


def checked(field: "Described", value: Any) -> Any:
    """A value that the field keeps. Raises NotYet with the field's own words when it does not."""
    if problem := field.problem(value):
        raise NotYet(problem)
    return value


class Editor(QWidget):
    """One value of one field.

    `edited` tells of each change by the person, never of a filling by the program; `left` that the focus went
    elsewhere, after which everything typed is to be saved.
    """

    edited = Signal()
    left = Signal()

    _note = ""

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
        self._note = note
        self.describe()
        target = self.target()
        tone = "care" if troubled else None
        if target.property("tone") != tone:
            target.setProperty("tone", tone)
            target.update()

    def spoken(self) -> str:
        """What the eye sees beside the text and a screen reader is to tell with it: a unit, a date in full."""
        return ""

    def describe(self) -> None:
        """Tells screen readers what is spoken, and the note; to be called when either changed."""
        words = ". ".join(part.rstrip(".") for part in (self.spoken(), self._note) if part)
        self.target().setAccessibleDescription(words)

    def leave(self) -> None:
        """The focus went elsewhere."""
        self.left.emit()

    def fill_with(self, widget: QWidget) -> None:
        """Makes one widget the whole of the editor; what is wider than the widget may be stays empty at its right.

        It is no focus proxy: Qt would take the editor itself for a stop of the Tab key too, which no tab order moves.
        """
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(widget, _ALMOST_ALL)
        layout.addStretch(1)


def editor_around(widget: QWidget | None) -> Editor | None:
    """The editor that a widget is a part of, if it is part of one."""
    while widget is not None and not isinstance(widget, Editor):
        widget = widget.parentWidget()
    return widget


def tell_left(widget: QWidget, event: QFocusEvent) -> None:
    """Lets an editor know that a part of it lost the focus; not when a popup of its own, or another part, has it."""
    editor = editor_around(widget)
    if editor is None or event.reason() == Qt.FocusReason.PopupFocusReason:
        return
    if editor_around(QApplication.focusWidget()) is not editor:
        editor.leave()
