"""How things stand before a discharge: a mark, a sentence or several, and the way to where each is changed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.plans.before_discharge import Part
from recovery_desktop.text import _
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.icons import mark
from recovery_desktop_ui.parts.layouts import clear, col, hold, row
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import is_large, px

_HEAD_WIDE, _MARK_WIDE = 130, 16


class BeforeDischarge(QWidget):
    """The parts one below the other; who decides stands at the end, beside the way to the discharge itself."""

    go_to = Signal(object)  # Place

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[Part, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(6))
        self._says = text("", "body", "quiet", wrap=True)
        self._says.setObjectName("standing.says")
        enter = button(_("Enter the discharge"), "plain", "chevron-right", does=self._enter)
        enter.setObjectName("standing.discharge")
        self.setLayout(col(self._lines, 2, self._says, hold(row(enter, None)), gap=8))

    def tell(self, parts: Sequence[Part], says: str) -> None:
        """Shows these; nothing is made anew without need."""
        self._says.setText(says)
        if tuple(parts) == self._parts:
            return
        self._parts = tuple(parts)
        clear(self._lines)
        for part in self._parts:
            self._lines.addWidget(self._line(part))
        tab_in_reading_order(self)

    def _line(self, part: Part) -> QWidget:
        head = text(part.head, "strong")
        says = hold(col(*(text(words, wrap=True) for words in part.says), None, gap=2))
        name = _("Open: {words}").format(words=part.head)
        opens = button("", "link", "chevron-right", name=name, does=partial(self._go, part))
        opens.setObjectName(f"standing.{part.key}")
        sign = hold(row(*([mark(part.mark, _MARK_WIDE)] if part.mark else []), gap=0, pad=(0, 2, 0, 0)))
        sign.setFixedWidth(px(_MARK_WIDE))
        if is_large():
            line = row(sign, hold(col(head, says, gap=2)), opens, gap=8)
        else:
            head.setMinimumWidth(px(_HEAD_WIDE))
            line = row(sign, head, says, opens, gap=8)
        line.setStretch(line.count() - 2, 1)
        for widget in (sign, head, opens):
            line.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        return hold(line)

    def _enter(self) -> None:
        """The discharge is entered where the episode is."""
        self.go_to.emit(Place("client", "discharge"))

    def _go(self, part: Part) -> None:
        if part.model is None:
            self.go_to.emit(Place(part.page, part.section))
        else:
            self.go_to.emit(Place("", "", part.model, part.number, part.field))
