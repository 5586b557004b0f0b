"""The Overview page: the glance, and behind it the sessions with the counseling notes, and the timeline."""

import datetime

from PySide6.QtWidgets import QStackedWidget, QWidget

from recovery_desktop.records.goals import Progress
from recovery_desktop.records.set_aside import SetAside
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.pages import Page
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.layouts import col, scrolling
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.tabs.overview.glance import Glance
from recovery_desktop_ui.tabs.overview.sessions import TABLES, Sessions
from recovery_desktop_ui.tabs.overview.timeline import Timeline

SECTIONS = ("glance", "sessions", "timeline")


class OverviewPage(Page):
    """Three sections, one shown at a time; the others are built when they are first asked for."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._at = "glance"
        self._sessions: Sessions | None = None
        self._timeline: Timeline | None = None
        self._shows: dict[str, tuple[int, int, datetime.date]] = {}  # client, revision and day, by section
        self._glance = Glance(keeper)
        self._glance.go_to.connect(self._go)
        self._glance.command.connect(self.command)
        self._stack = QStackedWidget()
        self._shown_as = {"glance": scrolling(self._glance)}
        self._stack.addWidget(self._shown_as["glance"])
        self.setLayout(col(self._stack, gap=0))

    def fill(self, opened: OpenClient) -> None:
        if self._sessions is not None:
            self._sessions.fill(opened)
        self._show()

    def _show(self) -> None:
        if self.opened is None:
            return
        if self._at == "sessions":
            is_other = self._make_sessions(self.opened)
        else:
            is_other = self._bring_up_to_date(self._glance if self._at == "glance" else self._made_timeline())
        self._stack.setCurrentWidget(self._shown_as[self._at])
        if is_other:  # only what is shown takes its place in the order of the Tab key
            tab_in_reading_order(self._shown_as[self._at])

    def _bring_up_to_date(self, part: Glance | Timeline) -> bool:
        """Fills what is derived from the record; tells whether it was to be filled."""
        now = (self.opened.client.id if self.opened else 0, self.keeper.revision, today())
        if self.opened is None or self._shows.get(self._at) == now:
            return False
        self._shows[self._at] = now
        part.fill(self.opened)
        return True

    def _make_sessions(self, opened: OpenClient) -> bool:
        """Builds the sessions at their first visit; tells whether it was the first."""
        if self._sessions is not None:
            return False
        self._sessions = Sessions(self.keeper)
        self._sessions.back.connect(lambda: self.show_section("glance"))
        self._add("sessions", self._sessions)
        self._sessions.fill(opened)
        return True

    def _made_timeline(self) -> Timeline:
        if self._timeline is None:
            self._timeline = Timeline()
            self._timeline.back.connect(lambda: self.show_section("glance"))
            self._timeline.go_to.connect(self._go)
            self._add("timeline", self._timeline)
        return self._timeline

    def _add(self, section: str, part: QWidget) -> None:
        self._shown_as[section] = scrolling(part)
        self._stack.addWidget(self._shown_as[section])

    def show_section(self, key: str) -> None:
        """Shows one of the sections."""
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
