"""Takes back what was copied here: from the clipboard after half a minute and when the practice is locked."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

_SECONDS = 30
# How other programs are asked to keep no history of it: the clipboard tools of KDE, and Windows.
_MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
}
_KEPT = ("text/plain", "text/html")


class ClipboardWatch(QObject):
    """One for the whole program. What other programs copied is never touched."""

    def __init__(self, seconds: float = _SECONDS, is_ours: Callable[[QClipboard.Mode], bool] | None = None) -> None:
        """`is_ours` says of clipboard and mouse selection whether this program filled it; else the system is asked."""
        super().__init__()
        self._clipboard = QApplication.clipboard()
        self._is_ours = is_ours or self._ask_system
        self._timer = QTimer(self, interval=round(seconds * 1000), singleShot=True)
        self._timer.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._look)

    def clear(self) -> None:
        """Empties the clipboard, and what is selected with the mouse on some systems, if it is still ours."""
        self._timer.stop()
        for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            if self._is_ours(mode):
                self._clipboard.clear(mode)

    def _ask_system(self, mode: QClipboard.Mode) -> bool:
        if mode == QClipboard.Mode.Selection:
            return self._clipboard.supportsSelection() and self._clipboard.ownsSelection()
        return self._clipboard.ownsClipboard()

    def _look(self) -> None:
        """Something was copied: what was copied here is marked and taken back later."""
        self._timer.stop()
        data: QMimeData | None = self._clipboard.mimeData()  # None when it is empty
        if data is None or not data.hasText() or not self._is_ours(QClipboard.Mode.Clipboard):
            return
        if not data.hasFormat(next(iter(_MARKS))):
            self._clipboard.setMimeData(_marked(data))  # comes back here, marked
            return
        self._timer.start()


def _marked(data: QMimeData) -> QMimeData:
    result = QMimeData()
    for form in _KEPT:
        if data.hasFormat(form):
            result.setData(form, data.data(form))
    for form, value in _MARKS.items():
        result.setData(form, value)
    return result
