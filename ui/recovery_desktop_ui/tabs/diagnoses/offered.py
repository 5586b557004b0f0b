"""What the record offers to enter, above the lists: codes for factors of daily life, and pairs nobody looked at yet."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QBoxLayout, QWidget

from recovery_desktop.diagnoses import code_set
from recovery_desktop.plans.diagnosis_offers import social_factors, unpaired
from recovery_desktop.plans.snapshot import Entry, take
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Episode
from recovery_desktop.records.diagnoses import CoOccurring, Diagnosis
from recovery_desktop.records.life import SocialNeeds
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.editing.sheet import Sheet
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.cards import Card
from recovery_desktop_ui.parts.layouts import Flow, clear, col, hold
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text


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

    def __init__(self, rows: RecordList, about: str, find: Find, follows: tuple[type[Record], ...]) -> None:
        super().__init__()
        self._rows, self._keeper, self._find, self._follows = rows, rows.keeper, find, follows
        self._episode: Episode | None = None
        self._client = 0
        self._buttons = Flow()
        line = col(text(about, "body", wrap=True), hold(self._buttons), gap=8, pad=(14, 10, 14, 10))
        self.setLayout(col(Card(line, "care_soft"), gap=0))
        self._keeper.changed.connect(self._follow)
        self.hide()

    def show_for(self, opened: OpenClient) -> None:
        """Looks what the running episode offers."""
        self._episode, self._client = opened.episode, opened.client.id
        self._look()

    def _follow(self, model: type[Record], _number: int) -> None:
        above = self.parentWidget()
        if model in self._follows and above is not None and above.isVisible():
            self._look()

    def _look(self) -> None:
        if self._episode is None:
            return
        number = self._episode.id
        episode = next(each for each in take(self._client).rows("episodes") if each.number == number)
        clear(self._buttons)
        offers = list(self._find(episode))
        for offer in offers:
            self._buttons.addWidget(self._button(offer))
        self.setVisible(bool(offers))
        sheet = self.parentWidget()
        if sheet is not None:
            tab_in_reading_order(sheet)

    def _button(self, offer: Offer) -> Button:
        made = button(offer.words, "plain", "plus", does=lambda: self._take(offer))
        made.setObjectName(f"offered.{offer.key}")
        return made

    def _take(self, offer: Offer) -> None:
        """Enters it and opens its row, to go on there."""
        if not self._keeper.flush():
            return
        made = self._keeper.attempt(lambda: self._keeper.add(offer.model, self._episode, **offer.values))
        if made is not None:
            self._rows.refresh()
            self._rows.open_row(made.id)


def with_social_factors(sheet: Sheet) -> Sheet:
    """The list of diagnoses with the codes that the needs of daily life suggest above it."""
    about = _("Needs of daily life in the assessment that a code could be recorded for, where it helps the client:")
    return _with(sheet, about, _factors, (Diagnosis, SocialNeeds))


def with_unpaired(sheet: Sheet) -> Sheet:
    """The list of pairs with those above it that were not looked at together."""
    about = _("Not looked at together yet: what came first, what drives what, and who treats it?")
    return _with(sheet, about, _pairs, (Diagnosis, CoOccurring))


def _with(sheet: Sheet, about: str, find: Find, follows: tuple[type[Record], ...]) -> Sheet:
    layout, rows = sheet.layout(), sheet.findChild(RecordList)
    assert isinstance(layout, QBoxLayout) and isinstance(rows, RecordList)
    offered = Offered(rows, about, find, follows)
    layout.insertWidget(0, offered)
    sheet.also_filled.append(offered.show_for)
    return sheet


def _factors(episode: Entry) -> Iterable[Offer]:
    for code, need in social_factors(episode):
        values = {
            "kind": "social", "code": code, "code_set": code_set(), "name": need, "status": "active",
            "entered_on": today(),
        }  # fmt: skip
        yield Offer(code, f"{code}  {need}", Diagnosis, values)


def _pairs(episode: Entry) -> Iterable[Offer]:
    for use, condition in unpaired(episode):
        values = {"use_disorder": use.number, "condition": condition.number}
        yield Offer(f"{use.number}.{condition.number}", f"{use['name']} × {condition['name']}", CoOccurring, values)
