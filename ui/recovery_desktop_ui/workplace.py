"""Where the counselor works while the practice is unlocked: caseload, banner, tabs, pages, and the undo bar."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.history import Touched
from recovery_desktop.records.practice import OwnProfile, Practice
from recovery_desktop_ui.caseload import Caseload
from recovery_desktop_ui.editing.everybody import Everybody
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient, open_client
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.undo_bar import UndoBar
from recovery_desktop_ui.gates_across import GatesAcross
from recovery_desktop_ui.missing_bar import MissingBar
from recovery_desktop_ui.page_stack import PageStack
from recovery_desktop_ui.panes.registry import is_pane
from recovery_desktop_ui.parts.guards import bring_cursor_into_sight
from recovery_desktop_ui.parts.layouts import col, hold, row
from recovery_desktop_ui.parts.tab_order import focus_next, tab_on
from recovery_desktop_ui.parts.tokens import is_very_large
from recovery_desktop_ui.parts.turns import once_painted
from recovery_desktop_ui.spelling import Spelling
from recovery_desktop_ui.tabs.names import TABS
from recovery_desktop_ui.tabs.page_of_table import page_of
from recovery_desktop_ui.tabs.registry import is_page

if TYPE_CHECKING:
    from recovery_desktop_ui.banner import Banner
    from recovery_desktop_ui.client_head import ClientHead
    from recovery_desktop_ui.editing.pages import Page
    from recovery_desktop_ui.parts.tab_bar import Tabs

BEFORE_OTHERS = 3000  # milliseconds after unlocking before the gates of everybody are looked at
AFTER_CHANGE = 300  # milliseconds until banner, marks and caseload follow a change


class Workplace(QWidget):
    """All that shows records. It is thrown away when the practice is locked."""

    painted = Signal()  # it is on the screen for the first time: what has time until then may begin
    client_shown = Signal(object)  # OpenClient or None
    command = Signal(str)  # the name of a menu command
    backed_up = Signal()
    handed_over = Signal(object)  # the Administration that the client is to answer alone

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper = keeper
        self.opened: OpenClient | None = None
        self._shown = "overview"
        self._gates_across = GatesAcross(keeper)
        self.everybody = Everybody(keeper, self._gates_across.words)
        self.everybody.reads_safety = False  # until all this is on the screen
        self.caseload = Caseload(self.everybody)
        self._stack = PageStack(keeper, self.everybody)
        self._undo_bar = UndoBar(keeper.undo)
        self._missing_bar = MissingBar()
        self._private = False
        self._to_read: set[int] = set()  # clients whose record was changed since the caseload followed
        self._all_to_read = True
        self._was_shown = False
        self._had_caseload = False  # before a page was looked at together with the client
        self._follow = QTimer(self, singleShot=True, interval=AFTER_CHANGE)
        self._across = QTimer(self, singleShot=True, interval=BEFORE_OTHERS)
        self._compose()
        self._connect()
        self.follow()
        self.show_pane("due")
        self._across.start()

    def _compose(self) -> None:
        self._main = col(self._stack, self._missing_bar, self._undo_bar, gap=0)
        self._main.setStretch(0, 1)
        layout = row(self.caseload, hold(self._main), gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.caseload.setVisible(not is_very_large())  # in here now: before, it would be a window

    def _connect(self) -> None:
        self.caseload.chosen.connect(self.show_client)
        self._stack.together.connect(self._look_together)
        self._gates_across.turned.connect(self.everybody.renew)
        self._across.timeout.connect(lambda: self._gates_across.look_at(self.everybody.reader.in_care()))
        self.caseload.new_client.connect(lambda name: self.show_pane("new_client", name))
        self._stack.go_to.connect(self.go_to)
        self._stack.chosen.connect(self.show_client)
        self._stack.opens.connect(self._open_at)
        self._stack.command.connect(self.command)
        self._stack.backed_up.connect(self.backed_up)
        self._stack.handed_over.connect(self.handed_over)
        self.keeper.changed.connect(self._changed)
        self.keeper.removed.connect(self._undo_bar.offer)
        self.keeper.taken_back.connect(self._taken_back)
        self._follow.timeout.connect(self.follow)
        self.client_shown.connect(Spelling(self.keeper, self).show_client)
        self.painted.connect(self._read_safety)

    @cached_property
    def head(self) -> "ClientHead":
        """What stands above a client's pages, made with the first client who is opened: nobody waits for it before."""
        from recovery_desktop_ui.client_head import ClientHead

        head = ClientHead()
        self._main.insertWidget(0, head)
        tab_on(self.caseload, head)
        head.tabs.currentChanged.connect(lambda index: self.show_page(TABS[index].key))
        head.tabs.tabBarClicked.connect(self._tab_clicked)
        head.gates_seen.connect(self._gates_across.tell)
        head.banner.command.connect(self.command)
        head.banner.go_to.connect(self.go_to)
        return head

    @property
    def banner(self) -> "Banner":
        """Who the open client is."""
        return self.head.banner

    @property
    def tabs(self) -> "Tabs":
        """The parts of the record."""
        return self.head.tabs

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            once_painted(self, self._tell_painted)

    def _tell_painted(self) -> None:
        """Not when the practice was closed between two turns, as by a lock."""
        if not self.keeper.store.vault.closing:
            self.painted.emit()

    def _read_safety(self) -> None:
        self.everybody.reads_safety = True
        self.everybody.renew()

    def _tab_clicked(self, index: int) -> None:
        """A click on the tab that is current already, while something else is shown."""
        if index == self.tabs.currentIndex() and self.tabs.property("away"):
            self.show_page(TABS[index].key)

    # -- the client

    def show_client(self, number: int, page: str = "") -> None:
        """Opens a client's record, on the page that was open or another."""
        if not self.keeper.flush():
            return
        try:
            self.opened = open_client(number)
        except LookupError:
            self.close_client()
            return
        self.banner.hide_names(self._private)  # before anything of the client is seen
        self.head.show()
        self.caseload.choose(number)
        self.follow()
        self._missing_bar.show_client(number)
        self.show_page(page or self._shown)
        self.client_shown.emit(self.opened)

    def _open_at(self, number: int, place: Place) -> None:
        """Opens a client's record at a place."""
        self.show_client(number, place.page or page_of(place.model))
        if self.opened is not None:
            self.go_to(place)

    def show_anew(self) -> None:
        """Shows the open client as the disk has it now, at the same place."""
        number, place = self.place()
        self._stack.note_other_change()
        self.return_to(number, place)

    def close_client(self) -> None:
        """Shows no client: the list of what is due instead."""
        self.opened = None
        self._missing_bar.show_client(0)
        self.head.hide()
        self.caseload.choose(None)
        self.show_pane("due")
        self.client_shown.emit(None)

    # -- pages

    def show_page(self, key: str) -> None:
        """Shows a page of the open client, built at its first visit."""
        if self.opened is None or not self.keeper.flush():
            return
        self._shown = key
        index = next((i for i, tab in enumerate(TABS) if tab.key == key), None)
        self.tabs.set_away(index is None)
        if index is not None and index != self.tabs.currentIndex():
            self.tabs.blockSignals(True)
            self.tabs.setCurrentIndex(index)
            self.tabs.blockSignals(False)
        self._stack.show_page(key, self.opened)

    def show_pane(self, key: str, *details: str) -> None:
        """Shows what is not one client's; Escape leads back."""
        if self.keeper.flush():
            if self._follow.isActive():
                self.follow()  # what was changed a moment ago counts as well
            self._stack.show_pane(key, *details)
            self._missing_bar.hide()
            if self.opened is not None:
                self.tabs.set_away(True)

    def back(self) -> None:
        """From a pane to the client's page, or to what is due."""
        if self.opened is not None:
            self.show_page(self._shown)
        else:
            self.show_pane("due")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.page is None:
            self.back()
        else:
            super().keyPressEvent(event)

    @property
    def page(self) -> "Page | None":
        """The page that is shown, if it is one of the client's."""
        return self._stack.page

    # -- places

    def place(self) -> tuple[int, Place]:
        """The number of the open client (0 for none) and where the cursor is."""
        if self.opened is None:
            return 0, Place()
        page = self.page
        focused = QApplication.focusWidget()
        field = focused.objectName() if focused is not None else ""
        section = page.section() if page is not None else ""
        return self.opened.client.id, Place(self._shown, section, field=field)

    def return_to(self, number: int, place: Place) -> None:
        """Opens the place that `place` gave, after an unlock."""
        self.show_client(number, place.page)
        page = self.page
        if page is None:
            return
        if place.section:
            page.reveal(Place(place.page, place.section))
        _focus(page, place.field)

    def go_to(self, place: Place) -> None:
        """Shows a row or a field, on whatever page it is; without a row what is called `field` there."""
        self.show_page(place.page or page_of(place.model))
        if self.page is not None and (not self.page.reveal(place) or place.model is None):
            named = place.model is None and _focus(self.page, place.field)
            if not named:
                self.page.take_cursor()  # no row was meant, or it is gone
        bring_cursor_into_sight(self)

    # -- commands

    def run(self, name: str) -> None:
        """Does a command of the menus that concerns what is shown here."""
        if is_page(name):
            self.show_page(name)
            self._stack.take_cursor()
        elif is_pane(name):
            self.show_pane(name)
            self._stack.take_cursor()
        else:
            self._doings()[name]()

    def _doings(self) -> dict[str, Callable[[], object]]:
        return {
            "find": self.find_client,
            "caseload": lambda: self.caseload.setVisible(self.caseload.isHidden()),
            "private": self.hide_names,
            "next_area": self.next_area,
            "next_section": lambda: self._step_section(1),
            "previous_section": lambda: self._step_section(-1),
            **{name: partial(self._on_page, "plan", name) for name in ("preview", "save_as", "print")},
            "log_contact": partial(self._on_page, "overview", "log_contact"),
            "log_test": partial(self._on_page, "diagnoses", "log_test"),
            "thread": lambda: self.go_to(Place("goals", "thread")),
            "remove_client": self.remove_client,
            "next_missing": self._go_to_missing,
            "spelling": self._go_to_wrong_word,
        }

    def _go_to_missing(self) -> None:
        """What was typed last may be what was missing: it is saved first."""
        if self.keeper.flush():
            self.go_to(self._missing_bar.step())

    def _go_to_wrong_word(self) -> None:
        from recovery_desktop_ui.spelling_walk import next_word

        next_word(self._stack)

    def _step_section(self, step: int) -> None:
        if self.page is not None:
            self.page.step_section(step)

    def _on_page(self, page: str, command: str) -> None:
        """Does a command that only one page knows."""
        self.show_page(page)
        if self.page is not None:
            self.page.do(command)

    def remove_client(self) -> None:
        """Takes the open client's whole record away; it can be undone until the practice is locked."""
        if self.opened is not None and self.keeper.flush():
            client = self.opened.client
            self.close_client()  # first: no page may look for a client who is not there any more
            self.keeper.attempt(lambda: self.keeper.remove(client, client.record_number))
            if Client.get_or_none(Client.id == client.id) is None:
                self.show_pane("due")
                self.follow()
            else:
                self.show_client(client.id)

    def ticks(self) -> dict[str, bool]:
        """The commands that have a tick in the menu, and whether they have it now."""
        return {"caseload": not self.caseload.isHidden(), "private": self._private}

    def find_client(self) -> None:
        """Puts the cursor into the search."""
        self.caseload.show()
        self.caseload.focus_search()

    def hide_names(self) -> None:
        """Shows record numbers for names, or names again, for as long as somebody looks over the shoulder."""
        self._private = not self._private
        self.caseload.hide_names(self._private)
        if self.opened is not None:
            self.banner.hide_names(self._private)
        self._stack.hide_names(self._private)

    def _look_together(self, begins: bool) -> None:
        """The names of others go from the screen for as long as a page is looked at together with the client."""
        if begins:
            self._had_caseload = not self.caseload.isHidden()
            self.caseload.hide()
        elif self._had_caseload:
            self.caseload.show()

    def next_area(self) -> None:
        """From the caseload to the banner, the tabs, the page, and around."""
        above = [] if self.opened is None else [self.banner, self.tabs]
        focus_next([self.caseload, *above, self._stack])

    # -- following changes

    def _changed(self, model: type[Record], number: int) -> None:
        page = self.page
        if page is not None:
            page.note_own_change()
        if self.opened is not None:
            self._to_read.add(self.opened.client.id)
        if model in (Practice, OwnProfile):
            self._all_to_read = True  # what is due follows from the rules that the practice chose
        if self.opened is not None and model in (Client, Episode, Assessment):
            client = self.opened.client.id
            self.opened = open_client(client) if Client.get_or_none(Client.id == client) else None
        self._follow.start()

    def follow(self) -> None:
        """Brings banner, marks and caseload up to date, unless the practice was locked in between."""
        self._follow.stop()
        if self.keeper.store.vault.closing:
            return
        self._refresh_caseload()
        if self.opened is None:
            return
        record = take(self.opened.client.id)
        self.head.show_record(record)
        self._missing_bar.follow(record)

    def _refresh_caseload(self) -> None:
        """Reads the open client and whoever was changed before another one was opened; all after what may concern
        anybody."""
        if self.opened is None or self._all_to_read:
            self.everybody.renew()
        else:
            self.everybody.renew(*self._to_read, self.opened.client.id)
        self._all_to_read, self._to_read = False, set()

    def _taken_back(self, touched: Touched) -> None:
        """Shows where an undo or redo was at work; that may be in the record of another client than the open one."""
        self._all_to_read = True
        if self.opened is None:
            self.follow()
            if self._stack.pane == "due":
                self.show_pane("due")
            return
        if Client.get_or_none(Client.id == self.opened.client.id) is None:
            self.close_client()
            return
        self.opened = open_client(self.opened.client.id)
        self._follow.start()
        self._stack.note_other_change()
        self.show_page(self._shown)
        home, field = page_of(touched.model), next(iter(touched.names), "")
        shown = self.page is not None and self.page.reveal(Place("", "", touched.model, touched.number, field))
        if not shown and home != self._shown:
            self.go_to(Place(home, "", touched.model, touched.number, field))


def _focus(page: QWidget, name: str) -> bool:
    """Puts the cursor into a field of that name on a page, or else on the button that adds to a list of it; False where
    neither is in sight."""
    found = [page.findChild(QWidget, each) for each in (f"{name}.input", f"{name}.add", name) if name]
    target = next((one for one in found if one is not None and one.isVisible()), None)
    if target is not None:
        target.setFocus(Qt.FocusReason.OtherFocusReason)
    return target is not None
