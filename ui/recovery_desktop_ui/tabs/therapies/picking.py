"""Which suggestions are to be looked at side by side, and the bar that says so."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from recovery_desktop.guidance import Fired
from recovery_desktop.plans.short import short
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.chips import Chip, Chips
from recovery_desktop_ui.parts.layouts import Flow, col, hold, row
from recovery_desktop_ui.parts.texts import text

MOST = 3
_LONGEST = 44  # letters of a name


class Picked(QWidget):
    """Up to three of them; hidden while there is none."""

    compare = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[Fired] = []
        self._chips: dict[str, Chip] = {}
        self._looks: list[Button] = []
        self._words = text("", "body", wrap=True)
        self._words.setObjectName("picked.words")
        self._look = button(_("Look at them side by side"), "primary", "list", does=self.compare.emit)
        self._look.setObjectName("picked.compare")
        forget = button(_("Clear"), "link", does=self.forget)
        forget.setObjectName("picked.clear")
        bar = col(self._words, hold(Flow(self._look, forget, gap=16)), gap=8, pad=(16, 10, 16, 10))
        self.setLayout(row(Card(bar, "canvas")))
        self._tell()

    def look(self) -> Button:
        """The way to the comparison from where one picks; to be seen once there are two."""
        made = button(_("Look at them side by side"), "link", "list", does=self.compare.emit)
        made.setObjectName("picked.look")
        made.setVisible(len(self.chosen) > 1)
        self._looks.append(made)
        return made

    def chip(self, one: Fired) -> Chip:
        """What turns a suggestion into one of them."""
        chip = Chip(_("Compare"), _("Compare: {suggestion}").format(suggestion=one.suggestion), Chips())
        chip.setObjectName(f"suggested.{one.id}.compare")
        _press(chip, any(each.id == one.id for each in self.chosen))
        chip.clicked.connect(lambda checked: self._turn(one, checked))
        self._chips[one.id] = chip
        return chip

    def _turn(self, one: Fired, picked: bool) -> None:
        _press(self._chips[one.id], picked)
        others = [each for each in self.chosen if each.id != one.id]
        self.chosen = [*others, one][-MOST:] if picked else others
        self._tell()

    def keep(self, suggested: Sequence[Fired]) -> None:
        """Goes on with those of the picked ones that are still suggested, as they are now."""
        now = {one.id: one for one in suggested}
        self.chosen = [now[one.id] for one in self.chosen if one.id in now]
        self._tell()

    def forget(self) -> None:
        """None is picked any more."""
        self.chosen = []
        for chip in self._chips.values():
            if isValid(chip):  # its line may have closed since
                _press(chip, False)
        self._tell()

    def _tell(self) -> None:
        count = len(self.chosen)
        words = ngettext("{count} option to compare: {names}", "{count} options to compare: {names}", count)
        names = " · ".join(short(one.suggestion, _LONGEST) for one in self.chosen)
        self._words.setText(words.format(count=count, names=names))
        self._look.setEnabled(count > 1)
        self._look.setToolTip("" if count > 1 else _("Pick a second one to compare it with"))
        self.setVisible(count > 0)
        self._looks = [each for each in self._looks if isValid(each)]
        for each in self._looks:
            each.setVisible(count > 1)


def _press(chip: Chip, picked: bool) -> None:
    chip.setChecked(picked)
    chip.setProperty("glyph", "check" if picked else "plus")
    chip.update()
