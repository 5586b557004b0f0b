"""Right after unlocking: who needs what this week, what was left unfinished, and who was looked at last."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.dates import weekday_date
from recovery_desktop.records.caseload import Line
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.everybody import Everybody
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.panes.unfinished import Unfinished, unfinished
from recovery_desktop_ui.panes.who_needs_what import WhoNeedsWhat
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.empty import Empty
from recovery_desktop_ui.parts.groups import PAGE_WIDE
from recovery_desktop_ui.parts.icons import tone_of
from recovery_desktop_ui.parts.layouts import Columns, col, hold, no_wider, scrolling
from recovery_desktop_ui.parts.lists import RowData, RowList
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.parts.tokens import px
from recovery_desktop_ui.recent import recent


@dataclass(frozen=True)
class _Row:
    """A row, what stands in place of its name while names are hidden, and what it opens."""

    data: RowData
    number: str
    opens: Callable[[], object]


class DuePane(QWidget):
    """Every row opens its client; nothing here is one client's alone."""

    chosen = Signal(int)  # the number of a client
    opens = Signal(int, object)  # the number of a client, and the Place in the record that is meant
    command = Signal(str)

    def __init__(self, keeper: Keeper, everybody: Everybody) -> None:
        super().__init__()
        self._everybody, self._hidden = everybody, False
        self._drafts = unfinished(keeper)
        self._recent = recent()
        self._last = [self._line(line) for line in everybody.lines(self._recent)]
        self._lists: list[tuple[RowList, Sequence[_Row]]] = []
        self._needs: WhoNeedsWhat | None = None
        content = self._lists_page() if everybody.reader.read("all", limit=1).total or self._drafts else self._empty()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(content))
        self._fill()
        everybody.renewed.connect(self._read_last)

    def showEvent(self, event: QShowEvent) -> None:
        """Only what is shown takes its place in the order of the Tab key."""
        super().showEvent(event)
        tab_in_reading_order(self)

    def hide_names(self, hidden: bool) -> None:
        """Shows record numbers in place of names, or names again."""
        self._hidden = hidden
        self._fill()
        if self._needs is not None:
            self._needs.hide_names(hidden)

    # -- composing

    def _empty(self) -> QWidget:
        add = button(_("New client"), "primary", "user-plus", does=lambda: self.command.emit("new_client"))
        add.setObjectName("page.new_client")
        words = _(
            "Every client of the practice stands in the list at the left, with what is most urgent. Here you will see "
            "each morning what is due. Begin with one person: name, date of birth, a safe way to call."
        )
        return Empty("users", _("Your practice is ready"), words, add)

    def _lists_page(self) -> QWidget:
        head = col(text(_("Who needs what this week"), "title"), text(weekday_date(today()), "body", "quiet"), gap=2)
        self._needs = WhoNeedsWhat(self._everybody)
        self._needs.opens.connect(self.opens)
        side = self._side()
        if not side:
            return hold(col(head, no_wider(self._needs, px(PAGE_WIDE)), None, gap=20, pad=(32, 24, 32, 24)))
        columns = Columns(self._needs, hold(col(*side, None, gap=24)), least=300, gap=48, shares=(5, 2))
        return hold(col(head, columns, None, gap=20, pad=(32, 24, 32, 24)))

    def _side(self) -> list[QWidget]:
        drafts = [self._draft(one) for one in self._drafts]
        parts = []
        if drafts:
            parts.append(self._part(_("Left unfinished: the text is safe"), "page.unfinished", drafts))
        if self._last:
            parts.append(self._part(_("Opened last"), "page.last", self._last))
        return parts

    def _part(self, title: str, name: str, lines: Sequence[_Row]) -> QWidget:
        rows = RowList(title, grows=True, walks=True)
        rows.setObjectName(name)
        rows.chosen.connect(lambda at: lines[at].opens())
        self._lists.append((rows, lines))
        return hold(col(heading(title), rows, gap=4))

    def _line(self, line: Line) -> _Row:
        data = RowData(0, line.name, right=line.state, mark=line.mark, tone=tone_of(line.mark))
        return _Row(data, line.record_number, partial(self.chosen.emit, line.number))

    def _draft(self, one: Unfinished) -> _Row:
        opens = partial(self.chosen.emit, one.client) if one.client else partial(self.command.emit, one.command)
        return _Row(RowData(0, one.name or _("Practice"), one.words, mark="started"), one.record_number, opens)

    # -- showing

    def _read_last(self) -> None:
        """How they stand may have changed since the page was made."""
        self._last[:] = [self._line(line) for line in self._everybody.lines(self._recent)]
        self._fill()

    def _fill(self) -> None:
        for rows, lines in self._lists:
            shown = [replace(line.data, key=at) for at, line in enumerate(lines)]
            if self._hidden:
                shown = [replace(data, title=line.number) for data, line in zip(shown, lines, strict=True)]
            rows.set_rows(shown)
