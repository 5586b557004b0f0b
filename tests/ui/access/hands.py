"""What a person does on a page: looks, presses, types, picks a file."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.access.code_groups import CodeShown, GroupField
from recovery_desktop_ui.parts.message import Message


def show(qtbot: QtBot, page: QWidget) -> None:
    """Opens a page."""
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.activateWindow()
    QApplication.processEvents()  # the focus comes with the window


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


def words(page: QWidget) -> str:
    """All that stands on the page."""
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def shown_code(page: QWidget) -> list[str]:
    """The groups of the recovery code that is on the screen."""
    found = [each for each in page.findChildren(CodeShown) if each.isVisibleTo(page)]
    assert len(found) == 1
    return [label.text() for label in found[0].findChildren(QLabel) if len(label.text()) > 1]


def type_back(qtbot: QtBot, page: QWidget, groups: list[str]) -> None:
    """Says that the sheet is on paper, and types the two groups that are asked for."""
    press(qtbot, page, "on_paper")
    for field in page.findChildren(GroupField):
        if field.isVisibleTo(page):
            number = int(field.objectName().removeprefix("group_"))
            qtbot.keyClicks(field, groups[number - 1].lower())
    press(qtbot, page, "check")


def choose(page: QWidget, path: Path) -> None:
    """Picks a file or folder in the system's window."""
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.selectFile(str(path))
    dialog.accept()
