"""“Not now”, with the day on which to look again."""

import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.records.set_aside import SetAside
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.note_below import NoteBelow
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.editors.base import NotYet
from recovery_desktop_ui.parts.editors.day import DayEditor
from recovery_desktop_ui.parts.layouts import col, row
from recovery_desktop_ui.parts.texts import text

USUALLY = 14  # days until one looks again


class NotNow(QWidget):
    """A button and a day beside it; the day is in two weeks unless another one is typed."""

    left = Signal(object)  # the day on which to look again

    def __init__(self, what: str) -> None:
        """`what` is told to who listens, who may hear of several of these."""
        super().__init__()
        self._day = DayEditor(SetAside.until, look="row")
        self._day.setObjectName("page.look_again")
        self._day.target().setObjectName("page.look_again.input")
        self._day.set_label(_("Look again on: {what}").format(what=what))
        self._day.put(today() + datetime.timedelta(USUALLY))
        self._note = NoteBelow()
        self._note.say("")
        leave = button(_("Not now"), name=_("Not now: {what}").format(what=what), does=self._leave)
        leave.setObjectName("page.not_now")
        line = row(leave, text(_("look again on"), "caption", "quiet"), self._day, gap=8)
        line.setStretch(2, 1)
        self.setLayout(col(line, self._note, gap=3))

    def _leave(self) -> None:
        day = self._chosen()
        problem = "" if day else _("Say the day on which to look again; it must be after today.")
        self._note.say(problem)
        self._day.set_note(problem, bool(problem))
        if day:
            self.left.emit(day)

    def _chosen(self) -> datetime.date | None:
        try:
            day: datetime.date | None = self._day.value()
        except NotYet:
            return None
        return day if day is not None and day > today() else None
