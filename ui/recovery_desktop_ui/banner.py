"""The client's banner above the tabs: who this is, what is dangerous, how things stand; it never scrolls away."""

import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.banner_facts import BannerFacts, Fact, banner_facts
from recovery_desktop.plans.short import short
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import Flow, clear, col, hold, paint_as, row
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import is_very_large

_GLYPHS = {"record": "hash", "allergies": "pill", "call": "phone", "episode": "flag", "plan": "file-text"}
_ALWAYS = ("record", "plan")
_LONGEST_NAME = 48  # letters; the whole name is in the tooltip


class Banner(QWidget):
    """Two lines where there is room, three at most; at very large text only what has to be in sight."""

    command = Signal(str)
    """The name of the menu command that something pressed stands for."""
    go_to = Signal(object)  # Place
    composed = Signal()  # there are other buttons than before

    def __init__(self) -> None:
        super().__init__()
        self._facts: BannerFacts | None = None
        self._gates = ""
        self._hidden = False
        self._place = col(gap=0, pad=(32, 12, 24, 8))
        self.setLayout(self._place)
        self.setAccessibleName(_("Client"))
        paint_as(self, "paper")

    def show_record(self, record: Entry, today: datetime.date) -> None:
        """Shows the client of a record as things stand today."""
        facts = banner_facts(record, today)
        if facts != self._facts:
            self._facts = facts
            self._compose()

    def show_gates(self, words: str) -> None:
        """Shows which safety gates are open, in a few words; nothing where none is."""
        if words != self._gates:
            self._gates = words
            self._compose()

    def hide_names(self, hidden: bool) -> None:
        """Shows the record number in place of names and birth date, or the names again."""
        if hidden != self._hidden:
            self._hidden = hidden
            self._compose()

    def _compose(self) -> None:
        facts = self._facts
        if facts is None:
            return
        details = button(_("Details"), "link", does=lambda: self.command.emit("client"))
        details.setObjectName("banner.details")
        who = [
            *(self._hidden_names(facts) if self._hidden else self._names(facts)),
            *map(self._chip, self._alerts(facts)),
        ]
        how = [*map(_fact, self._shown(facts)), hold(row(details, text("F2", "caption", "quiet"), gap=6))]
        clear(self._place)
        # in one widget: for each that comes by itself Qt lays the whole window out anew
        self._place.addWidget(hold(col(hold(Flow(*who, gap=14)), hold(Flow(*how, gap=24, line=2)), gap=4)))
        self.composed.emit()

    def _alerts(self, facts: BannerFacts) -> list[str]:
        return [*facts.alerts, *filter(None, (self._gates,))]

    def _shown(self, facts: BannerFacts) -> list[Fact]:
        """The facts for this text size: where the page needs the room, Details has those that nothing hangs on."""
        shown = list(facts.facts) if self._hidden else [facts.record, *facts.facts]
        if self._hidden:
            shown = [fact for fact in shown if fact.key != "call"]
        if is_very_large():
            shown = [fact for fact in shown if fact.presses or fact.key in _ALWAYS]
        return shown

    @staticmethod
    def _names(facts: BannerFacts) -> list[QWidget]:
        name = text(short(facts.name, _LONGEST_NAME), "title")
        name.setObjectName("banner.name")
        name.setToolTip(facts.name if len(facts.name) > _LONGEST_NAME else "")
        about = [short(facts.legal, _LONGEST_NAME)] if facts.legal else []
        return [name, text(" · ".join([*about, *facts.about]), "body", "quiet")]

    @staticmethod
    def _hidden_names(facts: BannerFacts) -> list[QWidget]:
        number = text(facts.record.words, "title")
        number.setObjectName("banner.name")
        return [number, text(_("names are hidden"), "body", "quiet")]

    def _chip(self, words: str) -> QWidget:
        chip = button(words, "chip", "shield-alert", tone="alarm", name=_("Safety: {words}").format(words=words))
        chip.clicked.connect(lambda: self.go_to.emit(Place("therapies", "safety")))
        chip.setObjectName("banner.alert")
        chip.setToolTip(_("Open the safety steps"))
        return chip


def _fact(fact: Fact) -> QWidget:
    glyph, tone = ("triangle-alert", "care") if fact.presses else (_GLYPHS[fact.key], "quiet")
    words = text(fact.words, "strong" if fact.presses else "body", tone if fact.presses else "ink")
    words.setObjectName(f"banner.{fact.key}")
    made = hold(row(Icon(glyph, tone), text(fact.label, "body", "quiet"), words, gap=6))
    made.setAccessibleName(f"{fact.label}: {fact.words}")
    return made
