"""The part of a text field's menu that concerns a word which is not spelled right."""

import sys
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from recovery_desktop.spelling.words import Found
from recovery_desktop.text import _
from recovery_desktop_ui.parts.spelling import Checker, current_checker


class Mended(Protocol):
    """A field in which a word can be replaced."""

    def objectName(self) -> str: ...

    def put_in_place(self, first: int, last: int, words: str) -> None: ...


def opens_menu(event: QKeyEvent) -> bool:
    """Whether a key asks for the menu at the cursor: Alt+Down, as for every list; Shift+F10, of which Qt on Linux makes
    nothing by itself. The Menu key it knows everywhere."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_Down:
        return bool(modifiers == Qt.KeyboardModifier.AltModifier)
    is_shift = modifiers == Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_F10 and is_shift and sys.platform == "linux"


def ask_for_menu(field: QWidget, spot: QPoint) -> None:
    """The same as the Menu key does."""
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(field, QContextMenuEvent(reason, spot, field.mapToGlobal(spot)))


def add_corrections(menu: QMenu, field: Mended, word: Found, end: int) -> None:
    """Begins the menu with corrections of a word that ends at `end`, and with two ways to let it stand.

    The corrections are looked up beside the window's thread; "…" stands for them meanwhile.
    """
    checker = current_checker()
    if checker is None:
        return
    first = menu.actions()[0]
    waiting = QAction("…", menu, enabled=False)
    own = QAction(_("Add to my &words"), menu)
    own.triggered.connect(lambda: checker.own_word.emit(word.text))
    here = QAction(_("&Ignore here"), menu)
    here.triggered.connect(lambda: checker.ignore(field.objectName(), word.text))
    menu.insertActions(first, [waiting, own, here])
    menu.insertSeparator(own)
    menu.insertSeparator(first)
    _look_up(checker, menu, waiting, field, word, end)


def _look_up(checker: Checker, menu: QMenu, waiting: QAction, field: Mended, word: Found, end: int) -> None:
    def show(found: tuple[str, ...]) -> None:
        if not isValid(menu) or not isValid(field):
            return
        for words in found:
            action = QAction(words.replace("&", "&&"), menu)
            action.triggered.connect(lambda _checked=False, words=words: field.put_in_place(word.start, end, words))
            menu.insertAction(waiting, action)
        if found:
            menu.removeAction(waiting)
        else:
            waiting.setText(_("Nothing like it in the word list"))

    checker.corrections(word.text, show)
