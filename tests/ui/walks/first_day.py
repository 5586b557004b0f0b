"""The first day with the program, by keyboard and mouse events alone; it goes on from wherever it was broken off.

In a process of its own, to be killed: `python -m tests.ui.walks.first_day FOLDER PASSPHRASE`. There it says by lines
what it has typed whenever the foot of the window calls everything saved, and the passphrase before it is used.
"""

import json
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from recovery_desktop_ui.access.code_groups import CodeShown, GroupField
from recovery_desktop_ui.access.first_run import FirstRun
from recovery_desktop_ui.access.owed_sheet_page import OwedSheetPage
from recovery_desktop_ui.access.unlock import UnlockPage
from recovery_desktop_ui.app import make_application
from recovery_desktop_ui.gate import Gate
from recovery_desktop_ui.look import Look
from recovery_desktop_ui.parts.editors.base import editor_around
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.client import Client
from recovery_desktop.records.kinds import RECORDS
from recovery_desktop.settings import Settings
from tests.practices import CHEAP
from tests.ui.access.hands import shown_code
from tests.ui.walks.entering import enter, fill
from tests.ui.walks.keyboard import Keyboard
from tests.ui.windows import click, field, on_screen, status
from tests.vault.doing import READY, TOLD, say

NAMES = {"client.legal_given": "Priya", "client.legal_family": "Shah"}
MODELS = {str(model._meta.table_name): model for model in RECORDS}


class Entry(NamedTuple):
    """One entry: the keys that lead to its page, the buttons of which one begins a row, the field, and what to type."""

    keys: tuple[str, ...]
    begins: tuple[str, ...]
    field: str
    words: str

    def is_stored(self) -> bool:
        table, _dot, name = self.field.partition(".")
        model = MODELS[table]
        return bool(model.select().where(getattr(model, name) == self.words).exists())


ENTRIES = (
    Entry(("F2",), (), "client.culture", "Gujarati at home, English at work"),
    Entry(("Ctrl+2",), (), "assessment.summary", "Came by herself, the week after a missed shift."),
    Entry(("Ctrl+3", "Ctrl+Down"), ("diagnosis.add",), "diagnosis.name", "Cocaine use disorder"),
    Entry(("Ctrl+4", *["Ctrl+Down"] * 3), ("service.add",), "service.name", "Contingency management"),
    Entry(("Ctrl+5",), ("support_person.add",), "support_person.name", "Anjali Shah"),
    Entry(("Ctrl+6",), ("goal.add",), "goal.own_words", "Keep my weekends"),
    Entry(("Ctrl+7",), ("aftercare.first_step", "aftercare_step.add"), "aftercare_step.what", "A group on Mondays"),
    Entry(("Ctrl+8",), ("plan.begin", "plan_version.row0"), "plan_version.reason_detail", "Made at intake."),
    Entry(("Ctrl+1", "Ctrl+Down"), ("contact.add",), "contact.note", "Intake and assessment."),
)


def until(condition: Callable[[], object]) -> None:
    """Lets the window go on until something is so. Raises TimeoutError."""
    for _look in range(4000):
        if condition():
            return
        QTest.qWait(5)
    raise TimeoutError


class FirstDay:
    """Somebody who begins with the program."""

    def __init__(self, window: MainWindow, passphrase: str, tell: Callable[[dict[str, str]], object]) -> None:
        """With a `passphrase` the practice may be there already; `tell` hears of what is called saved."""
        self.window, self.passphrase, self._tell = window, passphrase, tell
        self.typed: dict[str, str] = {}
        self.keyboard = Keyboard(window, self._pressed)

    def _pressed(self) -> None:
        here, editor = self.keyboard.here(), editor_around(QApplication.focusWidget())
        if editor is not None and here in {*NAMES, *(entry.field for entry in ENTRIES)}:
            self.typed[here] = editor.typed()
        if self.window.keeper is not None and status(self.window).startswith("Saved "):
            self._tell({name: typed for name, typed in self.typed.items() if typed})  # an empty field keeps nothing

    # -- in

    def come_in(self) -> None:
        """From the first page, whichever it is, to the workplace."""
        page = self.window.gate.page
        if isinstance(page, FirstRun):
            self._begin()
        else:
            assert isinstance(page, UnlockPage), page
            self.unlock()
        until(lambda: self.window.workplace is not None)

    def _begin(self) -> None:
        """All six steps of the first run, the last one with an empty practice."""
        click(self.window, "next")
        click(self.window, "next")
        fill(
            self.keyboard,
            {"counselor_name": "Dana Whitfield", "practice_name": "Harbor Street", "practice_phone": "555-0172"},
        )
        self.keyboard.tab_to("next")
        self.keyboard.press("Space")
        offer = field(self.window, "offer")
        assert isinstance(offer, QLabel)
        self.passphrase = offer.text()
        self._tell({"passphrase": self.passphrase})
        self.keyboard.tab_to("same")
        self.keyboard.type(self.passphrase)
        self.keyboard.press("Return")
        self._check_sheet()
        click(self.window, "open")

    def _check_sheet(self) -> None:
        """Copies the code by hand, and types the two groups that are asked for."""
        page = self.window.gate.page
        assert page is not None
        until(lambda: any(code.isVisibleTo(page) for code in page.findChildren(CodeShown)))
        groups = shown_code(page)
        click(self.window, "on_paper")
        for asked in [each.objectName() for each in page.findChildren(GroupField) if each.isVisibleTo(page)]:
            self.keyboard.tab_to(asked)
            self.keyboard.type(groups[int(asked.removeprefix("group_")) - 1].lower())
        self.keyboard.tab_to("check")
        self.keyboard.press("Space")

    def unlock(self) -> None:
        """Types the passphrase; where the sheet is still owed, it is made anew."""
        self.keyboard.tab_to("passphrase")
        self.keyboard.type(self.passphrase)
        self.keyboard.press("Return")
        until(lambda: self.window.workplace is not None or isinstance(self.window.gate.page, OwedSheetPage))
        if self.window.workplace is None:
            click(self.window, "new_sheet")
            self._check_sheet()

    # -- work

    def work(self) -> None:
        """A new client, and one entry on every page."""
        if Client.select().exists():
            self.keyboard.tab_to("caseload.list")
            self.keyboard.press("Home")
            self.keyboard.press("Return")
        else:
            self.keyboard.press("Ctrl+N")
            fill(self.keyboard, NAMES)
            self.keyboard.press("Ctrl+Return")
        for entry in ENTRIES:
            if not entry.is_stored():
                self.make(entry)

    def make(self, entry: Entry) -> None:
        """Makes one entry."""
        for keys in entry.keys:
            self.keyboard.press(keys)
        if entry.begins:
            self.keyboard.tab_to(*entry.begins)
            self.keyboard.press("Space")
        self.keyboard.tab_to(entry.field)
        enter(self.keyboard, entry.words)

    def quit(self) -> None:
        """Ends the program."""
        self.keyboard.press("Ctrl+Q")
        until(lambda: not self.window.isVisible())

    # -- again

    def look(self) -> list[str]:
        """What was entered and is not to be seen on its page, nor in its row."""
        self.keyboard.tab_to("caseload.list")
        self.keyboard.press("Home")
        self.keyboard.press("Return")
        missing = []
        for entry in ENTRIES:
            for keys in entry.keys:
                self.keyboard.press(keys)
            if entry.words not in on_screen(self.window) and entry.begins:
                self.keyboard.tab_to(f"{entry.field.partition('.')[0]}.row0")
                self.keyboard.press("Space")
            if entry.words not in on_screen(self.window):
                missing.append(entry.field)
        return missing

    def save_plan(self, file: Path) -> None:
        """Previews the plan and saves it as PDF where nobody's name is suggested."""
        self.keyboard.press("Ctrl+P")
        until(lambda: self.window.findChild(QFileDialog) is None and field(self.window, "preview.save_as").isEnabled())
        self.keyboard.press("Ctrl+E")
        until(lambda: self.window.findChild(QFileDialog) is not None)
        line = self.window.findChild(QFileDialog).findChild(QLineEdit)
        line.setCompleter(None)  # in deep folders it still looks for names when Return comes, and takes it
        self.keyboard.press("Ctrl+A")
        self.keyboard.type(str(file))
        self.keyboard.press("Return")
        until(lambda: f"Saved as {file.name}" in on_screen(self.window))
        self.window.activateWindow()  # which a desktop does when a window above closes, and a screen without one not
        until(self.window.isActiveWindow)


def window_on(app: QApplication, folder: Path) -> MainWindow:
    """The window as the program starts it, with a cheap key for a new practice."""
    window = MainWindow(Gate(Settings(), None, folder, cost=CHEAP, ballast=64 * 1024), Look(app, 1.0, "light"))
    window.gate.begin()
    window.show()
    window.activateWindow()
    until(window.isActiveWindow)
    return window


def main(folder: str, passphrase: str) -> None:
    """The whole day; now and then there is a pause that is long enough for what was typed to be saved."""
    app = make_application(Settings())
    say(READY)

    def tell(typed: dict[str, str]) -> None:
        say(TOLD + json.dumps(typed))
        if random.random() < 0.05:
            QTest.qWait(20)

    day = FirstDay(window_on(app, Path(folder)), passphrase, tell)
    day.come_in()
    day.work()
    day.quit()
    again = FirstDay(window_on(app, Path(folder)), day.passphrase, tell)
    again.come_in()
    assert again.look() == []
    again.save_plan(Path(folder).with_suffix(".pdf"))
    again.quit()
    say(f"{TOLD}{json.dumps({'done': 'done'})}")


if __name__ == "__main__":
    main(*sys.argv[1:])
