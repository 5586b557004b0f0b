"""The client's goals on the Overview: each in the client's words, with the course of the client's own rating."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import day_and_month
from recovery_desktop.plans.goal_course import TOP, GoalCourse
from recovery_desktop.text import _
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.charts.sparkline import Sparkline
from recovery_desktop_ui.parts.charts.trend import Reading, Trend
from recovery_desktop_ui.parts.layouts import Columns, clear, col, hold, row
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.parts.tokens import px

_SPARK = 80  # pixels a course is wide


class Goals(QWidget):
    """Every goal that is worked on; hidden while there is none."""

    go_to = Signal(object)  # Place

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[GoalCourse, ...] = ()
        self._halves = [col(gap=10), col(gap=10)]
        halves = Columns(*(hold(col(half, None, gap=0)) for half in self._halves), least=420, gap=40)
        self.setLayout(col(heading(_("Goals, and how the client says they go")), halves, gap=8))

    def show_goals(self, goals: tuple[GoalCourse, ...]) -> None:
        """Shows these goals; nothing is made anew without need."""
        self.setVisible(bool(goals))
        if _said(goals) == _said(self._shown):
            return
        self._shown = goals
        middle = (len(goals) + 1) // 2
        for half, of_half in zip(self._halves, (goals[:middle], goals[middle:]), strict=True):
            clear(half)
            for one in of_half:
                half.addWidget(self._line(one))
        tab_in_reading_order(self)

    def _line(self, one: GoalCourse) -> QWidget:
        title = text(one.title, "voice" if one.is_own else "strong", wrap=True)
        following = text(one.next, "caption", "care" if one.is_late else "quiet", wrap=True)
        said = text(_how(one), "body", "ink" if one.readings else "quiet")
        name, place = _("Open: {words}").format(words=one.title), Place(model=one.entry.model, number=one.entry.number)
        opens = button("", "link", "chevron-right", name=name, does=partial(self.go_to.emit, place))
        opens.setObjectName(f"page.goal.{one.entry.number}")
        parts = [hold(col(title, following, gap=0)), *_spark(one), said, opens]
        line = row(*parts, gap=12)
        line.setStretch(0, 1)
        return hold(line)


def _said(goals: tuple[GoalCourse, ...]) -> list[tuple[object, ...]]:
    """What is to be seen of goals, and where they lead."""
    return [(one.title, one.readings, one.next, one.entry.number) for one in goals]


def _spark(one: GoalCourse) -> list[QWidget]:
    """The course of the ratings, once there is one."""
    if len(one.readings) < 2:
        return []
    spark = Sparkline(Trend(one.title, tuple(Reading(day, value) for day, value in one.readings), TOP))
    spark.setFixedWidth(px(_SPARK))
    return [spark]


def _how(one: GoalCourse) -> str:
    """The last rating with its day, and where it began."""
    if not one.readings:
        return _("no rating yet")
    day, last = one.readings[-1]
    if len(one.readings) == 1:
        return _("{last} of 10, {day}").format(last=last, day=day_and_month(day))
    return _("{first} → {last} of 10, {day}").format(first=one.readings[0][1], last=last, day=day_and_month(day))
