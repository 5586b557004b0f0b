"""The head of the Plan tab: the plan as a document, what it is made of now, and the three ways to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.episodes import current_version
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.plan import SIGNED
from recovery_desktop.text import _
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.layouts import Flow, col, hold
from recovery_desktop_ui.parts.texts import heading, text


class DocumentHead(QWidget):
    """Preview, save, print."""

    wanted = Signal(str)  # the name of a menu command: preview, save_as or print

    def __init__(self) -> None:
        super().__init__()
        self._about = text("", "body", "quiet", wrap=True)
        self._about.setObjectName("plan.about")
        ways = Flow(
            self._way("preview", _("Preview the plan"), "primary", "file-text"),
            self._way("save_as", _("Save as PDF…"), "plain", "download"),
            self._way("print", _("Print…"), "plain", "printer"),
        )
        self.setLayout(col(heading(_("Treatment plan")), self._about, hold(ways), gap=10))

    def _way(self, command: str, words: str, look: str, glyph: str) -> Button:
        made = button(words, look, glyph, does=lambda: self.wanted.emit(command))
        made.setObjectName(f"plan.{command}")
        return made

    def show_episode(self, episode: Entry) -> None:
        """Says whether it is the version in force that one gets, or a draft."""
        version = current_version(episode)
        if version is not None and version["status"] == SIGNED:
            words = _("Version {number} as it was signed. At the desk the record as it is now can be chosen instead.")
            self._about.setText(words.format(number=version["number"]))
        else:
            words = _("The document is made from the record as it is now, and says DRAFT until it is signed.")
            self._about.setText(words)
