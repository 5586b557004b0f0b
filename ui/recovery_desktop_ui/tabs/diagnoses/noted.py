"""What is to be put right among the diagnoses, in a quiet line above their list."""

from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.diagnosis_checks import principal_to_choose
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.diagnoses.following import EpisodeFollowed


class Noted(QWidget):
    """Says which diagnosis is still to be chosen as principal; hidden while nothing is to be done."""

    def __init__(self, followed: EpisodeFollowed) -> None:
        super().__init__()
        self._words = text("", "body", "care", wrap=True)
        self._words.setObjectName("diagnosis.noted")
        self.setLayout(col(self._words, gap=0, pad=(0, 0, 0, 4)))
        followed.read.connect(self._look)
        self.hide()

    def _look(self, episode: Entry) -> None:
        words = principal_to_choose(episode)
        self._words.setText(words)
        self.setVisible(bool(words))
