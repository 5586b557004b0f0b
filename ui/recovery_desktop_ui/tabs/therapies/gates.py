"""Safety gates that are open: what was found and what to do now, above everything else, until it is answered."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.guidance import Gate, Guidance
from recovery_desktop.plans.phrases import joined, lower_first
from recovery_desktop.records.therapies import OPEN_GATE, SafetyStep
from recovery_desktop.responses import lacking
from recovery_desktop.text import _
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import clear, col, hold, row
from recovery_desktop_ui.parts.texts import text


class OpenGates(QWidget):
    """A card for each open gate, unless its safety step is still open and stands in the list below; hidden while there
    is none."""

    answering = Signal(object, object)  # the Gate, and the SafetyStep that does not say enough yet or None

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[tuple[Gate, SafetyStep | None]] = []
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._cards)
        self.hide()

    def show_guidance(self, found: Guidance, steps: Sequence[SafetyStep]) -> None:
        """Shows the open gates; `steps` are those of the episode, in their order."""
        begun = {step.gate for step in steps if step.status in OPEN_GATE}
        gates = [gate for gate in found.gates if gate.is_open and gate.id not in begun]
        self.show_gates([(gate, _unfinished(gate, steps)) for gate in gates])

    def show_gates(self, shown: list[tuple[Gate, SafetyStep | None]]) -> None:
        """Shows these, each with its step that does not say enough yet or None."""
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._cards)
        for gate, step in shown:
            self._cards.addWidget(self._card(gate, step))
        self.setVisible(bool(shown))

    def _card(self, gate: Gate, step: SafetyStep | None) -> Card:
        """Of a private one only that it is there can be read: somebody may sit beside the client."""
        found = joined(gate.found_for_sharing) or _("A private finding")
        title = text(found, "strong", "alarm", wrap=True)
        lines = [text(gate.suggestion, "body", wrap=True)] if not gate.private else []
        lines += [text(gate.why, "body", "quiet", wrap=True)] if not gate.private else []
        if step is not None:
            labels = (SafetyStep.described()[name].label for name in _lacking(step))
            words = _("Its step does not say yet: {fields}").format(fields=joined(map(lower_first, labels)))
            lines.append(text(words, "body", "care", wrap=True))
        words = _("Answer it") if step is None else _("Complete the step")
        answer = button(words, "plain", "check", name=f"{words}: {found}")
        answer.setObjectName(f"gate.{gate.id}")
        answer.clicked.connect(lambda: self.answering.emit(gate, step))
        says = hold(col(title, *lines, row(answer, None), gap=6))
        line = row(hold(col(Icon("shield-alert", "alarm", 22), None)), says, gap=12, pad=(16, 12, 16, 12))
        line.setStretch(1, 1)
        return Card(line, "alarm_soft", "alarm")


def _unfinished(gate: Gate, steps: Sequence[SafetyStep]) -> SafetyStep | None:
    """The newest step at a gate that is called done and does not say what, by whom or when."""
    of_gate = [step for step in steps if step.gate == gate.id]
    lacking = [step for step in of_gate if _lacking(step)]
    return lacking[-1] if lacking else None


def _lacking(step: SafetyStep) -> tuple[str, ...]:
    return lacking(step.status, step.response, step.done_by, step.done_on)
