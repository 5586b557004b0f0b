"""Guards against what surprises people in Qt's own widgets: the wheel that changes an answer, Tab that stays."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from recovery_desktop_ui.parts.editors.base import editor_around
from recovery_desktop_ui.parts.tokens import px

_MARGIN = 24


class _Wheel(QObject):
    """Hands the wheel on to the page while a widget has no focus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


_wheel = _Wheel()


def guard(widget: QWidget) -> None:
    """Guards one widget; the style calls it for each, once, before the widget is seen."""
    if isinstance(widget, (QComboBox, QAbstractSpinBox, QAbstractSlider)) and not isinstance(widget, QScrollBar):
        if widget.focusPolicy() == Qt.FocusPolicy.WheelFocus:
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.installEventFilter(_wheel)
    elif isinstance(widget, (QPlainTextEdit, QTextEdit)) and not widget.isReadOnly():
        widget.setTabChangesFocus(True)


def install_guards(app: QApplication) -> None:
    """Brings what gets the focus into sight, wherever the page is scrolled to."""
    app.focusChanged.connect(_bring_into_sight)


def _bring_into_sight(_before: QWidget | None, now: QWidget | None) -> None:
    if now is None or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
        return  # what is clicked is in sight, and must not slip away below the mouse
    part = editor_around(now) or now
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            fits = part.height() + px(_MARGIN) < around.viewport().height()
            around.ensureWidgetVisible(part if fits else now, 0, px(_MARGIN))
        around = around.parentWidget()
