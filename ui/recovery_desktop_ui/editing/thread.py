"""The golden thread as a line of chips: what hangs together, each chip leads to where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.short import short
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import Flow, col, hold, row
from recovery_desktop_ui.parts.texts import text

_LONGEST = 28  # letters on a chip
_LONGEST_LISTED = 60


@dataclass(frozen=True)
class Stop:
    """Something on the thread, and where it stands."""

    words: str
    place: Place


@dataclass(frozen=True)
class Stage:
    """One stage: all that stands there, or the words for what is missing. `name` says what kind of thing it is."""

    key: str
    name: str
    glyph: str
    stops: tuple[Stop, ...]
    missing: str
    is_here: bool = False
    words: str = ""  # on the chip, in place of the first stop's

    @property
    def shown(self) -> str:
        """What the chip says."""
        if not self.stops:
            return self.missing
        more = f"+{len(self.stops) - 1}" if len(self.stops) > 1 and not self.words else ""
        return joined([self.words or short(self.stops[0].words, _LONGEST), more], " ")


class Thread(QWidget):
    """Chips for the stages in their order; one with several things opens them as a list."""

    go = Signal(object)  # Place
    begin = Signal(str)  # the key of a stage at which nothing stands yet

    def __init__(self, about: str, stages: int) -> None:
        """`about` says what the chips are; `stages` is how many there will be."""
        super().__init__()
        self._stages: tuple[Stage, ...] = ()
        self._menu = QMenu(self)
        self._chips = [self._chip(place) for place in range(stages)]
        links = [hold(row(Icon("chevron-right", "quiet", 14), chip, gap=4)) for chip in self._chips[1:]]
        flow = hold(Flow(self._chips[0], *links, gap=4))
        self.setLayout(col(text(about, "caption", "quiet", wrap=True), flow, gap=6))

    def _chip(self, place: int) -> Button:
        chip = button("", "chip", does=lambda: self._press(place))
        chip.setCheckable(True)
        return chip

    def show_stages(self, stages: Sequence[Stage]) -> None:
        """Shows other stages, as many as there are chips."""
        self._stages = tuple(stages)
        for chip, stage in zip(self._chips, self._stages, strict=True):
            chip.setObjectName(f"thread.{stage.key}")
            chip.setText(stage.shown.replace("&", "&&"))
            chip.setAccessibleName(f"{stage.name}: {stage.shown}")
            chip.setToolTip("\n".join(short(stop.words, _LONGEST_LISTED) for stop in stage.stops))
            chip.setProperty("glyph", stage.glyph if stage.stops else "triangle-alert")
            chip.setProperty("tone", None if stage.stops else "care")
            chip.setChecked(stage.is_here)
            chip.updateGeometry()
            chip.update()

    def _press(self, place: int) -> None:
        stage, chip = self._stages[place], self._chips[place]
        chip.setChecked(stage.is_here)
        if not stage.stops:
            self.begin.emit(stage.key)
        elif len(stage.stops) == 1 or stage.words:
            self.go.emit(stage.stops[-1].place)
        else:
            self._menu.clear()
            for stop in stage.stops:
                words = short(stop.words, _LONGEST_LISTED).replace("&", "&&")
                self._menu.addAction(words).triggered.connect(partial(self.go.emit, stop.place))
            self._menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))
