"""The line at the foot of the window: is all saved, what can be taken back, is there a backup, when does it lock."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTime
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QStatusBar, QWidget

from recovery_desktop.errors import KnownError
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import Flow, col, hold, row
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import is_large, px, role_of

if TYPE_CHECKING:
    from recovery_desktop_ui.editing.keeper import SaveState


_LEAST = 160  # pixels for the words of the saving


class Status(QStatusBar):
    """Four things in words; what can be acted on is a button."""

    def __init__(self, run: Callable[[str], None]) -> None:
        """`run` does a command of the window by its name."""
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(role_of("shade"))
        self._mark = Icon("circle-check", "accent")
        self._saved = text(_("Everything is saved"), wrap=True)
        self._saved.setObjectName("status.saved")
        self._retry = button(_("Retry"), "link", name=_("Save again"), does=lambda: run("retry"))
        self._retry.setObjectName("status.retry")
        self._retry.hide()
        self._undo = button("", "link", "undo-2", tone="quiet", does=lambda: run("undo"))
        self._undo.setObjectName("status.undo")
        self._undo.hide()
        self._backup_does = "backup"
        self._backup = button("", "link", "hard-drive", does=lambda: run(self._backup_does))
        self._backup.setObjectName("status.backup")
        self._backup.hide()
        self._lock = button("", "link", "lock", name=_("Lock now"), does=lambda: run("lock"))
        self._lock.setObjectName("status.lock")
        self.addWidget(_AsHigh(self._composed()), 1)

    def _composed(self) -> QLayout:
        saying = row(self._mark, self._saved, 4, self._retry, gap=6)
        saying.setStretch(1, 1)
        if is_large():
            flow = Flow(hold(saying), self._undo, self._backup, self._lock, gap=16, line=2)
            return col(hold(flow), pad=(10, 2, 10, 2))
        line = row(saying, 16, self._undo, 16, self._backup, 16, self._lock, gap=0, pad=(10, 2, 10, 2))
        line.setStretch(0, 1)
        line.insertStretch(1, 0)  # what is saved, and how to try again, stand together
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """In large text they stand among the others while they are short, and break only where the line ends."""
        whole = self._saved.fontMetrics().horizontalAdvance(self._saved.text()) + px(2)
        self._saved.setMaximumWidth(whole)
        if is_large():
            beside = px(60) + (self._retry.sizeHint().width() if self._retry.isVisibleTo(self) else 0)
            self._saved.setFixedWidth(min(whole, max(px(_LEAST), self.width() - beside)))

    def show_saving(self, state: "SaveState") -> None:
        """Says how the saving stands."""
        failed = state.kind == "failed"
        self._mark.show_as(
            "triangle-alert" if failed else "half" if state.kind == "saving" else "circle-check",
            "alarm" if failed else "accent",
        )
        self._saved.setText(_words_of(state))
        self._saved.setForegroundRole(role_of("alarm" if failed else "ink"))
        self._saved.setToolTip(str(state.error) if state.error else "")
        self._retry.setVisible(failed)
        self._fit_words()

    def show_undo(self, words: str) -> None:
        """Offers to take back the last change; nothing when there is none."""
        whole = _("Undo: {what}").format(what=words) if words else ""
        _say(self._undo, _("Undo") if whole and is_large() else whole)
        self._undo.setAccessibleName(whole)
        self._undo.setToolTip(whole)

    def show_backup(self, words: str, level: str) -> None:
        """The state of the backups: `level` is good, care, alarm or none."""
        self._backup.setProperty("tone", {"care": "care", "alarm": "alarm", "none": "care"}.get(level, "quiet"))
        self._backup_does = "backup"
        _say(self._backup, words)

    def show_sample(self) -> None:
        """In place of the backups of a practice: nothing of the sample is kept, and here it is removed."""
        self._backup.setProperty("tone", "quiet")
        self._backup_does = "remove_sample"
        _say(self._backup, _("Sample, nothing is kept: remove it"))

    def show_minutes(self, minutes: int) -> None:
        """How long until the practice locks when nobody does anything."""
        self._lock.setProperty("tone", "quiet")
        words = ngettext("Locks in {n} minute", "Locks in {n} minutes", minutes).format(n=minutes)
        _say(self._lock, words)


class _AsHigh(QWidget):
    """As high as what is inside needs at this width; a status bar by itself would cut long words or be too wide."""

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self.setLayout(layout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        is_heard = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return is_heard

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.heightForWidth(self.width()))


def _words_of(state: "SaveState") -> str:
    if state.kind == "failed" and state.error is not None:
        return _("Not saved: {cause} {remedy}").format(cause=_lower(state.error), remedy=state.error.remedy)
    if state.kind == "saving":
        return _("Saving…")
    if state.at is None:
        return _("Everything is saved")
    return _("Saved {time}").format(time=QTime(state.at.hour, state.at.minute).toString("HH:mm"))


def _lower(error: KnownError) -> str:
    return error.cause[:1].lower() + error.cause[1:]


def _say(what: Button, words: str) -> None:
    if what.text() != words:
        what.setText(words)
        what.setAccessibleName(words)
        what.updateGeometry()
    what.setVisible(bool(words))
