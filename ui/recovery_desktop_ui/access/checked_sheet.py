"""A new recovery sheet as a step of a page: shown, brought to paper, typed back, and noted as checked in the vault."""

from collections.abc import Callable

from recovery_desktop.errors import KnownError
from recovery_desktop.records.store import Store
from recovery_desktop_ui.access.owing import note_sheet_checked
from recovery_desktop_ui.access.sheet_view import SheetView
from recovery_desktop_ui.access.steps import StepPage


def checked_sheet(page: StepPage, code: str, store: Store, then: Callable[[], object]) -> SheetView:
    """The view of a new code; `then` follows once its sheet is checked and that is noted, else `page` says why not."""
    view = SheetView(code, store.practice(), store.vault.folder)

    def note() -> None:
        try:
            note_sheet_checked(store.vault)
        except KnownError as error:
            page.explain(error)
        else:
            then()

    view.checked.connect(note)
    return view
