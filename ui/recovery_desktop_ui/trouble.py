"""When the program itself makes a mistake: the work is kept, the counselor is told what is safe, a report is offered.

The report holds places in the program and versions, no word of a client.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from recovery_desktop.text import _
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import Flow, beside, col, hold, paint_as, row
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import font, px


class TroubleBar(QWidget):
    """Stands above everything, hidden until something went wrong; never in the way of typing."""

    def __init__(self, keep: Callable[[], bool]) -> None:
        """`keep` saves what is typed and says whether all is on the disk."""
        super().__init__()
        self._keep = keep
        self._words = text("", wrap=True)
        self._words.setObjectName("trouble.words")
        self._report = QPlainTextEdit(readOnly=True)
        self._report.setAccessibleName(_("Report without any client's words"))
        self._report.setFont(font("caption"))
        self._report.setTabChangesFocus(True)
        self._report.setMinimumHeight(px(48))  # the window keeps its size at large text
        self._report.setMaximumHeight(px(140))
        self._report.hide()
        show = button(_("Show the report"), "link", does=lambda: self._report.setVisible(self._report.isHidden()))
        show.setObjectName("trouble.show")
        copy = button(_("Copy the report"), "link", does=self._copy)
        copy.setObjectName("trouble.copy")
        close = button(_("Close"), "link", "x", does=self.hide)
        close.setObjectName("trouble.close")
        says = row(Icon("triangle-alert", "care"), self._words, gap=12)
        says.setStretch(1, 1)
        line = beside(hold(says), hold(Flow(show, copy, close, gap=12)), gap=12)
        self.setLayout(col(line, self._report, gap=6, pad=(16, 6, 16, 6)))
        paint_as(self, "care_soft")
        self.hide()

    def tell(self, report: str) -> None:
        """Saves what is typed, then says what happened and what is safe."""
        kept = self._keep()
        safe = _("Everything you typed is saved.") if kept else _("What was saved before is safe.")
        self._words.setText(
            _("The program made a mistake. {safe} You can go on; please send us the report.").format(safe=safe)
        )
        self._report.setPlainText(report)
        self.show()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._report.toPlainText())
