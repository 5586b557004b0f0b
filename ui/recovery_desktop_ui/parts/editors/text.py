"""Editors for long text: they grow with what is written, take plain text alone and let Tab go on."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QResizeEvent, QTextDocumentFragment, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from recovery_desktop.records.fields import Described
from recovery_desktop.spelling.words import Found
from recovery_desktop_ui.parts.editors.base import Editor, checked, tell_left
from recovery_desktop_ui.parts.editors.entry import reading_width
from recovery_desktop_ui.parts.editors.spelled import SpelledArea
from recovery_desktop_ui.parts.tokens import font, px

_FEWEST, _FEWEST_OF_CODE, _MOST = 2, 8, 12  # lines shown
_FRAME = 3
_PARAGRAPH = "\u2029"
# what word processors put into plain text: line ends of other systems, soft line breaks, page breaks
_PASTED = {"\r\n": "\n", "\r": "\n", "\v": "\n", "\f": "\n", "\u2028": "\n", "\0": ""}


class TextArea(SpelledArea):
    """The area itself: as high as its text, within bounds."""

    def __init__(self, face: QFont, ghost: str, fewest: int) -> None:
        super().__init__()
        self._lines = self._fewest = fewest
        self.setFont(face)
        self.setPlaceholderText(ghost)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.document().setDocumentMargin(px(8) if fewest > 1 else px(6) - _FRAME)  # one line: as high as a field
        self.document().clearUndoRedoStacks()  # or the first Ctrl+Z would take the margin back
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(reading_width(QFontMetrics(font("body"))))
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def _grow(self) -> None:
        lines = round(self.document().size().height())  # a plain text document counts its height in lines
        shown = min(max(lines, self._fewest), _MOST)
        if shown != self._lines:
            self._lines = shown
            self.updateGeometry()
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > _MOST else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if bar != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        margins = 2 * (round(self.document().documentMargin()) + _FRAME)
        line = self.fontMetrics().lineSpacing()
        higher = QFontMetrics(font("voice")).lineSpacing() - line if self._fewest > 1 else 0
        height = self._lines * line + self._fewest * higher + margins  # side by side, all voices are as high
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text() if source.hasText() else QTextDocumentFragment.fromHtml(source.html()).toPlainText()
        for odd, plain in _PASTED.items():
            text = text.replace(odd, plain)
        self.insertPlainText(text)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus() and self._lines == _MOST:
            super().wheelEvent(event)
        else:
            event.ignore()  # the page scrolls

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        tell_left(self, event)

    def words(self) -> str:
        """The text as it was written: a blank that must not break stays one."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n")


class CodeArea(TextArea):
    """An area without a language."""

    def text_to_check(self) -> str:
        return ""

    def take_wrong(self, wrong: Sequence[Found]) -> None:
        """Nothing is asked, so nothing is wrong."""


class TextEditor(Editor):
    """Text of any length. `ghost` stands in the empty field, which is `fewest` lines high."""

    face = "body"
    area: type[TextArea] = TextArea

    def __init__(self, field: Described, *, ghost: str = "", fewest: int = _FEWEST) -> None:
        super().__init__()
        self.field, self._area, self._known = field, self.area(font(self.face), ghost, fewest), ""
        self._given = self._shown = ""  # a text from elsewhere, and how the area shows its odd line ends
        self._area.textChanged.connect(self._was_changed)
        self.fill_with(self._area)

    def _was_changed(self) -> None:
        words = self._area.words()
        if words != self._known:  # an input method announces letters that are not there yet
            self._known = words
            self.edited.emit()

    def put(self, value: str) -> None:
        if self.typed() == value:
            if not self._area.hasFocus():
                self._area.document().clearUndoRedoStacks()  # what was typed in another row is not taken back here
            return
        with QSignalBlocker(self._area):
            self._area.setPlainText(value)
        self._known = self._shown = self._area.words()
        self._given = value

    def value(self) -> str:
        text: str = checked(self.field, self.typed())
        return text

    def typed(self) -> str:
        words = self._area.words()
        return self._given if words == self._shown else words

    def put_typed(self, text: str) -> None:
        self.put(text)

    def target(self) -> QWidget:
        return self._area


class WordsEditor(TextEditor):
    """The client's own words, in the voice that they have everywhere."""

    face = "voice"


class CodeEditor(TextEditor):
    """What the program reads: its spelling is not checked."""

    area = CodeArea

    def __init__(self, field: Described, *, ghost: str = "") -> None:
        super().__init__(field, ghost=ghost, fewest=_FEWEST_OF_CODE)
