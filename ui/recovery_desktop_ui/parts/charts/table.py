"""A chart's values as a table, and the switch between the two."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from recovery_desktop.text import _
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.charts.chart import Chart
from recovery_desktop_ui.parts.charts.telling import Telling, Values
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.tab_order import tab_on
from recovery_desktop_ui.parts.tokens import font, px

_MOST_ROWS = 12  # more of them scroll
_ONE_LINE = 28  # pixels a row with one line of words is high
_BETWEEN = 8
_BESIDE = 24


class ValueTable(QTableWidget):
    """Values to read and walk through, not to change; as tall as its rows."""

    def __init__(self, name: str, values: Values, *, narrow_first: bool = False) -> None:
        """The columns share the width; with `narrow_first` the first takes only what its words need."""
        super().__init__()
        self._narrow_first = narrow_first
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionsClickable(False)
        for part in (self.viewport(), self.horizontalHeader().viewport()):
            part.setAutoFillBackground(False)  # it stands on whatever its page is
        # the columns get their shares after the table is filled or shown, without a word to the table
        self._fit_later = QTimer(self, singleShot=True, interval=0)
        self._fit_later.timeout.connect(lambda: self._fit())
        self.horizontalHeader().sectionResized.connect(self._note_width)
        self.fill(values)

    def fill(self, values: Values) -> None:
        """Shows other values in place of these."""
        self.clear()
        self.setColumnCount(len(values.heads))
        self.setRowCount(0)
        self.setHorizontalHeaderLabels(list(values.heads))
        self._put(values.rows)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if self._narrow_first:
            self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
            self.horizontalHeader().resizeSection(0, _width_of(values.heads[0], [row[0] for row in values.rows]))
        self._fit()

    def append(self, rows: Sequence[Sequence[str]]) -> None:
        """Shows more rows below; for a long table, whose rows come in slices."""
        first = self.rowCount()
        self._put(rows)
        self._fit(first)

    def _put(self, rows: Sequence[Sequence[str]]) -> None:
        first = self.rowCount()
        self.setRowCount(first + len(rows))
        for i, row in enumerate(rows, first):
            for j, cell in enumerate(row):
                self.setItem(i, j, QTableWidgetItem(cell))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _note_width(self, *_column: int) -> None:
        self._fit_later.start()

    def _fit(self, first: int = 0) -> None:
        """Rows as tall as their words, with room between those of several lines; the table as tall as its rows."""
        for i in range(first, self.rowCount()):
            self.resizeRowToContents(i)
            if self.rowHeight(i) > px(_ONE_LINE):
                self.setRowHeight(i, self.rowHeight(i) + px(_BETWEEN))
        rows = sum(self.rowHeight(i) for i in range(min(self.rowCount(), _MOST_ROWS)))
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2)


def _width_of(head: str, cells: Sequence[str]) -> int:
    """What the words of a column need."""
    of_head, of_cell = QFontMetrics(font("caption")), QFontMetrics(font("body"))
    return max([of_head.horizontalAdvance(head), *map(of_cell.horizontalAdvance, cells)]) + px(_BESIDE)


class ChartOrTable(QWidget):
    """A chart that turns into its table and back; a page puts `switch` where it wants it."""

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self.chart = chart
        self._table: ValueTable | None = None  # few people turn to it: it is made when somebody does
        self.switch = button("", "link", does=self._turn)
        self._layout = col(chart, gap=0)
        self.setLayout(self._layout)
        self._name_switch()

    @property
    def table(self) -> ValueTable:
        """The values of the chart as it is now."""
        if self._table is None:
            self._table = ValueTable(self.chart.telling.name, self.chart.telling.values())
            self._table.hide()
            self._layout.addWidget(self._table)
            tab_on(self.switch, self._table)  # of the two only one is seen
        return self._table

    def tell(self, telling: Telling) -> None:
        """Shows another description of the same kind, as chart and as table."""
        self.chart.tell(telling)
        if self._table is not None:
            self._table.setAccessibleName(telling.name)
            self._table.fill(telling.values())
        self._name_switch()

    def _turn(self) -> None:
        as_table = self.table.isHidden()
        self.table.setVisible(as_table)
        self.chart.setVisible(not as_table)
        self._name_switch()

    def _name_switch(self) -> None:
        is_table = self._table is not None and not self._table.isHidden()
        words = _("Chart") if is_table else _("Table")
        self.switch.setText(words)
        self.switch.setAccessibleName(f"{words}: {self.chart.telling.name}")
