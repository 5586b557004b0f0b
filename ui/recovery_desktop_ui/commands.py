"""Every action of the window: its words, its key and the menu it stands in; nothing can be done that is not here."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from recovery_desktop.text import N_, _, languages
from recovery_desktop_ui.menus import MENUS
from recovery_desktop_ui.tabs.names import TABS


@dataclass(frozen=True)
class Command:
    """One action; `words` is a marked text, `keys` are the portable key sequences, the first shown in the menu.

    With `needs` "client" it can be used while a client is open, with "unlocked" while the practice is; with "sample" it
    is there while the sample practice is.
    """

    name: str
    menu: str
    words: str
    keys: tuple[str, ...] = ()
    needs: str = "client"
    checkable: bool = False
    starts_group: bool = False


COMMANDS = (
    Command("practice", "file", N_("&Practice, staff and directory"), ("Ctrl+Shift+P",), "unlocked"),
    Command("services", "file", N_("Library of s&ervices"), ("Ctrl+Shift+O",), "unlocked"),
    Command("rules", "file", N_("&Guidance rules"), ("Ctrl+Shift+K",), "unlocked"),
    Command("batch", "file", N_("E&xport the caseload"), ("Ctrl+Shift+X",), "unlocked"),
    Command("backup", "file", N_("&Back up"), ("Ctrl+B",), "unlocked", starts_group=True),
    Command("restore", "file", N_("&Restore a backup"), ("Ctrl+Shift+R",), "always"),
    Command("passphrase", "file", N_("Passp&hrase and recovery sheet"), ("Ctrl+Shift+S",), "unlocked"),
    Command("remove_sample", "file", N_("Re&move the sample practice"), ("Ctrl+Shift+M",), "sample", starts_group=True),
    Command("lock", "file", N_("&Lock now"), ("Ctrl+L",), "unlocked", starts_group=True),
    Command("quit", "file", N_("&Quit"), ("Ctrl+Q",), "always"),
    Command("undo", "edit", N_("&Undo"), ("Ctrl+Z",), "unlocked"),
    Command("redo", "edit", N_("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "unlocked"),
    Command("retry", "edit", N_("&Save again"), ("Ctrl+S",), "unlocked", starts_group=True),
    Command("spelling", "edit", N_("Next word to &check"), ("F7",)),
    Command("next_section", "view", N_("&Next section"), ("Ctrl+Down",), starts_group=True),
    Command("previous_section", "view", N_("Pre&vious section"), ("Ctrl+Up",)),
    Command("next_area", "view", N_("Next part of the &window"), ("F6",), "unlocked"),
    Command("caseload", "view", N_("&Caseload"), ("F9",), "unlocked", checkable=True),
    Command("due", "view", N_("Who needs what this wee&k"), ("Ctrl+D",), "unlocked"),
    Command("private", "view", N_("&Hide names"), ("Ctrl+Shift+H",), "unlocked", checkable=True),
    Command("larger", "view", N_("&Larger text"), ("Ctrl++", "Ctrl+="), "always", starts_group=True),
    Command("smaller", "view", N_("&Smaller text"), ("Ctrl+-",), "always"),
    Command("look", "view", N_("Light, dark or as the s&ystem"), ("Ctrl+Shift+L",), "always"),
    Command("language", "view", N_("Next lan&guage"), ("Ctrl+Shift+G",), "always"),
    Command("find", "client", N_("&Find a client"), ("Ctrl+K",), "unlocked"),
    Command("new_client", "client", N_("&New client"), ("Ctrl+N",), "unlocked"),
    Command("log_contact", "client", N_("&Log today’s contact"), ("Ctrl+T",), starts_group=True),
    Command("log_test", "client", N_("Log a &test result"), ("Ctrl+Shift+T",)),
    Command("client", "client", N_("Client and &episode"), ("F2",), starts_group=True),
    Command("remove_client", "client", N_("&Remove the client's record"), ("Ctrl+Shift+Delete",)),
    Command("thread", "plan", N_("The &whole thread"), ("Ctrl+Shift+W",)),
    Command("next_missing", "plan", N_("Ne&xt thing that is missing"), ("F8",)),
    Command("preview", "plan", N_("&Preview the plan"), ("Ctrl+P",)),
    Command("save_as", "plan", N_("&Save the plan as PDF"), ("Ctrl+E",)),
    Command("print", "plan", N_("P&rint the plan"), ("Ctrl+Shift+E",)),
    Command("help", "help", N_("&Help for this field"), ("F1",), "always"),
    Command("keys", "help", N_("All &keys"), ("Ctrl+/",), "always"),
    Command("about", "help", N_("&About Recovery Desktop"), ("Shift+F1",), "always", starts_group=True),
)
"""In the order of the menus."""
_TABS_STAND_BEFORE = "next_section"


def all_commands() -> tuple[Command, ...]:
    """The fixed commands, and before the sections those of the tabs with Ctrl+1 to Ctrl+8.

    Where there is one language alone, none can be chosen.
    """
    is_choice = len(languages()) > 1
    fixed = [command for command in COMMANDS if is_choice or command.name != "language"]
    at = next(i for i, command in enumerate(fixed) if command.name == _TABS_STAND_BEFORE)
    tabs = (Command(tab.key, "view", tab.title, (f"Ctrl+{n}",)) for n, tab in enumerate(TABS, start=1))
    return (*fixed[:at], *tabs, *fixed[at:])


class Commands:
    """The window's actions. Each does what was bound to its name."""

    def __init__(self, window: QMainWindow, menus: Mapping[str, QMenu], commands: tuple[Command, ...]) -> None:
        """Fills the window's menus, by their names, with the commands."""
        self.commands, self._menus = commands, menus
        self._actions: dict[str, QAction] = {}
        for command in commands:
            if command.starts_group:
                menus[command.menu].addSeparator()
            action = QAction(_(command.words), window)
            action.setObjectName(command.name)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setCheckable(command.checkable)
            menus[command.menu].addAction(action)
            window.addAction(action)
            self._actions[command.name] = action

    def bind(self, name: str, does: Callable[[], object]) -> None:
        """Lets an action do something."""
        self._actions[name].triggered.connect(lambda _checked: does())

    def run(self, name: str) -> None:
        """Does what an action does, if it can be used now."""
        self._actions[name].trigger()

    def tick(self, ticks: Mapping[str, bool]) -> None:
        """Sets or takes the ticks of the actions that have one, as things stand."""
        for name, ticked in ticks.items():
            self._actions[name].setChecked(ticked)

    def say(self, name: str, words: str, enabled: bool) -> None:
        """Other words for an action, such as what an undo would take back."""
        self._actions[name].setText(words)
        self._actions[name].setEnabled(enabled)

    def speak(self) -> None:
        """All words of menus and actions in the language that was just chosen."""
        for name, menu in self._menus.items():
            menu.setTitle(_(MENUS[name]))
        for command in self.commands:
            self._actions[command.name].setText(_(command.words))

    def allow(self, *, unlocked: bool, client: bool, sample: bool = False, anything: bool = True) -> None:
        """Enables what can be used now; not `anything` while the client has the laptop."""
        ready = {"always": anything, "unlocked": unlocked, "client": unlocked and client, "sample": unlocked and sample}
        for command in self.commands:
            self._actions[command.name].setEnabled(ready[command.needs])
            self._actions[command.name].setVisible(command.needs != "sample" or ready["sample"])

    def listed(self) -> Iterator[tuple[str, str, str]]:
        """Menu, words and keys of every action, as they are shown."""
        for command in self.commands:
            keys = ", ".join(QKeySequence(k).toString(QKeySequence.SequenceFormat.NativeText) for k in command.keys)
            yield _(MENUS[command.menu]).replace("&", ""), self._actions[command.name].text().replace("&", ""), keys
