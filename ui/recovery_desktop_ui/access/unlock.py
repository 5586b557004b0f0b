"""The first thing seen each morning: quiet, truthful about what is wrong, and it says that nothing was lost.

It is on the screen at once: keys and records are loaded only when somebody asks for them.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from recovery_desktop import vault
from recovery_desktop.errors import KnownError
from recovery_desktop.text import _, ngettext
from recovery_desktop.vault import (
    Attempts,
    KeySlotsDamaged,
    VaultDamaged,
    VaultForeign,
    VaultInUse,
    VaultMissing,
    WrongPassphrase,
    has_vault,
)
from recovery_desktop_ui.access.patience import seconds_left
from recovery_desktop_ui.access.quiet_page import QuietPage
from recovery_desktop_ui.parts.background import Task
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.labels import labelled
from recovery_desktop_ui.parts.layouts import Flow, Item, col, hold, row
from recovery_desktop_ui.parts.message import Message
from recovery_desktop_ui.parts.secret_field import SecretField, caps_lock_note, show_link
from recovery_desktop_ui.parts.texts import centred, text
from recovery_desktop_ui.parts.tokens import is_large
from recovery_desktop_ui.parts.waiting import Waiting
from recovery_desktop_ui.parts.work import begin

if TYPE_CHECKING:
    from recovery_desktop.vault import VaultKey

_COUNT_MS = 250


class UnlockPage(QuietPage):
    """Asks for the passphrase of the vault in `folder`."""

    opened = Signal(object)  # the Store; what was found on the way stands in its vault's `findings`
    recovery_wanted = Signal()
    restore_wanted = Signal()
    salvage_wanted = Signal(object)  # the VaultKey of the damaged vault
    folder_chosen = Signal(object)  # Path of a folder in which a vault lies

    def __init__(self, folder: Path, *, attempts: Attempts, note: str = "") -> None:
        """`note` is what was said last, such as "Locked after 5 minutes. Everything was saved at 14:02."."""
        super().__init__()
        self._folder, self._attempts = folder, attempts
        self._task: Task | None = None
        self._field = SecretField(_("Passphrase"), _("Six words"))
        self._field.setObjectName("passphrase")
        self._go = button(_("Unlock"), "primary", "lock", does=self._unlock)
        self._go.setObjectName("unlock")
        self._go.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._waiting, self._message = Waiting(), Message()
        self._count = QTimer(self, interval=_COUNT_MS)
        self._field.returnPressed.connect(self._unlock)
        self._waiting.cancelled.connect(self._cancel)
        self._message.shown.connect(self.order_tabs)
        self._count.timeout.connect(self._count_down)
        self.set_column(self._composed(note))
        self._count_down()
        if not has_vault(folder):
            self._explain(VaultMissing())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._field.setFocus()

    def _composed(self, note: str) -> QVBoxLayout:
        recovery = button(_("Use the recovery sheet"), "link", does=self.recovery_wanted.emit)
        recovery.setObjectName("use_recovery_sheet")
        restore = button(_("Restore a backup"), "link", does=self.restore_wanted.emit)
        restore.setObjectName("restore")
        said: list[Item] = [] if not note else [row(None, Icon("circle-check", "accent"), _note(note), None), 16]
        return col(
            row(None, Icon("sprout", "accent", 40), None),
            8,
            centred("Recovery Desktop", "title"),
            centred(_("Encrypted, and kept where you chose"), "body", "quiet"),
            24,
            labelled(_("Passphrase"), self._field),
            caps_lock_note(self._field),
            self._go,
            self._waiting,
            self._message,
            hold(Flow(show_link(self._field), recovery, gap=32)),
            16,
            *said,
            hold(row(None, restore, None)),
            gap=10,
        )

    def _unlock(self) -> None:
        typed = self._field.text()
        if self._task is not None or self._attempts.seconds_to_wait():
            return
        if not typed:
            self._message.show_words("plain", _("Type your passphrase, then press Enter."))
            return
        self._message.clear()
        self._begin(_("Checking the passphrase…"))
        self._task = begin(
            self, lambda _task: vault.unlock_key(self._folder, typed), self._open, self._explain, self._end
        )

    def _begin(self, words: str) -> None:
        self._field.setEnabled(False)
        self._go.hide()
        self._waiting.begin(words)

    def _end(self) -> None:
        self._task = None
        self._waiting.end()
        self._go.show()
        self._field.setEnabled(True)
        self._field.setFocus()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.let_go()
        self._end()

    def _open(self, key: "VaultKey") -> None:
        from recovery_desktop.records.store import open_store

        try:
            store = open_store(self._folder, key, failed_attempts=self._attempts.failed)
        except KnownError as error:
            self._explain(error, key)
            return
        self._end()
        self._field.clear()
        self._attempts.note_right()
        self.opened.emit(store)

    def _explain(self, error: KnownError, key: "VaultKey | None" = None) -> None:
        self._end()
        if isinstance(error, WrongPassphrase):
            self._attempts.note_wrong()
            self._field.selectAll()
            self._count_down()
        self._message.show_error(error, *self._helps(error, key))

    def _helps(self, error: KnownError, key: "VaultKey | None") -> list[Button]:
        """What can be done from here about an error; for the rest its words say enough."""
        helps = []
        if isinstance(error, VaultInUse):
            helps.append(_help(_("Show the other window"), "show_other", self._knock))
        if isinstance(error, VaultMissing):
            helps.append(_help(_("Try again"), "try_again", self._look_again))
            helps.append(_help(_("Look in another folder…"), "other_folder", self._choose_folder))
        if isinstance(error, KeySlotsDamaged):
            helps.append(_help(_("Take it from a backup…"), "take_key_file", self._choose_key_file))
        if isinstance(error, VaultDamaged | VaultForeign):
            helps.append(_help(_("Restore a backup"), "restore_now", self.restore_wanted.emit))
        if isinstance(error, VaultDamaged) and key is not None:
            helps.append(_help(_("Save what can be read"), "salvage", lambda: self.salvage_wanted.emit(key)))
        return helps

    def _count_down(self) -> None:
        left = seconds_left(self._attempts)
        self._go.setEnabled(not left)
        self._go.setText(ngettext("Wait {n} second", "Wait {n} seconds", left).format(n=left) if left else _("Unlock"))
        self._go.setAccessibleName(self._go.text())
        if left:
            self._count.start()
        else:
            self._count.stop()

    def _knock(self) -> None:
        try:
            vault.knock(self._folder)
        except KnownError as error:
            self._explain(error)
        else:
            self._message.show_words("plain", _("The other window was asked to come to the front."))

    def _look_again(self) -> None:
        if has_vault(self._folder):
            self._message.show_words("good", _("The folder is there again. Type your passphrase."))
            self._field.setFocus()
        else:
            self._message.show_error(VaultMissing(), *self._helps(VaultMissing(), None))

    def _choose_folder(self) -> None:
        from recovery_desktop_ui.parts.choosing import choose_folder

        choose_folder(self, _("Where the records are"), self._folder, self._take_folder)

    def _take_folder(self, folder: Path) -> None:
        if has_vault(folder):
            self.folder_chosen.emit(folder)
        else:
            self._explain(VaultMissing())

    def _choose_key_file(self) -> None:
        from recovery_desktop_ui.parts.choosing import choose_backup

        choose_backup(self, self._folder, self._take_key_file)

    def _take_key_file(self, file: Path) -> None:
        self._message.clear()
        self._begin(_("Reading the backup…"))
        self._task = begin(
            self,
            lambda _task: vault.take_key_file(file, self._folder),
            self._key_file_is_back,
            self._explain,
            self._end,
        )

    def _key_file_is_back(self, _result: None) -> None:
        self._end()
        self._message.show_words(
            "good",
            _("The key file is back."),
            _("Type the passphrase that was valid when that backup was made."),
        )


def _help(words: str, name: str, does: Callable[[], object]) -> Button:
    made = button(words, does=does)
    made.setObjectName(name)
    return made


def _note(words: str) -> QWidget:
    label = text(words, "caption", "quiet", wrap=is_large())
    label.setObjectName("note")
    label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return label
