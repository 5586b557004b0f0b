"""The recovery sheet, made once: printed or saved or copied by hand, and two of its groups typed back from it."""

import secrets
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.documents.paper import Paper
from recovery_desktop.documents.recovery_sheet import RecoverySheet, build
from recovery_desktop.errors import KnownError
from recovery_desktop.files import write_atomically
from recovery_desktop.places.concerns import Trouble, is_this_laptop, warnings_about
from recovery_desktop.records.practice import Practice
from recovery_desktop.text import _, ngettext
from recovery_desktop.vault import groups_of, is_group
from recovery_desktop_ui.access.code_groups import LENGTHS, CodeShown, GroupField
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.choosing import choose_new_pdf
from recovery_desktop_ui.parts.labels import labelled
from recovery_desktop_ui.parts.layouts import Flow, clear, col, hold
from recovery_desktop_ui.parts.message import Message
from recovery_desktop_ui.parts.printing import NoPrinter, has_printer, print_pdf
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.waiting import Waiting
from recovery_desktop_ui.parts.work import begin

_ASKED = 2


class NotSaved(KnownError):
    """The chosen place does not take the file."""

    def __init__(self) -> None:
        super().__init__(
            _("The sheet could not be saved there."),
            _("Nothing is lost: the code is still on the screen."),
            _("Choose another place, or copy the code by hand."),
        )


class SheetView(QWidget):
    """Shows the code with ways to bring it to paper; then hides it and asks for two groups from the paper."""

    checked = Signal()  # both groups were right: the sheet exists

    def __init__(self, code: str, practice: Practice, folder: Path) -> None:
        """`folder` is where the vault lies: the sheet names it, so that it is found on another day."""
        super().__init__()
        self._code = code
        self._sheet = RecoverySheet(code, practice.name, date.today(), str(folder))
        self._paper = Paper.A4 if practice.paper == "a4" else Paper.LETTER
        self._asked: list[tuple[int, GroupField]] = []
        self._first: QWidget = self
        self._place = col(gap=0)
        self.setLayout(self._place)
        self.show_code()

    def first(self) -> QWidget:
        """The way to paper to begin with."""
        return self._first

    def show_code(self) -> None:
        """The first half: the code and how it gets to paper."""
        printing = _named("print", button(_("Print…"), "primary", "printer", does=self._print))
        saving = _named("save_pdf", button(_("Save as PDF…"), "plain", "download", does=self._save))
        onward = _named("on_paper", button(_("I have it on paper"), does=self.ask_back))
        self._first = printing if has_printer() else saving
        self._show(
            Card(col(CodeShown(groups_of(self._code)), pad=(20, 16, 20, 16))),
            hold(Flow(printing, saving, onward)),
            text(_("Keep the paper in a sealed envelope in a safe place, not in the laptop bag."), wrap=True),
        )
        if self.isVisible():
            self._first.setFocus()
        if not has_printer():
            self._message.show_words(
                "plain",
                _("There is no printer on this computer."),
                _("Copy the code by hand, or save the sheet on a stick and print it elsewhere."),
            )

    def ask_back(self) -> None:
        """The second half: two groups, chosen by chance, from the paper."""
        numbers = sorted(secrets.SystemRandom().sample(range(1, len(LENGTHS)), _ASKED))
        self._asked = [(number, GroupField(number, LENGTHS[number - 1])) for number in numbers]
        cells = [hold(labelled(_("Group {n}").format(n=number), field)) for number, field in self._asked]
        first, second = (field for _number, field in self._asked)
        first.textEdited.connect(lambda _text: _spill(first, second))
        first.returnPressed.connect(lambda: self._check() if second.typed() else second.setFocus())
        second.returnPressed.connect(self._check)
        check = _named("check", button(_("Go on"), "primary", does=self._check))
        again = _named("show_again", button(_("Show the code again"), "link", does=self.show_code))
        self._show(
            text(_("The code is hidden now. Type these two groups from the paper in your hand."), wrap=True),
            hold(Flow(*cells, gap=24)),
            hold(Flow(check, again, gap=24)),
        )
        first.setFocus()

    def _show(self, *parts: QWidget) -> None:
        clear(self._place)
        self._message, self._waiting = Message(), Waiting()
        self._message.shown.connect(lambda: tab_in_reading_order(self))
        inside = hold(col(*parts, self._waiting, self._message, gap=14))
        self._place.addWidget(inside)
        inside.show()  # at once, so that the focus can go to one of its fields
        tab_in_reading_order(self)

    def _check(self) -> None:
        wrong = [field for number, field in self._asked if not is_group(self._code, number, field.text())]
        for _number, field in self._asked:
            field.mark(field in wrong)
        if not wrong:
            self.checked.emit()
            return
        names = ", ".join(str(number) for number, field in self._asked if field in wrong)
        self._message.show_words(
            "trouble",
            ngettext(
                "This is not what stands on the sheet: group {numbers}.",
                "This is not what stands on the sheet: groups {numbers}.",
                names.count(",") + 1,
            ).format(numbers=names),
            _("Compare it with the paper letter by letter. A code has no letter O, I, L or U."),
        )
        wrong[0].setFocus()
        wrong[0].selectAll()

    # -- to paper

    def _with_pdf(self, use: Callable[[bytes], object]) -> None:
        """Makes the document in another thread and then uses it; it is kept nowhere."""
        self._waiting.begin(_("Setting the sheet…"), can_cancel=False)

        def made(pdf: bytes) -> None:
            self._waiting.end()
            use(pdf)

        begin(self, lambda _task: build(self._sheet, self._paper), made, self._explain, lambda: self._waiting.end())

    def _print(self) -> None:
        if not has_printer():
            self._message.show_error(NoPrinter())
            return
        self._with_pdf(self._ask_printer)

    def _ask_printer(self, pdf: bytes) -> None:
        print_pdf(
            self,
            pdf,
            _("Recovery sheet"),
            lambda: None,
            lambda _task: None,
            self._printed,
            self._explain,
            lambda: self._waiting.end(),
        )

    def _printed(self, _result: None) -> None:
        self._message.show_words("good", _("The sheet went to the printer. Go on when you have it in your hand."))

    def _save(self) -> None:
        choose_new_pdf(self, _("Save the recovery sheet"), Path.home() / _("recovery-sheet.pdf"), self._save_or_warn)

    def _save_or_warn(self, file: Path) -> None:
        """Says what is wrong with a place before the sheet lies there; a stick in the hand is a good one."""
        concerns = []
        if any(warning.trouble is Trouble.SYNCED for warning in warnings_about(file.parent)):
            concerns.append(_("This folder is copied to other computers, and the sheet would be with it."))
        if is_this_laptop(file.parent):
            concerns.append(_("Whoever has this laptop would have the sheet too, and with it all records."))
        if not concerns:
            self._put(file)
            return
        other = _named("save_elsewhere", button(_("Choose another place…"), does=self._save))
        anyway = _named("save_anyway", button(_("Save it there all the same"), does=lambda: self._put(file)))
        first = _("This is not a safe place for the sheet.")
        self._message.show_words("trouble", first, *concerns, helps=(other, anyway))

    def _put(self, file: Path) -> None:
        self._message.clear()
        self._with_pdf(lambda pdf: self._write(file, pdf))

    def _write(self, file: Path, pdf: bytes) -> None:
        try:
            write_atomically(file, pdf)
        except OSError:
            self._explain(NotSaved())
        else:
            words = _("Saved. Print it soon and then delete the file: whoever has it can open your records.")
            self._message.show_words("good", words)

    def _explain(self, error: KnownError) -> None:
        self._waiting.end()
        self._message.show_error(error)


def sheet_intro() -> str:
    """What a recovery sheet is, for whoever sees one for the first time."""
    return _(
        "If the passphrase is ever lost, this code is the only other way to the records. It is shown once and stored"
        " nowhere, and nobody can make it again. With both lost, the records are lost."
    )


def _spill(full: GroupField, following: GroupField) -> None:
    """Who types on after the last letter of a group means the next one."""
    typed = full.typed()
    if len(typed) > full.length:
        full.setText(typed[: full.length])
        following.setText(typed[full.length :])
        following.setFocus()


def _named(name: str, made: Button) -> Button:
    made.setObjectName(name)
    return made
