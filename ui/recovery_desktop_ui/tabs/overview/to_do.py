"""What is due for this client; each row leads to where it is written."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.due import Due
from recovery_desktop.text import _
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.lists import RowData, RowList
from recovery_desktop_ui.parts.texts import heading, text

_FEW = 7
_MARKS = {"alarm": "alarm", "late": "care", "care": "care", "coming": "empty", "draft": "started"}


class ToDo(QWidget):
    """The most urgent first; what is over a week's list comes with one more press."""

    go_to = Signal(object)  # Place

    def __init__(self) -> None:
        super().__init__()
        self._due: tuple[Due, ...] = ()
        self._all = False
        self._rows = RowList(_("Due"), grows=True, walks=True)
        self._rows.setObjectName("page.due")
        self._rows.chosen.connect(self._go)
        self._none = text(_("Nothing is due."), "body", "quiet")
        self._more = button("", "link", does=self._turn)
        self._more.setObjectName("page.all_due")
        self.setLayout(col(heading(_("Due")), self._none, self._rows, self._more, gap=4))

    def show_all(self, due: tuple[Due, ...]) -> None:
        """Shows what is due."""
        self._due = due
        self._lay_out()

    def _lay_out(self) -> None:
        shown = self._due if self._all else self._due[:_FEW]
        self._rows.set_rows([self._row(at, one) for at, one in enumerate(shown)])
        self._rows.choose(None)
        self._none.setVisible(not self._due)
        self._rows.setVisible(bool(self._due))
        self._more.setVisible(len(self._due) > _FEW)
        words = _("Fewer") if self._all else _("All {count}").format(count=len(self._due))
        self._more.setText(words)
        self._more.setAccessibleName(_("What is due: {words}").format(words=words))

    @staticmethod
    def _row(at: int, one: Due) -> RowData:
        tone = {"alarm": "alarm", "late": "care", "care": "care"}.get(one.kind, "quiet")
        return RowData(at, one.what, right=one.when, mark=_MARKS[one.kind], tone=tone)

    def _turn(self) -> None:
        self._all = not self._all
        self._lay_out()

    def _go(self, at: int) -> None:
        one = self._due[at]
        self._rows.choose(None)
        self.go_to.emit(Place("", "", one.entry.model, one.entry.number, one.field))
