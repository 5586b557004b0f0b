"""Scores on the Overview: each with its course, first and last value and change; or all readings as a table."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.figures import figure
from recovery_desktop.plans.scores import Series
from recovery_desktop.text import _
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.charts.sparkline import Sparkline
from recovery_desktop_ui.parts.charts.table import ValueTable
from recovery_desktop_ui.parts.charts.telling import Values
from recovery_desktop_ui.parts.charts.trend import Reading, Trend
from recovery_desktop_ui.parts.layouts import col, hold
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.parts.tokens import px

_FEW = 5  # series shown before all are asked for
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Line:
    """The widgets of one series, in one row of the grid."""

    def __init__(self, series: Series) -> None:
        self.name, self.words = text("", "strong", wrap=True), text("", "caption", "quiet", wrap=True)
        self.spark = Sparkline(_trend(series))
        self.first, self.last, self.change = text("", "body", "quiet"), text("", "strong"), text("")
        self.head = hold(col(self.name, self.words, gap=0))
        for label in (self.first, self.last, self.change):
            label.setAlignment(_RIGHT)

    def show(self, series: Series) -> None:
        values = [value for _day, value in series.readings]
        self.name.setText(series.name)
        self.words.setText(series.words)
        self.spark.tell(_trend(series))
        self.spark.setVisible(series.is_followed)
        self.first.setText(figure(values[0]) if series.is_followed else "")
        self.last.setText(figure(values[-1]))
        self.change.setText(_signed(series.change) if series.is_followed else "")

    def widgets(self) -> tuple[QWidget, ...]:
        return self.head, self.spark, self.first, self.last, self.change


class Scores(QWidget):
    """All series of a client; `switch` turns it into the table of every reading."""

    def __init__(self) -> None:
        super().__init__()
        self._series: tuple[Series, ...] = ()
        self._lines: list[_Line] = []
        self._as_table = self._all = False
        self._table = ValueTable(_("Scores"), Values((_("Score"), _("Date"), _("Value"), _("Meaning")), ()))
        self._switch = button("", "link", does=self._turn)
        self._switch.setObjectName("page.scores_table")
        self._more = button("", "link", does=self._show_all)
        self._more.setObjectName("page.all_scores")
        self._none = text(
            _("No questionnaire has a score yet. They are filled in under Assessment."), "body", "quiet", True
        )
        self._heads = [text(words, "caption", "quiet") for words in (_("first"), _("last"), _("change"))]
        self._grid = self._make_grid()
        self._chart = hold(self._grid)
        self.setLayout(col(heading(_("Scores"), self._switch), self._none, self._chart, self._table, self._more, None))

    def _make_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(0, 4)  # names first: a line says as much when it is short
        grid.setColumnStretch(1, 1)
        for at, head in enumerate(self._heads, start=2):
            grid.addWidget(head, 0, at, _RIGHT)
        return grid

    def show_series(self, series: tuple[Series, ...]) -> None:
        """Shows these series."""
        self._series = series
        self._lay_out()

    def _lay_out(self) -> None:
        shown = self._series if self._all else self._series[:_FEW]
        while len(self._lines) < len(shown):
            self._add_line(_Line(shown[len(self._lines)]))
        for at, line in enumerate(self._lines):
            for widget in line.widgets():
                widget.setVisible(at < len(shown))
            if at < len(shown):
                line.show(shown[at])
        if self._as_table:
            self._fill_table()
        any_followed = any(each.is_followed for each in shown)
        for head in (self._heads[0], self._heads[2]):
            head.setVisible(any_followed)
        self._none.setVisible(not self._series)
        self._chart.setVisible(bool(self._series) and not self._as_table)
        self._table.setVisible(bool(self._series) and self._as_table)
        self._switch.setVisible(bool(self._series))
        self._switch.setText(_("Chart") if self._as_table else _("Table"))
        self._switch.setAccessibleName(_("Scores as a chart") if self._as_table else _("Scores as a table"))
        self._more.setVisible(len(self._series) > _FEW and not self._as_table)
        words = _("Fewer scores") if self._all else _("All {count} scores").format(count=len(self._series))
        self._more.setText(words)
        self._more.setAccessibleName(words)

    def _fill_table(self) -> None:
        """Only where it is looked at: it is measured anew with each client."""
        rows = tuple(row for each in self._series for row in _table_rows(each))
        self._table.fill(Values((_("Score"), _("Date"), _("Value"), _("Meaning")), rows))

    def _add_line(self, line: _Line) -> None:
        self._lines.append(line)
        for at, widget in enumerate(line.widgets()):
            self._grid.addWidget(widget, len(self._lines), at)

    def _turn(self) -> None:
        self._as_table = not self._as_table
        self._lay_out()

    def _show_all(self) -> None:
        self._all = not self._all
        self._lay_out()


def _trend(series: Series) -> Trend:
    return Trend(series.name, tuple(Reading(day, value) for day, value in series.readings), series.high)


def _table_rows(series: Series) -> list[tuple[str, ...]]:
    rows = zip(series.readings, series.bands, strict=True)
    return [(series.name, short_date(day), figure(value), band) for (day, value), band in rows]


def _signed(change: float) -> str:
    """A change with its sign; the minus is the long one."""
    return f"+{figure(change)}" if change > 0 else figure(change).replace("-", "−")
