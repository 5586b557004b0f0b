"""The line at the foot of the window: is all saved, what can be taken back, is there a backup, when does it lock."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QStatusBar

from recovery_desktop.errors import KnownError
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import hold, row
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import role_of

if TYPE_CHECKING:
    from recovery_desktop_ui.editing.keeper import SaveState


class Status(QStatusBar):
    """Four things in words; what can be acted on is a button."""

    def __init__(self, run: Callable[[str], None]) -> None:
        """`run` does a command of the window by its name."""
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(role_of("shade"))
        self._mark = Icon("circle-check", "accent")
        self._saved = text(_("Everything is saved"))
        self._saved.setObjectName("status.saved")
        self._retry = button(_("Retry"), "link", name=_("Save again"), does=lambda: run("retry"))
        self._retry.setObjectName("status.retry")
        self._retry.hide()
        self._undo = button("", "link", "undo-2", tone="quiet", does=lambda: run("undo"))
        self._undo.setObjectName("status.undo")
        self._undo.hide()
        self._backup = button("", "link", "hard-drive", does=lambda: run("backup"))
        self._backup.setObjectName("status.backup")
        self._backup.hide()
        self._lock = button("", "link", "lock", name=_("Lock now"), does=lambda: run("lock"))
        self._lock.setObjectName("status.lock")
        self.addWidget(hold(row(self._mark, self._saved, self._retry, gap=6, pad=(10, 2, 8, 2))), 1)
        self.addWidget(hold(row(self._undo, pad=(0, 2, 8, 2))))
        self.addPermanentWidget(hold(row(self._backup, 16, self._lock, gap=0, pad=(0, 2, 10, 2))))

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

    def show_undo(self, words: str) -> None:
        """Offers to take back the last change; nothing when there is none."""
        _say(self._undo, _("Undo: {what}").format(what=words) if words else "")

    def show_backup(self, words: str, level: str) -> None:
        """The state of the backups: `level` is good, care, alarm or none."""
        self._backup.setProperty("tone", {"care": "care", "alarm": "alarm", "none": "care"}.get(level, "quiet"))
        _say(self._backup, words)

    def show_minutes(self, minutes: int) -> None:
        """How long until the practice locks when nobody does anything."""
        self._lock.setProperty("tone", "quiet")
        words = ngettext("Locks in {n} minute", "Locks in {n} minutes", minutes).format(n=minutes)
        _say(self._lock, words)


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
