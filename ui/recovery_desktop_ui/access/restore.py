"""The restore assistant: pick a backup, unlock it, see what is in it, and only then put it in place."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.errors import KnownError
from recovery_desktop.records.store import open_store
from recovery_desktop.text import _
from recovery_desktop.vault import (
    BackupContents,
    BackupFile,
    MistypedRecoveryCode,
    has_vault,
    inspect_backup,
    list_backups,
    restore,
)
from recovery_desktop.vault.layout import BACKUPS
from recovery_desktop_ui.access.backup_words import contents, moment
from recovery_desktop_ui.access.choosing import choose_backup
from recovery_desktop_ui.access.code_groups import CodeTyped
from recovery_desktop_ui.access.code_hints import wrong_groups
from recovery_desktop_ui.access.columns import column
from recovery_desktop_ui.access.labels import labelled
from recovery_desktop_ui.access.message import Message
from recovery_desktop_ui.access.quiet_page import WIDE, QuietPage
from recovery_desktop_ui.access.secret_field import SecretField, caps_lock_note, show_link
from recovery_desktop_ui.access.waiting import Waiting
from recovery_desktop_ui.access.work import begin
from recovery_desktop_ui.parts.background import Task
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import Flow, Item, col, hold, row
from recovery_desktop_ui.parts.texts import text

_OFFERED = 5


class RestorePage(QuietPage):
    """Brings the practice in `folder` back from a backup. The vault there, if any, must be closed; it is kept whole."""

    opened = Signal(object)  # the Store
    cancelled = Signal()

    def __init__(self, folder: Path, outside: Path | None = None) -> None:
        """`outside` is the folder or drive where backups are made to, if one is known."""
        super().__init__()
        self._folder, self._outside = folder, outside
        self._task: Task | None = None
        self._found: BackupContents | None = None
        self._renew()
        self._show_choice()

    def _renew(self) -> None:
        """New widgets for the next page."""
        self._message, self._waiting = Message(), Waiting()
        self._waiting.cancelled.connect(self._stop)
        self._field = SecretField(_("Passphrase of that day"))
        self._field.setObjectName("passphrase")
        self._code = CodeTyped()

    def _show_choice(self) -> None:
        self._renew()
        offers: list[Item] = []
        for number, backup in enumerate(self._known()[:_OFFERED], 1):
            offer = button(moment(backup.made), "plain", "calendar", does=partial(self._ask_secret, backup.path))
            offer.setObjectName(f"backup_{number}")
            offers += [hold(row(offer, text(_place(backup.path, self._folder), "caption", "quiet"), None, gap=12))]
        if not offers:
            offers = [text(_("There is no backup beside the vault. Choose the file on your drive."), wrap=True)]
        other = button(_("Choose a file…"), "plain", "folder", does=self._choose)
        other.setObjectName("choose_file")
        back = button(_("Back"), "link", "arrow-left", does=self.cancelled.emit)
        back.setObjectName("back")
        intro = _("Nothing is changed until you have seen what is in the backup.")
        ways = col(*offers, hold(row(other, None)), 8, self._message, hold(row(back, None)), gap=8)
        self._show(column(_("Restore a backup"), intro, ways, step=_step(1)))

    def _known(self) -> list[BackupFile]:
        """The backups beside the vault and in the outside folder, newest first."""
        found: list[BackupFile] = []
        for place in filter(None, (self._folder / BACKUPS, self._outside)):
            try:
                found += list_backups(place)
            except OSError:
                continue  # a drive that is not plugged in has none to offer
        return sorted(found, key=lambda backup: backup.made, reverse=True)

    def _choose(self) -> None:
        choose_backup(self, self._outside or self._folder / BACKUPS, self._ask_secret)

    def _ask_secret(self, file: Path, by_code: bool = False) -> None:
        self._renew()
        go = button(_("Look into it"), "primary", "lock", does=partial(self._inspect, file, by_code))
        go.setObjectName("inspect")
        turn = button(
            _("Use the passphrase") if by_code else _("Use the recovery sheet"),
            "link",
            does=partial(self._ask_secret, file, not by_code),
        )
        turn.setObjectName("other_secret")
        self._field.returnPressed.connect(go.click)
        self._code.entered.connect(go.click)
        asked: list[Item] = [labelled(_("Passphrase of that day"), self._field), caps_lock_note(self._field)]
        if by_code:
            asked = [text(_("The recovery code of that day, group by group"), "caption", "quiet"), self._code]
        links = [turn] if by_code else [show_link(self._field), turn]
        intro = _("A backup opens with the passphrase, or the recovery sheet, that was valid when it was made.")
        parts = col(*asked, hold(Flow(*links, gap=24)), self._waiting, self._message, gap=10)
        ways = self._ways(go, self._show_choice)
        self._show(column(_("Unlock the backup"), intro, parts, 16, ways, step=_step(2)))
        (self._code if by_code else self._field).setFocus()

    def _inspect(self, file: Path, by_code: bool) -> None:
        if self._task is not None:
            return
        if by_code:
            secret = {"recovery_code": self._code.code()}
            self._code.mark(wrong_groups(self._code.groups()))
        else:
            secret = {"passphrase": self._field.text()}
        self._message.clear()
        self._waiting.begin(_("Reading the whole backup…"))
        self._task = begin(self, lambda _task: inspect_backup(file, **secret), self._show_contents, self._explain)

    def _show_contents(self, found: BackupContents) -> None:
        self._stop()
        self._found = found
        self._renew()
        facts: list[Item] = [text(moment(found.made), "heading")]
        facts += [row(Icon("check", "accent"), text(words), None) for words in contents(found.counts)]
        written = _("Written by Recovery Desktop {version}. The whole file was read and is intact.")
        facts.append(text(written.format(version=found.program), "caption", "quiet", wrap=True))
        go = button(_("Restore this backup"), "primary", does=self._restore)
        go.setObjectName("restore")
        warning = (
            _("What was entered after that moment is not in it. The vault that is there now is kept whole beside it.")
            if has_vault(self._folder)
            else _("What was entered after that moment is not in it.")
        )
        parts = col(Card(col(*facts, gap=6, pad=(20, 16, 20, 16))), text(warning, wrap=True), gap=14)
        ways = col(self._waiting, self._message, self._ways(go, self._show_choice), gap=14)
        self._show(column(_("What is in this backup"), "", parts, 14, ways, step=_step(3)))
        go.setFocus()

    def _restore(self) -> None:
        found = self._found
        if self._task is not None or found is None:
            return
        self._message.clear()
        self._waiting.begin(_("Putting the backup in place…"), can_cancel=False)
        self._task = begin(self, lambda _task: restore(found, self._folder), self._open, self._explain)

    def _open(self, _kept: Path | None) -> None:
        self._stop()
        assert self._found is not None
        try:
            store = open_store(self._folder, self._found.key)
        except KnownError as error:
            self._explain(error)
            return
        self.opened.emit(store)

    def _explain(self, error: KnownError) -> None:
        self._stop()
        self._message.show_error(error)
        if isinstance(error, MistypedRecoveryCode):
            return
        self._field.setFocus()
        self._field.selectAll()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.let_go()
        self._task = None
        self._waiting.end()

    def _ways(self, onward: Button, back_to: Any) -> QWidget:
        back = button(_("Back"), "link", "arrow-left", does=back_to)
        back.setObjectName("back")
        return hold(row(back, None, onward))

    def _show(self, shown: QVBoxLayout) -> None:
        self.set_column(shown, WIDE)


def _step(number: int) -> str:
    return _("Step {n} of {of_all}").format(n=number, of_all=3)


def _place(file: Path, folder: Path) -> str:
    return _("beside the vault") if file.is_relative_to(folder) else str(file.parent)
