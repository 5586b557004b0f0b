"""The middle of the workplace: the pages of the open client, each built at its first visit, or a pane instead."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from recovery_desktop_ui.editing.everybody import Everybody
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.panes.registry import make_pane
from recovery_desktop_ui.parts.tab_order import focus_first
from recovery_desktop_ui.tabs.registry import make_page

if TYPE_CHECKING:
    from recovery_desktop_ui.editing.pages import Page


class PageStack(QStackedWidget):
    """One page or pane at a time; a pane goes when another comes."""

    go_to = Signal(object)  # a Place elsewhere that the person wants to see
    chosen = Signal(int)  # the number of a client
    opens = Signal(int, object)  # the number of a client, and the Place in the record that is meant
    command = Signal(str)  # the name of a menu command
    together = Signal(bool)  # whether the page is looked at together with the client
    backed_up = Signal()  # there is a new backup
    handed_over = Signal(object)  # the Administration that the client is to answer alone

    def __init__(self, keeper: Keeper, everybody: Everybody) -> None:
        super().__init__()
        self._keeper, self._everybody = keeper, everybody
        self._pages: dict[str, Page] = {}
        self._pane: QWidget | None = None  # what is shown beside the tabs, or was last
        self._pane_key = ""
        self._is_private = False

    @property
    def pane(self) -> str:
        """The name of the pane that is shown; empty while a page is."""
        return self._pane_key if self.currentWidget() is self._pane else ""

    @property
    def page(self) -> "Page | None":
        """The page that is shown, if it is one of the client's."""
        shown = self.currentWidget()
        return next((page for page in self._pages.values() if page is shown), None)

    def show_page(self, key: str, opened: OpenClient) -> None:
        """Shows a page of a client."""
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = make_page(key, self._keeper)
            page.go_to.connect(self.go_to)
            page.command.connect(self.command)
            page.together.connect(self.together)
            if hasattr(page, "handed_over"):
                page.handed_over.connect(self.handed_over)
            self.addWidget(page)
        page.show_client(opened)
        self.setCurrentWidget(page)

    def show_pane(self, key: str, *details: str) -> None:
        """Shows a pane in place of the pages; the pane before it goes."""
        self._pane_key = key
        made = make_pane(key, self._keeper, *((self._everybody,) if key == "due" else details))
        old, self._pane = self._pane, made
        leads = {"chosen": self.chosen, "made": self.chosen, "command": self.command, "backed_up": self.backed_up}
        leads["opens"] = self.opens
        for name, signal in leads.items():
            if hasattr(self._pane, name):
                getattr(self._pane, name).connect(signal)
        self.addWidget(self._pane)
        self.setCurrentWidget(self._pane)
        self.hide_names(self._is_private)
        if old is not None:
            self.removeWidget(old)
            old.deleteLater()

    def hide_names(self, hidden: bool) -> None:
        """Shows record numbers in place of names on the pane, or names again; this holds for later panes too."""
        self._is_private = hidden
        if self._pane is not None and hasattr(self._pane, "hide_names"):
            self._pane.hide_names(hidden)

    def note_other_change(self) -> None:
        """Something was changed that no page shows yet, such as by an undo."""
        for page in self._pages.values():
            page.note_other_change()

    def take_cursor(self) -> None:
        """Puts the cursor into what a key or a menu has brought up."""
        if self.page is not None:
            self.page.take_cursor()
        elif self._pane is not None:
            focus_first(self._pane)
