"""What was found when the practice was opened or since, to be known: a turned clock, a file put back."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from recovery_desktop.text import _
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import paint_as, row
from recovery_desktop_ui.parts.texts import text


class NoticeBar(QWidget):
    """Stands above everything until it is closed; hidden while there is nothing to tell."""

    def __init__(self) -> None:
        super().__init__()
        self._words = text("", wrap=True)
        self._words.setObjectName("notice.words")
        close = button(_("Close"), "link", "x", name=_("Close the notice"), does=self.hide)
        close.setObjectName("notice.close")
        line = row(Icon("triangle-alert", "care"), self._words, close, gap=12, pad=(16, 6, 16, 6))
        line.setStretch(1, 1)
        self.setLayout(line)
        paint_as(self, "care_soft")
        self.hide()

    def tell(self, findings: Sequence[str]) -> None:
        """Shows the sentences, one below the other; hides itself when there are none."""
        self._words.setText("\n".join(findings))
        self.setVisible(bool(findings))

    def tell_more(self, findings: Sequence[str]) -> None:
        """Shows them again, also after it was closed, when there is one more."""
        if self._words.text() != "\n".join(findings):
            self.tell(findings)
