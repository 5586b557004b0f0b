"""Before people are brought together: what the client said about fear and safety at home."""

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.assessment import Administration, Assessment, RecordedScore
from recovery_desktop.records.base import Record
from recovery_desktop.records.health import TraumaSafety
from recovery_desktop.text import _
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import col, hold, row
from recovery_desktop_ui.parts.texts import text


def signs_of_fear(episode: Record) -> list[str]:
    """What in the assessments of an episode speaks against bringing people together, each in a few words."""
    asked = TraumaSafety.select().join(Assessment).where(Assessment.episode == episode)
    last = asked.order_by(Assessment.position.desc()).first()
    said = []
    if last is not None and last.afraid_of_someone == "yes":
        said.append(_("is afraid of someone"))
    if last is not None and last.feels_safe_at_home == "no":
        said.append(_("does not feel safe at home"))
    hark = RecordedScore.select().join(Administration).where(Administration.episode == episode)
    if hark.where((Administration.instrument == "hark") & (RecordedScore.value > 0)).exists():
        said.append(_("said yes to a HARK question"))
    return said


class SafetyFirst(QWidget):
    """A card above the family sessions, only where there is something to think of first."""

    def __init__(self) -> None:
        super().__init__()
        self._found = text("", "strong", "alarm", wrap=True)
        advice = text(
            _(
                "Talk with the client alone first. No joint session with the person feared: mark it “Advised against”, "
                "and tell nobody why."
            ),
            wrap=True,
        )
        line = row(
            Icon("shield-alert", "alarm", 24), hold(col(self._found, advice, gap=4)), gap=12, pad=(16, 12, 16, 12)
        )
        line.setStretch(1, 1)
        self.setLayout(col(Card(line, "alarm_soft", "alarm"), gap=0))

    def show_for(self, episode: Record) -> None:
        """Says what was found in an episode; hidden when nothing was."""
        said = signs_of_fear(episode)
        self._found.setText(_("Safety first: the client {reasons}").format(reasons=", ".join(said)))
        self.setVisible(bool(said))
