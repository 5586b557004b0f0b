"""What the record says and no finding rests on yet: each can be taken as a finding and its need, or left aside."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.plans.proposed_findings import Proposal
from recovery_desktop.plans.short import short
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.layouts import clear, col, hold, row
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text

_FEW = 4
_LONGEST = 42  # letters on a button


class Proposed(QWidget):
    """A card with a line for each of the first few; hidden while there is nothing to take or to bring back."""

    take = Signal(object)  # Proposal
    leave = Signal(object)  # Proposal
    again = Signal()  # those that were left aside

    def __init__(self) -> None:
        super().__init__()
        self._shown: Sequence[Proposal] = ()
        self._left = 0
        self._about = text("", "body", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._more = button("", "link", does=self._show_all)
        self._more.setObjectName("proposed.more")
        self._again = button("", "link", "undo-2", does=self.again.emit)
        self._again.setObjectName("proposed.again")
        inside = col(self._about, self._lines, self._more, self._again, gap=6, pad=(14, 10, 14, 10))
        self.setLayout(col(Card(inside, "accent_soft"), gap=0))
        self.hide()

    def show_proposals(self, proposals: Sequence[Proposal], left: int) -> None:
        """Shows these, and how many were left aside; nothing is made anew without need."""
        if (tuple(proposals), left) == (tuple(self._shown), self._left):
            return
        self._shown, self._left = tuple(proposals), left
        self._fill(self._shown[:_FEW])

    def _show_all(self) -> None:
        self._fill(self._shown)

    def _fill(self, shown: Sequence[Proposal]) -> None:
        count = len(self._shown)
        about = ngettext(
            "The record says {count} thing that no finding rests on yet. Take it as a finding and a need:",
            "The record says {count} things that no finding rests on yet. Take what matters as a finding and a need:",
            count,
        )
        self._about.setText(about.format(count=count))
        self._about.setVisible(count > 0)
        clear(self._lines)
        for one in shown:
            self._lines.addWidget(self._line(one))
        self._say_rest(count - len(shown))
        self.setVisible(bool(count or self._left))
        tab_in_reading_order(self)

    def _line(self, one: Proposal) -> QWidget:
        words, does = short(one.statement, _LONGEST), partial(self.take.emit, one)
        taking = button(words, "link", "plus", name=one.statement, does=does)
        taking.setToolTip(one.statement)
        taking.setObjectName(f"proposed.{one.key}")
        name = _("Leave aside: {what}").format(what=one.statement)
        leaving = button("", "link", "x", name=name, does=partial(self.leave.emit, one))
        leaving.setToolTip(_("Leave it aside"))
        leaving.setObjectName(f"proposed.{one.key}.leave")
        return hold(row(taking, None, leaving, gap=4))

    def _say_rest(self, more: int) -> None:
        self._more.setText(ngettext("{count} more", "{count} more", more).format(count=more))
        self._more.setAccessibleName(_("Show all that could be taken"))
        self._more.setVisible(more > 0)
        words = ngettext("{count} left aside: bring it back", "{count} left aside: bring them back", self._left)
        self._again.setText(words.format(count=self._left))
        self._again.setAccessibleName(self._again.text())
        self._again.setVisible(self._left > 0)
