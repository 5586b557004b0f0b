"""What left the practice about a client: the log, a line for each, which nobody can change."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import Flow, col, hold
from recovery_desktop_ui.parts.lists import RowData, RowList
from recovery_desktop_ui.parts.texts import heading, text


class Disclosures(QWidget):
    """The newest first: what, to whom, when, on what basis."""

    emergency = Signal()
    accounting = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows = RowList(_("Disclosures"), grows=True, walks=True)
        self._rows.setObjectName("plan.disclosures")
        self._none = text(_("Nothing has left the practice yet."), "body", "quiet", wrap=True)
        accounting = button(_("Accounting…"), "plain", "list", does=self.accounting.emit)
        accounting.setObjectName("plan.accounting")
        emergency = button(_("Emergency…"), "plain", "triangle-alert", does=self.emergency.emit)
        emergency.setObjectName("plan.emergency")
        buttons = hold(Flow(accounting, emergency))
        self.setLayout(col(heading(_("Disclosures")), self._none, self._rows, buttons, gap=6))

    def show_record(self, client: Entry) -> None:
        """Shows the log of a client."""
        entries = client.rows("disclosures")
        self._rows.set_rows([_row(entry) for entry in reversed(entries)])
        self._rows.choose(None)
        self._rows.setVisible(bool(entries))
        self._none.setVisible(not entries)


def _row(entry: Entry) -> RowData:
    version = entry["version_number"]
    what = joined([entry.shown("document"), _("version {n}").format(n=version) if version else ""])
    told = joined([entry.shown("basis"), entry.shown("form"), entry["told_by"]], " · ")
    day = joined([short_date(entry["told_on"]), entry["told_at"]])
    return RowData(entry.number, joined([what, entry["recipient"]], " → "), told, right=day)
