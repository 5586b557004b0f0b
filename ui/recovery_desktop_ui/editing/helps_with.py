"""The area of life that entries of the directory are to help with: a choice that narrows a list, any at first."""

from PySide6.QtCore import Signal

from recovery_desktop.records.domains import DOMAINS
from recovery_desktop.text import _
from recovery_desktop_ui.parts.editors.choice import Combo


class HelpsWith(Combo):
    """The choice itself; Delete goes back to any."""

    chosen = Signal()

    def __init__(self, key: str) -> None:
        """`key` is its object name."""
        super().__init__()
        self._codes = ("", *DOMAINS)
        self.addItems([_("Any area"), *map(_, DOMAINS.values())])
        self.setObjectName(key)
        self.setAccessibleName(_("Helps with"))
        self.activated.connect(lambda _at: self.chosen.emit())

    @property
    def area(self) -> str:
        """The area as the record names it; empty for any."""
        return self._codes[self.currentIndex()]

    def show_area(self, area: str) -> None:
        """Shows an area, or any, without telling."""
        self.setCurrentIndex(self._codes.index(area))
