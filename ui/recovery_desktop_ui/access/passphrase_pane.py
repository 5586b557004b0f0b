"""The page of the passphrase: another one, a new recovery sheet, and what to do when somebody saw it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from recovery_desktop.errors import KnownError
from recovery_desktop.text import _
from recovery_desktop.vault import Vault, WrongPassphrase, unlock_key
from recovery_desktop_ui.access.checked_sheet import checked_sheet
from recovery_desktop_ui.access.new_passphrase import NewPassphrase
from recovery_desktop_ui.access.owing import new_code, owe_sheet
from recovery_desktop_ui.access.sheet_view import sheet_intro
from recovery_desktop_ui.access.steps import StepPage, way, way_back
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.labels import labelled
from recovery_desktop_ui.parts.layouts import Flow, Item, col, hold, row
from recovery_desktop_ui.parts.secret_field import SecretField, caps_lock_note, show_link
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
                _("For a lost or used sheet. The old one opens nothing any more, except older backups."),
                way(_("Make a new sheet"), "new_sheet", self._ask_sheet, "plain"),
            ),
            _choice(
                _("Somebody saw my passphrase"),
                _("All records are encrypted anew, with a new passphrase and a new sheet. It takes a moment."),
                way(_("Encrypt anew"), "seen", self._ask_seen, "plain"),
            ),
        )

    def _asked(self) -> tuple[Item, ...]:
        """Each asks for the present passphrase: not everybody who sits here may change what opens the records."""
        self._old = SecretField(_("Present passphrase"))
        self._old.setObjectName("old")
        field = labelled(_("Present passphrase"), self._old)
        return field, caps_lock_note(self._old), hold(Flow(show_link(self._old)))

    def _ask(self, title: str, intro: str, words: str, does: Callable[[], object], *content: Item) -> None:
        self.compose(
            title,
            intro,
            *self._asked(),
            *content,
            back=way_back(self._show_choice),
            on=(way(words, "do", does),),
            cursor=self._old,
        )

    def _new_one(self, does: Callable[[], object]) -> tuple[Item, ...]:
        self._new = NewPassphrase()
        self._new.entered.connect(does)
        return text(_("New passphrase"), "heading"), self._new

    def _go_on(self) -> None:
        """Enter in the present passphrase leads to the new one."""
        self._new.first().setFocus()

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

    # -- another passphrase

    def _ask_change(self) -> None:
        self._ask(
            _("Change the passphrase"),
            _("Backups that were made before open with the old passphrase. Keep it as long as you keep them."),
            _("Change the passphrase"),
            self._change,
            *self._new_one(self._change),
        )
        self._old.returnPressed.connect(self._go_on)

    def _change(self) -> None:
        if self._is_refused():
            return
        change = partial(self._vault.change_passphrase, self._old.text(), self._new.value())
        self.work(_("Changing the passphrase…"), change, lambda _none: self._tell_changed())

    def _tell_changed(self) -> None:
        self._show_choice()
        said = _("The passphrase is changed."), _("Your recovery sheet stays valid.")
        self.message.show_words("good", *said)

    # -- seen by somebody

    def _ask_seen(self) -> None:
        self._ask(
            _("Somebody saw my passphrase"),
            _("Whoever has an earlier copy of the vault can still open that copy. All you save from now on is safe."),
            _("Encrypt anew"),
            self._replace,
            *self._new_one(self._replace),
        )
        self._old.returnPressed.connect(self._go_on)

    def _replace(self) -> None:
        if not self._is_refused():
            replace = partial(_with_new_key, self._vault, self._old.text(), self._new.value())
            self.work(_("Encrypting everything anew…"), replace, self._show_replaced)

    def _show_replaced(self, code: str) -> None:
        said = _("Everything is encrypted anew. The old passphrase and the old sheet open only older backups.")
        older = _("Make a new backup now, and delete the older ones when you have it.")
        self._show_sheet(code, f"{said} {older}")

    # -- the sheet

    def _ask_sheet(self) -> None:
        self._ask(
            _("Make a new recovery sheet"),
            _("The old sheet opens nothing any more, except backups made before."),
            _("Make a new sheet"),
            self._make_sheet,
        )
        self._old.returnPressed.connect(self._make_sheet)

    def _make_sheet(self) -> None:
        if self._keeper.flush():
            make = partial(_with_new_code, self._vault, self._old.text())
            self.work(_("Making a new code…"), make, lambda code: self._show_sheet(code, sheet_intro()))

    def _show_sheet(self, code: str, intro: str) -> None:
        sheet = checked_sheet(self, code, self._keeper.store, self._tell_checked)
        self.compose(_("Your new recovery sheet"), intro, sheet, cursor=sheet.first())

    def _tell_checked(self) -> None:
        self._show_choice()
        said = _("The new recovery sheet is valid."), _("Destroy the old one, unless you keep backups of its time.")
        self.message.show_words("good", *said)


def _with_new_key(vault: Vault, old: str, new: str) -> str:
    """Encrypts everything anew for whoever knows the present passphrase; the new code. Slow."""
    unlock_key(vault.folder, old)
    owe_sheet(vault)
    return vault.replace_key(new)


def _with_new_code(vault: Vault, old: str) -> str:
    """A new code for whoever knows the present passphrase. Slow."""
    unlock_key(vault.folder, old)
    return new_code(vault)


def _choice(title: str, words: str, button: QWidget) -> QWidget:
    said = hold(col(text(title, "strong"), text(words, "body", "quiet", wrap=True), gap=2))
    return Card(col(said, hold(row(button, None)), gap=8, pad=(20, 14, 20, 14)))
