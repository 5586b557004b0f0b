"""All keys of the program: those of the menus, and those that fields, lists and pages have of their own."""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QKeySequence

from recovery_desktop.text import N_, _
from recovery_desktop_ui.help.reading_pane import ReadingPane
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.reading import escaped

Listed = Iterable[tuple[str, str, str]]
"""Menu, words and keys of every action."""

INSIDE: dict[str, dict[str, str]] = {
    N_("Every field"): {
        "Tab, Shift+Tab": N_("Next field, field before"),
        "Ctrl+Z": N_("Take back what was typed in this field"),
        "Alt+Down, Menu, Shift+F10": N_("What can be done with the word at the cursor"),
    },
    N_("Lists"): {
        "Up, Down": N_("Row before, next row"),
        "Enter, Space": N_("Open or close the row"),
        "Ctrl+Enter": N_("Add a row at the end"),
        "Alt+Up, Alt+Down": N_("Move the row up or down"),
        "Delete": N_("Take the row away"),
        "Escape": N_("Close the open row"),
    },
    N_("Dates and numbers"): {
        "Up, Down": N_("One more, one less"),
        "PgUp, PgDown": N_("Much more, much less"),
        "Alt+Down, F4": N_("Open the calendar"),
    },
    N_("Calendar"): {
        "Left, Right, Up, Down": N_("Day and week"),
        "PgUp, PgDown": N_("Month before, next month"),
        "Enter, Space": N_("Take this day"),
        "Escape": N_("Close without a change"),
    },
    N_("Rulers"): {
        "0 … 9": N_("Type the number"),
        "Left, Right": N_("One less, one more"),
        "Home, End": N_("The lowest, the highest"),
        "Delete": N_("Take the answer back"),
    },
    N_("Buttons to answer with"): {
        "Left, Right": N_("Answer before, next answer"),
        "Space": N_("Choose, or mark"),
        "A … Z": N_("The answer that begins with this letter"),
        "Delete": N_("Take the answer back"),
    },
    N_("Logging a contact or a test"): {
        "1 … 9": N_("The answer or the chip that has this number"),
        "-2 … 10": N_("A number on a ruler; the cursor goes on"),
    },
    N_("Caseload"): {
        "Enter": N_("Open the first client found"),
        "Down": N_("Into the list; with nothing typed, the clients used last"),
        "Escape": N_("Empty the search"),
    },
    N_("Preview of a document"): {
        "Ctrl+F, F3": N_("Find, find the next place"),
    },
    N_("Help and other panes"): {
        "Escape": N_("Back to work, at the same place"),
        "Backspace, Alt+Left": N_("The help page before"),
    },
}
"""Keys that have a meaning only where the cursor is, by the part of the window."""


class KeysPane(ReadingPane):
    """One page with all of them."""

    def __init__(self, listed: Listed) -> None:
        """`listed` are the actions of the window: `Commands.listed()`."""
        super().__init__(_("All keys"))
        self.reader.show_text("\n\n".join(_parts(listed)))
        self.setLayout(col(self.page, gap=0))


def _parts(listed: Listed) -> Iterator[str]:
    """The page as Markdown: a table for each menu, then one for each part of the window."""
    yield f"# {_('All keys')}"
    menus: dict[str, list[tuple[str, str]]] = {}
    for menu, words, keys in listed:
        menus.setdefault(menu, []).append((keys, words))
    for menu, actions in menus.items():
        yield _table(_("Menu {name}").format(name=menu), actions)
    for part, keys_of_part in INSIDE.items():
        yield _table(_(part), [(_native(keys), _(words)) for keys, words in keys_of_part.items()])


def _table(title: str, rows: Iterable[tuple[str, str]]) -> str:
    lines = (f"| {escaped(keys)} | {escaped(words)} |" for keys, words in rows)
    return "\n".join([f"| {escaped(title)} | |", "|---|---|", *lines])


def _native(keys: str) -> str:
    """Keys as this system writes them; what names no single key stays as it is."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) or key for key in keys.split(", "))
