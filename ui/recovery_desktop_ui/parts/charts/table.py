"""A chart's values as a table, and the switch between the two."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from recovery_desktop.text import _
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.charts.chart import Chart
from recovery_desktop_ui.parts.charts.telling import Telling, Values
from recovery_desktop_ui.parts.layouts import col

_MOST_ROWS = 12  # more of them scroll


class ValueTable(QTableWidget):
    """Values to read and walk through, not to change; as tall as its rows."""

    def __init__(self, name: str, values: Values) -> None:
        super().__init__()
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
        self.fill(values)

    def fill(self, values: Values) -> None:
        """Shows other values in place of these."""
        self.clear()
        self.setColumnCount(len(values.heads))
        self.setRowCount(len(values.rows))
        self.setHorizontalHeaderLabels(list(values.heads))
        for i, row in enumerate(values.rows):
            for j, cell in enumerate(row):
                self.setItem(i, j, QTableWidgetItem(cell))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Rows as tall as their words, the table as tall as its rows."""
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(i) for i in range(min(self.rowCount(), _MOST_ROWS)))
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2)


class ChartOrTable(QWidget):
    """A chart that turns into its table and back; a page puts `switch` where it wants it."""

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self.chart = chart
        self.table = ValueTable(chart.telling.name, chart.telling.values())
        self.table.hide()
        self.switch = button("", "link", does=self._turn)
        self.setLayout(col(chart, self.table, gap=0))
        self._name_switch()

    def tell(self, telling: Telling) -> None:
        """Shows another description of the same kind, as chart and as table."""
        self.chart.tell(telling)
        self.table.setAccessibleName(telling.name)
        self.table.fill(telling.values())
        self._name_switch()

    def _turn(self) -> None:
        as_table = self.table.isHidden()
        self.table.setVisible(as_table)
        self.chart.setVisible(not as_table)
        self._name_switch()

    def _name_switch(self) -> None:
        words = _("Table") if self.table.isHidden() else _("Chart")
        self.switch.setText(words)
        self.switch.setAccessibleName(f"{words}: {self.chart.telling.name}")
