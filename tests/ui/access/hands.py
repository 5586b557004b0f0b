"""What a person does on a page: looks, presses, types, picks a file."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access.message import Message


def show(qtbot: QtBot, page: QWidget) -> None:
    """Opens a page."""
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()


def part(page: QWidget, name: str) -> QAbstractButton:
    """The button of that object name, which must be seen."""
    found = [each for each in page.findChildren(QAbstractButton, name) if each.isVisibleTo(page)]
    assert len(found) == 1, f"{name}: {len(found)} seen"
    return found[0]


def press(qtbot: QtBot, page: QWidget, name: str) -> None:
    """Clicks on a button that can be pressed."""
    assert part(page, name).isEnabled(), name
    qtbot.mouseClick(part(page, name), Qt.MouseButton.LeftButton)


def line(page: QWidget, name: str) -> QLineEdit:
    """The line to type in of that object name."""
    found = [each for each in page.findChildren(QLineEdit, name) if each.isVisibleTo(page)]
    assert len(found) == 1, f"{name}: {len(found)} seen"
    return found[0]


def said(page: QWidget) -> str:
    """What the page's message says now."""
    return " ".join(each.words() for each in page.findChildren(Message) if each.isVisibleTo(page))


def choose(page: QWidget, path: Path) -> None:
    """Picks a file or folder in the system's window."""
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.selectFile(str(path))
    dialog.accept()
