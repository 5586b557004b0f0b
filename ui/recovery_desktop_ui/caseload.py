"""The caseload at the left of the window: find a client as you type, or see who needs something most."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from recovery_desktop.records.caseload import FILTERS, Line
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.editing.everybody import Everybody
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.combo import PlainCombo
from recovery_desktop_ui.parts.icons import tone_of
from recovery_desktop_ui.parts.layouts import col, paint_as, row
from recovery_desktop_ui.parts.lists import RowData, RowList
from recovery_desktop_ui.parts.search_line import SearchLine
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import px
from recovery_desktop_ui.recent import recent, used

_WIDE = 232


class Caseload(QWidget):
    """Typing searches everybody, whatever the filter; Enter opens the first hit, Down goes into the list."""

    chosen = Signal(int)  # the number of a client
    new_client = Signal(str)  # the name that was typed, or nothing

    def __init__(self, everybody: Everybody) -> None:
        super().__init__()
        self._everybody = everybody
        self._opened: int | None = None
        self._hidden = False
        self._lines: tuple[Line, ...] = ()
        self._find, self._which = _SearchLine(), _filter()
        self._list = _ClientList(_("Caseload"))
        self._said = text("", "caption", "quiet", wrap=True)
        self._add = button(_("New client"), glyph="user-plus", does=lambda: self.new_client.emit(self._typed()))
        self._add.setObjectName("caseload.new")
        self._compose()
        everybody.renewed.connect(self._show)
        self._find.textEdited.connect(lambda _words: self._show())
        self._find.going_down.connect(self._go_down)
        self._find.opening.connect(self._open_first)
        self._which.activated.connect(lambda _index: self._show())
        self._list.chosen.connect(self._open)
        self._list.going_up.connect(self.focus_search)
        self._list.left.connect(lambda: self._list.choose(self._opened))

    def _compose(self) -> None:
        top = col(self._find, self._which, self._said, pad=(12, 12, 12, 4))
        foot = row(self._add, None, pad=(12, 8, 12, 12))
        people = row(self._list, pad=(8, 0, 8, 0))
        self.setLayout(col(top, people, foot, gap=0))
        paint_as(self, "shade")
        self.setFixedWidth(px(_WIDE))
        self.setAccessibleName(_("Caseload"))
        self.setFocusProxy(self._find)

    # -- what the window asks for

    def choose(self, number: int | None) -> None:
        """Marks the client whose record is open."""
        self._opened = number
        if number is not None:
            used(number)
        self._list.choose(number)

    def focus_search(self) -> None:
        """Puts the cursor into the search, with what stands there marked to be typed over."""
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.selectAll()

    def hide_names(self, hidden: bool) -> None:
        """Shows record numbers in place of names, or names again."""
        self._hidden = hidden
        self._show()

    # -- what is shown

    def _typed(self) -> str:
        return " ".join(self._find.text().split())

    def _show(self) -> None:
        """The clients of the filter, or whom the typed words find."""
        words, which = self._typed(), str(self._which.currentData())
        found = self._everybody.reader.read(which, words)
        self._name_filters(found.counts)
        self._show_lines(found.lines)
        if words:
            count = len(found.lines)
            hits = ngettext("{count} found among all clients", "{count} found among all clients", count)
            self._say(hits.format(count=count) if count else _("Nobody is found for these words."))
        elif found.total > len(found.lines):
            self._say(_("The first {shown} of {total}").format(shown=len(found.lines), total=found.total))
        else:
            self._say("" if found.total else _("Nobody is on this list."))
        self._name_button(words if words and not found.lines else "")

    def _show_lines(self, lines: Sequence[Line]) -> None:
        self._lines = tuple(lines)
        self._list.set_rows([self._row(line) for line in lines])
        if not self._list.hasFocus():
            self._list.choose(self._opened)

    def _row(self, line: Line) -> RowData:
        title = line.record_number if self._hidden else line.name
        return RowData(line.number, title, line.state, mark=line.mark, tone=tone_of(line.mark))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def _name_filters(self, counts: dict[str, int]) -> None:
        for index, (key, label) in enumerate(FILTERS.items()):
            words = f"{_(label)} ({counts[key]:,})"
            if self._which.itemText(index) != words:
                self._which.setItemText(index, words)

    def _name_button(self, name: str) -> None:
        """Without a hit the button offers the typed name."""
        whole = _("New client “{name}”").format(name=name) if name else _("New client")
        shown = self._add.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, px(_WIDE - 24 - 54))
        self._add.setText(shown)
        self._add.setAccessibleName(whole)
        self._add.setToolTip(whole if shown != whole else "")

    # -- what the person does

    def _go_down(self) -> None:
        """Into the list; from an empty search to those who were used last."""
        if not self._typed() and (last := self._everybody.lines(recent())):
            self._show_lines(last)
            self._say(_("Used last"))
        if self._lines:
            self._list.enter(self._lines[0].number)

    def _open_first(self) -> None:
        if self._typed() and self._lines:
            self._open(self._lines[0].number)
        elif self._typed():
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, number: int) -> None:
        self._find.clear()
        self._opened = number
        self._show()
        self.chosen.emit(number)


class _SearchLine(SearchLine):
    """Down goes on into the list, Enter opens, Escape empties."""

    going_down = Signal()
    opening = Signal()

    def __init__(self) -> None:
        name = _("Find client by name, birth date or record number")
        super().__init__("caseload.find", _("Find client   Ctrl+K"), name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.going_down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opening.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        else:
            super().keyPressEvent(event)


class _ClientList(RowList):
    """Arrows walk, Enter or a click opens; Up from the first row goes back to the search."""

    going_up = Signal()
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, on="shade", walks=True)
        self.setObjectName("caseload.list")

    def enter(self, key: object) -> None:
        """Puts the cursor on a row without opening it."""
        self.choose(key)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.going_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def _filter() -> PlainCombo:
    made = PlainCombo()
    for key, label in FILTERS.items():
        made.addItem(_(label), key)
    made.setAccessibleName(_("Which clients"))
    made.setObjectName("caseload.filter")
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made
