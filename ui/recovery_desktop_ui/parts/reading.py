"""A page of text to read, from Markdown: our type, our colours, a width the eye can follow, links that are followed by
whoever shows it."""

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from recovery_desktop_ui.parts.drawing import rounded
from recovery_desktop_ui.parts.editors.entry import reading_width
from recovery_desktop_ui.parts.tokens import colour, font, role_of, space

_FACES = {1: "title", 2: "heading", 3: "strong"}
_ABOVE = {0: 0, 1: 0, 2: 18, 3: 10}
_BELOW = {0: 9, 1: 12, 2: 6, 3: 4}
_LINE = 112.0  # percent of a line's height
_FIRST_WIDE = 34.0  # percent of a table's width for its first column
_RULE = QTextFormat.Property.BlockTrailingHorizontalRulerWidth
_MARKS = re.compile(r"([\\`*_\[\]<>#|])")


def escaped(words: str) -> str:
    """Words for a page that are no Markdown."""
    return _MARKS.sub(r"\\\1", words)


def _looks(block: QTextBlock, level: int, link: QColor) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """Each part of a block with its look: our faces for headings, our weight for what is strong (the fonts have no
    heavier one), a line under links, so that they differ by more than a colour."""
    parts = block.begin()
    while not parts.atEnd():
        part = parts.fragment()
        look = part.charFormat()
        if level:
            look = QTextCharFormat()
            look.setFont(font(_FACES[min(level, 3)]))
        elif look.fontWeight() > QFont.Weight.DemiBold:
            look.setFontWeight(QFont.Weight.DemiBold)
        if look.isAnchor():
            look.setFontUnderline(True)
            look.setForeground(link)
        yield part.position(), part.position() + part.length(), look
        parts += 1


class Reader(QTextBrowser):
    """The page. Tab goes from link to link, Enter follows one."""

    link = Signal(str)  # where a link of the page leads

    def __init__(self, name: str) -> None:
        super().__init__()
        self._markdown = ""
        self._found: tuple[str, ...] = ()
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setBackgroundRole(role_of("paper"))
        self.setProperty("look", "page")
        self.anchorClicked.connect(self._follow)

    def _follow(self, url: QUrl) -> None:
        self.link.emit(url.toString())

    def show_text(self, markdown: str, found: Iterable[str] = ()) -> None:
        """Shows a page from its top; the words that were looked for stand out."""
        self._markdown, self._found = markdown, tuple(found)
        self._set()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def _set(self) -> None:
        self.document().setDefaultFont(font("body"))
        self.document().setIndentWidth(space(20))
        self.document().setDocumentMargin(0)
        self.setMarkdown(self._markdown)
        self._set_blocks()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._set_table(frame)
        self._set_margins()
        self._mark_found()

    def _set_blocks(self) -> None:
        block = self.document().begin()
        while block.isValid():
            self._set_block(block)
            block = block.next()

    def _set_block(self, block: QTextBlock) -> None:
        level, cursor, following = block.blockFormat().headingLevel(), QTextCursor(block), block.next()
        shape = QTextBlockFormat()
        in_table = cursor.currentTable() is not None
        goes_on = block.textList() is not None and following.isValid() and following.textList() is not None
        shape.setTopMargin(0 if in_table else space(_ABOVE[min(level, 3)]))
        shape.setBottomMargin(0 if in_table else space(3 if goes_on else _BELOW[min(level, 3)]))
        shape.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if block.blockFormat().hasProperty(_RULE):
            shape.setBackground(colour(self, "line"))
        cursor.mergeBlockFormat(shape)
        for first, last, look in [*_looks(block, level, colour(self, "accent"))]:
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(look)

    def _set_table(self, table: QTextTable) -> None:
        shape = table.format()
        shape.setBorder(0)
        shape.setBorderCollapse(True)
        shape.setCellSpacing(0)
        shape.setCellPadding(space(3))
        shape.setTopMargin(space(4))
        shape.setBottomMargin(space(14))
        percent = QTextLength.Type.PercentageLength
        rest = (100.0 - _FIRST_WIDE) / max(1, table.columns() - 1)
        shape.setColumnWidthConstraints(
            [QTextLength(percent, rest if at else _FIRST_WIDE) for at in range(table.columns())]
        )
        shape.setWidth(QTextLength(percent, 100.0))
        table.setFormat(shape)
        line = QBrush(colour(self, "line"))
        for at in range(table.rows()):
            for column in range(table.columns()):
                cell = table.cellAt(at, column)
                edge = QTextTableCellFormat(cell.format().toTableCellFormat())
                edge.setLeftPadding(0)
                edge.setBottomBorder(1)
                edge.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                edge.setBottomBorderBrush(line)
                cell.setFormat(edge)

    def _set_margins(self) -> None:
        """Lines stop where the eye would lose them."""
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        beside, wide = space(32), reading_width(QFontMetrics(font("body")))
        shape.setLeftMargin(beside)
        shape.setTopMargin(space(24))
        shape.setBottomMargin(space(32))
        shape.setRightMargin(max(beside, self.viewport().width() - beside - wide))
        frame.setFrameFormat(shape)

    def _mark_found(self) -> None:
        marks = []
        for word in self._found:
            at = self.document().find(word, 0)
            while not at.isNull():
                mark, look = QTextEdit.ExtraSelection(), QTextCharFormat()
                look.setBackground(colour(self, "accent_soft"))
                mark.cursor, mark.format = at, look
                marks.append(mark)
                at = self.document().find(word, at)
        self.setExtraSelections(marks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()

    def changeEvent(self, event: QEvent) -> None:
        """In other colours: links keep theirs unless the page is set anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._markdown:
            scrolled = self.verticalScrollBar().value()
            self._set()
            self.verticalScrollBar().setValue(scrolled)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            rounded(QPainter(self.viewport()), self.viewport().rect(), 4, None, colour(self, "accent"), 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and going back are for who shows the page."""
        if (
            event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace)
            or event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)
