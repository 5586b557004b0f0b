"""What stands in front of the window when it locks by itself."""

from PySide6.QtWidgets import QApplication, QWidget


def close_what_is_in_front() -> None:
    """Closes open menus and dialogs: what they show is not for whoever comes next."""
    closed: set[QWidget] = set()
    while (front := QApplication.activePopupWidget() or QApplication.activeModalWidget()) and front not in closed:
        closed.add(front)
        front.close()
