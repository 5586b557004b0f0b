"""A row of tabs with a status drawing after each name; the style paints both."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTabBar

from recovery_desktop_ui.parts.icons import mark_word
from recovery_desktop_ui.parts.tokens import font, px


class Tabs(QTabBar):
    """Tabs in a fixed order."""

    def __init__(self, name: str, words: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setExpanding(False)
        self.setDrawBase(False)
        for text in words:
            self.setAccessibleTabName(self.addTab(text), text)

    def set_mark(self, index: int, kind: str | None, reason: str = "") -> None:
        """Shows a status mark after a tab's name, or none; `reason` tells in its tooltip why."""
        self.setTabToolTip(index, reason or (mark_word(kind) if kind else ""))
        if self.tabData(index) == kind:
            return
        self.setTabData(index, kind)
        words = self.tabText(index)
        self.setAccessibleTabName(index, f"{words}, {mark_word(kind)}" if kind else words)
        self.setTabText(index, words)  # the bar asks for the widths anew only when a text is set

    def set_away(self, away: bool) -> None:
        """Whether a page outside the tabs is open, so that none of them is shown as chosen."""
        if self.property("away") != away:
            self.setProperty("away", away)
            self.update()

    def tabSizeHint(self, index: int) -> QSize:
        # Measured in the semibold face, or the row jumps when the selection moves.
        words = QFontMetrics(font("strong")).horizontalAdvance(self.tabText(index))
        return QSize(words + px(46 if self.tabData(index) else 24), QFontMetrics(font("body")).height() + px(18))
