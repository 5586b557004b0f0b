"""The cover while something typed could not be saved: it is tried again, and only the passphrase leads back to it."""

from PySide6.QtCore import QTimer, Signal

from recovery_desktop.errors import KnownError
from recovery_desktop.text import _
from recovery_desktop.vault import Attempts, VaultKey, WrongPassphrase, unlock_key
from recovery_desktop_ui.access.labels import labelled
from recovery_desktop_ui.access.patience import wait_words
from recovery_desktop_ui.access.quiet_page import QuietPage
from recovery_desktop_ui.access.secret_field import SecretField
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.background import Task
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import col, row
from recovery_desktop_ui.parts.message import Message
from recovery_desktop_ui.parts.texts import centred
from recovery_desktop_ui.parts.work import begin

_TRY_AGAIN_AFTER = 2000  # milliseconds


class NotSavedPage(QuietPage):
    """Locked, and yet the records are still open: what was typed last is only in memory."""

    saved = Signal()
    unlocked = Signal()

    def __init__(self, keeper: Keeper, attempts: Attempts) -> None:
        super().__init__()
        self._keeper, self._attempts = keeper, attempts
        self._task: Task | None = None
        self._told = ""
        self._field = SecretField(_("Passphrase"), "")
        self._field.setObjectName("passphrase")
        self._field.returnPressed.connect(self._check)
        self._go = button(_("Unlock"), "primary", "lock", does=self._check)
        self._go.setObjectName("unlock")
        self._message = Message()
        said = _("Locked. What was typed last is not saved yet, and the program keeps trying.")
        self.set_column(
            col(
                row(None, Icon("triangle-alert", "care", 40), None),
                8,
                centred(said, "body"),
                self._message,
                8,
                labelled(_("Passphrase"), self._field),
                self._go,
                gap=10,
            )
        )
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
            self._message.show_error(error)

    def _check(self) -> None:
        typed = self._field.text()
        if not typed or self._task is not None:
            return
        wait = wait_words(self._attempts)
        if wait:
            self._message.show_words("trouble", wait)
            return
        folder = self._keeper.store.vault.folder
        self._task = begin(self, lambda _task: unlock_key(folder, typed), self._right, self._wrong, self._end)

    def _end(self) -> None:
        self._task = None

    def _right(self, _key: VaultKey) -> None:
        self._end()
        self._timer.stop()
        self._attempts.note_right()
        self.unlocked.emit()

    def _wrong(self, error: KnownError) -> None:
        self._end()
        if isinstance(error, WrongPassphrase):
            self._attempts.note_wrong()
        self._field.selectAll()
        self._message.show_error(error)
