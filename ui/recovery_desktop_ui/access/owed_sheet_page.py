"""A recovery sheet that is still owed: the program ended after a code was made and before its sheet was checked."""

from functools import partial

from PySide6.QtCore import Signal

from recovery_desktop.records.store import Store
from recovery_desktop.text import _
from recovery_desktop_ui.access.checked_sheet import checked_sheet
from recovery_desktop_ui.access.owing import new_code
from recovery_desktop_ui.access.sheet_view import sheet_intro
from recovery_desktop_ui.access.steps import StepPage, way


class OwedSheetPage(StepPage):
    """Makes a new code for an open practice, because nobody knows whether the last one is on paper."""

    opened = Signal(object)  # the Store, once its sheet is checked

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store: Store | None = store
        self.show_again()

    def show_again(self) -> None:
        """From the beginning, also after the text size was changed."""
        self.compose(
            _("Your recovery sheet is not finished"),
            _("The program ended before the sheet was checked. Make it anew; one printed then opens nothing any more."),
            on=(way(_("Make a new sheet"), "new_sheet", self._make),),
        )

    def close_store(self) -> None:
        """Closes the practice if this was left before the sheet was checked."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _make(self) -> None:
        store = self._store
        if store is not None:
            self.work(_("Making a new code…"), lambda: new_code(store.vault), partial(self._show, store))

    def _show(self, store: Store, code: str) -> None:
        sheet = checked_sheet(self, code, store, self._finish)
        self.compose(_("Your recovery sheet"), sheet_intro(), sheet, cursor=sheet.first())

    def _finish(self) -> None:
        store, self._store = self._store, None
        self.opened.emit(store)
