"""A recovery sheet that is still owed: the program ended after a code was made and before its sheet was checked."""

from PySide6.QtCore import Signal

from recovery_desktop.records.store import Store
from recovery_desktop.text import _
from recovery_desktop_ui.access.checked_sheet import checked_sheet
from recovery_desktop_ui.access.owing import new_code
from recovery_desktop_ui.access.sheet_view import sheet_intro
from recovery_desktop_ui.access.steps import StepPage, way


class OwedSheetPage(StepPage):
    """Makes a new code for an open practice, because nobody knows whether the last one is on paper."""

    done = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.compose(
            _("Your recovery sheet is not finished"),
            _("The program ended before the sheet was checked. Make it anew; one printed then opens nothing any more."),
            on=(way(_("Make a new sheet"), "new_sheet", self._make),),
        )

    def _make(self) -> None:
        self.work(_("Making a new code…"), lambda: new_code(self._store.vault), self._show)

    def _show(self, code: str) -> None:
        sheet = checked_sheet(self, code, self._store, self.done.emit)
        self.compose(_("Your recovery sheet"), sheet_intro(), sheet, cursor=sheet.first())
