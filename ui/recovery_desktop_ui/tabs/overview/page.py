"""The Overview page: the glance, and behind it sessions, contacts and counseling notes."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from recovery_desktop.records.goals import Progress
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.pages import Page
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.layouts import col, scrolling
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.tabs.overview.glance import Glance
from recovery_desktop_ui.tabs.overview.sessions import TABLES, Sessions

SECTIONS = ("glance", "sessions")


class OverviewPage(Page):
    """Two sections, one shown at a time; the second is built when it is first asked for."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._at = "glance"
        self._sessions: Sessions | None = None
        self._glance_shows = (0, -1)  # client and revision
        self._glance = Glance(keeper)
        self._glance.go_to.connect(self._go)
        self._glance.command.connect(self.command)
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolling(self._glance))
        self.setLayout(col(self._stack, gap=0))

    def fill(self, opened: OpenClient) -> None:
        if self._sessions is not None:
            self._sessions.fill(opened)
        self._show()

    def _show(self) -> None:
        if self.opened is None:
            return
        if self._at == "glance":
            now = (self.opened.client.id, self.keeper.revision)
            if self._glance_shows != now:
                self._glance.fill(self.opened)
                self._glance_shows = now
                tab_in_reading_order(self._glance)
        elif self._sessions is None:
            self._sessions = Sessions(self.keeper)
            self._sessions.back.connect(lambda: self.show_section("glance"))
            self._stack.addWidget(scrolling(self._sessions))
            self._sessions.fill(self.opened)
            tab_in_reading_order(self._sessions)
        self._stack.setCurrentIndex(SECTIONS.index(self._at))

    def show_section(self, key: str) -> None:
        """Shows one of the two sections."""
        if self.keeper.flush():
            self._at = key
            self._show()

    def do(self, command: str) -> None:
        """Logs a contact: the one command that is of this page alone."""
        self.show_section("sessions")
        if command == "log_contact" and self._sessions is not None:
            self._sessions.log_today()

    def _go(self, place: Place) -> None:
        """To a place on this page, or elsewhere."""
        if not self.reveal(place):
            self.go_to.emit(place)

    def section(self) -> str:
        return self._at

    def step_section(self, step: int) -> None:
        at = SECTIONS.index(self._at) + step
        if 0 <= at < len(SECTIONS):
            self.show_section(SECTIONS[at])
            self.take_cursor()

    def content(self) -> QWidget:
        return self._stack.currentWidget() or self

    def reveal(self, place: Place) -> bool:
        table = place.model._meta.table_name if place.model is not None else ""
        if self._at == "sessions" and self._sessions is not None and place.model is Progress:
            return self._sessions.reveal(place)
        if place.model is SetAside:
            self.show_section("glance")
            return True
        if place.page not in ("", "overview") or not (place.section in SECTIONS or table in TABLES):
            return False
        self.show_section("sessions" if table in TABLES else place.section)
        if place.model is None:
            return True
        return self._sessions is not None and self._sessions.reveal(place)
