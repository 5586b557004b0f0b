"""This person at a glance: what they want, areas of life, scores, what is due, what to ask about, the course so far."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.dates import long_date
from recovery_desktop.plans.course import course
from recovery_desktop.plans.due import due
from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.goal_course import goal_courses
from recovery_desktop.plans.scores import scores_over_time
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.plans.wishes import Wish, wish
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.practice_profile import practice_profile
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.charts.table import ChartOrTable
from recovery_desktop_ui.parts.charts.timeline import Event, Timeline
from recovery_desktop_ui.parts.charts.timeline_chart import TimelineChart
from recovery_desktop_ui.parts.layouts import Columns, col, hold, row, rule
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.parts.tokens import role_of
from recovery_desktop_ui.tabs.overview.areas import AreasOfLife
from recovery_desktop_ui.tabs.overview.beginning import Beginning
from recovery_desktop_ui.tabs.overview.goals import Goals
from recovery_desktop_ui.tabs.overview.lately import Lately
from recovery_desktop_ui.tabs.overview.scores import Scores
from recovery_desktop_ui.tabs.overview.tests_in_brief import TestsInBrief
from recovery_desktop_ui.tabs.overview.to_do import ToDo
from recovery_desktop_ui.tabs.overview.worth_asking import WorthAsking


class Glance(QWidget):
    """Derived from the record alone; everything shown leads to where it is written."""

    go_to = Signal(object)  # Place
    command = Signal(str)

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._quote, self._said_by = text("", "quote", wrap=True), text("", "caption", "quiet")
        self._wish: Wish | None = None
        self._opened: OpenClient | None = None
        whole = button(_("Open"), "link", name=_("Open where this was written down"), does=self._open_wish)
        whole.setObjectName("page.wish")
        by = row(self._said_by, whole, None, gap=12)
        said = row(_bar(), col(self._quote, by, gap=2), gap=16)
        said.setStretch(1, 1)
        self._said = hold(said)
        self._areas = AreasOfLife()
        self._course = ChartOrTable(TimelineChart(Timeline(_("Course"), (), today())))
        self._course.switch.setObjectName("page.course_table")
        self._scores, self._tests, self._goals = Scores(), TestsInBrief(), Goals()
        self._to_do, self._lately = ToDo(), Lately()
        self._asking = WorthAsking(keeper)
        self._beginning = Beginning(keeper)
        self._whole = self._compose()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._whole)
        layout.addWidget(self._beginning)
        self._asking.changed.connect(self._renew_asking)
        parts = (self._areas, self._tests, self._to_do, self._asking, self._goals, self._lately, self._beginning)
        for part in parts:
            part.go_to.connect(self.go_to)
        for each in (self._lately, self._beginning):
            each.command.connect(self.command)

    def _compose(self) -> QWidget:
        doing = hold(col(self._to_do, self._asking, None, gap=12))
        measured = hold(col(self._scores, self._tests, None, gap=12))
        now = Columns(self._areas, measured, doing, least=300, gap=40, shares=(10, 10, 11))
        whole = button(_("Timeline of everything"), "link", "chevron-right", does=self._open_timeline)
        whole.setObjectName("page.whole_timeline")
        course = hold(col(heading(_("Course"), self._course.switch), self._course, row(whole, None), gap=8))
        parts = (self._said, now, rule(), self._goals, rule(), course, rule(), self._lately)
        return hold(col(*parts, None, gap=20, pad=(32, 24, 32, 24)))

    def fill(self, opened: OpenClient) -> None:
        """Shows the client's record as it is on the disk today."""
        record = take(opened.client.id)
        said, series = wish(record), scores_over_time(record)
        begun = said is not None or bool(series) or _has_begun(record)
        self._whole.setVisible(begun)
        self._beginning.setVisible(not begun)
        if not begun:
            self._beginning.show_client(opened)
            return
        self._show_wish(said)
        self._areas.show_record(record)
        self._scores.show_series(series)
        self._to_do.show_all(due(record, today(), practice_profile().rhythm))
        self._opened = opened
        self._asking.show_client(opened, record)
        events = tuple(Event(day, words) for day, words in course(record, today()))
        self._course.tell(Timeline(_("Course"), events, today()))
        episode = running_episode(record)
        self._goals.show_goals(goal_courses(episode, today()) if episode is not None else ())
        self._tests.show_tests(episode)
        self._lately.show_contacts(episode)

    def _renew_asking(self) -> None:
        """After one was left for now, or is told again."""
        if self._opened is not None:
            self._asking.show_client(self._opened, take(self._opened.client.id))
            tab_in_reading_order(self)

    def _open_timeline(self) -> None:
        self.go_to.emit(Place("overview", "timeline"))

    def _open_wish(self) -> None:
        if self._wish is not None:
            entry = self._wish.entry
            self.go_to.emit(Place("", "", entry.model, entry.number, self._wish.field))

    def _show_wish(self, said: Wish | None) -> None:
        self._wish = said
        self._said.setVisible(said is not None)
        if said is not None:
            when = long_date(said.said_on)
            self._quote.setText(said.words)
            self._said_by.setText(f"{said.by}, {when}" if when else said.by)


def _has_begun(record: Entry) -> bool:
    """Whether anything but the admission itself was entered in the episode that runs."""
    episode = running_episode(record)
    if episode is None:
        return False
    bare = ("assessments", "levels_of_care")
    below = [part for rows in episode.rows("assessments") for part in rows.walk() if part is not rows]
    below += [row for name, rows in episode.lists.items() if name not in bare for row in rows]
    return any(part.is_filled() for part in below)


def _bar() -> QWidget:
    """The rule beside the client's own words."""
    bar = rule(vertical=True)
    bar.setFixedWidth(3)
    bar.setBackgroundRole(role_of("accent"))
    return bar
