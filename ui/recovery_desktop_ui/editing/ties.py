"""Chips that tie the row of a form to other records: one for each, pressed while the thread is tied."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.base import Link, Record
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.layouts import Flow, clear, col, hold
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text

Ends = Callable[[Any], Sequence[tuple[Record, str]]]
"""The records that a row may be tied to, each in words."""


class Ties(QWidget):
    """The threads of one kind from a form's row; not to be seen before the row is made, or without any other end."""

    def __init__(self, form: Form, link: type[Link], label: str, ends: Ends) -> None:
        super().__init__()
        self._form, self._link, self._label, self._ends = form, link, label, ends
        self._shown: list[tuple[Record, str]] = []
        self._chips: list[Button] = []
        self._flow = Flow(gap=6)
        self.setLayout(col(text(label, "caption", "quiet"), hold(self._flow), gap=3))
        form.shown.connect(self.follow)
        form.row_made.connect(self.follow)

    def follow(self, row: Record | None) -> None:
        """Shows what a row is tied to; with None there is no row yet."""
        ends = list(self._ends(row)) if row is not None else []
        if ends != self._shown:
            self._shown = ends
            self._make_chips()
        tied = self._tied(row) if row is not None else set()
        for chip, (end, _words) in zip(self._chips, ends, strict=True):
            _press(chip, end.id in tied)
        self.setVisible(bool(ends))

    def _tied(self, row: Record) -> set[int]:
        near, far = self._link.owner(), self._link.target()
        threads: Any = self._link.select(far).where(near == row).tuples()
        return {number for (number,) in threads}

    def _make_chips(self) -> None:
        clear(self._flow)
        self._chips = []
        for end, words in self._shown:
            chip = button(words, "chip", "plus", name=f"{self._label}: {words}")
            chip.setCheckable(True)
            chip.setObjectName(f"{self._link._meta.table_name}.{end.id}")
            chip.clicked.connect(lambda checked, chip=chip, end=end: self._tie(chip, end, checked))
            self._flow.addWidget(chip)
            self._chips.append(chip)
        tab_in_reading_order(self)

    def _tie(self, chip: Button, end: Record, tied: bool) -> None:
        row, keeper = self._form.row, self._form.keeper
        if row is None:
            return
        keeper.attempt(lambda: keeper.tie(self._link, row, end, tied))
        _press(chip, end.id in self._tied(row))
        self._form.saved.emit(self._link.owner().listed_as)


def _press(chip: Button, tied: bool) -> None:
    chip.setChecked(tied)
    chip.setProperty("glyph", "check" if tied else "plus")
    chip.update()
