"""The versions of the plan over time, with how much care each holds: more, less, or as much as before."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.plans.changes import version_steps
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.parts.charts.steps import Step, Steps
from recovery_desktop_ui.parts.charts.steps_chart import StepsChart
from recovery_desktop_ui.parts.charts.table import ChartOrTable
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import clear, col, hold, row
from recovery_desktop_ui.parts.texts import heading, text

_GLYPHS = {"up": "arrow-up", "down": "arrow-down", "": "circle"}


class VersionTimeline(QWidget):
    """A picture of the hours, and a line for each version; hidden while there is only one."""

    def __init__(self) -> None:
        super().__init__()
        self._chart = ChartOrTable(StepsChart(Steps(_("Hours of care a week by version"), (), today())))
        self._chart.switch.setObjectName("plan.care_table")
        self._lines = QVBoxLayout()
        self.setLayout(
            col(heading(_("How much care, version by version"), self._chart.switch), self._chart, self._lines)
        )
        self.hide()

    def show_versions(self, versions: Sequence[tuple[Entry, Entry]]) -> None:
        """Shows the versions in their order, each with the client's record as it stood."""
        found = version_steps(versions)
        self.setVisible(len(found) > 1)
        if len(found) < 2:
            return
        hours = [(one, one.amount.hours) for one in found if one.amount.hours is not None]
        steps = tuple(Step(one.on, round(amount, 1), one.words) for one, amount in hours)
        has_hours = len(steps) > 1
        if has_hours:
            self._chart.tell(Steps(_("Hours of care a week by version"), steps, today(), unit=_("h")))
        self._chart.setVisible(has_hours)
        self._chart.switch.setVisible(has_hours)
        clear(self._lines)
        for one in found:
            says = row(Icon(_GLYPHS[one.way], "accent"), text(one.words, "body", wrap=True), gap=8)
            says.setStretch(1, 1)
            self._lines.addWidget(hold(says))
