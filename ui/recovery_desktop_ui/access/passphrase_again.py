"""Asks for the passphrase of a practice that is open: only the counselor gets back to the records."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.errors import KnownError
from recovery_desktop.text import _
from recovery_desktop.vault import Attempts, VaultKey, WrongPassphrase, unlock_key
from recovery_desktop_ui.access.patience import wait_words
from recovery_desktop_ui.parts.background import Task
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.labels import labelled
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.message import Message
from recovery_desktop_ui.parts.secret_field import SecretField
from recovery_desktop_ui.parts.work import begin


class PassphraseAgain(QWidget):
    """A field, a button, and what was wrong; the passphrase is checked against the key file of the vault."""

    right = Signal()

    def __init__(self, folder: Path, attempts: Attempts) -> None:
        super().__init__()
        self._folder, self._attempts = folder, attempts
        self._task: Task | None = None
        self.field = SecretField(_("Passphrase"), "")
        self.field.setObjectName("passphrase")
        self.field.returnPressed.connect(self._check)
        self._go = button(_("Unlock"), "primary", "lock", does=self._check)
        self._go.setObjectName("unlock")
        self.message = Message()
        self.setLayout(col(self.message, labelled(_("Passphrase"), self.field), self._go, gap=10))

    def _check(self) -> None:
        typed = self.field.text()
        if not typed or self._task is not None:
            return
        wait = wait_words(self._attempts)
        if wait:
            self.message.show_words("trouble", wait)
            return
        self._task = begin(self, lambda _task: unlock_key(self._folder, typed), self._found, self._wrong, self._end)

    def _end(self) -> None:
        self._task = None

    def _found(self, _key: VaultKey) -> None:
        self._end()
        self._attempts.note_right()
        self.right.emit()

    def _wrong(self, error: KnownError) -> None:
        self._end()
        if isinstance(error, WrongPassphrase):
            self._attempts.note_wrong()
        self.field.selectAll()
        self.message.show_error(error)
