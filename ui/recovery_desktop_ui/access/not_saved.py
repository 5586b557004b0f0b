"""The cover while something typed could not be saved: it is tried again, and only the passphrase leads back to it."""

from PySide6.QtCore import QTimer, Signal

from recovery_desktop.text import _
from recovery_desktop.vault import Attempts
from recovery_desktop_ui.access.passphrase_again import PassphraseAgain
from recovery_desktop_ui.access.quiet_page import QuietPage
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import col, row
from recovery_desktop_ui.parts.texts import centred

_TRY_AGAIN_AFTER = 2000  # milliseconds


class NotSavedPage(QuietPage):
    """Locked, and yet the records are still open: what was typed last is only in memory."""

    saved = Signal()
    unlocked = Signal()

    def __init__(self, keeper: Keeper, attempts: Attempts) -> None:
        super().__init__()
        self._keeper = keeper
        self._told = ""
        self._passphrase = PassphraseAgain(keeper.store.vault.folder, attempts)
        self._passphrase.right.connect(self._right)
        said = _("Locked. What was typed last is not saved yet, and the program keeps trying.")
        sign = row(None, Icon("triangle-alert", "care", 40), None)
        self.set_column(col(sign, 8, centred(said, "body"), self._passphrase, gap=10))
        self._timer = QTimer(self, interval=_TRY_AGAIN_AFTER)
        self._timer.timeout.connect(self._try_again)
        self._timer.start()
        self._explain()

    def _try_again(self) -> None:
        if self._keeper.flush():
            self._timer.stop()
            self.saved.emit()
        else:
            self._explain()

    def _explain(self) -> None:
        """Says what is in the way when that is something new: what was said of a passphrase stays meanwhile."""
        error = self._keeper.state.error
        if error is not None and str(error) != self._told:
            self._told = str(error)
            self._passphrase.message.show_error(error)

    def _right(self) -> None:
        self._timer.stop()
        self.unlocked.emit()
