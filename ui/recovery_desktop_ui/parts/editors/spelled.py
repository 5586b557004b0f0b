"""Text fields that show which words are not spelled right, and offer what may have been meant.

Only what is seen is looked at, whenever a painting shows that something is new. The word that is being typed waits.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from recovery_desktop.spelling.words import Found
from recovery_desktop_ui.parts.editors.entry import Entry
from recovery_desktop_ui.parts.editors.spelled_menu import add_corrections, ask_for_menu, opens_menu
from recovery_desktop_ui.parts.editors.wave import below, paint_wave
from recovery_desktop_ui.parts.spelling import current_checker
from recovery_desktop_ui.parts.tokens import px

_AROUND = 64  # letters beyond what is seen, so that no word is cut
_MOVE, _KEEP = QTextCursor.MoveMode.MoveAnchor, QTextCursor.MoveMode.KeepAnchor
_BY_KEY = QContextMenuEvent.Reason.Keyboard


def place_in_qt(text: str, at: int) -> int:
    """Qt counts letters beyond the first 65,536 as two."""
    return at if text.isascii() else len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


def _stands(field: QWidget, word: str) -> bool:
    checker = current_checker()
    return checker is None or checker.stands(field.objectName(), word)


def _ends(word: QTextCursor) -> tuple[int, int]:
    return word.selectionStart(), word.selectionEnd()


class SpelledArea(QPlainTextEdit):
    """An area for long text with marks under words."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: object = None
        self._asked = (0, 0, "")  # where the text that is looked at begins, at which revision, and the text
        self._wrong: list[QTextCursor] = []  # each selects a word, and moves with the text around it
        self._revision = 0
        self._is_typing = False
        self.cursorPositionChanged.connect(self._cursor_moved)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        checker = current_checker()
        if checker is None or self.isReadOnly():
            return
        if self._seen != self._state():
            checker.notice(self)
        painter = QPainter(self.viewport())
        for word in self.marked():
            first, last = (self.cursorRect(self._cursor(at, at)) for at in _ends(word))
            if first.top() == last.top():
                paint_wave(painter, first.center().x(), last.center().x(), below(first, self), self)

    def _state(self) -> object:
        """All that decides which marks are seen."""
        size, top = self.viewport().size().toTuple(), self.verticalScrollBar().value()
        return self.document().revision(), size, top, self._typed_at()

    def _typed_at(self) -> int | None:
        return self.textCursor().position() if self._is_typing and self.hasFocus() else None

    def _cursor_moved(self) -> None:
        revision = self.document().revision()
        self._is_typing = revision != self._revision
        self._revision = revision

    # -- looking

    def text_to_check(self) -> str:
        """What is seen of the text."""
        self._seen = self._state()
        view = self.viewport().rect()
        top, end = (self.cursorForPosition(spot).position() for spot in (view.topLeft(), view.bottomRight()))
        cursor = self._cursor(max(0, top - _AROUND), min(end + _AROUND, self.document().characterCount() - 1))
        self._asked = cursor.selectionStart(), self.document().revision(), cursor.selectedText()
        return self._asked[2]

    def take_wrong(self, wrong: Sequence[Found]) -> None:
        start, revision, text = self._asked
        if revision != self.document().revision():
            return  # it was typed on, and will be looked at again
        cut_start, cut_end = start > 0, start + place_in_qt(text, len(text)) < self.document().characterCount() - 1
        whole = (
            word for word in wrong if not (cut_start and word.start == 0) and not (cut_end and word.end == len(text))
        )
        places = ((start + place_in_qt(text, word.start), start + place_in_qt(text, word.end)) for word in whole)
        self._wrong = [self._cursor(first, last) for first, last in places]
        self.mark_again()

    def mark_again(self) -> None:
        """Paints the marks."""
        self.viewport().update()

    def marked(self) -> Iterator[QTextCursor]:
        """The words that have a mark now, each selected by a cursor."""
        typed_at = self._typed_at()
        for word in self._wrong:
            is_typed = typed_at is not None and word.selectionStart() <= typed_at <= word.selectionEnd()
            if word.hasSelection() and not is_typed and not self.lets_stand(word.selectedText()):
                yield word

    def lets_stand(self, word: str) -> bool:
        """Whether a word that no list has stands here without a mark."""
        return _stands(self, word)

    def _cursor(self, first: int, last: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(first, _MOVE)
        cursor.setPosition(last, _KEEP)
        return cursor

    # -- walking and mending

    def whole_text(self) -> str:
        """All of the text, for the walk from word to word."""
        return self.document().toRawText()

    def selected(self) -> tuple[int, int]:
        """Where the selection, or the cursor, begins and ends."""
        return self.textCursor().selectionStart(), self.textCursor().selectionEnd()

    def select(self, first: int, last: int) -> None:
        """Selects a part of the text and brings it into sight."""
        self.setTextCursor(self._cursor(first, last))
        self.ensureCursorVisible()

    def put_in_place(self, first: int, last: int, words: str) -> None:
        """Other words for a part of the text: one step back for the field's own undo."""
        cursor = self._cursor(first, last)
        cursor.insertText(words)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if opens_menu(event):
            ask_for_menu(self, self.cursorRect().center())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == _BY_KEY
        cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        at = cursor.position()
        hit = next((word for word in self.marked() if word.selectionStart() <= at <= word.selectionEnd()), None)
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if hit is not None:
            add_corrections(menu, self, Found(hit.selectionStart(), hit.selectedText()), hit.selectionEnd())
        below = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        menu.popup(below if by_key else event.globalPos())


class SpelledEntry(Entry):
    """A line with marks under words; those with a capital stand, for in a line most of them are names."""

    def __init__(self, look: str | None = None, ghost: str = "") -> None:
        super().__init__(look, ghost)
        self._seen: object = None
        self._asked = ""
        self._wrong: list[Found] = []
        self._is_typing, self._was = False, ""
        self.cursorPositionChanged.connect(self._cursor_moved)

    def _cursor_moved(self) -> None:
        self._is_typing = self.text() != self._was
        self._was = self.text()

    # -- looking

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        checker = current_checker()
        if checker is None or self.isReadOnly():
            return
        if self._seen != self.text():
            checker.notice(self)
        painter = QPainter(self)
        painter.setClipRect(self.rect().adjusted(px(4), 0, -px(4), 0))
        cursor, face, text = self.cursorRect(), self.fontMetrics(), self.text()
        begin = cursor.center().x() - face.horizontalAdvance(text[: self.cursorPosition()])
        for word in self.marked():
            left, right = (begin + face.horizontalAdvance(text[:at]) for at in (word.start, word.end))
            paint_wave(painter, left, right, below(cursor, self), self)

    def text_to_check(self) -> str:
        """The whole line."""
        self._seen = self._asked = self.text()
        return self._asked

    def take_wrong(self, wrong: Sequence[Found]) -> None:
        self._wrong = list(wrong)
        self.mark_again()

    def mark_again(self) -> None:
        """Paints the marks."""
        self.update()

    def marked(self) -> Iterator[Found]:
        """The words that have a mark now."""
        text, typed_at = self.text(), self.cursorPosition() if self._is_typing and self.hasFocus() else -1
        for word in self._wrong:
            is_typed = word.start <= typed_at <= word.end
            if text[word.start : word.end] == word.text and not is_typed and not self.lets_stand(word.text):
                yield word

    def lets_stand(self, word: str) -> bool:
        """Whether a word that no list has stands here without a mark."""
        return not word.islower() or _stands(self, word)

    # -- walking and mending

    def whole_text(self) -> str:
        """All of the text, for the walk from word to word."""
        return self.text()

    def selected(self) -> tuple[int, int]:
        """Where the selection, or the cursor, begins and ends."""
        if self.hasSelectedText():
            return self.selectionStart(), self.selectionEnd()
        return self.cursorPosition(), self.cursorPosition()

    def select(self, first: int, last: int) -> None:
        """Selects a part of the text."""
        self.setSelection(first, last - first)

    def put_in_place(self, first: int, last: int, words: str) -> None:
        """Other words for a part of the text: one step back for the field's own undo."""
        self.setSelection(first, last - first)
        self.insert(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if opens_menu(event):
            ask_for_menu(self, self.cursorRect().center())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == _BY_KEY
        at = self.cursorPosition() if by_key else self.cursorPositionAt(event.pos())
        hit = next((word for word in self.marked() if word.start <= at <= word.end), None)
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if hit is not None:
            text = self.text()
            add_corrections(menu, self, Found(place_in_qt(text, hit.start), hit.text), place_in_qt(text, hit.end))
        menu.popup(self.mapToGlobal(QPoint(self.cursorRect().x(), self.height())) if by_key else event.globalPos())
