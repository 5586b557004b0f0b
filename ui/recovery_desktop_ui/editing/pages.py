"""What every tab's page is: filled with the open client, brought up to date when something changed elsewhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.sheet import Sheet
from recovery_desktop_ui.parts.tab_order import focus_first


class Page(Sheet):
    """A page of the client's record. One instance serves all clients, one after the other."""

    go_to = Signal(object)  # a Place elsewhere that the person wants to see
    together = Signal(bool)  # from now on, or no more, the page is looked at together with the client
    command = Signal(str)  # the name of a menu command that a button on the page stands for

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self.opened: OpenClient | None = None
        self._seen = -1

    def show_client(self, opened: OpenClient) -> None:
        """Fills the page, unless it shows this client already as the disk has it."""
        if self.opened is not None and opened.client.id == self.opened.client.id and self._seen == self.keeper.revision:
            return
        self.opened = opened
        self.fill(opened)
        self._seen = self.keeper.revision

    def note_own_change(self) -> None:
        """What was changed on this page is shown here already."""
        self._seen = self.keeper.revision

    def note_other_change(self) -> None:
        """Something was changed that this page does not show yet, such as by an undo."""
        self._seen = -1

    def section(self) -> str:
        """The key of the section shown, for pages that have some."""
        return ""

    def do(self, command: str) -> None:
        """Does a command of the menus that only this page knows."""
        raise LookupError(command)

    def step_section(self, step: int) -> None:
        """Goes to the next section (1) or the one before (-1), where there are some."""

    def content(self) -> QWidget:
        """What one came for: the page without what leads around on it."""
        return self

    def take_cursor(self) -> None:
        """Puts the cursor where it was on this page, or else on the first thing that takes it."""
        last = self.content().focusWidget()
        if last is not None and last.isVisible() and last.isEnabled():
            last.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not focus_first(self.content()):
            focus_first(self)
