"""An editor in a window between two other fields, as on a page; and what it told."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.editors.base import Editor, NotYet, editor_around


class Page(QWidget):
    """A line, the editor, another line. `told` lists what the editor told: "edited" and "left"."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self.before, self.editor, self.after = QLineEdit(), editor, QLineEdit()
        self.told: list[str] = []
        editor.edited.connect(lambda: self.told.append("edited"))
        editor.left.connect(lambda: self.told.append("left"))
        layout = QVBoxLayout(self)
        for widget in (self.before, editor, self.after):
            layout.addWidget(widget)
        layout.addStretch()
        self.resize(420, 360)

    def press(self, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses keys where the focus is; a text is typed letter by letter."""
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            if isinstance(key, str):
                QTest.keyClicks(focused, key, modifier)
            else:
                QTest.keyClick(focused, key, modifier)

    def has_focus(self) -> bool:
        """Whether the focus is in the editor."""
        focused = QApplication.focusWidget()
        return editor_around(focused) is self.editor

    def value_typed(self, text: str) -> Any:
        """The value after a text was typed into the empty editor."""
        self.editor.put_typed("")
        self.press(text)
        return self.editor.value()


def settle() -> None:
    """Lets what was asked for happen: a page is laid out from the inside to the outside."""
    for _round in range(3):
        QApplication.processEvents()


def shown(qtbot: QtBot, editor: Editor) -> Page:
    """The editor in a window, reached by Tab."""
    page = Page(editor)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    page.before.setFocus()
    qtbot.waitUntil(page.before.hasFocus)
    page.press(Qt.Key.Key_Tab)
    assert page.has_focus()
    return page


def problem_of(editor: Editor) -> str:
    """Why what stands in an editor is no value yet; empty when it is one."""
    try:
        editor.value()
    except NotYet as error:
        return error.problem
    return ""
