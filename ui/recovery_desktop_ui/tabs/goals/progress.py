"""How a goal goes: today's entry with a few keys, the course so far, and all entries."""

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.plans.plan_answers import signed
from recovery_desktop.plans.short import short
from recovery_desktop.records.goals import Goal, Objective, Progress
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.progress_rulers import ATTAINMENT, entry_of, progress_rulers
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.charts.table import ChartOrTable
from recovery_desktop_ui.parts.charts.trend import Reading, Trend
from recovery_desktop_ui.parts.charts.trend_chart import TrendChart
from recovery_desktop_ui.parts.layouts import Columns, col, hold
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.parts.texts import heading, text

_ABOUT = 24  # letters of an objective


def progress_words(row: Progress) -> RowWords:
    """The day: the client's rating, attainment by both, the note; the objective at the right."""
    rating = _("{rating} of 10").format(rating=row.client_rating) if row.client_rating is not None else ""
    both = [signed(value) for value in (row.attainment_client, row.attainment_counselor) if value is not None]
    about = short(row.objective.statement, _ABOUT) if row.objective is not None else ""
    became = lower_first(row.described()["goal_status"].shown(row.goal_status))
    said = joined([became, rating, " / ".join(both), row.note], " · ")
    return RowWords(short_date(row.noted_on) or _("No day yet"), said, about)


def progress_form(form: Form) -> QWidget:
    """An entry of any day, for the goal or for one of its objectives."""

    def objectives() -> list[tuple[int | None, str]]:
        goal = form.row.goal if isinstance(form.row, Progress) else form.owner
        query = Objective.select().where(Objective.goal == goal).order_by(Objective.position)
        return [(each.id, each.statement) for each in query]

    day = form.field("noted_on", past=True)
    about = Columns(day, form.field("objective", options=objectives), form.field("goal_status"), least=170, gap=16)
    return hold(col(about, *_rulers(form), gap=14))


def _rulers(form: Form) -> list[QWidget]:
    rating, *attainment = progress_rulers(form)
    return [rating, Columns(*attainment, least=200, gap=24), form.field("note")]


class ProgressPart(QObject):
    """Composes the section and keeps its parts up to date with each other."""

    def __init__(self, keeper: Keeper, entries: RecordList) -> None:
        super().__init__()
        self.form = Form(keeper, Progress, name="progress_today")
        self.entries = entries
        self._goal: Goal | None = None
        self._chart = ChartOrTable(TrendChart(Trend(_("Client's rating"), (), 10)))
        self._chart.switch.setObjectName("progress.table")
        quick = Card(col(text(_("Today"), "strong"), *_rulers(self.form), gap=12, pad=(16, 12, 16, 14)), "canvas")
        head = heading(_("Progress"), self._chart.switch)
        self.widget = hold(col(head, quick, self._chart, entries, gap=14))
        self.form.saved.connect(lambda _name: self._renew_entries())
        self.form.row_made.connect(lambda _row: self._renew_entries())
        entries.counted.connect(lambda _count: self._follow())

    def show_goal(self, goal: Goal) -> None:
        """Shows today's entry, or room for one, and the course; the list is filled by its sheet."""
        self._goal = goal
        self.form.show(entry_of(goal, today()), goal, noted_on=today())
        self._draw()

    def _follow(self) -> None:
        """After an entry came, went or got another day below: the card shows the one that is of today now."""
        self._draw()
        if self._goal is not None:
            entry, shown = entry_of(self._goal, today()), self.form.row
            if (entry and entry.id) != (shown and shown.id):
                self.form.show(entry, self._goal, noted_on=today())

    def _renew_entries(self) -> None:
        self.entries.refresh()
        self._draw()

    def _draw(self) -> None:
        every: list[Any] = self.entries.rows if self._goal is not None else []
        rows = [row for row in every if row.noted_on]
        trend = _trend(sorted(rows, key=lambda row: (row.noted_on, row.id)))
        self._chart.setVisible(trend is not None)
        self._chart.switch.setVisible(trend is not None)
        if trend is not None:
            self._chart.tell(trend)


def _trend(rows: list[Progress]) -> Trend | None:
    """The client's ratings, or while there are none, the attainment; nothing without either."""
    for name, words, low, high in (
        ("client_rating", _("Client's rating"), 0, 10),
        ("attainment_client", _("Goal attainment, client"), *ATTAINMENT),
        ("attainment_counselor", _("Goal attainment, counselor"), *ATTAINMENT),
    ):
        # of several entries on one day the last one counts
        by_day = {row.noted_on: getattr(row, name) for row in rows if getattr(row, name) is not None}
        if by_day:
            return Trend(words, tuple(Reading(day, value) for day, value in by_day.items()), high, low)
    return None
