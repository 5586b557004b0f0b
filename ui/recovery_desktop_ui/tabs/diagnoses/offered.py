"""What the record offers to enter, above the lists."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.base import Record
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.layouts import Flow, clear, col, hold
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.diagnoses.following import EpisodeFollowed


@dataclass(frozen=True)
class Offer:
    """Something to enter: what its button says, and the row it makes."""

    key: str
    words: str
    model: type[Record]
    values: dict[str, Any]


Find = Callable[[Entry], Iterable[Offer]]


class Offered(QWidget):
    """A card with a button for each offer; hidden while there is none."""

    def __init__(self, rows: RecordList, followed: EpisodeFollowed, about: str, find: Find) -> None:
        super().__init__()
        self._rows, self._followed, self._find = rows, followed, find
        self._buttons = Flow()
        line = col(text(about, "body", wrap=True), hold(self._buttons), gap=8, pad=(14, 10, 14, 10))
        self.setLayout(col(Card(line, "care_soft"), gap=0, pad=(0, 0, 0, 6)))
        followed.read.connect(self._look)
        self.hide()

    def _look(self, episode: Entry) -> None:
        """Looks what the running episode offers."""
        clear(self._buttons)
        offers = list(self._find(episode))
        for offer in offers:
            self._buttons.addWidget(self._button(offer))
        self.setVisible(bool(offers))
        tab_in_reading_order(self._followed.sheet)

    def _button(self, offer: Offer) -> Button:
        made = button(offer.words, "plain", "plus", does=lambda: self._take(offer))
        made.setObjectName(f"offered.{offer.key}")
        return made

    def _take(self, offer: Offer) -> None:
        """Enters it and opens its row, to go on there."""
        keeper = self._rows.keeper
        if not keeper.flush():
            return
        made = keeper.attempt(lambda: keeper.add(offer.model, self._followed.episode, **offer.values))
        if made is not None:
            self._rows.refresh()
            self._rows.open_row(made.id)
