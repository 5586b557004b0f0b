"""The right side of the goals: the sheet of what is chosen, or what to begin with."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from recovery_desktop.records.base import Record
from recovery_desktop.records.goals import Finding, Goal, Need
from recovery_desktop.text import _
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.empty import Empty
from recovery_desktop_ui.parts.layouts import scrolling
from recovery_desktop_ui.parts.tokens import is_large, px
from recovery_desktop_ui.tabs.goals.goal_sheet import GoalSheet
from recovery_desktop_ui.tabs.goals.need_sheet import FindingSheet, NeedSheet

_WIDE = 900  # wider than this, what belongs together stands too far apart
Shown = GoalSheet | NeedSheet | FindingSheet
_MAKERS: dict[type[Record], Callable[[Keeper], Shown]] = {Goal: GoalSheet, Need: NeedSheet, Finding: FindingSheet}


class Detail(QWidget):
    """Builds each kind of sheet when it is first wanted."""

    built = Signal(object)  # a sheet that was just made
    begin = Signal()  # the first goal is to be written

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._sheets: dict[type[Record], Shown] = {}
        self._areas: dict[QWidget, QWidget] = {}
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        first = button(_("Write the first goal"), "primary", "plus", does=self.begin.emit)
        first.setObjectName("page.first_goal")
        words = _(
            "What the client wants, in the client's own words; then steps that can be measured, and what is done."
        )
        self._empty = Empty("target", _("No goals yet"), words, first)
        self._lines.addWidget(self._empty)

    def sheet(self, kind: type[Record]) -> Any:
        """The sheet for one kind of row."""
        if kind not in self._sheets:
            made = self._sheets[kind] = _MAKERS[kind](self._keeper)
            made.setMaximumWidth(px(_WIDE))
            area: QWidget = made if is_large() else scrolling(made, "paper")
            self._areas[made] = area
            self._lines.addWidget(area)
            self.built.emit(made)
        return self._sheets[kind]

    def goal_sheet(self) -> GoalSheet | None:
        """The sheet of the goals, if it is the one that is shown."""
        sheet = self._sheets.get(Goal)
        return sheet if isinstance(sheet, GoalSheet) and not self._areas[sheet].isHidden() else None

    def show_nothing(self) -> None:
        """Says how to begin."""
        self._turn(self._empty)

    def show_row(self, kind: type[Record], row: Any, opened: OpenClient, **begun: Any) -> None:
        """Shows a row of a kind, or with None room for a new one."""
        sheet = self.sheet(kind)
        if isinstance(sheet, GoalSheet):
            sheet.show_goal(row, opened, **begun)
        else:
            sheet.show_row(row, opened, opened.episode if kind is Need else opened.assessment, **begun)
        self._turn(self._areas[sheet])

    def show_objective(self, number: int) -> None:
        """Opens an objective of the goal that is shown, and leaves the cursor where it is."""
        rows = self.sheet(Goal).objectives
        rows.open_row(number, focus=False)
        area = self._areas[self.sheet(Goal)]
        if isinstance(area, QScrollArea) and rows.form is not None:
            field = rows.form.rows["due_on"]
            QTimer.singleShot(0, area, lambda: area.ensureWidgetVisible(field, 0, 60))

    def _turn(self, shown: QWidget) -> None:
        for each in (self._empty, *self._areas.values()):
            each.setVisible(each is shown)
