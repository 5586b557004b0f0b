"""What is to be put right among the diagnoses, in quiet lines above their list."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.diagnosis_checks import to_put_right
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.diagnoses.following import EpisodeFollowed, EpisodeJudged


class Noted(QWidget):
    """A line for each thing to be done; hidden while there is none."""

    def __init__(self, followed: EpisodeFollowed) -> None:
        super().__init__()
        self._words = text("", "body", "care", wrap=True)
        self._words.setObjectName("diagnosis.noted")
        self.setLayout(col(self._words, gap=0, pad=(0, 0, 0, 4)))
        followed.turned.connect(self.hide)
        EpisodeJudged(followed, to_put_right).found.connect(self._say)
        self.hide()

    def _say(self, sentences: Sequence[str]) -> None:
        self._words.setText("\n".join(sentences))
        self.setVisible(bool(sentences))
