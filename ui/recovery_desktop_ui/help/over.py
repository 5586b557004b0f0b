"""Shows a pane over what a stack shows, and brings back the widget and the cursor when it is closed."""

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid


def show_over(stack: QStackedWidget, pane: QWidget, closed: SignalInstance) -> None:
    """Shows a pane until `closed` comes, or until the stack shows something else, as at a lock; then it is gone."""
    below, focused = stack.currentWidget(), QApplication.focusWidget()
    assert below is not None

    def back() -> None:
        stack.setCurrentWidget(below)
        if focused is not None and isValid(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def let_go(_index: int) -> None:
        if stack.currentWidget() is not pane:
            stack.currentChanged.disconnect(let_go)
            stack.removeWidget(pane)
            pane.deleteLater()

    stack.addWidget(pane)
    stack.setCurrentWidget(pane)
    pane.setFocus(Qt.FocusReason.OtherFocusReason)
    closed.connect(back)
    stack.currentChanged.connect(let_go)
