"""Right after unlocking: what is due across all clients, what was left unfinished, and who was looked at last."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.dates import weekday_date
from recovery_desktop.plans.follow_ups_due import FollowUpDue, follow_ups_due
from recovery_desktop.plans.safety_across import safety_across
from recovery_desktop.records.caseload import CaseloadReader, Line
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.panes.unfinished import Unfinished, unfinished
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.empty import Empty
from recovery_desktop_ui.parts.icons import PRESSING, tone_of
from recovery_desktop_ui.parts.layouts import Columns, col, hold, scrolling
from recovery_desktop_ui.parts.lists import RowData, RowList
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.recent import recent

_NAMED = 2  # follow-ups of a client; more are counted


@dataclass(frozen=True)
class _Row:
    """A row, what stands in place of its name while names are hidden, and what it opens."""

    data: RowData
    number: str
    opens: Callable[[], object]


class DuePane(QWidget):
    """Every row opens its client; nothing here is one client's alone."""

    chosen = Signal(int)  # the number of a client
    command = Signal(str)

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._hidden = False
        self._reader = CaseloadReader(safety_across)
        self._reader.renew(today())
        self._due = self._reader.due()
        self._follow_ups = follow_ups_due(today())
        self._drafts = unfinished(keeper)
        self._last = self._reader.lines(recent())
        self._lists: list[tuple[RowList, Sequence[_Row]]] = []
        content = self._lists_page() if self._reader.read("all", limit=1).total or self._drafts else self._empty()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(content))
        tab_in_reading_order(content)
        self._fill()

    def hide_names(self, hidden: bool) -> None:
        """Shows record numbers in place of names, or names again."""
        self._hidden = hidden
        self._fill()

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
        head = col(text(_("What is due"), "title"), text(weekday_date(today()), "body", "quiet"), gap=2)
        columns = Columns(self._due_part(), self._side(), least=360, gap=48, shares=(3, 2))
        return hold(col(head, columns, None, gap=24, pad=(32, 24, 32, 24)))

    def _due_part(self) -> QWidget:
        late, soon = self._waiting()
        parts = [
            self._part(title, name, rows)
            for title, name, rows in (
                (_("Not safe yet, or overdue"), "page.late", late),
                (_("In the next two weeks"), "page.soon", soon),
            )
            if rows
        ]
        none = text(_("Nothing is overdue, and nothing is due in the next two weeks."), wrap=True)
        return hold(col(*(parts or [none]), None, gap=24))

    def _side(self) -> QWidget:
        drafts, last = [self._draft(one) for one in self._drafts], [self._line(line) for line in self._last]
        parts = []
        if drafts:
            parts.append(self._part(_("Left unfinished: the text is safe"), "page.unfinished", drafts))
        if last:
            parts.append(self._part(_("Opened last"), "page.last", last))
        return hold(col(*parts, None, gap=24))

    def _part(self, title: str, name: str, lines: Sequence[_Row]) -> QWidget:
        rows = RowList(title, grows=True, walks=True)
        rows.setObjectName(name)
        rows.chosen.connect(lambda at: lines[at].opens())
        self._lists.append((rows, lines))
        return hold(col(heading(title), rows, gap=4))

    def _line(self, line: Line) -> _Row:
        data = RowData(0, line.name, right=line.state, mark=line.mark, tone=tone_of(line.mark))
        return _Row(data, line.record_number, partial(self.chosen.emit, line.number))

    def _waiting(self) -> tuple[list[_Row], list[_Row]]:
        """One row for each client: those for whom something is late, and the others."""
        lines = {line.number: line for line in self._due}
        below: dict[int, list[FollowUpDue]] = {}
        for one in self._follow_ups:
            below.setdefault(one.client, []).append(one)
        late: list[_Row] = []
        soon: list[_Row] = []
        for number in dict.fromkeys([*lines, *below]):
            line, ones = lines.get(number), below.get(number, [])
            presses = (line is not None and line.mark in PRESSING) or any(one.on < today() for one in ones)
            (late if presses else soon).append(self._client_row(line, ones, presses))
        return late, soon

    def _client_row(self, line: Line | None, ones: list[FollowUpDue], presses: bool) -> _Row:
        """The safety answer, plan review or safety step of a client, and what else is due below it."""
        names, more = [one.what for one in ones[:_NAMED]], len(ones) - _NAMED
        also = [ngettext("{count} more", "{count} more", more).format(count=more)] if more > 0 else []
        number, name, record = (
            (line.number, line.name, line.record_number)
            if line is not None
            else (ones[0].client, ones[0].name, ones[0].record_number)
        )
        mark = "care" if presses else "empty"
        if line is not None and (line.mark in PRESSING or not ones):
            mark = line.mark
        right = line.state if line is not None else ones[0].when
        below = filter(None, [line.also if line is not None else "", *names, *also])
        data = RowData(0, name, " · ".join(below), right, mark, tone_of(mark), strong=mark in PRESSING)
        return _Row(data, record, partial(self.chosen.emit, number))

    def _draft(self, one: Unfinished) -> _Row:
        opens = partial(self.chosen.emit, one.client) if one.client else partial(self.command.emit, one.command)
        return _Row(RowData(0, one.name or _("Practice"), one.words, mark="started"), one.record_number, opens)

    # -- showing

    def _fill(self) -> None:
        for rows, lines in self._lists:
            shown = [replace(line.data, key=at) for at, line in enumerate(lines)]
            if self._hidden:
                shown = [replace(data, title=line.number) for data, line in zip(shown, lines, strict=True)]
            rows.set_rows(shown)
