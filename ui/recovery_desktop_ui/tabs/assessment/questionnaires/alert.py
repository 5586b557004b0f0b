"""A safety answer on the page, the moment it is given: what was answered, and what to do with it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.answered import Alert
from recovery_desktop.text import _
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import Flow, clear, col, hold, row
from recovery_desktop_ui.parts.message import announce
from recovery_desktop_ui.parts.texts import text


class AlertCard(QWidget):
    """Hidden while there is no safety answer; told to who listens when there is a new one."""

    wanted = Signal(object)  # an Alert for which a safety step is to be written down

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[Alert] = []
        self._is_written = False
        self._place = col(gap=0)
        self.setLayout(self._place)
        self.setObjectName("questionnaire.alert")
        self.hide()

    def show_alerts(self, alerts: Sequence[Alert], *, written: bool = False) -> None:
        """Shows these, the most urgent first; `written` when a safety step is there for them."""
        if (list(alerts), written) == (self._shown, self._is_written):
            return
        self._is_written = written
        new = [alert for alert in alerts if alert.flag not in {each.flag for each in self._shown}]
        self._shown = list(alerts)
        clear(self._place)
        if alerts:
            self._place.addWidget(self._card(alerts))
        self.setVisible(bool(alerts))
        if new:
            announce(self, " ".join(alert.says for alert in new))

    def _card(self, alerts: Sequence[Alert]) -> QWidget:
        lines = [text(alert.says, "strong" if alert is alerts[0] else "body", "alarm", wrap=True) for alert in alerts]
        do = _("Look into it now, with the client, before going on. What you do is written down as a safety step.")
        words = hold(col(*lines, text(do, "body", wrap=True), self._foot(alerts[0]), gap=4))
        line = row(hold(col(Icon("shield-alert", "alarm", 20), None)), words, gap=12, pad=(14, 10, 14, 10))
        line.setStretch(1, 1)
        return Card(line, "alarm_soft", "alarm")

    def _foot(self, alert: Alert) -> QWidget:
        if self._is_written:
            return text(_("A safety step is written down, under Therapies."), "body", "quiet", wrap=True)
        add = button(_("Write down a safety step"), "plain", "shield-alert", does=lambda: self.wanted.emit(alert))
        add.setObjectName("questionnaire.safety_step")
        return hold(Flow(add))
