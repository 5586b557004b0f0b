"""The help in the window: the pages in a list, one to read, a search over all; it needs no open practice."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_desktop.text import _
from recovery_desktop_ui.help.pages import FIRST, find, page
from recovery_desktop_ui.help.reading_pane import ReadingPane
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.combo import PlainCombo
from recovery_desktop_ui.parts.layouts import col, hold, row, rule
from recovery_desktop_ui.parts.lists import RowData, RowList
from recovery_desktop_ui.parts.search_line import SearchLine
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import is_large, px

_ENDING = ".md"


class HelpPane(ReadingPane):
    """A page of the help, below what the focused field says of itself."""

    def __init__(self, topic: str = FIRST, field: str = "") -> None:
        """`field` is Markdown that stands above the page at first."""
        self._back = button(_("Page before"), "link", "arrow-left", does=self.show_before)
        self._back.setObjectName("help.before")
        super().__init__(_("Help"), self._back)
        self.topic, self._field = topic, field
        self._before: list[str] = []
        self._search = SearchLine("help.search", _("Find in the help"))
        self._search.textEdited.connect(lambda _words: self._show_titles())
        self._titles = RowList(_("Pages of the help"))
        self._titles.setObjectName("help.pages")
        self._titles.chosen.connect(self.show_topic)
        self._picker = PlainCombo()
        self._none = text(_("No page has these words."), "body", "quiet", wrap=True)
        self.reader.link.connect(self._follow)
        self._compose()
        self._show_titles()
        self._show()

    def _compose(self) -> None:
        side = self._picker_side() if is_large() else self._list_side()
        layout = (col if is_large() else row)(side, self.page, gap=0)
        layout.setStretchFactor(self.page, 1)
        self.setLayout(layout)
        tab_in_reading_order(self)

    def _list_side(self) -> QWidget:
        layout = col(self._search, self._none, self._titles, gap=8, pad=(8, 12, 8, 8))
        layout.setStretchFactor(self._titles, 1)
        layout.addStretch()
        side = hold(layout)
        side.setFixedWidth(px(236))
        return hold(row(side, rule(vertical=True), gap=0))

    def _picker_side(self) -> QWidget:
        self._picker.setObjectName("help.pages")
        self._picker.setAccessibleName(_("Pages of the help"))
        self._picker.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._picker.activated.connect(lambda index: self.show_topic(self._picker.itemData(index)))
        return hold(col(self._search, self._none, self._picker, gap=8, pad=(32, 12, 32, 8)))

    # -- showing

    def show_topic(self, topic: str) -> None:
        """Shows another page."""
        if topic != self.topic:
            self._before.append(self.topic)
        self._go(topic)

    def show_before(self) -> None:
        """Shows the page that was read before this one."""
        if self._before:
            self._go(self._before.pop())

    def _go(self, topic: str) -> None:
        self.topic, self._field = topic, ""
        self._show()

    def _show(self) -> None:
        shown = page(self.topic).markdown
        if self._field:
            shown = f"{self._field}\n\n---\n\n{shown}"
        self.reader.show_text(shown, self._search.text().split())
        self._back.setVisible(bool(self._before))
        self._titles.choose(self.topic)
        self._picker.setCurrentIndex(self._picker.findData(self.topic))

    def _show_titles(self) -> None:
        found = find(self._search.text())
        self._titles.set_rows([RowData(each.topic, each.title) for each in found])
        self._titles.choose(self.topic)
        self._picker.clear()
        for each in found:
            self._picker.addItem(each.title, each.topic)
        self._picker.setCurrentIndex(self._picker.findData(self.topic))
        self._none.setVisible(not found)
        if not is_large():  # else the list stands nowhere, and would be a window of its own
            self._titles.setVisible(bool(found))

    def _follow(self, target: str) -> None:
        self.show_topic(target.removesuffix(_ENDING))

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Backspace or (is_alt and event.key() == Qt.Key.Key_Left):
            self.show_before()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._search.hasFocus():
            self._open_first()
        else:
            super().keyPressEvent(event)

    def _open_first(self) -> None:
        found = find(self._search.text())
        if found:
            self.show_topic(found[0].topic)
