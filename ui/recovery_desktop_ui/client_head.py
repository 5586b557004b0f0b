"""What stands above the pages of the open client: the banner, and the tabs with how far each part of the record is."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.plans.tab_states import State, tab_states
from recovery_desktop.text import _
from recovery_desktop_ui.banner import Banner
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.practice_rules import practice_rules
from recovery_desktop_ui.gates_in_sight import gates_in_sight
from recovery_desktop_ui.parts.background import Latest
from recovery_desktop_ui.parts.layouts import col, hold, row, rule
from recovery_desktop_ui.parts.tab_bar import Tabs
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.tokens import px, space
from recovery_desktop_ui.tabs.names import TABS


class ClientHead(QWidget):
    """Hidden while no client is open."""

    gates_seen = Signal(int, str)  # the number of the client, and what its open safety gates come to

    def __init__(self) -> None:
        super().__init__()
        self.banner = Banner()
        self.tabs = Tabs(_("Parts of the record"), [_(tab.title) for tab in TABS])
        self.tabs.setObjectName("tabs")
        self._looking = Latest(self)
        self._client = 0  # whose safety gates the banner shows
        self._open_gates = ""
        strip = row(self.tabs, None, gap=0)
        strip.setContentsMargins(space(32) - px(12), 0, space(8), 0)  # the first word stands under the name
        self.setLayout(col(self.banner, hold(strip, "paper"), rule(), gap=0))
        self.hide()
        self.banner.composed.connect(lambda: tab_in_reading_order(self))

    def show_record(self, record: Entry) -> None:
        """Brings banner and marks up to date; the safety gates follow a moment later."""
        self._look_for_gates(record)
        self.banner.show_record(record, today())
        self._mark_tabs(tab_states(record, today()))

    def _mark_tabs(self, states: Mapping[str, State]) -> None:
        """An open gate stands at the tab where it is answered, whatever else is done there."""
        for index, tab in enumerate(TABS):
            if tab.key == "therapies" and self._open_gates:
                self.tabs.set_mark(index, "alarm", _("a safety gate is open"))
            elif tab.key in states:
                self.tabs.set_mark(index, states[tab.key].mark, states[tab.key].reason)

    def _look_for_gates(self, record: Entry) -> None:
        """In another thread: it reads all rules when the first client is opened."""
        if self._client != record.number:
            self._client, self._open_gates = record.number, ""
            self.banner.show_gates("")  # those of the client before
        day, rules = today(), practice_rules()
        self._looking.run(lambda _task: gates_in_sight(record, day, rules), self._show_gates)

    def _show_gates(self, words: str) -> None:
        if self.isHidden():
            return
        had, self._open_gates = self._open_gates, words
        self.gates_seen.emit(self._client, words)
        self.banner.show_gates(words)
        if had != words:
            self._mark_tabs(tab_states(take(self._client), today()))
