"""Safety gates that are open: what was found and what to do now, above everything else, until it is answered."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.guidance import Gate, Guidance
from recovery_desktop.plans.phrases import joined
from recovery_desktop.text import _
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import clear, col, hold, row
from recovery_desktop_ui.parts.texts import text


class OpenGates(QWidget):
    """A card for each open gate that has no safety step yet; hidden while there is none."""

    answering = Signal(object)  # the Gate for which a safety step is to be written

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[Gate] = []
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._cards)
        self.hide()

    def show_guidance(self, found: Guidance, begun: frozenset[str]) -> None:
        """Shows the open gates but for those whose step is `begun`: these stand in the list below."""
        gates = [gate for gate in found.gates if gate.is_open and gate.id not in begun]
        if gates == self._shown:
            return
        self._shown = gates
        clear(self._cards)
        for gate in gates:
            self._cards.addWidget(self._card(gate))
        self.setVisible(bool(gates))

    def _card(self, gate: Gate) -> Card:
        """Of a private one only what to do can be read: somebody may sit beside the client."""
        found = joined(gate.found_for_sharing) or _("A private finding")
        title = text(found, "strong", "alarm", wrap=True)
        lines = [text(gate.suggestion, "body", wrap=True)] if not gate.private else []
        lines += [text(gate.why, "body", "quiet", wrap=True)] if not gate.private else []
        answer = button(_("Answer it"), "plain", "check", name=f"{_('Answer it')}: {found}")
        answer.setObjectName(f"gate.{gate.id}")
        answer.clicked.connect(lambda: self.answering.emit(gate))
        says = hold(col(title, *lines, row(answer, None), gap=6))
        line = row(hold(col(Icon("shield-alert", "alarm", 22), None)), says, gap=12, pad=(16, 12, 16, 12))
        line.setStretch(1, 1)
        return Card(line, "alarm_soft", "alarm")
