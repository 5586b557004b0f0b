"""Chips that tie the row of a form to other records: one for each, pressed while the thread is tied."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.short import short
from recovery_desktop.records.base import Link, Record
from recovery_desktop.text import _
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.chips import Chip, Chips
from recovery_desktop_ui.parts.layouts import Flow, col, hold
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text

Ends = Callable[[Any], Sequence[tuple[Record, str]]]
"""The records that a row may be tied to, each in words."""
_LONGEST = 44  # letters on a chip; a screen reader says all


class Ties(QWidget):
    """The threads of one kind from a form's row, at whichever end of them it is; not to be seen before the row is
    made, or without any other end."""

    def __init__(
        self, form: Form, link: type[Link], label: str, ends: Ends, *, few: int = 8, numbered: bool = False
    ) -> None:
        """With more than `few` other ends, those that are not tied are shown only when they are asked for; the first
        of `numbered` chips have a figure that turns them."""
        super().__init__()
        self._form, self._link, self._label, self._ends, self._few = form, link, label, ends, few
        self._numbered = numbered
        self._is_far = link.owner().rel_model is not form.model
        self._shown: list[tuple[Record, str]] = []
        self._chips: list[Chip] = []
        self._stop = Chips()
        self._unfolded: Record | None = None
        self._more = button("", "link", does=self._unfold)
        self._more.setObjectName(f"{link._meta.table_name}.more")
        self._flow = Flow(self._more, gap=6)
        self.setLayout(col(text(label, "caption", "quiet"), hold(self._flow), gap=3))
        form.shown.connect(self.follow)

    def follow(self, row: Record | None) -> None:
        """Shows what a row is tied to; with None there is no row yet."""
        ends = list(self._ends(row)) if row is not None else []
        if ends != self._shown:
            self._shown = ends
            self._make_chips()
        if row != self._unfolded:
            self._unfolded = None
        tied = self._tied(row) if row is not None else set()
        is_folded = len(ends) > self._few and self._unfolded is None
        for chip, (end, _said) in zip(self._chips, ends, strict=True):
            _press(chip, end.id in tied)
            chip.setVisible(end.id in tied or not is_folded)
        self._stop.settle()
        self._more.setVisible(is_folded)
        self.setVisible(bool(ends))

    def _unfold(self) -> None:
        """Shows all other ends, for as long as this row is shown."""
        self._unfolded = self._form.row
        self.follow(self._form.row)
        if self._chips:
            self._chips[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _tied(self, row: Record) -> set[int]:
        ends: tuple[Any, Any] = (self._link.owner(), self._link.target())
        near, far = reversed(ends) if self._is_far else ends
        threads: Any = self._link.select(far).where(near == row).tuples()
        return {number for (number,) in threads}

    def _make_chips(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._flow.removeWidget(self._more)  # which stays, as the last one
        self._chips = [self._chip(end, words) for end, words in self._shown]
        for each in (*self._chips, self._more):
            self._flow.addWidget(each)
        self._stop.hold(self._chips, numbered=self._numbered)
        words = _("All {count}…").format(count=len(self._chips))
        self._more.setText(words)
        self._more.setAccessibleName(f"{self._label}: {words}")
        tab_in_reading_order(self)

    def _chip(self, end: Record, words: str) -> Chip:
        chip = Chip(short(words, _LONGEST), f"{self._label}: {words}", self._stop)
        chip.setObjectName(f"{self._link._meta.table_name}.{end.id}")
        chip.clicked.connect(lambda checked: self._tie(chip, end, checked))
        return chip

    def _tie(self, chip: Chip, end: Record, tied: bool) -> None:
        row, keeper = self._form.row, self._form.keeper
        if row is None:
            return
        near, far = (end, row) if self._is_far else (row, end)
        keeper.attempt(lambda: keeper.tie(self._link, near, far, tied))
        _press(chip, end.id in self._tied(row))
        self._form.saved.emit(self._link.owner().listed_as)
        if not tied and end not in [each for each, _said in self._ends(row)]:
            self._let_go(row)

    def _let_go(self, row: Record) -> None:
        """Takes away the chip of an end that was here only because it was tied."""
        self.follow(row)
        if self._chips:
            self._chips[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _press(chip: Chip, tied: bool) -> None:
    chip.setChecked(tied)
    chip.setProperty("glyph", "check" if tied else "plus")
    chip.update()
