"""The first start: looks, where records live, whose they are, what opens them, the recovery sheet, and in."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.errors import KnownError
from recovery_desktop.places import PROGRAM, default_folder
from recovery_desktop.places.concerns import warnings_about
from recovery_desktop.records.practice import Staff
from recovery_desktop.records.store import Store, open_store
from recovery_desktop.settings import Settings
from recovery_desktop.text import _, language
from recovery_desktop.vault import VaultKey, has_vault
from recovery_desktop_ui.access.checked_sheet import checked_sheet
from recovery_desktop_ui.access.first_run_parts import beginning, concern, new_practice
from recovery_desktop_ui.access.new_passphrase import NewPassphrase
from recovery_desktop_ui.access.one_of import OneOf
from recovery_desktop_ui.access.practice_form import PracticeForm, Typed
from recovery_desktop_ui.access.sheet_view import sheet_intro
from recovery_desktop_ui.access.steps import StepPage, way, way_back
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.choosing import choose_folder
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.languages import language_names
from recovery_desktop_ui.parts.layouts import Flow, Item, hold, row
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import SIZES

_STEPS = 6
_WIDER = 860  # for the form beside the letterhead


class FirstRun(StepPage):
    """Leads a new user in. The vault is made once, after the passphrase; all that was typed is in it then."""

    finished = Signal(object, str)  # the Store, and what comes first: client, sample or open
    look_changed = Signal(object)  # Settings with other looks, to be applied at once
    language_chosen = Signal(str)  # ISO 639 code, to be spoken at once
    folder_chosen = Signal(object)  # Path, to be remembered: the vault is about to be made there
    unlock_wanted = Signal(object)  # Path of a folder in which there is a vault already
    restore_wanted = Signal(object)  # Path of the folder to restore into; the store made here, if any, is closed
    sample_wanted = Signal()

    def __init__(self, settings: Settings, folder: Path | None = None, *, note: str = "", **making: Any) -> None:
        """`folder` is offered instead of the usual one; `note` says what was before; `making` goes to `create_store`
        (key cost, ballast)."""
        super().__init__()
        self._settings, self._making = settings, making
        self._folder = folder or default_folder()
        self._typed = Typed()
        self._passphrase = NewPassphrase()
        self._store: Store | None = None
        self._code = ""
        self._again: Callable[[], None] = self.show_looks
        self.show_looks()
        if note:
            self.message.show_words("good", note)

    def show_again(self) -> None:
        """The same step anew, after the text size was changed elsewhere; what was typed of the practice stays."""
        if not self.is_working:
            self._again()

    def close_store(self) -> None:
        """Closes the practice that was made, for a program that ends before the last step."""
        if self._store is not None:
            self._store.close()
            self._store = None

    # -- 1 looks

    def show_looks(self, focus: str = "") -> None:
        """Language, text size, light or dark; what is chosen is seen at once. One language alone is no choice."""
        self._again = self.show_looks
        sizes = {str(size): f"{size:.0%}" for size in SIZES}
        looks = {"system": _("As the computer has it"), "light": _("Light"), "dark": _("Dark")}
        size = OneOf("size", _("Text size"), sizes, str(self._settings.text_size))
        look = OneOf("look", _("Colors"), looks, self._settings.look)
        size.chosen.connect(lambda code: self._change_looks("size", text_size=float(code)))
        look.chosen.connect(lambda code: self._change_looks("look", look=code))
        choices = [size, look]
        if len(names := language_names()) > 1:
            spoken = OneOf("language", _("Language"), names, language())
            spoken.chosen.connect(self._change_language)
            choices.insert(0, spoken)
        sample = way(_("Look at a sample practice"), "sample", self.sample_wanted.emit, "link")
        self.compose(
            _("Welcome to Recovery Desktop"),
            _("It keeps your records encrypted on this computer and helps to build plans from them."),
            *choices,
            hold(Flow(self._restoring(), sample, gap=24)),
            on=(way(_("Next"), "next", self._after_looks),),
            cursor=choices[0].stop(),
            step=_step(1),
        )
        for each in choices:
            if each.name == focus:
                each.focus_on(each.value())

    def _change_looks(self, focus: str, **changes: Any) -> None:
        self._settings = replace(self._settings, **changes)
        self.look_changed.emit(self._settings)
        self.show_looks(focus)  # anew, in the new size

    def _change_language(self, code: str) -> None:
        self.language_chosen.emit(code)
        self.show_looks("language")  # anew, in the new words

    def _after_looks(self) -> None:
        if self._store is None:
            self.show_place()
        else:
            self.show_practice()

    def _restoring(self) -> QWidget:
        return way(_("Restore a backup from another computer"), "restore", self._restore, "link")

    def _restore(self) -> None:
        self.close_store()
        self.restore_wanted.emit(self._folder)

    # -- 2 place

    def show_place(self) -> None:
        """Where the records live, with what speaks against it."""
        self._again = self.show_place
        other = way(_("Choose another folder…"), "other_folder", self._choose_folder, "plain")
        usual = _("This place on your computer is right for most practices.")
        path = text(str(self._folder), "strong", wrap=True)
        path.setObjectName("folder")
        where = row(Icon("folder", "accent"), path, gap=10, pad=(16, 14, 16, 14))
        where.setStretch(1, 1)
        on = () if has_vault(self._folder) else (way(_("Next"), "next", self._take_place),)
        self.compose(
            _("Where your records live"),
            _("All records lie in one encrypted folder.") + (f" {usual}" if self._folder == default_folder() else ""),
            Card(where),
            hold(Flow(other, self._restoring(), gap=24)),
            *self._concerns(),
            back=way_back(self.show_looks),
            on=on,
            step=_step(2),
        )
        if has_vault(self._folder):
            unlock = way(_("Unlock it"), "unlock", lambda: self.unlock_wanted.emit(self._folder), "plain")
            said = _("There is already a practice in this folder."), _("Unlock it, or choose another folder.")
            self.message.show_words("plain", *said, helps=(unlock,))

    def _concerns(self) -> list[Item]:
        return [concern(warning.words) for warning in warnings_about(self._folder)]

    def _choose_folder(self) -> None:
        choose_folder(self, _("A folder for your records"), self._folder, self._use_folder)

    def _use_folder(self, folder: Path) -> None:
        """An empty folder, or one with a vault, is used itself; in one that holds other things a new one is made."""
        is_ours = has_vault(folder) or not folder.is_dir() or not any(folder.iterdir())
        self._folder = folder if is_ours else folder / PROGRAM
        self.show_place()

    def _take_place(self) -> None:
        self.folder_chosen.emit(self._folder)
        self.show_practice()

    # -- 3 practice

    def show_practice(self) -> None:
        """The practice and the counselor, as they will stand on paper."""
        self._again = self.show_practice
        form = PracticeForm(self._typed)
        form.entered.connect(partial(self._take_practice, form))
        self.compose(
            _("You and your practice"),
            _("This stands at the top of every document. All of it can be changed later."),
            form,
            back=way_back(partial(self._leave_practice, form, self._before_practice)),
            on=(way(_("Next"), "next", partial(self._take_practice, form)),),
            cursor=form.first(),
            step=_step(3),
            width=_WIDER,
        )

    def _before_practice(self) -> None:
        if self._store is None:
            self.show_place()
        else:
            self.show_looks()

    def _take_practice(self, form: PracticeForm) -> None:
        problem = form.problem()
        if problem:
            self.message.show_words("trouble", problem)
        else:
            self._leave_practice(form, self.show_passphrase if self._store is None else self.show_sheet)

    def _leave_practice(self, form: PracticeForm, then: Callable[[], object]) -> None:
        """Keeps what was changed after the vault was made."""
        if self._store is not None:
            if form.problem():
                return
            try:
                self._store.save(self._store.practice(), **self._typed.practice)
                self._store.save(Staff.get(), **self._typed.counselor)
            except KnownError as error:
                self.explain(error)
                return
        then()

    # -- 4 passphrase

    def show_passphrase(self) -> None:
        """What opens the records, and what happens when it is lost."""
        self._again = self.show_passphrase
        self._passphrase = NewPassphrase()
        self._passphrase.entered.connect(self._make)
        self.compose(
            _("What opens your records"),
            _(
                "Nobody can reset a passphrase, neither we nor the maker of your computer. "
                "The next step makes a way back in."
            ),
            self._passphrase,
            back=way_back(self.show_practice),
            on=(way(_("Next"), "next", self._make),),
            cursor=self._passphrase.first(),
            step=_step(4),
        )

    def _make(self) -> None:
        problem = self._passphrase.problem()
        if problem:
            self.message.show_words("trouble", problem)
            return
        make = partial(new_practice, self._folder, self._passphrase.value(), self._typed, self._making)
        self.work(_("Making your encrypted folder. This takes some seconds…"), make, self._open)

    def _open(self, made: tuple[VaultKey, str]) -> None:
        key, self._code = made
        try:
            self._store = open_store(self._folder, key)
        except KnownError as error:
            self.explain(error)
        else:
            self.show_sheet()

    # -- 5 sheet

    def show_sheet(self) -> None:
        """The recovery sheet, which cannot be skipped."""
        self._again = self.show_sheet
        if self._store is None:
            return
        sheet = checked_sheet(self, self._code, self._store, self.show_ready)
        self.compose(
            _("Your recovery sheet"),
            sheet_intro(),
            sheet,
            back=way_back(self.show_practice),
            cursor=sheet.first(),
            step=_step(5),
        )

    # -- 6 ready

    def show_ready(self) -> None:
        """What to begin with."""
        self._again = self.show_ready
        client = way(_("Add the first client"), "client", partial(self._finish, "client"))
        self.compose(
            _("Ready"),
            _("Back up to a USB drive once a week: the line at the foot of the window says when it is time."),
            beginning("user-plus", _("Begin with a client"), client),
            beginning(
                "users",
                _("See finished plans of people who do not exist"),
                way(_("Look at the sample clients"), "sample", partial(self._finish, "sample"), "plain"),
            ),
            beginning(
                "upload",
                _("Bring in a practice from another computer instead of this new one"),
                way(_("Restore a backup"), "restore", self._restore, "plain"),
            ),
            on=(way(_("Open the empty practice"), "open", partial(self._finish, "open"), "link"),),
            cursor=client,
            step=_step(6),
        )

    def _finish(self, first: str) -> None:
        store, self._store, self._code = self._store, None, ""
        self.finished.emit(store, first)


def _step(number: int) -> str:
    return _("Step {n} of {of_all}").format(n=number, of_all=_STEPS)
