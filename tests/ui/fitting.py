"""Whether words have their room: what is cut, and what would have to be scrolled sideways."""

from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget
from recovery_desktop_ui.parts.row_head import RowHead


def cut(window: QWidget) -> set[str]:
    """Labels and buttons that are seen and whose words have no room."""
    found = set()
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, RowHead):  # a row's line may be shortened; its tip has it whole
            continue
        if isinstance(widget, QLabel) and widget.text() and not _fits(widget):
            found.add(_said(widget, widget.text()))
        if isinstance(widget, QAbstractButton) and widget.text() and widget.width() < widget.sizeHint().width() - 1:
            found.add(_said(widget, widget.text()))
    return found


def _said(widget: QWidget, words: str) -> str:
    return f"{words[:40]}: {widget.width()} of {widget.sizeHint().width()}"


def _fits(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) <= label.height() + 1
    return label.fontMetrics().horizontalAdvance(label.text()) <= label.width() + 1


def sideways(window: QWidget) -> set[str]:
    """Pages that are wider than what shows them."""
    found = set()
    for area in window.findChildren(QScrollArea):
        content = area.widget()
        if area.isVisible() and content is not None and content.minimumSizeHint().width() > area.viewport().width():
            found.add(f"{content.objectName()}: {content.minimumSizeHint().width()} of {area.viewport().width()}")
    return found
