"""The way in: shows first run, unlock, recovery, restore or salvage, until a practice is open.

It also keeps what the program remembers outside the vault: looks, and where the vault lies.
"""

from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from recovery_desktop.settings import Settings, write
from recovery_desktop.text import use_language
from recovery_desktop.vault.attempts import Attempts
from recovery_desktop.vault.layout import has_vault

if TYPE_CHECKING:
    from recovery_desktop.records.store import Store
    from recovery_desktop.vault import VaultKey
    from recovery_desktop_ui.access.quiet_page import QuietPage
    from recovery_desktop_ui.editing.keeper import Keeper
    from recovery_desktop_ui.look import Look

_FIRST = {"client": "new_client", "open": "", "sample": ""}


class Gate(QWidget):
    """One page at a time; each is made when it is needed and goes when another comes."""

    opened = Signal(object, str)  # the Store, and a command to begin with
    look_changed = Signal(float, str)  # text size, and light, dark or system
    language_changed = Signal()

    def __init__(self, settings: Settings, settings_file: Path | None, folder: Path, **making: Any) -> None:
        """`folder` is where the vault lies or will lie; nothing is remembered without a `settings_file`; `making` goes
        to the making of a new practice (key cost, ballast)."""
        super().__init__()
        self.settings, self.folder = settings, folder
        self._file, self._making = settings_file, making
        self.attempts = Attempts()
        self._sample: ExitStack | None = None
        self._show_again: Callable[[], None] = self.begin
        self._page: QuietPage | None = None
        self._pages = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    # -- pages

    def begin(self, note: str = "") -> None:
        """The first run, or the passphrase where there is a practice; `note` says there what was before."""
        if has_vault(self.folder):
            self.show_locked(note)
        else:
            self.show_first_run(note)

    def show_first_run(self, note: str = "") -> None:
        """The assistant that makes a practice; `note` says what was before."""
        from recovery_desktop_ui.access.first_run import FirstRun

        page = FirstRun(self.settings, self.folder, note=note, **self._making)
        page.finished.connect(lambda store, first: self._finished(store, first))
        page.look_changed.connect(self._take_look)
        page.language_chosen.connect(self.use_language)
        page.folder_chosen.connect(self.use_folder)
        page.unlock_wanted.connect(self._unlock_in)
        page.restore_wanted.connect(self._restore_in)
        page.sample_wanted.connect(self.open_sample)
        self._show(page, page.show_again)

    def show_locked(self, note: str = "") -> None:
        """Asks for the passphrase; `note` says what was before."""
        from recovery_desktop_ui.access.unlock import UnlockPage

        page = UnlockPage(self.folder, attempts=self.attempts, note=note)
        page.opened.connect(self._opened)
        page.recovery_wanted.connect(self.show_recovery)
        page.restore_wanted.connect(self.show_restore)
        page.salvage_wanted.connect(self.show_salvage)
        page.folder_chosen.connect(self._unlock_in)
        self._show(page, partial(self.show_locked, note))

    def show_recovery(self) -> None:
        """Opens with the code of the printed sheet."""
        from recovery_desktop_ui.access.recovery import RecoveryPage

        page = RecoveryPage(self.folder, attempts=self.attempts)
        page.opened.connect(self._opened)
        page.cancelled.connect(self.begin)
        page.new_practice_wanted.connect(self.show_first_run)
        self._show(page, self.show_recovery)

    def show_restore(self, outside: Path | None = None) -> None:
        """Brings the practice back from a backup; `outside` is the folder or drive where they are made to, if known."""
        from recovery_desktop_ui.access.restore import RestorePage

        page = RestorePage(self.folder, outside)
        page.opened.connect(self._opened)
        page.cancelled.connect(self.begin)
        self._show(page, partial(self.show_restore, outside))

    def show_salvage(self, key: "VaultKey") -> None:
        """Saves what can be read of a damaged practice."""
        from recovery_desktop_ui.access.salvage import SalvagePage

        page = SalvagePage(self.folder, key)
        page.opened.connect(self._opened)
        page.restore_wanted.connect(self.show_restore)
        page.cancelled.connect(self.begin)
        self._show(page, partial(self.show_salvage, key))

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._page

    def _show(self, page: "QuietPage", again: Callable[[], None]) -> None:
        self.leave()
        old, self._page = self._page, page
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if old is not None:
            self._pages.removeWidget(old)
            old.deleteLater()
        self._show_again = again

    def build_anew(self) -> None:
        """The same page in another text size or language. The first run keeps what was typed in its step."""
        self._show_again()

    # -- in

    def _opened(self, store: "Store") -> None:
        from recovery_desktop_ui.access.owing import sheet_is_owed

        if sheet_is_owed(store):
            self._ask_for_sheet(store)
        else:
            self.opened.emit(store, "")

    def _ask_for_sheet(self, store: "Store") -> None:
        """A practice whose recovery sheet was never checked: the program ended in the middle of the first run."""
        from recovery_desktop_ui.access.owed_sheet_page import OwedSheetPage

        page = OwedSheetPage(store)
        page.opened.connect(lambda store: self.opened.emit(store, ""))
        self._show(page, page.show_again)

    def _finished(self, store: "Store", first: str) -> None:
        self.use_folder(self.folder)
        if first == "sample":
            store.close()
            self.open_sample()
        else:
            self.opened.emit(store, _FIRST[first])

    def open_sample(self) -> None:
        """Opens the sample practice, which is made anew and thrown away when it is left."""
        from recovery_desktop.exchange.sample import sample_practice

        self.leave()
        self._sample = ExitStack()
        self.opened.emit(self._sample.enter_context(sample_practice()), "")

    def leave(self) -> None:
        """Closes what a first run or a recovery holds open that was left half way."""
        if self._page is not None:
            self._page.close_store()

    def _unlock_in(self, folder: Path) -> None:
        self.use_folder(folder)
        self.show_locked()

    def _restore_in(self, folder: Path) -> None:
        self.use_folder(folder)
        self.show_restore()

    # -- out

    def back_up_then(self, store: "Store", then: Callable[[], None]) -> None:
        """Backs up inside the vault's own folder if that is due; `then` follows, whatever came of it."""
        from recovery_desktop_ui.access.backups import is_due
        from recovery_desktop_ui.access.closing import ClosingPage

        if self.is_sample or not is_due(store.vault):
            then()
            return
        page = ClosingPage(store.vault)
        page.done.connect(then)
        self._show(page, lambda: None)

    def show_not_saved(self, keeper: "Keeper", then: Callable[[], None], back: Callable[[], None]) -> None:
        """Covers what could not be saved yet; `then` follows once it is, `back` leads to it after the passphrase."""
        from recovery_desktop_ui.access.not_saved import NotSavedPage

        page = NotSavedPage(keeper, self.attempts)
        page.saved.connect(then)
        page.unlocked.connect(back)
        self._show(page, lambda: None)

    @property
    def is_sample(self) -> bool:
        """Whether the practice that is open is the sample."""
        return self._sample is not None

    def close_store(self, store: "Store") -> None:
        """Closes a practice; a sample is gone with it."""
        if self._sample is not None:
            self._sample.close()
            self._sample = None
        else:
            store.close()

    # -- what is remembered

    def use_folder(self, folder: Path) -> None:
        """The practice lies in this folder from now on."""
        self.folder = folder
        self._remember(vault_folder=folder)

    def use_language(self, code: str) -> None:
        """All is said in this language from now on, at the next start too, whatever the computer's language is."""
        use_language(code)
        self._remember(language=code)
        self.language_changed.emit()

    def remember_look(self, look: "Look") -> None:
        """Light or dark, and the text size, for the next start."""
        self._remember(text_size=look.text_size, look=look.look)

    def remember_size(self, width: int, height: int) -> None:
        """How large the window is, for the next start."""
        self._remember(window_size=(width, height))

    def _take_look(self, settings: Settings) -> None:
        self._remember(text_size=settings.text_size, look=settings.look)
        self.look_changed.emit(settings.text_size, settings.look)

    def _remember(self, **changes: Any) -> None:
        self.settings = replace(self.settings, **changes)
        if self._file is not None and not self.is_sample:
            with suppress(OSError):  # a look that is not remembered is no reason to stop
                write(self._file, self.settings)
