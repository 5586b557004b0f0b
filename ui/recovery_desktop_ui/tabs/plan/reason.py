"""Why a version is signed although it does not meet a rule: one line below the rule, kept as it is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from recovery_desktop.records.plan import Override, PlanVersion
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.editors.line import LineEditor
from recovery_desktop_ui.parts.layouts import col, row


class Reason(QWidget):
    """Enter, Escape or the button end it; a reason that was emptied again makes no row."""

    done = Signal()

    def __init__(self, keeper: Keeper, version: int, rule: str, kept: int) -> None:
        """`kept` is the number of the row with a reason that was given before, or 0."""
        super().__init__()
        self._form = Form(keeper, Override)
        editor = LineEditor(Override.described()["reason"], ghost=_("Why, in a line that a reviewer understands"))
        field = self._form.field("reason", editor=editor, label=_("Signed all the same, because"))
        entry = editor.target()
        assert isinstance(entry, QLineEdit)
        entry.returnPressed.connect(self.done)
        ends = button(_("Done"), "plain", does=self.done.emit)
        ends.setObjectName("override.done")
        self.setLayout(col(field, row(ends, None), gap=6))
        owner = PlanVersion.get_by_id(version)
        self._form.show(Override.get_by_id(kept) if kept else None, owner, rule=rule, given_on=today())

    def take_cursor(self) -> None:
        """Puts the cursor into the line."""
        self._form.focus("reason")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)
