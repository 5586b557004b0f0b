"""The page of the passphrase: another one, a new recovery sheet, and what to do when somebody saw it."""

from functools import partial

from PySide6.QtWidgets import QWidget

from recovery_desktop.errors import KnownError
from recovery_desktop.text import _
from recovery_desktop.vault import WrongPassphrase
from recovery_desktop_ui.access.labels import labelled
from recovery_desktop_ui.access.new_passphrase import NewPassphrase
from recovery_desktop_ui.access.recovery_sheet_page import SheetView, sheet_intro
from recovery_desktop_ui.access.secret_field import SecretField, caps_lock_note, show_link
from recovery_desktop_ui.access.sheet_owed import new_code, note_sheet_checked, owe_sheet
from recovery_desktop_ui.access.steps import StepPage, way, way_back
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.layouts import Flow, col, hold, row
from recovery_desktop_ui.parts.texts import text


class PassphrasePane(StepPage):
    """What opens the practice, and how to change it."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(hills=False)
        self._keeper, self._vault = keeper, keeper.store.vault
        self._old, self._new = SecretField(""), NewPassphrase()
        self._show_choice()

    def _show_choice(self) -> None:
        self.compose(
            _("Passphrase and recovery sheet"),
            _("Two things open this practice: your passphrase and the newest recovery sheet. There is no third."),
            _choice(
                _("Change the passphrase"),
                _("The old one opens nothing any more, except backups made before."),
                way(_("Change the passphrase"), "change", self._ask_change, "plain"),
            ),
            _choice(
                _("Make a new recovery sheet"),
                _("For a sheet that is lost or was used. The old sheet opens nothing any more, except older backups."),
                way(_("Make a new sheet"), "new_sheet", self._make_sheet, "plain"),
            ),
            _choice(
                _("Somebody saw my passphrase"),
                _("All records are encrypted anew, with a new passphrase and a new sheet. It takes a moment."),
                way(_("Encrypt anew"), "seen", self._ask_seen, "plain"),
            ),
        )

    # -- another passphrase

    def _ask_change(self) -> None:
        self._old, self._new = SecretField(_("Present passphrase")), NewPassphrase()
        self._old.setObjectName("old")
        self._new.entered.connect(self._change)
        self.compose(
            _("Change the passphrase"),
            _("Backups that were made before open with the old passphrase. Keep it as long as you keep them."),
            labelled(_("Present passphrase"), self._old),
            caps_lock_note(self._old),
            hold(Flow(show_link(self._old))),
            text(_("New passphrase"), "heading"),
            self._new,
            back=way_back(self._show_choice),
            on=(way(_("Change the passphrase"), "do_change", self._change),),
        )
        self._old.setFocus()

    def _change(self) -> None:
        old, new = self._old.text(), self._new.value()
        if self._is_refused():
            return
        words = _("Changing the passphrase…")
        self.work(words, lambda: self._vault.change_passphrase(old, new), lambda _none: self._tell_changed())

    def _tell_changed(self) -> None:
        self._show_choice()
        said = _("The passphrase is changed."), _("Your recovery sheet stays valid.")
        self.message.show_words("good", *said)

    def explain(self, error: KnownError) -> None:
        super().explain(error)
        if isinstance(error, WrongPassphrase):
            self._old.setFocus()
            self._old.selectAll()

    def _is_refused(self) -> bool:
        """Says why the new passphrase cannot be taken, if so; and saves what was typed elsewhere before the change."""
        problem = self._new.problem()
        if problem:
            self.message.show_words("trouble", problem)
        return bool(problem) or not self._keeper.flush()

    # -- seen by somebody

    def _ask_seen(self) -> None:
        self._new = NewPassphrase()
        self._new.entered.connect(self._replace)
        self.compose(
            _("Somebody saw my passphrase"),
            _("Whoever has an earlier copy of the vault can still open that copy. All you save from now on is safe."),
            text(_("New passphrase"), "heading"),
            self._new,
            back=way_back(self._show_choice),
            on=(way(_("Encrypt anew"), "replace", self._replace),),
        )

    def _replace(self) -> None:
        if self._is_refused():
            return
        new = self._new.value()
        self.work(_("Encrypting everything anew…"), lambda: self._replaced(new), self._show_replaced)

    def _replaced(self, new: str) -> str:
        owe_sheet(self._vault)
        return self._vault.replace_key(new)

    def _show_replaced(self, code: str) -> None:
        said = _("Everything is encrypted anew. The old passphrase and the old sheet open only older backups.")
        older = _("Make a new backup now, and delete the older ones when you have it.")
        self._show_sheet(code, f"{said} {older}")

    # -- the sheet

    def _make_sheet(self) -> None:
        if self._keeper.flush():
            make = partial(new_code, self._vault)
            self.work(_("Making a new code…"), make, lambda code: self._show_sheet(code, sheet_intro()))

    def _show_sheet(self, code: str, intro: str) -> None:
        sheet = SheetView(code, self._keeper.store.practice(), self._vault.folder)
        sheet.checked.connect(self._sheet_done)
        self.compose(_("Your new recovery sheet"), intro, sheet)

    def _sheet_done(self) -> None:
        note_sheet_checked(self._vault)
        self._show_choice()
        said = _("The new recovery sheet is valid."), _("Destroy the old one, unless you keep backups of its time.")
        self.message.show_words("good", *said)


def _choice(title: str, words: str, button: QWidget) -> QWidget:
    said = hold(col(text(title, "strong"), text(words, "body", "quiet", wrap=True), gap=2))
    return Card(col(said, hold(row(button, None)), gap=8, pad=(20, 14, 20, 14)))
