"""Lines below titles, of which one at a time opens: what stands below it is made when it is asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop_ui.parts.cards import OpenSheet
from recovery_desktop_ui.parts.layouts import col, hold, take_out
from recovery_desktop_ui.parts.row_head import RowHead, RowWords
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text


@dataclass(frozen=True)
class Line:
    """One line: `details` makes what stands below it, anew when `shows` is not what it was."""

    key: str
    words: RowWords
    details: Callable[[], Sequence[QWidget]]
    shows: tuple[object, ...] = ()


@dataclass(frozen=True)
class Block:
    """Lines below a title, or below none."""

    title: str
    lines: tuple[Line, ...]


class OpeningList(QWidget):
    """Up and Down go from line to line, Escape closes the open one."""

    def __init__(
        self,
        name: str,
        *,
        may_leave: Callable[[], bool] = lambda: True,
        going: Callable[[], object] = lambda: None,
    ) -> None:
        """`name` stands before the key in each line's object name. `may_leave` is asked before a line opens or closes,
        `going` is called before what stands below one goes."""
        super().__init__()
        self.open_key = ""
        self._name, self._may_leave, self._going = name, may_leave, going
        self._blocks: Sequence[Block] = ()
        self._heads: dict[str, RowHead] = {}
        self._titles: dict[str, QWidget] = {}
        self._sheet: QWidget | None = None
        self._sheet_of: tuple[object, ...] = ()
        self._shown: list[QWidget] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Brings the lines up to date; the open one stays open, with what is being typed below it."""
        self._blocks = [block for block in blocks if block.lines]
        shown: list[QWidget] = []
        for block in self._blocks:
            shown += [self._title(block.title)] if block.title else []
            for line in block.lines:
                shown += self._widgets(line)
        self._place(shown)

    def renew(self) -> None:
        """Makes what stands below the open line anew, as after an undo that may have taken its row away."""
        self._sheet_of = ()
        self.show_blocks(self._blocks)

    @property
    def made(self) -> frozenset[str]:
        """The keys of the lines that were made so far, shown or not: to show them again takes no time."""
        return frozenset(self._heads)

    def open_line(self, key: str) -> None:
        """Opens a line, or with an empty key none."""
        self.open_key = key
        self.show_blocks(self._blocks)

    def go_to_line(self, key: str) -> None:
        """Opens a line, with the cursor on it."""
        self.open_line(key)
        self._heads[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _title(self, words: str) -> QWidget:
        if words not in self._titles:
            self._titles[words] = hold(col(14, text(words, "strong", "quiet"), gap=0))
        return self._titles[words]

    def _widgets(self, line: Line) -> list[QWidget]:
        head = self._heads.get(line.key) or self._new_head(line.key)
        is_open = line.key == self.open_key
        head.say(line.words, is_open)
        return [head, self._sheet_for(line)] if is_open else [head]

    def _new_head(self, key: str) -> RowHead:
        head = self._heads[key] = RowHead()
        head.setObjectName(f"{self._name}.{key}")
        head.clicked.connect(lambda: self._toggle(key))
        head.stepped.connect(lambda step: self._step(head, step))
        return head

    def _sheet_for(self, line: Line) -> QWidget:
        if self._sheet is None or self._sheet_of != (line.key, *line.shows):
            self._going()
            self._sheet_of = (line.key, *line.shows)
            self._sheet = OpenSheet(col(*line.details(), gap=8, pad=(34, 4, 16, 14)))
        return self._sheet

    def _place(self, shown: list[QWidget]) -> None:
        """Puts these one below the other; a widget that stays keeps the cursor."""
        if shown == self._shown:
            return
        for widget in self._shown:
            take_out(self._rows, widget)
        for widget in shown:
            self._rows.addWidget(widget)
            widget.show()
        for widget in self._shown:
            if widget not in shown:
                self._let_go(widget)
        self._shown = shown
        tab_in_reading_order(self)

    def _let_go(self, widget: QWidget) -> None:
        """Lines and titles may come again; what stood below a line is made anew."""
        widget.hide()
        if isinstance(widget, OpenSheet):
            if widget is self._sheet:
                self._going()
                self._sheet, self._sheet_of = None, ()
            widget.deleteLater()

    # -- what the person does

    def _toggle(self, key: str) -> None:
        if self._may_leave():
            self.open_line("" if key == self.open_key else key)
            self._heads[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, head: RowHead, step: int) -> None:
        heads = [each for each in self._shown if isinstance(each, RowHead)]
        at = heads.index(head) + step
        if 0 <= at < len(heads):
            heads[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.open_key:
            self._toggle(self.open_key)
        else:
            super().keyPressEvent(event)
