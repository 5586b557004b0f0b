"""The restore assistant: pick a backup, unlock it, see what is in it, and only then put it in place."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.errors import KnownError
from recovery_desktop.records.store import open_store
from recovery_desktop.text import _
from recovery_desktop.vault import (
    BackupContents,
    WrongPassphrase,
    has_vault,
    inspect_backup,
    restore,
)
from recovery_desktop.vault.layout import BACKUPS
from recovery_desktop_ui.access.backup_words import contents, moment
from recovery_desktop_ui.access.backups import backups_in
from recovery_desktop_ui.access.code_groups import CodeTyped
from recovery_desktop_ui.access.code_hints import wrong_groups
from recovery_desktop_ui.access.steps import StepPage, way, way_back
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.choosing import choose_backup
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.labels import labelled
from recovery_desktop_ui.parts.layouts import Flow, Item, col, hold, row
from recovery_desktop_ui.parts.secret_field import SecretField, caps_lock_note, show_link
from recovery_desktop_ui.parts.texts import text

_OFFERED = 5


class RestorePage(StepPage):
    """Brings the practice in `folder` back from a backup. The vault there, if any, must be closed; it is kept whole."""

    opened = Signal(object)  # the Store
    cancelled = Signal()

    def __init__(self, folder: Path, outside: Path | None = None) -> None:
        """`outside` is the folder or drive where backups are made to, if one is known."""
        super().__init__()
        self._folder, self._outside = folder, outside
        self._field, self._code = SecretField(""), CodeTyped()
        self._show_choice()

    # -- step 1

    def _show_choice(self) -> None:
        offers: list[Item] = []
        for number, backup in enumerate(backups_in(self._folder / BACKUPS, self._outside)[:_OFFERED], 1):
            offer = button(moment(backup.made), "plain", "calendar", does=partial(self._ask_passphrase, backup.path))
            offer.setObjectName(f"backup_{number}")
            offers.append(hold(row(offer, text(_place(backup.path, self._folder), "caption", "quiet"), None, gap=12)))
        if not offers:
            offers = [text(_("There is no backup beside your records. Choose the file on your drive."), wrap=True)]
        other = button(_("Choose a file…"), "plain", "folder", does=self._choose)
        other.setObjectName("choose_file")
        self.compose(
            _("Restore a backup"),
            _("Nothing is changed until you have seen what is in the backup."),
            *offers,
            hold(row(other, None)),
            back=way_back(self.cancelled.emit),
            step=_step(1),
        )

    def _choose(self) -> None:
        choose_backup(self, self._outside or self._folder / BACKUPS, self._ask_passphrase)

    # -- step 2

    def _ask_passphrase(self, file: Path) -> None:
        self._field = SecretField(_("Passphrase of that day"))
        self._field.setObjectName("passphrase")
        look = partial(self._inspect, file)
        self._field.returnPressed.connect(look)
        turn = way(_("Use the recovery sheet"), "use_sheet", partial(self._ask_code, file), "link")
        self._ask(
            look,
            self._field,
            labelled(_("Passphrase of that day"), self._field),
            caps_lock_note(self._field),
            hold(Flow(show_link(self._field), turn, gap=24)),
        )

    def _ask_code(self, file: Path) -> None:
        self._code = CodeTyped()
        look = partial(self._inspect_by_code, file)
        self._code.entered.connect(look)
        turn = way(_("Use the passphrase"), "use_passphrase", partial(self._ask_passphrase, file), "link")
        label = text(_("The recovery code of that day, group by group"), "caption", "quiet", wrap=True)
        self._ask(look, self._code, label, self._code, hold(Flow(turn)))

    def _ask(self, look: Callable[[], None], cursor: QWidget, *content: Item) -> None:
        self.compose(
            _("Unlock the backup"),
            _("A backup opens with the passphrase, or the recovery sheet, that was valid when it was made."),
            *content,
            back=way_back(self._show_choice),
            on=(way(_("Look into it"), "inspect", look),),
            cursor=cursor,
            step=_step(2),
        )

    def _inspect(self, file: Path) -> None:
        typed = self._field.text()
        self._look(lambda: inspect_backup(file, passphrase=typed))

    def _inspect_by_code(self, file: Path) -> None:
        self._code.mark(wrong_groups(self._code.groups()))
        typed = self._code.code()
        self._look(lambda: inspect_backup(file, recovery_code=typed))

    def _look(self, work: Callable[[], BackupContents]) -> None:
        self.work(_("Reading the whole backup…"), work, self._show_contents, can_cancel=True)

    def explain(self, error: KnownError) -> None:
        super().explain(error)
        if isinstance(error, WrongPassphrase):
            self._field.setFocus()
            self._field.selectAll()

    # -- step 3

    def _show_contents(self, found: BackupContents) -> None:
        facts: list[Item] = [text(moment(found.made), "heading")]
        facts += [row(Icon("check", "accent"), text(words), None) for words in contents(found.counts)]
        written = _("Written by Recovery Desktop {version}. The whole file was read and is intact.")
        facts.append(text(written.format(version=found.program), "caption", "quiet", wrap=True))
        warning = _(
            "What was entered after that moment is not in it, and it opens with the passphrase and the recovery sheet"
            " of that day."
        )
        if has_vault(self._folder):
            warning += " " + _("What is there now is kept whole beside it.")
        back = way_back(self._show_choice)
        self.compose(
            _("What is in this backup"),
            "",
            Card(col(*facts, gap=6, pad=(20, 16, 20, 16))),
            text(warning, wrap=True),
            back=back,
            on=(way(_("Restore this backup"), "restore", partial(self._restore, found)),),
            cursor=back,  # a second Enter, meant for the step before, restores nothing
            step=_step(3),
        )

    def _restore(self, found: BackupContents) -> None:
        words = _("Putting the backup in place…")
        self.work(words, lambda: restore(found, self._folder), lambda _kept: self._open(found))

    def _open(self, found: BackupContents) -> None:
        try:
            store = open_store(self._folder, found.key)
        except KnownError as error:
            self.explain(error)
        else:
            self.opened.emit(store)


def _step(number: int) -> str:
    return _("Step {n} of {of_all}").format(n=number, of_all=3)


def _place(file: Path, folder: Path) -> str:
    return _("beside your records") if file.is_relative_to(folder) else str(file.parent)
