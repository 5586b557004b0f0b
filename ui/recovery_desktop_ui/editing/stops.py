"""What a safety rule speaks against in a service or medicine that is entered by hand, in words below its name."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.base import Record
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.practice_rules import practice_rules
from recovery_desktop_ui.parts.background import Latest, Task
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.texts import text

if TYPE_CHECKING:
    from recovery_desktop.guidance.results import Stop


class Stops(QWidget):
    """Follows a form whose row has a `name`; hidden while nothing speaks against it."""

    def __init__(self, form: Form, client_of: Callable[[Any], int], weighs: Callable[[Any], str]) -> None:
        """`client_of` gives the number of the row's client. `weighs` says of a row whether all is to be told ("all"),
        only what is known ("known"), because it is given already, or nothing (""), because it is not to be given."""
        super().__init__()
        self._form, self._client_of, self._weighs = form, client_of, weighs
        self._looking = Latest(self)
        self._known = text("", "strong", "alarm", wrap=True)
        self._known.setObjectName("stops.known")
        self._open = text("", "body", "care", wrap=True)
        self._open.setObjectName("stops.open")
        self.setLayout(col(self._known, self._open, gap=4))
        form.shown.connect(lambda _row: self._look())
        form.saved.connect(lambda _name: self._look())
        self.hide()

    def _look(self) -> None:
        """In another thread: the rules may have to be read first."""
        self._looking.let_go()
        row: Any = self._form.row
        if row is None or not self._weighs(row):
            self.hide()
            return
        record, day, rules, name = take(self._client_of(row)), today(), practice_rules(), row.name

        def look(_task: Task) -> "tuple[Stop, ...]":
            from recovery_desktop.guidance import guidance_for

            return guidance_for(record, day, rules.book()).stops_for(name)

        self._looking.run(look, self._hear)

    def _hear(self, stops: "tuple[Stop, ...]") -> None:
        row: Record | None = self._form.row
        if row is None:
            return
        known = [_said(stop) for stop in stops if stop.because]
        unknown = [_said(stop) for stop in stops if not stop.because and self._weighs(row) == "all"]
        self._known.setText("\n".join(_("Speaks against it: {words}").format(words=words) for words in known))
        self._open.setText("\n".join(_("Not suggested now: {words}").format(words=words) for words in unknown))
        self._known.setVisible(bool(known))
        self._open.setVisible(bool(unknown))
        self.setVisible(bool(known or unknown))


def _said(stop: "Stop") -> str:
    """Of a private reason only that there is one."""
    if stop.why.private:
        return _("A safety gate speaks against it.")
    return joined([joined(stop.because, "; "), stop.why.text], ". ")
