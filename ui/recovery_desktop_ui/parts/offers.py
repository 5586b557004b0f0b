"""What could be entered into a list, as lines with their source: each can be taken, or left aside for good."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from recovery_desktop.plans.short import short
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.layouts import clear, col, hold, row
from recovery_desktop_ui.parts.tab_order import focus_first, tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import px

_FEW = 3  # that are shown while the list has nothing else
_LONGEST = 52  # letters on a button
_UNDER = 22  # from the left: below a button's words, past its drawing


@dataclass(frozen=True)
class Offered:
    """One of them by its key: its words, where they come from, and what speaks against it."""

    key: str
    words: str
    source: str
    against: str = ""


class Offers(QWidget):
    """A card with a line for each of the first few; while the list has rows of its own, no more than how many."""

    take = Signal(str)  # the key
    leave = Signal(str)
    again = Signal()  # what was left aside is to be offered again

    def __init__(self, name: str, about: str = "") -> None:
        """`about` says what taking one makes of it, where that is not plain."""
        super().__init__()
        self._name = name
        self._shown: tuple[Offered, ...] = ()
        self._few, self._is_unfolded = 0, False
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._more = button("", "link", "chevron-right", does=self._unfold)
        self._more.setObjectName(f"{name}.more")
        self._left = button("", "link", "undo-2", does=self.again.emit)
        self._left.setObjectName(f"{name}.again")
        head = text(about or _("Offered from the record:"), "caption", "quiet", wrap=True)
        self._card = Card(col(head, self._lines, gap=4, pad=(12, 8, 8, 8)), "accent_soft")
        self.setLayout(col(self._card, self._more, self._left, gap=2))
        self.hide()

    def fold(self) -> None:
        """Shows the first few only, as for a client who is opened anew."""
        self._is_unfolded = False

    def show_offers(self, offers: Sequence[Offered], left_aside: int, *, has_rows: bool) -> None:
        """Shows these, and how many were left aside; nothing is made anew without need."""
        few = 0 if has_rows else _FEW
        self._say_left(left_aside)
        self.setVisible(bool(offers or left_aside))
        if (tuple(offers), few) != (self._shown, self._few) or self._lines.isEmpty():
            self._shown, self._few = tuple(offers), few
            self._fill()

    def _say_left(self, count: int) -> None:
        words = ngettext(
            "Offer again what was left aside ({count})", "Offer again what was left aside ({count})", count
        )
        self._left.setText(words.format(count=count))
        self._left.setAccessibleName(self._left.text())
        self._left.setVisible(count > 0)

    def _unfold(self) -> None:
        before = 0 if self._is_unfolded else self._few
        self._is_unfolded = True
        self._fill()
        self._take_cursor(before)

    def _fill(self) -> None:
        count = len(self._shown)
        shown = self._shown if self._is_unfolded else self._shown[: self._few]
        at = self._line_with_cursor()
        clear(self._lines)
        for one in shown:
            line = self._line(one)
            self._lines.addWidget(line)
            line.show()  # at once: the cursor may go there
        left = count - len(shown)
        more = ngettext("{count} more from the record", "{count} more from the record", left)
        none = ngettext("The record offers {count} more", "The record offers {count} more", left)
        self._more.setText((more if shown else none).format(count=left))
        self._more.setAccessibleName(self._more.text())
        self._more.setVisible(left > 0)
        self._card.setVisible(bool(shown))
        tab_in_reading_order(self)
        if at is not None:
            self._take_cursor(at)

    def _line_with_cursor(self) -> int | None:
        """The place of the line that has the cursor, which stays there when the line is gone."""
        focused = QApplication.focusWidget()
        for at in range(self._lines.count()):
            line = self._line_at(at)
            if line is not None and focused is not None and line.isAncestorOf(focused):
                return at
        return None

    def _take_cursor(self, at: int) -> None:
        focus_first(self._line_at(min(at, self._lines.count() - 1)) or self)

    def _line_at(self, at: int) -> QWidget | None:
        item = self._lines.itemAt(at)
        return item.widget() if item is not None else None

    def _line(self, one: Offered) -> QWidget:
        takes, leaves = partial(self.take.emit, one.key), partial(self.leave.emit, one.key)
        taking = button(short(one.words, _LONGEST), "link", "plus", name=one.words, does=takes)
        taking.setToolTip(one.words)
        taking.setAccessibleDescription(". ".join(filter(None, (one.source, one.against))))
        taking.setObjectName(f"{self._name}.take")
        leaving = button("", "link", "x", name=_("Leave aside: {words}").format(words=one.words), does=leaves)
        leaving.setToolTip(_("Leave aside: it is not offered again"))
        leaving.setObjectName(f"{self._name}.leave")
        below = [text(one.source, "caption", "quiet", wrap=True)] if one.source else []
        below += [text(one.against, "caption", "care", wrap=True)] if one.against else []
        under = col(*below, gap=0)
        under.setContentsMargins(px(_UNDER), 0, 0, 0)
        line = row(hold(col(taking, under, gap=0)), leaving, gap=4)
        line.setStretch(0, 1)
        return hold(line)
