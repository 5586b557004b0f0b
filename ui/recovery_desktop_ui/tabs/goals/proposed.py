"""What the record says and no finding rests on yet: each can be taken as a finding and its need, to be reworded."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.plans.proposed_findings import Proposal
from recovery_desktop.plans.short import short
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.layouts import clear, col
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text

_FEW = 4
_LONGEST = 46  # letters on a button


class Proposed(QWidget):
    """A card with a button for each of the first few; hidden while there is none."""

    take = Signal(object)  # Proposal

    def __init__(self) -> None:
        super().__init__()
        self._shown: Sequence[Proposal] = ()
        self._about = text("", "body", wrap=True)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(2)
        self._more = button("", "link", does=self._show_all)
        self._more.setObjectName("proposed.more")
        inside = col(self._about, self._buttons, self._more, gap=6, pad=(14, 10, 14, 10))
        self.setLayout(col(Card(inside, "accent_soft"), gap=0))
        self.hide()

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        """Shows these; nothing is made anew without need."""
        if tuple(proposals) == tuple(self._shown):
            return
        self._shown = tuple(proposals)
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
        clear(self._buttons)
        for one in shown:
            words, does = short(one.statement, _LONGEST), partial(self.take.emit, one)
            made = button(words, "link", "plus", name=one.statement, does=does)
            made.setToolTip(one.statement)
            made.setObjectName(f"proposed.{one.key}")
            self._buttons.addWidget(made)
        left = count - len(shown)
        self._more.setText(ngettext("{count} more", "{count} more", left).format(count=left))
        self._more.setAccessibleName(_("Show all that could be taken"))
        self._more.setVisible(left > 0)
        self.setVisible(count > 0)
        tab_in_reading_order(self)
