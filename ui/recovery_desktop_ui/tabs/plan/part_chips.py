"""The parts of a document as chips: pressed ones go; what may not go is greyed, and below it stands why."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.desk.parts import Offered
from recovery_desktop.text import _
from recovery_desktop_ui.parts.chips import Chip, Chips
from recovery_desktop_ui.parts.layouts import Flow, clear, col, hold
from recovery_desktop_ui.parts.texts import text


class PartChips(QWidget):
    """One stop of the Tab key: arrows move, Enter or Space lets a part go or keeps it back."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Parts of the document"))
        self._shown: Sequence[Offered] = ()
        self._chips: dict[str, Chip] = {}
        self._stop = Chips()
        self._flow = Flow(gap=6)
        self._why = text("", "caption", "quiet", wrap=True)
        self._why.setObjectName("desk.left_out")
        self.setLayout(col(text(_("Parts"), "caption", "quiet"), hold(self._flow), self._why, gap=5))

    def show_parts(self, offered: Sequence[Offered]) -> None:
        """Offers the parts of a document; what somebody picked before is forgotten where other parts are offered."""
        if tuple(offered) == self._shown:
            return
        self._shown = tuple(offered)
        clear(self._flow)
        self._chips = {}
        for one in offered:
            chip = self._chips[one.part.key] = Chip(_(one.part.title), _(one.part.title), self._stop)
            chip.setObjectName(f"desk.part_{one.part.key}")
            chip.setEnabled(one.is_allowed)
            chip.setToolTip(one.reason)
            chip.setAccessibleDescription(one.reason)
            chip.toggled.connect(lambda on, chip=chip: _press(chip, on))
            chip.setChecked(one.is_allowed and one.is_picked)
            chip.setProperty("glyph", ("check" if chip.isChecked() else "plus") if one.is_allowed else "circle-slash")
            chip.clicked.connect(lambda _checked: self.changed.emit())
            self._flow.addWidget(chip)
        self._stop.hold([chip for chip in self._chips.values() if chip.isEnabled()])
        self._why.setText("\n".join(_reasons(offered)))
        self._why.setVisible(bool(self._why.text()))
        self.setVisible(bool(offered))

    def picked(self) -> frozenset[str]:
        """The keys of the parts that are to go."""
        return frozenset(key for key, chip in self._chips.items() if chip.isEnabled() and chip.isChecked())


def _press(chip: Chip, on: bool) -> None:
    chip.setProperty("glyph", "check" if on else "plus")
    chip.update()


def _reasons(offered: Sequence[Offered]) -> list[str]:
    """Each reason once, with the parts it keeps back."""
    kept: dict[str, list[str]] = {}
    for one in offered:
        if not one.is_allowed:
            kept.setdefault(one.reason, []).append(_(one.part.title))
    return [_("{parts}: {reason}.").format(parts=", ".join(parts), reason=reason) for reason, parts in kept.items()]
