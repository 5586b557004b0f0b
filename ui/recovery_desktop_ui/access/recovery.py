"""The way in with the recovery sheet: its code, then a new passphrase, and a new sheet for whoever wants one."""

from pathlib import Path

from PySide6.QtCore import Signal

from recovery_desktop.errors import KnownError
from recovery_desktop.records.store import Store, open_store
from recovery_desktop.text import _
from recovery_desktop.vault import Attempts, MistypedRecoveryCode, VaultKey, WrongRecoveryCode, recover_key
from recovery_desktop_ui.access.checked_sheet import checked_sheet
from recovery_desktop_ui.access.code_groups import CodeTyped
from recovery_desktop_ui.access.code_hints import wrong_groups
from recovery_desktop_ui.access.new_passphrase import NewPassphrase
from recovery_desktop_ui.access.owing import new_code
from recovery_desktop_ui.access.patience import wait_words
from recovery_desktop_ui.access.sheet_view import sheet_intro
from recovery_desktop_ui.access.steps import StepPage, way, way_back
from recovery_desktop_ui.parts.layouts import Flow, hold
from recovery_desktop_ui.parts.texts import text


class RecoveryPage(StepPage):
    """Opens the vault in `folder` with the code of its recovery sheet."""

    opened = Signal(object)  # the Store, once it has a new passphrase
    cancelled = Signal()
    new_practice_wanted = Signal()  # neither passphrase nor sheet: the records stay closed

    def __init__(self, folder: Path, *, attempts: Attempts) -> None:
        super().__init__()
        self._folder, self._attempts = folder, attempts
        self._store: Store | None = None
        self._passphrase = NewPassphrase()
        self._code = CodeTyped()
        self._ask_code()

    def _ask_code(self) -> None:
        self._code = CodeTyped()
        self._code.entered.connect(self._recover)
        self.compose(
            _("Use the recovery sheet"),
            _("Type the code from the newest sheet, group by group. Small letters are fine."),
            self._code,
            hold(Flow(way(_("I have neither passphrase nor sheet"), "neither", self._tell_truth, "link"))),
            back=way_back(self.cancelled.emit),
            on=(way(_("Go on"), "recover", self._recover),),
            cursor=self._code,
        )

    def _tell_truth(self) -> None:
        said = _(
            "Nobody can open these records without one of the two. They stay as they are, in case the sheet is found."
        )
        self.compose(
            _("Without passphrase and sheet"),
            "",
            text(said, wrap=True),
            text(
                _("A backup may open with an earlier passphrase or sheet. Else begin anew, in another folder."),
                wrap=True,
            ),
            back=way_back(self._ask_code),
            on=(way(_("Begin a new practice"), "new_practice", self.new_practice_wanted.emit, "plain"),),
        )

    def close_store(self) -> None:
        """Closes the practice if the way in was left before a new passphrase was set."""
        if self._store is not None:
            self._store.close()
            self._store = None

    # -- the code

    def _recover(self) -> None:
        wait = wait_words(self._attempts)
        if wait:
            self.message.show_words("trouble", wait)
            return
        self._code.mark(wrong_groups(self._code.groups()))
        code = self._code.code()
        self.work(_("Checking the code…"), lambda: recover_key(self._folder, code), self._open, can_cancel=True)

    def explain(self, error: KnownError) -> None:
        if isinstance(error, WrongRecoveryCode):
            self._attempts.note_wrong()
        if isinstance(error, MistypedRecoveryCode) and (wrong := self._code.marked()):
            look = _("Look at group {numbers} first.").format(numbers=", ".join(map(str, wrong)))
            error = KnownError(error.cause, error.kept, f"{error.remedy} {look}")
        super().explain(error)

    def _open(self, key: VaultKey) -> None:
        try:
            self._store = open_store(self._folder, key, failed_attempts=self._attempts.failed)
        except KnownError as error:
            self.explain(error)
        else:
            self._attempts.note_right()
            self._ask_passphrase()

    # -- a new passphrase

    def _ask_passphrase(self) -> None:
        self._passphrase = NewPassphrase()
        self._passphrase.entered.connect(self._change)
        self.compose(
            _("Choose a new passphrase"),
            _("The code was right. The old passphrase opens nothing any more, except backups of its time."),
            self._passphrase,
            on=(way(_("Go on"), "change", self._change),),
            cursor=self._passphrase.first(),
        )

    def _change(self) -> None:
        store = self._store
        problem = self._passphrase.problem()
        if problem or store is None:
            self.message.show_words("trouble", problem)
            return
        new = self._passphrase.value()
        change = store.vault.change_passphrase
        self.work(_("Setting the new passphrase…"), lambda: change(None, new), lambda _none: self._offer_sheet())

    # -- a new sheet

    def _offer_sheet(self) -> None:
        self.compose(
            _("A new recovery sheet?"),
            _("The envelope is open now. If anybody else may have seen the sheet, replace it by a new one."),
            on=(
                way(_("Keep the sheet I have"), "keep_sheet", self._finish, "plain"),
                way(_("Make a new sheet"), "new_sheet", self._make_sheet),
            ),
        )

    def _make_sheet(self) -> None:
        store = self._store
        if store is not None:
            self.work(_("Making a new code…"), lambda: new_code(store.vault), self._show_sheet)

    def _show_sheet(self, code: str) -> None:
        if self._store is None:
            return
        sheet = checked_sheet(self, code, self._store, self._finish)
        self.compose(_("Your new recovery sheet"), sheet_intro(), sheet, cursor=sheet.first())

    def _finish(self) -> None:
        store, self._store = self._store, None
        self.opened.emit(store)
