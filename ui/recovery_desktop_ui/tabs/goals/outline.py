"""The left side of the goals: goals with their objectives, needs and findings, each a list that keys can order."""

import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.needs import unanswered
from recovery_desktop.plans.proposed_findings import ASIDE, Proposal, proposed_findings
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.base import Record
from recovery_desktop.records.goals import Finding, Goal, Need, Objective
from recovery_desktop.text import _
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.layouts import col, row
from recovery_desktop_ui.parts.lists import RowList
from recovery_desktop_ui.parts.offers import Offered, Offers
from recovery_desktop_ui.parts.tab_bar import Tabs
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import is_large, px
from recovery_desktop_ui.tabs.goals.card import AnswerCard
from recovery_desktop_ui.tabs.goals.rows import Key, finding_rows, goal_rows, need_rows

_WIDE = 432


class OrderedRows(RowList):
    """Rows that Alt+Up and Alt+Down move and Delete takes away."""

    moved = Signal(int)
    removing = Signal()

    def keys(self) -> list[Key]:
        """By which the rows are known, from the top."""
        return [row.key for row in self._model.rows if isinstance(row.key, tuple)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.removing.emit()
        else:
            super().keyPressEvent(event)


class Outline(QWidget):
    """Three lists behind three tabs, and above them the need that waits for an answer."""

    chosen = Signal(object)  # Key
    adding = Signal(object)  # the class of which one is to be added
    moved = Signal(object, int)  # Key, -1 or 1
    removing = Signal(object)  # Key
    whole = Signal()  # the thread of the whole plan is asked for

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.kinds: tuple[type[Record], ...] = (Goal, Need, Finding)
        names = (_("Goals"), _("Needs"), _("Findings"))
        self.card = AnswerCard(keeper)
        about = _("In the record, and in no finding yet. Take what matters as a finding and a need:")
        self.proposed = Offers("proposed", about)
        self._proposals: tuple[Proposal, ...] = ()
        self._left = 0  # proposals that were set aside
        self.tabs = Tabs(_("Goals, needs and findings"), names)
        self.tabs.setObjectName("outline.kinds")
        self.lists = [self._list(name, kind) for name, kind in zip(names, self.kinds, strict=True)]
        words = (_("Add a goal in the client's words"), _("Add a need"), _("Add a finding"))
        self._adds = [self._add(each, kind) for each, kind in zip(words, self.kinds, strict=True)]
        whole = button(_("Whole thread"), "link", "link", does=self.whole.emit)
        whole.setObjectName("outline.whole")
        head = row(self.tabs, None, whole)
        foot = row(*self._adds, text("Ctrl+Enter", "caption", "quiet"), None, pad=(8, 0, 0, 0))  # under the marks
        self.setLayout(col(self.card, head, *self.lists, self.proposed, foot, gap=8, pad=(20, 16, 16, 14)))
        self.tabs.currentChanged.connect(lambda _index: self._turn())
        if not is_large():
            self.setFixedWidth(px(_WIDE))
        self._turn()

    def _list(self, name: str, kind: type[Record]) -> OrderedRows:
        made = OrderedRows(name, on="paper" if is_large() else "canvas", grows=is_large())
        made.setObjectName(f"outline.{kind._meta.table_name}")
        made.chosen.connect(self.chosen)
        made.moved.connect(lambda step: self._tell_moved(made, step))
        made.removing.connect(lambda: self.removing.emit(made.current_key()) if made.current_key() else None)
        return made

    def _tell_moved(self, rows: OrderedRows, step: int) -> None:
        if (key := rows.current_key()) is not None:
            self.moved.emit(key, step)

    def _add(self, words: str, kind: type[Record]) -> Button:
        made = button(words, "link", "plus", does=lambda: self.adding.emit(kind))
        made.setObjectName(f"{kind._meta.table_name}.add")
        return made

    # -- showing

    @property
    def kind(self) -> type[Record]:
        """The class of the rows of the list that is shown."""
        return self.kinds[self.tabs.currentIndex()]

    @property
    def rows(self) -> OrderedRows:
        """The list that is shown."""
        return self.lists[self.tabs.currentIndex()]

    def show_episode(self, episode: Entry, today: datetime.date) -> None:
        """Brings the lists and the card up to date."""
        waiting = unanswered(episode)
        for rows, data in zip(
            self.lists, (goal_rows(episode, today), need_rows(episode), finding_rows(episode)), strict=True
        ):
            rows.set_rows(data)
        self.tabs.set_mark(1, "care" if waiting else None)
        self.card.show_needs(waiting)
        self._proposals = proposed_findings(episode, today)
        self._left = sum(1 for row in episode.rows("set_aside") if row["what"].startswith(ASIDE))
        self._offer()

    def _offer(self) -> None:
        """What the record proposes stands below needs and findings."""
        proposals, left = ((), 0) if self.kind is Goal else (self._proposals, self._left)
        offered = [Offered(one.key, one.statement, "") for one in proposals]
        self.proposed.show_offers(offered, left, has_rows=False)

    def proposal(self, key: str) -> Proposal:
        """One of those that are offered."""
        return next(one for one in self._proposals if one.key == key)

    def choose(self, key: Key | None) -> None:
        """Shows a row as the chosen one, in its list; nothing is emitted."""
        if key is not None:
            kind = Goal if key[0] is Objective else key[0]
            self.tabs.blockSignals(True)
            self.tabs.setCurrentIndex(self.kinds.index(kind))
            self.tabs.blockSignals(False)
            self._turn()
        self.rows.choose(key)

    def _turn(self) -> None:
        for place, (rows, add) in enumerate(zip(self.lists, self._adds, strict=True)):
            rows.setVisible(place == self.tabs.currentIndex())
            add.setVisible(place == self.tabs.currentIndex())
        self._offer()
