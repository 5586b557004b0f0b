"""The menus of the window, which stand there from the first paint on; `commands` fills them."""

from PySide6.QtWidgets import QMenu, QMenuBar

from recovery_desktop.text import N_, _

MENUS = {
    "file": N_("&File"),
    "edit": N_("&Edit"),
    "view": N_("&View"),
    "client": N_("&Client"),
    "plan": N_("&Plan"),
    "help": N_("&Help"),
}


def make_menus(bar: QMenuBar) -> dict[str, QMenu]:
    """Empty menus, by their names."""
    return {name: bar.addMenu(_(words)) for name, words in MENUS.items()}
