"""A PDF from memory on the screen: pages, zoom, search, outline, and a page of plain text for a screen reader."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QModelIndex, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLabel, QLayout, QLineEdit, QPlainTextEdit, QStackedWidget, QTreeView, QWidget

from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import Flow, col, hold, row, rule
from recovery_desktop_ui.parts.search_line import SearchLine
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import colour, is_large, px, role_of

_OUTLINE_FROM = 820  # pixels that the view needs to have room for the outline too
_ZOOM_STEP, _ZOOM_LEAST, _ZOOM_MOST = 1.2, 0.4, 4.0


class PdfView(QWidget):
    """Shows one document; nothing of it is ever written to a file."""

    def __init__(
        self, name: str, before: Sequence[QWidget] = (), after: Sequence[QWidget] = (), *, beside: bool = False
    ) -> None:
        """`name` is what a screen reader calls the pages; `before` and `after` stand at the ends of the tools. One that
        stands `beside` something else wraps its tools, and shows the outline where there is room."""
        super().__init__()
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._pages = QPdfView(self)
        self._pages.setObjectName("preview.pages")
        self._pages.setAccessibleName(name)
        self._pages.setDocument(self._document)
        self._pages.setPageMode(QPdfView.PageMode.MultiPage)
        self._pages.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._pages.setFrameShape(QPdfView.Shape.NoFrame)
        self._lay_desk()
        self._search = QPdfSearchModel(self)
        self._search.setDocument(self._document)
        self._pages.setSearchModel(self._search)
        self._outline = self._make_outline()
        self._text = QPlainTextEdit(readOnly=True)
        self._text.setObjectName("preview.text")
        self._text.setAccessibleName(_("The document as text"))
        self._text.setTabChangesFocus(True)
        self._shown = QStackedWidget()
        self._shown.addWidget(self._pages)
        self._shown.addWidget(self._text)
        self._find, self._found = self._make_find()
        self._as_text = button(_("Read as text"), "plain", "list", does=self.show_text)
        self._as_text.setObjectName("preview.as_text")
        self._as_text.setCheckable(True)
        self._compose(before, after, beside or is_large())
        self._search.countChanged.connect(self._say_found)
        self._at = -1

    # -- composing

    def _make_outline(self) -> QTreeView:
        model = QPdfBookmarkModel(self)
        model.setDocument(self._document)
        outline = QTreeView()
        outline.setObjectName("preview.outline")
        outline.setModel(model)
        outline.setHeaderHidden(True)
        outline.setRootIsDecorated(False)
        outline.setItemsExpandable(False)
        outline.setAccessibleName(_("Sections of the document"))
        outline.setFixedWidth(px(220))
        outline.setFrameShape(QTreeView.Shape.NoFrame)
        outline.viewport().setBackgroundRole(role_of("canvas"))
        outline.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outline.activated.connect(self._go_to_section)
        outline.clicked.connect(self._go_to_section)
        return outline

    def _make_find(self) -> tuple[QLineEdit, QLabel]:
        find = SearchLine("preview.find", _("Find in the document"))
        find.setFixedWidth(px(230))
        find.textChanged.connect(self._search_for)
        find.returnPressed.connect(self.find_next)
        found = text("", "caption", "quiet")
        found.setObjectName("preview.found")
        return find, found

    def _lay_desk(self) -> None:
        """The pages lie on the canvas; the view would take a role for it that means something else here."""
        desk = self._pages.palette()
        desk.setColor(QPalette.ColorRole.Dark, colour(self, "shade"))
        if desk != self._pages.palette():
            self._pages.setPalette(desk)

    def changeEvent(self, event: QEvent) -> None:
        """Follows light and dark; the paper stays paper."""
        if event.type() == QEvent.Type.PaletteChange:
            self._lay_desk()
        super().changeEvent(event)

    def _compose(self, before: Sequence[QWidget], after: Sequence[QWidget], wraps: bool) -> None:
        smaller = button("", "plain", "zoom-out", name=_("Smaller pages"), does=lambda: self.zoom(1 / _ZOOM_STEP))
        larger = button("", "plain", "zoom-in", name=_("Larger pages"), does=lambda: self.zoom(_ZOOM_STEP))
        fit = button(_("Fit width"), "plain", does=self.fit)
        own = (self._find, self._found, smaller, larger, fit, self._as_text)
        if wraps:
            tools: QLayout = col(hold(Flow(*before, *own, *after)), pad=(16, 8, 16, 8))
        else:
            tools = row(*before, 8, *own[:2], None, *own[2:], 8, *after, gap=6, pad=(16, 8, 16, 8))
        side = hold(row(self._outline, pad=0 if is_large() else (10, 4, 0, 0)))  # under the tools
        body = row(side, rule(vertical=True), self._shown, gap=0)
        body.setStretch(2, 1)
        layout = col(hold(tools), rule(), body, gap=0)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self._outline.setVisible(not is_large())  # in here now: before, it would be a window

    # -- showing

    def show_pdf(self, pdf: bytes) -> None:
        """Shows a document, at the page that was seen before."""
        page = self._pages.pageNavigator().currentPage()
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._outline.expandAll()
        if 0 < page < self._document.pageCount():
            self._pages.pageNavigator().jump(page, QPointF())
        if self._as_text.isChecked():
            self._fill_text()

    def clear(self) -> None:
        """Shows no document."""
        self._document.close()
        self._text.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room it is the pages'."""
        super().resizeEvent(event)
        self._outline.setVisible(not is_large() and self.width() >= px(_OUTLINE_FROM))

    @property
    def page_count(self) -> int:
        return self._document.pageCount()

    def show_text(self) -> None:
        """The pages, or the same words as text: for a screen reader, and for large letters."""
        if self._as_text.isChecked():
            self._fill_text()
            self._shown.setCurrentWidget(self._text)
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._shown.setCurrentWidget(self._pages)

    def _fill_text(self) -> None:
        pages = range(self._document.pageCount())
        parts = (
            _("Page {n} of {count}").format(n=n + 1, count=len(pages)) + "\n\n" + self._document.getAllText(n).text()
            for n in pages
        )
        self._text.setPlainText("\n\n".join(parts))

    # -- zoom, search, outline

    def zoom(self, factor: float) -> None:
        """Makes the pages larger or smaller."""
        self._pages.setZoomMode(QPdfView.ZoomMode.Custom)
        self._pages.setZoomFactor(min(_ZOOM_MOST, max(_ZOOM_LEAST, self._pages.zoomFactor() * factor)))

    def fit(self) -> None:
        """Makes the pages as wide as the view."""
        self._pages.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def start_find(self) -> None:
        """Puts the cursor into the search."""
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.selectAll()

    def find_next(self) -> None:
        """Goes to the next place found."""
        count = self._search.rowCount(QModelIndex())
        if count:
            self._at = (self._at + 1) % count
            self._pages.setCurrentSearchResultIndex(self._at)
            link = self._search.resultAtIndex(self._at)
            self._pages.pageNavigator().jump(link.page(), link.location())
            self._say_found()

    def _search_for(self, words: str) -> None:
        self._at = -1
        self._search.setSearchString(words)
        self._say_found()

    def _say_found(self) -> None:
        count = self._search.rowCount(QModelIndex())
        if not self._find.text():
            self._found.setText("")
        elif self._at >= 0:
            self._found.setText(_("{n} of {count}").format(n=self._at + 1, count=count))
        else:
            self._found.setText(ngettext("{n} place", "{n} places", count).format(n=count) if count else _("not found"))

    def _go_to_section(self, index: QModelIndex) -> None:
        page = index.data(int(QPdfBookmarkModel.Role.Page))
        place = index.data(int(QPdfBookmarkModel.Role.Location))
        self._pages.pageNavigator().jump(page, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_F:
            self.start_find()
        elif event.key() == Qt.Key.Key_F3:
            self.find_next()
        else:
            super().keyPressEvent(event)
