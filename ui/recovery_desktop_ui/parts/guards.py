"""Guards against what surprises people in Qt's own widgets: the cursor out of sight, Ctrl+Z that does nothing."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from shiboken6 import isValid

from recovery_desktop_ui.parts.editors.base import editor_around
from recovery_desktop_ui.parts.tokens import px

_MARGIN = 24
_LAID_OUT = 120  # milliseconds until a page that is filled or shown for the first time has its heights


class _Undo(QObject):
    """Leaves Ctrl+Z to the whole record where the field with the cursor has nothing of its own to take back; Qt's
    fields keep the key even then."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undo, redo = (event.matches(key) for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo))
        if not (undo or redo) or _has_own(watched, undo):
            return False
        event.ignore()
        return True


def _has_own(field: QObject | None, undo: bool) -> bool:
    """Whether a field can take back, or do again, what was typed in it."""
    if isinstance(field, QComboBox):
        field = field.lineEdit()
    if isinstance(field, QPlainTextEdit):
        field_text = field.document()
        return field_text.isUndoAvailable() if undo else field_text.isRedoAvailable()
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if undo else field.isRedoAvailable()
    return False


_undo = _Undo()


def install_guards(app: QApplication) -> None:
    """Brings what gets the focus into sight, wherever the page is scrolled to, and guards its keys."""
    app.focusChanged.connect(_follow_focus)
    app.focusChanged.connect(_guard_undo)


def _guard_undo(before: QWidget | None, now: QWidget | None) -> None:
    """One at a time: a filter on every field would hear of each of its events."""
    if not isValid(_undo):
        return  # the program ends, and the last window goes after it
    if before is not None and isValid(before):  # it may lose the cursor because it goes
        before.removeEventFilter(_undo)
    if now is not None:
        now.installEventFilter(_undo)


def _follow_focus(_before: QWidget | None, now: QWidget | None) -> None:
    if now is not None and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
        bring_into_sight(now)  # what is clicked is in sight, and must not slip away below the mouse
        QTimer.singleShot(0, now, lambda: _still(now))  # what has just been shown has its place by then


def _still(now: QWidget) -> None:
    if now.hasFocus():
        bring_into_sight(now)


def bring_cursor_into_sight(page: QWidget) -> None:
    """Brings into sight what has the cursor, once the page that was filled anew has its heights."""
    QTimer.singleShot(_LAID_OUT, page, _show_cursor)


def _show_cursor() -> None:
    focused = QApplication.focusWidget()
    if focused is not None:
        bring_into_sight(focused)


def bring_into_sight(now: QWidget) -> None:
    """Scrolls the page until a widget can be seen, with the whole editor around it if that fits."""
    part = editor_around(now) or now
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            fits = part.height() + px(_MARGIN) < around.viewport().height()
            around.ensureWidgetVisible(part if fits else now, 0, px(_MARGIN))
        around = around.parentWidget()
