"""This person at a glance: what they want, areas of life, scores, what is due, what to ask about, the course so far."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.dates import long_date
from recovery_desktop.plans.course import course
from recovery_desktop.plans.due import due
from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.scores import scores_over_time
from recovery_desktop.plans.signals import signals
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.plans.wishes import Wish, wish
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.charts.table import ChartOrTable
from recovery_desktop_ui.parts.charts.timeline import Event, Timeline
from recovery_desktop_ui.parts.charts.timeline_chart import TimelineChart
from recovery_desktop_ui.parts.layouts import Columns, col, hold, row, rule
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.parts.tokens import role_of
from recovery_desktop_ui.tabs.overview.areas import AreasOfLife
from recovery_desktop_ui.tabs.overview.beginning import Beginning
from recovery_desktop_ui.tabs.overview.lately import Lately
from recovery_desktop_ui.tabs.overview.scores import Scores
from recovery_desktop_ui.tabs.overview.to_do import ToDo


class Glance(QWidget):
    """Derived from the record alone; everything shown leads to where it is written."""

    go_to = Signal(object)  # Place
    command = Signal(str)

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._quote, self._said_by = text("", "quote", wrap=True), text("", "caption", "quiet")
        self._wish: Wish | None = None
        whole = button(_("Open"), "link", name=_("Open where this was written down"), does=self._open_wish)
        whole.setObjectName("page.wish")
        by = row(self._said_by, whole, None, gap=12)
        said = row(_bar(), col(self._quote, by, gap=2), gap=16)
        said.setStretch(1, 1)
        self._said = hold(said)
        self._areas = AreasOfLife()
        self._course = ChartOrTable(TimelineChart(Timeline(_("Course"), (), today())))
        self._course.switch.setObjectName("page.course_table")
        self._scores, self._to_do, self._lately = Scores(), ToDo(), Lately()
        self._beginning = Beginning(keeper)
        self._whole = self._compose()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._whole)
        layout.addWidget(self._beginning)
        for part in (self._areas, self._to_do, self._lately, self._beginning):
            part.go_to.connect(self.go_to)
        self._beginning.command.connect(self.command)

    def _compose(self) -> QWidget:
        now = Columns(self._areas, self._scores, self._to_do, least=300, gap=40, shares=(10, 10, 11))
        whole = button(_("Timeline of everything"), "link", "chevron-right", does=self._open_timeline)
        whole.setObjectName("page.whole_timeline")
        course = hold(col(heading(_("Course"), self._course.switch), self._course, row(whole, None), gap=8))
        return hold(col(self._said, now, rule(), course, rule(), self._lately, None, gap=20, pad=(32, 24, 32, 24)))

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
        self._to_do.show_all(due(record, today()), signals(record, today()))
        events = tuple(Event(day, words) for day, words in course(record, today()))
        self._course.tell(Timeline(_("Course"), events, today()))
        self._lately.show_contacts(running_episode(record))

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
