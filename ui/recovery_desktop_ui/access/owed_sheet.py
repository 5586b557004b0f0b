"""A recovery sheet that is still owed: the program ended after a code was made and before its sheet was checked."""

from PySide6.QtCore import Signal

from recovery_desktop.errors import KnownError
from recovery_desktop.records.store import Store
from recovery_desktop.text import _
from recovery_desktop_ui.access.recovery_sheet_page import SheetView, sheet_intro
from recovery_desktop_ui.access.sheet_owed import new_code, note_sheet_checked
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
        sheet = SheetView(code, self._store.practice(), self._store.vault.folder)
        sheet.checked.connect(self._checked)
        self.compose(_("Your recovery sheet"), sheet_intro(), sheet, cursor=sheet.first())

    def _checked(self) -> None:
        try:
            note_sheet_checked(self._store.vault)
        except KnownError as error:
            self.explain(error)
        else:
            self.done.emit()
